"""Réseau: people, the organizations they work for, and how the student knows them."""
