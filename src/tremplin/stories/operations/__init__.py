"""What is written in Récits, one module per question."""
