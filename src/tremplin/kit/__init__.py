"""What every room shares and that knows no room: the shell, its look, forms, errors."""
