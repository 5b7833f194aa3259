"""Droits: reads an internship agreement, audits it against the law, simulates what is owed."""
