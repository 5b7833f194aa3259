"""Droits through the browser: one module per question the student asks."""
