"""Companies of France: the official Sirene stock read offline, and public services asked one question."""
