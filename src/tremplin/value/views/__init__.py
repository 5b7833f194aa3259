"""The pages of Valeur."""
