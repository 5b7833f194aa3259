"""The official samples, imported once."""

from pathlib import Path

import pytest

from tests.companies.sirene.made import WHOLE
from tremplin.companies.sirene.importing import import_stock


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an index made from the three samples."""
    folder = tmp_path_factory.mktemp("sirene")
    import_stock(WHOLE, folder=folder)
    return folder
