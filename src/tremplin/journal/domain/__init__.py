"""Rules of the journal that need no database."""
