"""The apprenticeship contract (*contrat d'apprentissage*), one module per legal question."""
