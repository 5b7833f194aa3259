"""The example student: each built slice brings its part."""

from datetime import date
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import transaction

from tremplin.accounts.queries import has_chosen_a_door


def load_demo(*, on: date) -> None:
    """Fill an empty folder with the example; a folder already filled is left alone.

    A slice takes part by having a module `demo` with `load(*, on)`; slices are called
    in the order of INSTALLED_APPS, inside one transaction.

    Args:
        on: the day the example is loaded.
    """
    if has_chosen_a_door():
        return
    with transaction.atomic():
        for app in apps.get_app_configs():
            if app.name.startswith("tremplin.") and find_spec(f"{app.name}.demo"):
                import_module(f"{app.name}.demo").load(on=on)
