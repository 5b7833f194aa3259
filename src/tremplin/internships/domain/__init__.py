"""Rules of the internship as a project; they know no Django."""
