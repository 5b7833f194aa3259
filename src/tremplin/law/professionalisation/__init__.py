"""The professionalisation contract (*contrat de professionnalisation*), one module per question."""
