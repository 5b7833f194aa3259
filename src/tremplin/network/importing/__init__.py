"""Reading people and their ties from the files of other programs; knows no Django."""
