"""What the agreement states, who signs it, and what surrounds the internship."""

from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.internship.abroad import abroad
from tremplin.law.internship.attestation import attestation
from tremplin.law.internship.dangerous_tasks import dangerous_tasks
from tremplin.law.internship.forbidden_uses import FORBIDDEN_USES, Use, forbidden_uses
from tremplin.law.internship.gap_year import gap_year
from tremplin.law.internship.interruption import Reason, interruption
from tremplin.law.internship.leave import (
    FAMILY_ARTICLES,
    FamilyReason,
    family_leave,
    leave_clause,
    paid_absence,
)
from tremplin.law.internship.mentions import MENTIONS, missing_mentions, required_mentions
from tremplin.law.internship.protection import harassment_protection
from tremplin.law.internship.register import presence_count, register_entries
from tremplin.law.internship.requalification import requalification
from tremplin.law.internship.scope import internship_scope
from tremplin.law.internship.signatories import missing_signatures, required_signatories
from tremplin.law.internship.signed_before_start import signed_before_start
from tremplin.law.internship.teaching_volume import teaching_volume
from tremplin.law.internship.who_to_turn_to import RECOURSES, Problem, who_to_turn_to
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

ON = date(2026, 3, 2)
FIVE = {"intern", "host", "school", "supervising_teacher", "tutor"}


def test_an_internship_belongs_to_a_curriculum() -> None:
    assert isinstance(internship_scope(in_curriculum=True), Holds)
    assert internship_scope(in_curriculum=None) == NeedsFacts(("in_curriculum",))


def test_an_internship_outside_any_curriculum_is_refused_with_every_reason() -> None:
    outcome = internship_scope(in_curriculum=False, approved_missions=False)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 2


@pytest.mark.parametrize(
    ("observation", "lifelong", "reasons"), [(True, False, 1), (False, True, 1), (True, True, 2)]
)
def test_other_placements_follow_other_rules(observation: bool, lifelong: bool, reasons: int) -> None:
    outcome = internship_scope(in_curriculum=None, school_observation=observation, lifelong_training=lifelong)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == reasons


def test_each_forbidden_use_served_is_a_breach() -> None:
    outcome = forbidden_uses(uses={"seasonal": True, "replacement": True})

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 2


def test_uses_must_all_be_known_to_be_cleared() -> None:
    cleared: dict[Use, bool | None] = dict.fromkeys(FORBIDDEN_USES, False)

    assert isinstance(forbidden_uses(uses=cleared), Holds)
    assert forbidden_uses(uses=cleared | {"seasonal": None}) == NeedsFacts(("seasonal",))


@pytest.mark.parametrize(
    ("total", "presence", "higher", "answer"),
    [
        ("200", "50", True, "holds"),
        ("200", "49.5", True, "does not hold"),
        ("199.5", "60", True, "does not hold"),
        ("200", "200", False, "holds"),
        ("200", "199", False, "does not hold"),
        ("200", "100", None, "needs facts"),
        ("200", "200", None, "holds"),
        ("200", "40", None, "does not hold"),
        ("200", None, True, "needs facts"),
        ("100", None, None, "does not hold"),
        (None, None, True, "needs facts"),
    ],
)
def test_the_curriculum_holds_200_hours_and_its_share_in_presence(
    total: str | None, presence: str | None, higher: bool | None, answer: str
) -> None:
    outcome = teaching_volume(
        total_hours=None if total is None else Decimal(total),
        hours_in_presence=None if presence is None else Decimal(presence),
        higher_education=higher,
        on=ON,
    )

    assert outcome.answer == answer


@pytest.mark.parametrize(("on", "lawful"), [(date(2017, 12, 3), False), (date(2017, 12, 4), True)])
def test_fifty_hours_in_presence_suffice_since_december_2017(on: date, lawful: bool) -> None:
    outcome = teaching_volume(
        total_hours=Decimal(210), hours_in_presence=Decimal(60), higher_education=True, on=on
    )

    assert isinstance(outcome, Holds) is lawful


def test_a_derogation_or_a_gap_year_spares_the_presence() -> None:
    derogation = teaching_volume(
        total_hours=Decimal(200), hours_in_presence=None, higher_education=True, on=ON, derogation=True
    )
    spared = teaching_volume(
        total_hours=None, hours_in_presence=None, higher_education=None, on=ON, gap_year=True
    )

    assert isinstance(derogation, Holds)
    assert isinstance(spared, Holds)


def mention_ids(
    *,
    hours: str = "441",
    ends_on: date = date(2026, 6, 30),
    gap_year: bool = False,
    abroad: bool = False,
    internal_rules: bool = True,
) -> list[str]:
    outcome = required_mentions(
        hours_present=Decimal(hours),
        starts_on=date(2026, 2, 2),
        ends_on=ends_on,
        gap_year=gap_year,
        abroad=abroad,
        internal_rules=internal_rules,
    )
    assert isinstance(outcome, Holds)
    return [mention.id for mention in outcome.value]


