"""Template filters of Droits."""
