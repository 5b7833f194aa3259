"""Who the agreement binds and where, one module per question."""
