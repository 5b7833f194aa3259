"""The rules of Récits, without Django."""
