"""Options, money, blockers and the matrix of a decision: no Django here."""
