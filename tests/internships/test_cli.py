"""Internships from the terminal: the list, and the calendar written again after a change."""

import json
from datetime import date
from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner, Result

from tests.internships.made import details, make_internship
from tremplin.internships.cli import internships
from tremplin.internships.operations.internships import change_internship

pytestmark = pytest.mark.django_db


def tremplin(*arguments: str | Path) -> Result:
    """Run the command as the terminal does."""
    return CliRunner().invoke(internships, [str(part) for part in arguments], obj=lambda: None)


def events(path: Path) -> dict[str, int]:
    """Return the sequence of each event by identifier, as another library reads the file."""
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    return {event.uid.value: int(event.sequence.value) for event in calendar.vevent_list}


def test_internships_and_their_milestones_are_listed() -> None:
    make_internship()

    plain, listed = tremplin("list").output, json.loads(tremplin("list", "--json").output)

    assert "Stage chez Cargolière, du 2026-02-02 au 2026-07-03" in plain
    assert "Soutenance de Valeur" in plain
    assert listed[0]["milestones"][0]["kind"] == "expectations"


def test_an_empty_list_says_what_to_do_and_is_empty_in_json() -> None:
    assert "Aucun stage. Créez-le dans Tremplin" in tremplin("list").output
    assert json.loads(tremplin("list", "--json").output) == []


def test_written_again_after_a_change_the_calendar_updates_the_same_events(tmp_path: Path) -> None:
    internship, first, second = make_internship(), tmp_path / "a.ics", tmp_path / "b.ics"
    tremplin("calendar", "--out", first)
    change_internship(internship, details(ends_on=date(2026, 7, 31)), revision=1)

    answer = json.loads(tremplin("calendar", "--out", second, "--json").output)

    before, after = events(first), events(second)
    assert answer["events"] == len(after) == len(before)
    assert all(after[uid] > sequence for uid, sequence in before.items())


def test_a_chosen_internship_is_written_and_an_unknown_one_refused(tmp_path: Path) -> None:
    old = make_internship(starts_on=date(2024, 2, 5), ends_on=date(2024, 6, 28), title="Stage d’avant")
    make_internship()

    written = tremplin("calendar", "--out", tmp_path / "a.ics", "--internship", str(old.pk))
    refused = tremplin("calendar", "--out", tmp_path / "b.ics", "--internship", "999")

    assert written.exit_code == 0
    assert "Stage d’avant" in (tmp_path / "a.ics").read_text(encoding="utf-8")
    assert refused.exit_code != 0
    assert "Il n’y a pas de stage 999" in refused.output
    assert not (tmp_path / "b.ics").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    make_internship()

    refused = tremplin("calendar", "--out", tmp_path / "absent" / "a.ics")

    assert refused.exit_code == 1
    assert "n’a pas pu être écrit" in refused.output
