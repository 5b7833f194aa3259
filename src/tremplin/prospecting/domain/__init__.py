"""The rules of the hidden market: pure, no Django."""
