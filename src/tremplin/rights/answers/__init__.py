"""Quick answers: one question, a few facts, what the law says."""
