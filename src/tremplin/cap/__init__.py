"""Cap: where the student stands and what to do next, read from every room."""