def test_the_fifteen_mentions_are_all_there() -> None:
    assert {mention.id.rstrip("ab") for mention in MENTIONS} == {str(number) for number in range(1, 16)}


@pytest.mark.parametrize(("hours", "asked"), [("308", False), ("309", True)])
def test_leave_is_mentioned_above_two_months(hours: str, asked: bool) -> None:
    assert ("leave" in mention_ids(hours=hours)) is asked


def test_conditional_mentions_follow_the_internship() -> None:
    assert {"1a", "1b"}.isdisjoint(mention_ids(gap_year=True))
    assert "gap_year" in mention_ids(gap_year=True)
    assert "abroad" in mention_ids(abroad=True)
    assert "14" not in mention_ids(internal_rules=False)
    assert "indexation" in mention_ids(ends_on=date(2027, 1, 15))
    assert "indexation" not in mention_ids(hours="300", ends_on=date(2027, 1, 15))


def test_every_missing_mention_is_said() -> None:
    outcome = missing_mentions(stated={"1a"}, required=MENTIONS)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == len(MENTIONS) - 1


def test_mentions_name_what_they_miss() -> None:
    assert required_mentions(hours_present=None, starts_on=None, ends_on=ON).answer == "needs facts"
    assert missing_mentions(stated=None, required=MENTIONS) == NeedsFacts(("stated",))
    assert isinstance(missing_mentions(stated={each.id for each in MENTIONS}, required=MENTIONS), Holds)


@pytest.mark.parametrize(
    ("signed", "minor", "missing"),
    [
        (FIVE, False, 0),
        (FIVE - {"tutor"}, False, 1),
        (FIVE - {"tutor", "school"}, None, 2),
        (FIVE, True, 1),
        (FIVE | {"legal_representative"}, True, 0),
        (FIVE - {"intern"} | {"legal_representative"}, True, 0),
    ],
)
def test_five_people_sign_and_the_representative_of_a_minor(
    signed: set[str], minor: bool | None, missing: int
) -> None:
    outcome = missing_signatures(signed=signed, minor=minor)

    assert isinstance(outcome, Holds) is (missing == 0)
    assert isinstance(outcome, Holds) or len(outcome.steps) == missing


@pytest.mark.parametrize(("minor", "count"), [(None, 5), (False, 5), (True, 6)])
def test_the_signatories_are_listed(minor: bool | None, count: int) -> None:
    outcome = required_signatories(minor=minor)

    assert isinstance(outcome, Holds)
    assert len(outcome.value) == count
    assert missing_signatures(signed=None) == NeedsFacts(("signed",))


@pytest.mark.parametrize(
    ("signed_on", "answer"),
    [(date(2026, 3, 1), "holds"), (ON, "holds"), (date(2026, 3, 3), "does not hold"), (None, "needs facts")],
)
def test_the_agreement_is_signed_by_the_first_day(signed_on: date | None, answer: str) -> None:
    assert signed_before_start(signed_on=signed_on, starts_on=ON).answer == answer


def test_signing_late_carries_its_doubt() -> None:
    outcome = signed_before_start(signed_on=date(2026, 3, 3), starts_on=ON)

    assert [doubt.rule for doubt in outcome.doubts] == ["A5b.signed_before_start"]


@pytest.mark.parametrize(
    ("hours", "clause", "answer"),
    [
        ("308", False, "holds"),
        ("309", False, "does not hold"),
        ("309", True, "holds"),
        ("309", None, "needs facts"),
    ],
)
def test_leave_is_foreseen_above_two_months(hours: str, clause: bool | None, answer: str) -> None:
    assert leave_clause(hours_present=Decimal(hours), clause_present=clause, on=ON).answer == answer


@pytest.mark.parametrize("reason", FAMILY_ARTICLES)
def test_family_leave_is_that_of_employees(reason: FamilyReason) -> None:
    assert family_leave(reason=reason).value


@pytest.mark.parametrize(
    ("host", "school", "sheet", "answer"),
    [
        (True, True, None, ("host", "school")),
        (True, False, None, ("host",)),
        (False, True, True, ("school",)),
        (False, False, None, ()),
    ],
)
def test_french_law_binds_the_french_sides(
    host: bool, school: bool, sheet: bool | None, answer: tuple[str, ...]
) -> None:
    outcome = abroad(host_in_france=host, school_in_france=school, sheet_annexed=sheet)

    assert isinstance(outcome, Holds)
    assert outcome.value == answer


