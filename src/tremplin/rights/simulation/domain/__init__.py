"""The simulator's values and rules, without the web."""
