"""Tables of cases: what a rule must answer, written by anyone, compared with what it answers."""
