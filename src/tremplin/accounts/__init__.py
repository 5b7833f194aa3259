"""The student whose notebook this is: phase, theme, keyboard, data."""
