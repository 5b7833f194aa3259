"""A résumé turned into files: for people (PDF, Word, text) and for other programs (JSON, YAML, XML)."""
