"""The official stock of French companies (*Sirene*), imported once and searched offline."""
