"""Reading a résumé from the files of other programs; knows no Django."""
