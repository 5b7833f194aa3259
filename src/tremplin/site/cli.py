"""The `tremplin` command: gathers each slice's commands, loaded only when called."""

import click


@click.group()
def main() -> None:
    """Tremplin : votre stage est un laboratoire de carrière."""
