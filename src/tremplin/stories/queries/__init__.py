"""What other rooms and the pages read of Récits, one module per question."""
