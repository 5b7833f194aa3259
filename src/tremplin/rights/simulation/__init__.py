"""Gratification simulator: what is owed, month by month, and what is still to be paid."""
