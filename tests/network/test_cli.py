"""Who can introduce me, from the terminal."""

import json
from datetime import date

import pytest
from click.testing import CliRunner, Result

from tremplin.network.cli import network
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db


def _asked(*arguments: str) -> Result:
    return CliRunner().invoke(network, arguments, obj=lambda: None)


def test_a_path_is_said_in_json() -> None:
    load_demo(on=date(2026, 4, 2))

    said = json.loads(_asked("path", "Troquinette", "--json").stdout)

    assert said["target"] == {"kind": "organization", "name": "Troquinette"}
    first = said["paths"][0]
    assert [one["person"] for one in first["handshakes"]][-1] in first["ends_with"]
    assert all(one["reason"] and one["message"] for one in first["handshakes"])
    assert said["nearest"] is None
    assert [one["cost"] for one in said["paths"]] == sorted(one["cost"] for one in said["paths"])


def test_a_path_is_said_in_words() -> None:
    load_demo(on=date(2026, 4, 2))

    assert "poignées de main jusqu’à Troquinette" in _asked("path", "troquinette").stdout


def test_without_a_path_someone_is_named() -> None:
    load_demo(on=date(2026, 4, 2))

    said = json.loads(_asked("path", "Zzz", "--json").stdout)

    assert said["paths"] == []
    assert said["nearest"]["person"]


def test_an_empty_network_answers() -> None:
    said = json.loads(_asked("path", "Troquinette", "--json").stdout)

    assert said["paths"] == []
    assert said["nearest"] is None


def test_nothing_asked_is_a_mistake() -> None:
    assert _asked("path", " ").exit_code == 2


def test_an_export_as_json_holds_the_file_and_what_it_leaves() -> None:
    load_demo(on=date(2026, 4, 2))

    said = json.loads(_asked("export", "--format", "csv", "--json").stdout)

    assert said["content"].splitlines()[0].endswith("Fiche Tremplin")
    assert said["people"] == len(said["content"].splitlines()) - 1
    assert said["leaves"].endswith(".")
