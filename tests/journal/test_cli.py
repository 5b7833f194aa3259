import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tremplin.journal.cli import journal
from tremplin.journal.models import Entry, Impact

pytestmark = pytest.mark.django_db


def tremplin(*arguments: str) -> Result:
    return CliRunner().invoke(journal, arguments, obj=lambda: None)


def test_a_sentence_is_an_entry_and_its_figures_are_only_proposed() -> None:
    result = tremplin("add", "J’ai", "rédigé", "12 newsletters")

    assert result.exit_code == 0
    assert "12 newsletters" in result.output
    assert Entry.objects.get().action == "J’ai rédigé 12 newsletters"
    assert not Impact.objects.exists()


def test_confirming_keeps_the_figures() -> None:
    tremplin("add", "Reporting de 10 h à 2 h par semaine", "--confirm", "--skill", "Tableur avancé")

    impact = Impact.objects.get()

    assert (impact.before, impact.after, impact.period) == (Decimal(10), Decimal(2), "semaine")
    assert impact.confirmed_at
    assert [skill.name for skill in impact.entry.skills.all()] == ["Tableur avancé"]


def test_adding_answers_in_json() -> None:
    answer = json.loads(tremplin("add", "+15 % d’ouvertures", "--on", "2026-03-31", "--json").output)

    assert answer["date"] == "2026-03-31"
    assert (answer["proposals"][0]["quantity"], answer["proposals"][0]["unit"]) == ("15", "%")


def test_entries_are_listed_and_found() -> None:
    tremplin("add", "J’ai rédigé la fiche", "--on", "2026-03-30")
    tremplin("add", "Inventaire", "--on", "31/03/2026", "--draft")

    listed = json.loads(tremplin("list", "--json").output)
    found = json.loads(tremplin("search", "redaction", "--json").output)

    assert [one["action"] for one in listed] == ["Inventaire", "J’ai rédigé la fiche"]
    assert [one["action"] for one in found] == ["J’ai rédigé la fiche"]
    assert "brouillon" in tremplin("list", "--drafts").output
    assert "Rien pour" in tremplin("search", "zzz").output


def test_the_table_is_written_in_the_format_of_its_file(tmp_path: Path) -> None:
    tremplin("add", "Inventaire")
    out = tmp_path / "journal.xlsx"

    assert "| Inventaire |" in tremplin("table").output
    assert json.loads(tremplin("table", "--json").output)["rows"][0]["action"] == "Inventaire"
    assert tremplin("table", "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("add",),
        ("add", " "),
        ("list", "--since", "hier"),
        ("table", "--format", "xlsx"),
        ("table", "--out", "j.doc"),
    ],
)
def test_a_mistake_of_the_student_is_said_with_code_2(arguments: tuple[str, ...]) -> None:
    assert tremplin(*arguments).exit_code == 2
