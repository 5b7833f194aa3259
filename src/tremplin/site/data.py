"""The student's data, opened for one command: the folder prepared, Django ready, the database up to date."""

import os
from datetime import datetime

import click

from tremplin.site.environment import BadSetting, read_environment
from tremplin.site.home import FolderBusy, Home, prepare


def open_data() -> None:
    """Make the database ready for a command.

    Raises:
        click.UsageError: a setting is wrong.
        click.ClickException: the folder or the database cannot be used; the sentence says what to do.
    """
    try:
        environment = read_environment(os.environ)
    except BadSetting as problem:
        raise click.UsageError(str(problem)) from problem
    home = Home(environment.home)
    try:
        prepare(home)
    except OSError as problem:
        raise click.ClickException(
            f"Impossible d’écrire dans {home.folder} ({problem.strerror})."
        ) from problem
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tremplin.site.settings")
    import django

    django.setup()
    from tremplin.site.database import CannotMigrate, bring_up_to_date

    try:
        bring_up_to_date(home, copies_kept=environment.copies_kept, now=datetime.now())  # noqa: DTZ005
    except (CannotMigrate, FolderBusy) as problem:
        raise click.ClickException(str(problem)) from problem
