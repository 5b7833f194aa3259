"""The pages of Trouver, one module per question."""
