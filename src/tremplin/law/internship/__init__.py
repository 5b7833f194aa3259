"""Internships (*stages*): one module per question the law answers."""
