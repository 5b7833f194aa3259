"""The tables of Récits, one module per question."""
