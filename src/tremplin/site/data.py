"""The student's data made ready: the settings read, the folder prepared, the database up to date.

Whatever prevents it ends the command with a French sentence.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from tremplin.kit.locks import FolderBusy
from tremplin.site.environment import BadSetting, Environment, read_environment
from tremplin.site.home import Home, prepare


def open_data() -> None:
    """Make the database ready for a command.

    Raises:
        click.UsageError: a setting is wrong.
        click.ClickException: the folder or the database cannot be used; the sentence says what to do.
    """
    with explained():
        environment = read_environment(os.environ)
    prepare_folder(environment)
    load(environment)


def prepare_folder(environment: Environment) -> None:
    """Create what the folder lacks.

    Raises:
        click.ClickException: it cannot be written.
    """
    home = Home(environment.home)
    try:
        prepare(home)
    except OSError as problem:
        raise click.ClickException(
            f"Impossible d’écrire dans {home.folder} ({problem.strerror}). "
            "Choisissez un autre dossier avec TREMPLIN_HOME."
        ) from problem


def load(environment: Environment) -> Path | None:
    """Load Django and bring the database up to date.

    Args:
        environment: settings whose folder is prepared.

    Returns:
        The copy made before the database changed; None when it did not.

    Raises:
        click.ClickException: the database cannot be used.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tremplin.site.settings")
    import django

    django.setup()
    from tremplin.site.database import CannotMigrate, bring_up_to_date

    now = datetime.now()  # noqa: DTZ005 the student's own clock names the copy
    try:
        with explained():
            return bring_up_to_date(Home(environment.home), copies_kept=environment.copies_kept, now=now)
    except CannotMigrate as problem:
        raise click.ClickException(str(problem)) from problem


@contextmanager
def explained() -> Iterator[None]:
    """Turn a wrong setting and a folder held by another process into the end of the command."""
    try:
        yield
    except BadSetting as problem:
        raise click.UsageError(str(problem)) from problem
    except FolderBusy as problem:
        raise click.ClickException(str(problem)) from problem
