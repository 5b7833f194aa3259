"""Files of people from the terminal: in, looked at, and out again."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tremplin.network.cli import network
from tremplin.network.models import Person, Tie
from tremplin.network.operations import TieKind, find_or_add_person, record_tie_between

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"
ARCHIVE = DATA / "linkedin" / "Basic_LinkedInDataExport_11-20-2026.zip"
FORMATS = ("mm", "opml", "markmap", "graphml", "vcf", "csv")


def tremplin(*arguments: str | Path) -> Result:
    """Run the command as the terminal does."""
    return CliRunner().invoke(network, [str(part) for part in arguments], obj=lambda: None)


def report(*arguments: str | Path) -> Any:
    return json.loads(tremplin("import", *arguments, "--json").stdout)


def test_an_archive_is_imported_and_told_in_json() -> None:
    told = report(ARCHIVE)

    assert set(told) == {"kept", "merged", "hidden", "refused", "warnings", "people", "files"}
    assert (told["kept"], told["merged"], told["hidden"], told["refused"]) == (9, 0, 1, [])
    person = next(one for one in told["people"] if one["name"] == "Héloïse Delmas-Roy")
    assert person["organization"] == "Groupe Solstice, S.A."
    assert (person["connected_on"], person["last_exchange_on"]) == ("2019-11-14", "2026-11-11")
    assert Person.objects.count() == 9


def test_a_dry_run_tells_the_same_and_writes_nothing() -> None:
    looked = report(ARCHIVE, "--dry-run")

    assert not Person.objects.exists()
    assert report(ARCHIVE) == looked


def test_several_files_are_summed_and_matched_with_each_other() -> None:
    told = report(ARCHIVE, DATA / "contacts" / "vcard_4.0.vcf", DATA / "broken" / "contacts_vides.vcf")

    assert (told["kept"], told["merged"]) == (9, 1)
    assert [one["file"] for one in told["refused"]] == ["contacts_vides.vcf"]
    assert told["refused"][0]["line"] is None
    assert [one["unreadable"] for one in told["files"]] == [False, False, True]


def test_refused_rows_are_told_with_their_line() -> None:
    told = report(DATA / "broken" / "Connections_colonnes_decalees.csv")

    assert [one["line"] for one in told["refused"]] == [5, 6]
    assert all(one["reason"] for one in told["refused"])


@pytest.mark.parametrize("name", ["contacts_vides.vcf", "nulle-part.vcf"])
def test_a_file_that_cannot_be_read_is_the_user_s_mistake(name: str) -> None:
    result = tremplin("import", DATA / "broken" / name)

    assert result.exit_code == 2
    assert name in result.output
    assert "1\u00a0refusée" in result.output


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_exported_comes_back_to_the_same_people_and_ties(form: str, tmp_path: Path) -> None:
    tremplin("import", ARCHIVE)
    one, other = Person.objects.get(full_name="Théo Marchand"), Person.objects.get(full_name="Maëlys")
    record_tie_between(one, other, TieKind.KNOWS)
    record_tie_between(other, find_or_add_person("Karim Benyahia"), TieKind.KNOWS)
    out = tmp_path / f"reseau.{form}"
    people, ties = Person.objects.count(), Tie.objects.count()

    written = tremplin("export", "--format", form, "--out", out)
    told = report(out)

    assert written.exit_code == 0
    assert "échanges" in written.output
    assert (told["kept"], told["merged"], told["refused"]) == (0, people, [])
    assert Tie.objects.count() == ties


def test_the_picture_is_drawn_and_the_rest_may_go_to_the_terminal() -> None:
    tremplin("import", ARCHIVE)

    picture = tremplin("export", "--format", "svg").stdout
    table = tremplin("export", "--format", "csv").stdout

    assert picture.lstrip().startswith("<svg")
    assert "Héloïse Delmas-Roy" in table


def test_an_unknown_format_is_the_user_s_mistake() -> None:
    assert tremplin("export", "--format", "docx").exit_code == 2
