"""When and how long, one module per question."""
