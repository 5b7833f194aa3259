"""What the law says of an agreement: one module per question, each returning findings."""
