"""Pages of the room Choisir."""
