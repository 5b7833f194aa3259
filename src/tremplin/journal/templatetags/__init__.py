"""Filters of the journal."""
