"""Any document the student hands over: a frozen model goes in, a file comes out. Knows no Django."""
