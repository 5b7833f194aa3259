"""The pages of Récits, one module per question."""
