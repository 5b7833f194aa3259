"""Lets `python -m tremplin` do what `tremplin` does."""

from tremplin.site.cli import main

main()
