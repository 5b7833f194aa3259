"""What the pages of Trouver ask, one module per question."""
