from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.journal.entries import NOW, TODAY, make_entry, make_internship
from tremplin.journal import operations, queries
from tremplin.journal.models import Entry, ImpactKind, Visibility

pytestmark = pytest.mark.django_db


def confirm(entry: Entry, **values: object) -> None:
    facts = {"kind": ImpactKind.QUANTITY, "quantity": Decimal(3), "unit": "vélos", **values}
    operations.keep_impact(entry, operations.ImpactValues(**facts), at=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", ["redaction", "RÉDIGER", "rédigé fiche", "pannes", "fich", "rédact pann"])
def test_an_entry_is_found_without_accents_and_by_family(asked: str) -> None:
    entry = make_entry("J’ai rédigé la fiche panne, une rédaction courte")
    make_entry("Autre chose")

    assert queries.found(asked) == [entry]


@pytest.mark.parametrize("asked", ["", "   ", "'\"*()", "AND OR NOT", "zzz", "fiche zzz"])
def test_an_odd_query_finds_nothing_and_does_no_harm(asked: str) -> None:
    make_entry("J’ai rédigé la fiche panne")

    assert queries.found(asked) == []


def test_skills_figures_and_words_of_others_are_found_too() -> None:
    entry = make_entry(skills=[operations.find_or_add_skill("Analyse de données").pk])
    confirm(entry)
    operations.add_feedback(words="Un format court", entry=entry, author_name="Samia Kaddour")

    for asked in ("donnée", "vélo", "formats", "kaddour"):
        assert queries.found(asked) == [entry]


def test_filters_and_their_counts_agree() -> None:
    skill = operations.find_or_add_skill("Inventaire")
    full = make_entry("Complète", skills=[skill.pk])
    confirm(full)
    operations.add_feedback(words="Bien", entry=full)
    make_entry("Brouillon", draft=True)
    pain = make_entry("Ça revient", pain_point=True)

    counts = queries.counts()

    assert (counts.all, counts.without_figure, counts.without_feedback, counts.drafts) == (3, 2, 2, 1)
    assert counts.by_skill == ((skill, 1),)
    assert queries.entries(queries.Filters(without_figure=True)).count() == 2
    assert list(queries.entries(queries.Filters(skill=skill.pk))) == [full]
    assert queries.pain_points() == [pain]


def test_figures_carry_their_witness_and_no_needless_zero() -> None:
    entry = make_entry()
    confirm(entry, quantity=Decimal("4.5"), unit="h", method="measured")

    (figure,) = queries.figures()

    assert str(figure.value) == "4.5"
    assert figure.method == "measured"


def test_coverage_counts_finished_entries_only_and_shows_the_least_proved_first() -> None:
    proved, bare = operations.find_or_add_skill("Inventaire"), operations.find_or_add_skill("Achats")
    for skill in (proved, bare):
        operations.aim_for(skill, target=True)
    entry = make_entry(skills=[proved.pk])
    confirm(entry)
    make_entry("Brouillon", skills=[bare.pk], draft=True)
    operations.delete_entry(make_entry("Partie", skills=[bare.pk]), at=NOW)

    first, second = queries.coverage()

    assert (first.skill, first.entries, first.proved) == (bare, 0, False)
    assert (second.skill, second.entries, second.figures, second.feedback) == (proved, 1, 1, 0)


def test_suggestions_go_from_the_student_s_skills_to_the_list() -> None:
    operations.find_or_add_skill("Analyse de cycle")

    found = queries.suggestions("analyse donnees") + queries.suggestions("analyse cyc")

    assert [(one.name, one.pk is None) for one in found] == [
        ("Analyse de données", True),
        ("Analyse de cycle", False),
        ("Analyse de cycle de vie", True),
    ]


def test_the_current_experience_is_the_latest_that_lasts() -> None:
    internship = make_internship()
    make_internship(title="Association", starts_on=date(2024, 9, 1), ends_on=None)

    assert queries.current_experience(on=TODAY) == internship
    assert str(queries.current_experience(on=date(2026, 8, 1))) == "Association"
    assert queries.current_experience(on=date(2020, 1, 1)) is None


def test_the_map_counts_the_entries_of_each_day() -> None:
    internship = make_internship()
    for _ in range(2):
        make_entry(experience_id=internship.pk)
    make_entry("Ailleurs")

    found = queries.heat_map(internship, today=TODAY)

    assert sum(week.count for week in found) == 2
    assert len(found) == 22


def test_the_session_asks_first_about_what_is_unfinished() -> None:
    draft = make_entry("À finir", draft=True, on=TODAY)
    make_entry("Sans compétence", on=TODAY)

    asked = queries.week_prompts(today=TODAY)

    assert {prompt.about for prompt in asked[:2]} == {draft.pk, draft.pk + 1}
    assert "il manque la fin" in " ".join(prompt.question for prompt in asked)


def test_time_outside_the_agreed_missions_is_a_share() -> None:
    internship = make_internship()
    agreed = operations.add_mission(internship, title="Atelier")
    outside = operations.add_mission(internship, title="Café", agreed=False)
    for mission, minutes in ((agreed, 60), (outside, 30), (None, 500)):
        make_entry(experience_id=internship.pk, mission_id=mission and mission.pk, minutes=minutes)

    share = queries.time_share(internship)

    assert (share.agreed, share.outside, share.unsaid, share.in_minutes) == (60, 30, 500, True)
    assert share.outside_percent == 33


def test_without_minutes_the_share_counts_entries() -> None:
    internship = make_internship()
    make_entry(experience_id=internship.pk)

    share = queries.time_share(internship)

    assert (share.unsaid, share.in_minutes, share.outside_percent) == (1, False, None)


def test_the_table_has_no_draft_and_hides_what_is_private_from_the_company() -> None:
    make_entry("Visible")
    make_entry("Privée", visibility=Visibility.PRIVATE)
    make_entry("Brouillon", draft=True)

    assert {row.action for row in queries.table()} == {"Visible", "Privée"}
    assert [row.action for row in queries.table(reader="company")] == ["Visible"]


def test_an_unconfirmed_figure_is_not_in_the_table() -> None:
    entry = make_entry()
    values = operations.ImpactValues(kind=ImpactKind.QUANTITY, quantity=Decimal(9), unit="vélos")
    operations.keep_impact(entry, values, at=None)

    assert queries.table()[0].impacts == ()
    assert entry.date + timedelta(days=3) == TODAY
