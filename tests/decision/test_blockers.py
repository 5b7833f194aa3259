"""What forbids an option before any score, with its article; and the year week by week."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tremplin.decision.domain.blockers import Check, checks_of, is_blocked
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


@pytest.mark.parametrize(("born", "state"), [(date(1996, 9, 2), "clear"), (date(1996, 9, 1), "blocks")])
def test_apprenticeship_closes_at_30(born: date, state: str) -> None:
    found = check(Student(born, "french"), option(Kind.APPRENTICESHIP), "Âge")

    assert found.state == state
    assert any(step.because and "L. 6222-1" in str(step.because) for step in found.steps)


def test_an_unknown_age_is_asked_for() -> None:
    found = check(Student(), option(Kind.APPRENTICESHIP), "Âge")

    assert found.state == "ask"
    assert "date de naissance" in found.steps[-1].says


def test_a_public_employer_cannot_sign_a_professionalisation_contract() -> None:
    which = option(Kind.PROFESSIONALISATION, public_employer=True)

    assert check(INES, which, "Âge").state == "blocks"
    assert is_blocked(checks_of(INES, which, today=TODAY))


@pytest.mark.parametrize(("ends_on", "state"), [(date(2027, 2, 28), "clear"), (date(2027, 2, 27), "blocks")])
def test_apprenticeship_lasts_six_months_at_least(ends_on: date, state: str) -> None:
    assert check(INES, option(Kind.APPRENTICESHIP, ends_on=ends_on), "Durée").state == state


def test_a_professionalisation_of_two_years_depends_on_an_agreement() -> None:
    found = check(INES, option(Kind.PROFESSIONALISATION, ends_on=date(2028, 8, 31)), "Durée")

    assert found.state == "ask"
    assert "accord de branche" in found.ask


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
