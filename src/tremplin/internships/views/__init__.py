"""Internships, through the browser."""
