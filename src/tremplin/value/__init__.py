"""What the internship is worth, shown: results, check-ins, projects, sums, the deck and the plan."""
