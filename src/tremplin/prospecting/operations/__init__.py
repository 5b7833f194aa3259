"""What the student changes in Trouver, one module per question."""
