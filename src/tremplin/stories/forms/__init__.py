"""What the pages of Récits receive."""
