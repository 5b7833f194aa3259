"""Template tags of Valeur."""
