"""Trouver: companies that have a problem worth a mission, and the people to speak to."""
