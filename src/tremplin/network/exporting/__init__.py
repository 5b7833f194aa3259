"""Writing people and their ties for other programs; knows no Django."""