def test_abroad_the_sheet_is_annexed() -> None:
    missing = abroad(host_in_france=False, school_in_france=True, sheet_annexed=False)

    assert isinstance(missing, DoesNotHold)
    assert abroad(host_in_france=False, school_in_france=True) == NeedsFacts(("sheet_annexed",))
    assert abroad(host_in_france=None, school_in_france=True) == NeedsFacts(("host_in_france",))


@pytest.mark.parametrize(
    ("known", "answer"), [(True, "holds"), (False, "does not hold"), (None, "needs facts")]
)
def test_a_gap_year_is_spared_two_rules(known: bool | None, answer: str) -> None:
    assert gap_year(is_gap_year=known).answer == answer


@pytest.mark.parametrize(
    ("reason", "agrees", "answer"),
    [
        ("illness", None, "holds"),
        ("host_decision", True, "holds"),
        ("host_decision", False, "does not hold"),
        ("teaching_breach", None, "needs facts"),
        ("other", None, "does not hold"),
        (None, None, "needs facts"),
    ],
)
def test_an_interrupted_internship_is_validated(
    reason: Reason | None, agrees: bool | None, answer: str
) -> None:
    assert interruption(reason=reason, school_agrees=agrees).answer == answer


@pytest.mark.parametrize(
    ("hours", "paid", "reasons"), [("441", "1984.50", 0), ("400", "1984.50", 1), (None, None, 2)]
)
def test_the_certificate_states_duration_and_gratification(
    hours: str | None, paid: str | None, reasons: int
) -> None:
    outcome = attestation(
        hours_present=Decimal(441),
        gratification_paid=Decimal("1984.50"),
        stated_hours=None if hours is None else Decimal(hours),
        stated_gratification=None if paid is None else Decimal(paid),
    )

    assert isinstance(outcome, Holds) is (reasons == 0)
    assert isinstance(outcome, Holds) or len(outcome.steps) == reasons


def test_the_certificate_of_an_unpaid_internship_states_only_the_duration() -> None:
    outcome = attestation(
        hours_present=Decimal(140), gratification_paid=Decimal(0), stated_hours=Decimal(140)
    )

    assert isinstance(outcome, Holds)
    assert len(outcome.value) == 1


def test_the_certificate_is_given_to_every_intern() -> None:
    missing = attestation(hours_present=Decimal(140), gratification_paid=Decimal(0), issued=False)

    assert isinstance(missing, DoesNotHold)
    assert attestation(hours_present=None, gratification_paid=None).answer == "needs facts"


@pytest.mark.parametrize(
    ("known", "answer"), [(True, "holds"), (False, "does not hold"), (None, "needs facts")]
)
def test_presence_is_counted_and_absences_are_unpaid_unless_kept(known: bool | None, answer: str) -> None:
    assert presence_count(kept=known).answer == answer
    assert paid_absence(kept_by_agreement=known).answer == answer


def test_every_dangerous_task_is_refused() -> None:
    outcome = dangerous_tasks(tasks=["conduite d'un chariot", "travail en hauteur"])

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 2
    assert isinstance(dangerous_tasks(tasks=()), Holds)
    assert dangerous_tasks(tasks=None) == NeedsFacts(("tasks",))


def test_the_register_holds_three_entries() -> None:
    outcome = register_entries(on=ON)

    assert len(outcome.value) == 3
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.register_years.confidence"]


def test_requalification_gives_every_ground_and_the_ruling() -> None:
    outcome = requalification(grounds={"real_job", "waiting_ignored"}, on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value == ("real_job", "waiting_ignored")
    assert any("Cour de cassation" in step.says for step in outcome.steps)


def test_the_ruling_is_not_cited_for_a_hidden_job_alone() -> None:
    outcome = requalification(grounds={"real_job"}, on=ON)

    assert not any("Cour de cassation" in step.says for step in outcome.steps)


def test_requalification_needs_a_ground() -> None:
    assert isinstance(requalification(grounds=(), on=ON), DoesNotHold)
    assert requalification(grounds=None, on=ON) == NeedsFacts(("grounds",))


@pytest.mark.parametrize("kind", ["moral", "sexual"])
def test_interns_are_covered_against_harassment(kind: str) -> None:
    outcome = harassment_protection(kind=kind)  # type: ignore[arg-type]

    assert outcome.value
    assert [doubt.rule for doubt in outcome.doubts] == ["A28.article_number"]


@pytest.mark.parametrize("problem", RECOURSES)
def test_the_school_is_the_first_to_turn_to(problem: Problem) -> None:
    outcome = who_to_turn_to(problem=problem)

    assert isinstance(outcome, Holds)
    assert outcome.value[0].who == "school"


def test_the_problem_must_be_known() -> None:
    assert who_to_turn_to(problem=None) == NeedsFacts(("problem",))
