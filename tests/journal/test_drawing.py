"""The map of weeks, the highlighted text, and messages, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.typography import faults
from tremplin.journal.domain.heat import Heat, heat, week_span
from tremplin.journal.domain.marking import parts
from tremplin.journal.domain.messages import Spent, feedback_request, outside_missions
from tremplin.journal.domain.weeks import weeks

STARTS, ENDS, TODAY = date(2026, 2, 2), date(2026, 7, 3), date(2026, 4, 2)


def test_the_map_shows_counts_days_off_and_today_and_says_each_in_words() -> None:
    found = heat(
        weeks(
            {date(2026, 2, 3): 1, date(2026, 2, 11): 3},
            starts_on=STARTS,
            ends_on=ENDS,
            today=TODAY,
            days_off={date(2026, 4, 6): "lundi de Pâques"},
        )
    )
    (band,) = found.bands
    monday, tuesday, wednesday, thursday, _friday = band.lines

    assert (found.held, found.begun) == (2, 9)
    assert (tuesday.cells[0].level, wednesday.cells[1].level) == ("1", "2")
    assert (monday.cells[9].level, monday.cells[9].says) == ("x", "6\u00a0avr.\u00a0: lundi de Pâques")
    assert thursday.cells[8].is_today
    assert thursday.cells[9].says == "9\u00a0avr.\u00a0: à venir"
    assert sum(span for _name, span in band.months) == len(monday.cells) == 22


def test_a_long_experience_is_cut_in_bands_and_a_saturday_written_gets_its_line() -> None:
    saturday = date(2026, 2, 7)
    found = heat(weeks({saturday: 1}, starts_on=STARTS, ends_on=STARTS + timedelta(weeks=60), today=TODAY))

    assert [len(band.lines[0].cells) for band in found.bands] == [26, 26, 9]
    assert [len(band.lines) for band in found.bands] == [7, 5, 5]
    assert found.bands[0].lines[5].cells[0].level == "1"


def test_a_week_says_its_days() -> None:
    assert week_span(date(2026, 3, 30), date(2026, 4, 3)) == "du 30 mars au 3\u00a0avril"
    assert week_span(date(2026, 6, 1), date(2026, 6, 5)) == "du 1er au 5\u00a0juin"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(1, 9), st.text(max_size=8)), max_size=4))
def test_a_cut_text_joins_back(text: str, figures: list[tuple[int, str]]) -> None:
    cut = parts(text, figures)

    assert "".join(part.text for part in cut) == text
    assert all(part.text for part in cut)


def test_figures_are_cut_where_they_stand() -> None:
    cut = parts("De 10 h à 2 h, sur 6 vélos.", [(2, "6 vélos"), (1, "De 10 h à 2 h"), (3, "absent")])

    assert [(part.text, part.figure) for part in cut] == [
        ("De 10 h à 2 h", 1),
        (", sur ", None),
        ("6 vélos", 2),
        (".", None),
    ]


def test_a_request_names_the_work_and_asks_for_the_right_to_quote() -> None:
    message = feedback_request(
        action="J’ai trié le stock.\nDeux fois.", on=STARTS, figures=("6\u00a0vélos",), student="Alice"
    )

    assert "« J’ai trié le stock. Deux fois »" in message.body.replace("\u00a0", " ")
    assert "6\u00a0vélos" in message.body
    assert "Puis-je vous citer" in message.body
    assert message.body.endswith("Alice")
    assert faults(message.body) == []


def test_the_teacher_reads_facts_then_one_question() -> None:
    message = outside_missions(
        spent=Spent(agreed=60, outside=180, in_minutes=True),
        since=STARTS,
        tasks=["J’ai tenu l’accueil."],
        missions=["Inventaire"],
        referent="Charlie Petit",
    )

    assert message.body.startswith("Bonjour Charlie Petit,")
    assert "75\u00a0% du temps que j’ai noté (3\u00a0h sur 4\u00a0h)" in message.body
    assert "- J’ai tenu l’accueil\n" in message.body
    assert faults(message.body) == []


def test_without_minutes_the_teacher_reads_entries() -> None:
    message = outside_missions(
        spent=Spent(agreed=3, outside=1, in_minutes=False), since=STARTS, tasks=[], missions=[]
    )

    assert "25\u00a0% des tâches que j’ai notées (1\u00a0entrée sur 4\u00a0entrées)" in message.body


@pytest.mark.parametrize(
    ("held", "begun", "said"),
    [
        (0, 0, ""),
        (0, 3, "Aucune semaine tenue sur trois"),
        (1, 2, "Une\u00a0semaine tenue sur deux"),
        (8, 9, "Huit\u00a0semaines tenues sur neuf"),
    ],
)
def test_the_map_says_what_it_shows(held: int, begun: int, said: str) -> None:
    assert Heat((), held, begun).finding == said
