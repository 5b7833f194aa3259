"""A place of its own for each test, on the tests' database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.keeping.places import empty
from tremplin.keeping.place import Place


@pytest.fixture
def place(transactional_db: None, tmp_path: Path) -> Place:
    """The tests' database, with folders of this test."""
    database = Path(connection.settings_dict["NAME"])
    folders = [tmp_path / name for name in ("files", "incoming", "backups")]
    for folder in folders:
        folder.mkdir()
    return Place(database, *folders)


@pytest.fixture
def home(transactional_db: None) -> Iterator[Place]:
    """The place the pages work on, emptied afterwards."""
    yield Place.here()
    for folder in (settings.HOME.files, settings.HOME.backups, settings.HOME.incoming):
        empty(folder)
