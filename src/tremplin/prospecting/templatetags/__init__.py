"""Tags of Trouver."""
