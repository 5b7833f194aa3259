"""Where the student stands in time, the one next move, and the week: no Django here."""
