"""The résumé: what it holds, how it is read, built and written, without Django."""
