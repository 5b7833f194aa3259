"""What is known of targets, people and approaches, one module per question."""
