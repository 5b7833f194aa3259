"""The journal, through the browser."""
