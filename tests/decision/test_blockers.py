"""What forbids an option before any score, with its article; and the year week by week."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tremplin.decision.domain.blockers import Check, blocking, checks_of
from tremplin.decision.domain.options import Job, Kind, Nationality, Option, Rhythm, Student
from tremplin.decision.domain.rhythm import Period, exams_at_work, heaviest, usual_load, weeks_of

TODAY = date(2026, 3, 30)
INES = Student(date(2005, 3, 15), "french")


def option(kind: Kind, **changed: Any) -> Option:
    """Return a year from September 2026, accepted by the school."""
    facts: dict[str, Any] = {
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 8, 31),
        "validated": True,
    } | changed
    return Option("x", "X", kind, **facts)


def check(student: Student, which: Option, topic: str) -> Check:
    """Return the check of one topic."""
    return next(each for each in checks_of(student, which, today=TODAY) if each.topic.startswith(topic))


@pytest.mark.parametrize(("born", "state"), [(date(1996, 9, 2), "clear"), (date(1996, 9, 1), "ask")])
def test_apprenticeship_is_to_be_asked_about_from_30(born: date, state: str) -> None:
    found = check(Student(born, "french"), option(Kind.APPRENTICESHIP), "Âge")

    assert found.state == state
    assert any(step.because and "L. 6222-1" in str(step.because) for step in found.steps)


def test_past_30_the_situations_that_lift_the_limit_are_named() -> None:
    found = check(Student(date(1996, 9, 1), "french"), option(Kind.APPRENTICESHIP), "Âge")

    said = " ".join(step.says for step in found.steps)
    assert all(word in said for word in ("handicap", "création d’entreprise", "sport", "en suit un autre"))
    assert "n’est indiquée" not in said


@pytest.mark.parametrize(("born", "state"), [(date(2011, 1, 1), "ask"), (date(2011, 9, 2), "blocks")])
def test_at_15_the_end_of_the_college_is_asked_about(born: date, state: str) -> None:
    assert check(Student(born, "french"), option(Kind.APPRENTICESHIP), "Âge").state == state


@pytest.mark.parametrize(("born", "state"), [(date(2000, 9, 2), "clear"), (date(1999, 1, 1), "ask")])
def test_professionalisation_past_25_depends_on_the_situation(born: date, state: str) -> None:
    which = option(Kind.PROFESSIONALISATION)
    found = check(Student(born, "french"), which, "Âge")
    public = check(Student(born, "french"), option(Kind.PROFESSIONALISATION, public_employer=True), "Âge")

    assert found.state == state
    assert public.state == "blocks"


def test_an_unknown_age_is_asked_for() -> None:
    found = check(Student(), option(Kind.APPRENTICESHIP), "Âge")

    assert found.state == "ask"
    assert "date de naissance" in found.steps[-1].says


def test_a_public_employer_cannot_sign_a_professionalisation_contract() -> None:
    which = option(Kind.PROFESSIONALISATION, public_employer=True)

    assert check(INES, which, "Âge").state == "blocks"
    assert blocking(checks_of(INES, which, today=TODAY)) == ("Âge et employeur",)


@pytest.mark.parametrize(("ends_on", "state"), [(date(2027, 2, 28), "clear"), (date(2027, 2, 27), "blocks")])
def test_apprenticeship_lasts_six_months_at_least(ends_on: date, state: str) -> None:
    assert check(INES, option(Kind.APPRENTICESHIP, ends_on=ends_on), "Durée").state == state


def test_a_professionalisation_of_two_years_depends_on_an_agreement() -> None:
    found = check(INES, option(Kind.PROFESSIONALISATION, ends_on=date(2028, 8, 31)), "Durée")

    assert found.state == "ask"
    assert "accord de branche" in found.ask


@pytest.mark.parametrize(
    ("ends_on", "state", "lasts"),
    [
        (date(2027, 8, 31), "clear", "12 mois."),
        (date(2027, 9, 1), "ask", "12 mois et 1 jour."),
        (date(2027, 9, 29), "ask", "12 mois et 29 jours."),
        (date(2029, 8, 31), "ask", "36 mois."),
        (date(2029, 9, 29), "blocks", "36 mois et 29 jours."),
        (date(2027, 2, 27), "blocks", "5 mois et 27 jours."),
    ],
)
def test_a_professionalisation_is_measured_to_the_day(ends_on: date, state: str, lasts: str) -> None:
    found = check(INES, option(Kind.PROFESSIONALISATION, ends_on=ends_on), "Durée")

    assert found.state == state
    assert lasts in " ".join(step.says for step in found.steps).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("weekly", "beside", "state"),
    [("35", None, "clear"), ("48", None, "clear"), ("48.5", None, "blocks"), ("60", "60", "blocks"),
     ("35", "13", "clear"), ("35", "13.5", "ask")],
)  # fmt: skip
def test_a_week_over_48_hours_is_flagged(weekly: str, beside: str | None, state: str) -> None:
    job = Job(Decimal(beside)) if beside else None
    found = check(INES, option(Kind.APPRENTICESHIP, weekly_hours=Decimal(weekly), job=job), "Heures")

    assert found.state == state
    assert any("L. 3121-20" in str(step.because) for step in found.steps)


def test_a_minor_s_week_stops_at_35_hours_and_an_unknown_age_is_asked() -> None:
    which = option(Kind.APPRENTICESHIP, weekly_hours=Decimal(39))

    assert check(Student(date(2010, 1, 1)), which, "Heures").state == "blocks"
    assert check(Student(), which, "Heures").state == "ask"
    assert check(Student(), option(Kind.APPRENTICESHIP), "Heures").state == "clear"


def test_an_internship_of_two_days_leaves_room_for_a_job() -> None:
    which = option(
        Kind.INTERNSHIP, ends_on=date(2027, 1, 31), rhythm=Rhythm("days", 2, 3), job=Job(Decimal(30))
    )

    assert check(INES, which, "Heures").state == "clear"


def test_an_internship_of_a_year_is_too_long_and_one_of_five_months_is_not() -> None:
    assert check(INES, option(Kind.INTERNSHIP), "Durée").state == "blocks"
    assert check(INES, option(Kind.INTERNSHIP, ends_on=date(2027, 1, 31)), "Durée").state == "clear"


def test_a_school_that_said_no_blocks_and_one_not_asked_is_to_be_asked() -> None:
    refused = check(INES, option(Kind.APPRENTICESHIP, validated=False), "Diplôme")
    unasked = check(INES, option(Kind.INTERNSHIP, validated=None), "Diplôme")

    assert (refused.state, unasked.state) == ("blocks", "ask")


def test_too_little_teaching_blocks_an_internship_but_not_a_gap_year() -> None:
    few = {"ends_on": date(2027, 1, 31), "teaching_hours": Decimal(120)}

    assert check(INES, option(Kind.INTERNSHIP, **few), "Diplôme").state == "blocks"
    assert check(INES, option(Kind.GAP_YEAR, **few), "Diplôme").state == "clear"


@pytest.mark.parametrize(("nationality", "asked"), [("french", False), ("european", False), ("other", True)])
def test_the_right_to_work_is_a_pointer_never_a_verdict(nationality: Nationality, asked: bool) -> None:
    found = checks_of(Student(INES.birth_on, nationality), option(Kind.APPRENTICESHIP), today=TODAY)
    pointers = [each for each in found if each.topic.startswith("Nationalité")]

    assert bool(pointers) is asked
    assert all(each.state == "ask" and each.ask for each in pointers)


def test_what_blocks_comes_first() -> None:
    found = checks_of(Student(), option(Kind.INTERNSHIP), today=TODAY)

    assert found[0].state == "blocks"


def test_a_past_start_and_a_late_signature_are_to_be_looked_at() -> None:
    assert check(INES, option(Kind.INTERNSHIP, starts_on=date(2026, 3, 1)), "Dates").state == "ask"
    assert check(INES, option(Kind.INTERNSHIP, signed_on=date(2026, 9, 2)), "Dates").state == "ask"


def test_alternating_weeks_follow_one_another() -> None:
    rhythm = Rhythm("weeks", company=3, school=1, school_hours=Decimal(30), commute_minutes=30)
    weeks = weeks_of(option(Kind.APPRENTICESHIP, rhythm=rhythm))

    assert [week.where for week in weeks[:5]] == ["company", "company", "company", "school", "company"]
    assert weeks[0].load == 35 + 5  # ten journeys of half an hour
    assert weeks[3].load == 30


def test_days_shared_in_the_week_and_a_job_add_up() -> None:
    rhythm = Rhythm("days", company=3, school=2, school_hours=Decimal(30))
    weeks = weeks_of(option(Kind.APPRENTICESHIP, rhythm=rhythm, job=Job(Decimal(4))))

    assert {week.where for week in weeks} == {"both"}
    assert usual_load(weeks) == 21 + 12 + 4


def test_exams_during_company_weeks_are_pointed_out() -> None:
    exams = (Period("Partiels", date(2027, 1, 11), date(2027, 1, 15)),)
    weeks = weeks_of(option(Kind.APPRENTICESHIP), exams=exams)

    assert [week.monday for week in exams_at_work(weeks)] == [date(2027, 1, 11)]
    assert heaviest(weeks).exams == "Partiels"
