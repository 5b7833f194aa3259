"""Rules of the room Valeur, without Django: results, drafts, sums, projects, check-ins, the gauge."""
