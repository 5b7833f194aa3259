"""What a student does in Valeur: one function, one transaction each."""
