"""Reading the calendars of schools and of the student's other software; knows no Django."""
