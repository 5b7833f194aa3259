"""Command groups that import a command only when it is called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click


class Door(NamedTuple):
    """Where a command lives, and the line `--help` shows without importing it."""

    target: str
    summary: str


class LazyGroup(click.Group):
    """A group whose commands are named by « module:attribute »."""

    def __init__(self, *args: Any, doors: Mapping[str, Door], **options: Any) -> None:
        """Keep the doors; nothing is imported yet."""
        super().__init__(*args, **options)
        self.doors = doors

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in the order given."""
        return list(self.doors)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that is called."""
        door = self.doors.get(cmd_name)
        if door is None:
            return None
        module, _, attribute = door.target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        if isinstance(command, click.Group):
            command.subcommand_metavar = self.subcommand_metavar
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from their summaries."""
        with formatter.section("Commandes"):
            formatter.write_dl([(name, door.summary) for name, door in self.doors.items()])
