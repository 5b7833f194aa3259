"""Pages of Réseau."""
