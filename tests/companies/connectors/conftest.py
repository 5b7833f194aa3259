from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.companies.stand_in import StandIn, standing_in
from tremplin.companies.connectors.calling import Patience
from tremplin.companies.connectors.kept_answers import KeptAnswers
from tremplin.companies.connectors.services import Doors

HURRIED = Patience(connect_seconds=0.5, silence_seconds=0.3, total_seconds=1.2, wait_seconds=0.5, tries=2)
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with standing_in() as served:
        yield served


@pytest.fixture
def doors(stand_in: StandIn) -> Doors:
    return Doors(stand_in.address, HURRIED)


@pytest.fixture
def answers(tmp_path: Path) -> KeptAnswers:
    return KeptAnswers(tmp_path / "answers.sqlite3")
