"""Choisir: an internship or work-study, decided with the student’s own figures."""
