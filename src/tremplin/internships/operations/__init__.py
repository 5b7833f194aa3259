"""What a student does with an internship, by question."""
