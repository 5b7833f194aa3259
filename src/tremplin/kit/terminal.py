"""What the commands of every slice read on their line, named in French in their help."""

from typing import Final

import click

NAMES: Final = {click.STRING: "texte", click.INT: "entier", click.FLOAT: "nombre", click.BOOL: "oui ou non"}


class Day(click.DateTime):
    """A day, AAAA-MM-JJ or JJ/MM/AAAA."""

    def __init__(self) -> None:
        """Read both spellings."""
        super().__init__(["%Y-%m-%d", "%d/%m/%Y"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Name it in the help."""
        return "JOUR"


def name_types() -> None:
    """Give the kinds of values their French names."""
    for kind, name in NAMES.items():
        kind.name = name
    click.IntRange.name, click.FloatRange.name = "entier", "nombre"
