"""`tremplin stories`: the résumé from the terminal."""

import click


@click.group()
def stories() -> None:
    """Récits, CV, entretien."""
