"""Tremplin: the student's own career laboratory."""
