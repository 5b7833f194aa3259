"""What is known of the student's case: results, what was shown, check-ins, projects, sums, the deck."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from tremplin.evidence.derived import Derived, Range
from tremplin.internships import queries as internships
from tremplin.journal import queries as journal
from tremplin.journal.domain.table import bare
from tremplin.network.domain.exchanged import Exchanged
from tremplin.value.domain import arithmetic
from tremplin.value.domain.candidates import Scored, scored
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import Proven, Result, Words, ranked
from tremplin.value.models import (
    Case,
    CheckIn,
    Commitment,
    Deck,
    Duty,
    Frequency,
    Line,
    PlanStep,
    Showing,
    Side,
    Slide,
)

TERMS = (30, 60, 90)
INDISPENSABLE = "indispensable"
TALKS = ("mid_term", "three_quarters")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project of the register, and what it earns."""

    project: Any
    score: Scored


@dataclass(frozen=True, slots=True)
class Shown:
    """A result, and each time it was shown, latest first; `seen_by` is the tutor who saw it otherwise."""

    result: Result
    showings: tuple[Showing, ...]
    seen_by: str = ""

    @property
    def waits(self) -> bool:
        """Whether it still has to be shown."""
        return not self.showings and not self.seen_by


def followed(*, on: date) -> Followed | None:
    """Return the internship the room speaks of.

    Args:
        on: the present day.

    Returns:
        The one under way, else the nearest; None without any.
    """
    found = internships.current_internship(on=on)
    return _followed(found) if found else None


def followed_at(internship_id: int) -> Followed | None:
    """Return one internship by its key; None when it is not there."""
    found = internships.internship(internship_id)
    return _followed(found) if found else None


def _followed(found: Any) -> Followed:
    experience = found.experience
    return Followed(
        pk=found.pk,
        experience_id=experience.pk,
        title=experience.title,
        host=experience.organization.name if experience.organization else "",
        starts_on=experience.starts_on,
        last_day=internships.last_day(found),
        tutor=found.tutor.full_name if found.tutor else "",
        tutor_id=found.tutor_id,
        is_apprenticeship=experience.kind == "apprenticeship",
    )


# --- results


def results(internship: Followed) -> tuple[Result, ...]:
    """Return the finished entries of an internship that the company may read.

    Args:
        internship: the internship.

    Returns:
        Results, latest first; drafts and private entries stay in the journal.
    """
    kept = journal.entries(journal.Filters(experience=internship.experience_id))
    return tuple(_result(one) for one in kept if not one.draft and one.visibility != "private")


def _result(one: Any) -> Result:
    impacts = list(one.impacts.all())
    return Result(
        entry=one.pk,
        on=one.date,
        action=one.action,
        skills=tuple(skill.name for skill in one.skills.all()),
        proofs=tuple(
            Proven(impact.pk, journal.figure(impact, one)) for impact in impacts if impact.confirmed_at
        ),
        words=tuple(words_of(feedback) for feedback in one.feedback.all()),
        pain_point=one.pain_point,
        unconfirmed=sum(impact.confirmed_at is None for impact in impacts),
    )


def words_at_large(internship: Followed) -> tuple[Words, ...]:
    """Return the words received about the whole internship, such as at a check-in, in the order kept."""
    experience = journal.experiences().filter(pk=internship.experience_id).first()
    rows = experience.feedback.filter(entry=None).select_related("person") if experience else ()
    return tuple(words_of(row) for row in rows)


def words_of(feedback: Any) -> Words:
    """Return a feedback of the journal as Valeur quotes it."""
    return Words(
        feedback=feedback.pk,
        says=bare(feedback.words),
        author=author_of(feedback),
        role=feedback.author_role,
        on=feedback.given_on,
        quotable=bool(feedback.quotable),
    )


def author_of(feedback: Any) -> str:
    """Return who said it, as the student wrote it, else as network names them."""
    return feedback.author_name or (feedback.person.full_name if feedback.person_id else "")


def shown_results(internship: Followed, found: Iterable[Result] | None = None) -> tuple[Shown, ...]:
    """Return every result with figures or words, and to whom it was shown.

    Args:
        internship: the internship.
        found: results already read; None to read them.

    Returns:
        Best first.
    """
    every = results(internship) if found is None else found
    told = ranked(one for one in every if one.proofs or one.words)
    rows = Showing.objects.filter(entry__in=[one.entry for one in told]).select_related("person")
    by_entry: dict[int, list[Showing]] = defaultdict(list)
    for row in rows:
        by_entry[row.entry_id].append(row)
    tutor = internship.tutor
    return tuple(
        Shown(one, tuple(by_entry[one.entry]), tutor if one.is_seen_by(tutor) else "") for one in told
    )


def results_shown() -> tuple[Exchanged, ...]:
    """Return each time a result was shown to someone: a real exchange for Réseau.

    Returns:
        One a person and day, in no order.
    """
    rows = Showing.objects.filter(entry__deleted_at=None).order_by().values_list("person_id", "on").distinct()
    return tuple(Exchanged(person, on, "résultat montré") for person, on in rows)


def unshown(internship: Followed, found: Iterable[Result] | None = None) -> tuple[Result, ...]:
    """Return the results still to be shown, best first; `found` are those already read."""
    return tuple(one.result for one in shown_results(internship, found) if one.waits)


# --- case, sums, plan, duties


def case_of(internship: Followed) -> Case:
    """Return what the student states of an internship; a new case, not saved yet, before they do."""
    kept = Case.objects.filter(internship_id=internship.pk).select_related("budget_holder").first()
    return kept or Case(internship_id=internship.pk, revision=0)


def assumptions(case: Case) -> arithmetic.Assumptions:
    """Return the assumptions of a case as ranges."""
    weeks = Range(_plain(case.weeks_low), _plain(case.weeks_high), "semaines")
    cost, employing = _range(case.cost_low, case.cost_high), _range(case.employing_low, case.employing_high)
    return arithmetic.Assumptions(weeks, cost, employing)


def _range(low: Decimal | None, high: Decimal | None) -> Range | None:
    if low is None and high is None:
        return None
    bounds = [value for value in (low, high) if value is not None]
    return Range(_plain(min(bounds)), _plain(max(bounds)), "€")


def _plain(value: Decimal | int) -> Decimal:
    return Decimal(f"{Decimal(value).normalize():f}")


def savings(internship: Followed, found: Iterable[Result] | None = None) -> tuple[arithmetic.Saving, ...]:
    """Return the times saved and what they are worth in a year.

    Args:
        internship: the internship.
        found: results already read; None to read them.

    Returns:
        One a figure of time.
    """
    told = tuple(found) if found is not None else results(internship)
    keys = [proof.impact for one in told for proof in one.proofs]
    rows = {row.impact_id: _frequency(row) for row in Frequency.objects.filter(impact__in=keys)}
    return arithmetic.savings(told, assumptions(case_of(internship)), rows)


def _frequency(row: Frequency) -> arithmetic.Frequency:
    bounds = [_plain(value) for value in (row.low, row.high) if value is not None]
    times = Range(min(bounds), max(bounds), "fois") if bounds else None
    return arithmetic.Frequency(times, row.counted)


def frequency(impact_id: int) -> Frequency | None:
    """Return how often a figure comes back, as stated; None when nothing is."""
    return Frequency.objects.filter(impact_id=impact_id).first()


def sums(internship: Followed, found: Iterable[Result] | None = None) -> tuple[Derived, ...]:
    """Return the derived figures a deck may quote."""
    return arithmetic.sums(savings(internship, found))


def plan_steps(case: Case) -> tuple[PlanStep, ...]:
    """Return the three terms of the plan, empty where nothing is written yet."""
    kept = {step.days: step for step in case.steps.all()} if case.pk else {}
    return tuple(kept.get(days) or PlanStep(days=days) for days in TERMS)


def duties(internship: Followed) -> QuerySet[Duty]:
    """Return the tasks the student holds, in the order written."""
    return Duty.objects.filter(internship_id=internship.pk, deleted_at=None)


def duty(duty_id: int, *, removed: bool = False) -> Duty | None:
    """Return one task; None when it is not there."""
    return Duty.objects.filter(pk=duty_id, deleted_at__isnull=not removed).first()


def unheld(internship: Followed) -> tuple[str, ...]:
    """Return the tasks nobody else holds: why a departure would leave a gap."""
    return tuple(duties(internship).filter(successor="").values_list("task", flat=True))


# --- check-ins


def check_in(internship: Followed, kind: str) -> CheckIn | None:
    """Return a check-in as prepared or held; None before it is prepared."""
    kept = CheckIn.objects.filter(internship_id=internship.pk, kind=kind)
    return kept.prefetch_related("commitments").first()


def commitments(internship: Followed, *, before: str = "") -> tuple[Commitment, ...]:
    """Return what was promised at check-ins and is not done yet.

    Args:
        internship: the internship.
        before: kind of the check-in being prepared, left out; empty for all.

    Returns:
        In the order written.
    """
    kept = Commitment.objects.filter(check_in__internship_id=internship.pk, done_on=None)
    return tuple(kept.exclude(check_in__kind=before).select_related("check_in"))


def commitment(commitment_id: int) -> Commitment | None:
    """Return one commitment; None when it is not there."""
    return Commitment.objects.filter(pk=commitment_id).first()


def promised(internship: Followed, *, before: str) -> tuple[str, ...]:
    """Return what the student promised last time; their goals are theirs alone, see `goals_open`."""
    kept = commitments(internship, before=before)
    return tuple(one.text for one in kept if one.side == Side.STUDENT)


def goals_open(internship: Followed) -> tuple[tuple[int, str], ...]:
    """Return the key and text of each goal not reached: private until the student ticks one."""
    row = internships.internship(internship.pk)
    found = internships.goals(row) if row else ()
    return tuple((goal.pk, goal.text) for goal in found if goal.reached_on is None)


def coming(internship: Followed) -> tuple[str, ...]:
    """Return what is under way: the projects not over."""
    row = internships.internship(internship.pk)
    found = internships.projects(row) if row else ()
    return tuple(one.title for one in found if one.stage in {"idea", "under_way"})


def last_held(internship: Followed, *, before: str) -> date | None:
    """Return the day of the last check-in held, the one being prepared left out."""
    held = CheckIn.objects.filter(internship_id=internship.pk, held_on__isnull=False)
    return held.exclude(kind=before).order_by("-held_on").values_list("held_on", flat=True).first()


def has_talked(internship: Followed) -> bool:
    """Say whether a check-in was held, noted here or on its milestone."""
    if CheckIn.objects.filter(internship_id=internship.pk, held_on__isnull=False).exists():
        return True
    row = internships.internship(internship.pk)
    return (
        row is not None and internships.milestones(row).filter(kind__in=TALKS, done_on__isnull=False).exists()
    )


def talks(internship: Followed) -> tuple[Any, ...]:
    """Return the milestones of the two check-ins, by day."""
    row = internships.internship(internship.pk)
    return tuple(internships.milestones(row).filter(kind__in=TALKS)) if row else ()


# --- projects


def candidates(internship: Followed) -> tuple[Candidate, ...]:
    """Return the indispensable projects of the register, the best first, those without score last."""
    row = internships.internship(internship.pk)
    found = internships.projects(row, kind=INDISPENSABLE) if row else ()
    every = [Candidate(one, scored(scores_of(one))) for one in found]
    return tuple(sorted(every, key=lambda one: -(one.score.total or -1)))


def ghosts(internship: Followed) -> tuple[Any, ...]:
    """Return the ghost projects of the register."""
    row = internships.internship(internship.pk)
    return tuple(internships.projects(row, kind="ghost")) if row else ()


def scores_of(project: Any) -> Mapping[str, int | None]:
    """Return the six scores of a project by key of criterion."""
    keys = ("pain", "visibility", "feasible", "data", "successor", "proof")
    return {key: getattr(project, f"{key}_score") for key in keys}


def pains_without_project(internship: Followed, found: Iterable[Result] | None = None) -> tuple[Result, ...]:
    """Return the pain points that no project answers yet, latest first; `found` are results already read."""
    taken = {entry.pk for one in candidates(internship) for entry in one.project.pain_points.all()}
    every = results(internship) if found is None else found
    return tuple(one for one in every if one.pain_point and one.entry not in taken)


# --- the deck


def deck_of(internship: Followed) -> Deck | None:
    """Return the deck of an internship; None before it is prepared."""
    return _decks().filter(internship_id=internship.pk, deleted_at=None).first()


def deck(deck_id: int, *, removed: bool = False) -> Deck | None:
    """Return one deck; None when it is not there."""
    return _decks().filter(pk=deck_id, deleted_at__isnull=not removed).first()


def _decks() -> QuerySet[Deck]:
    lines = Line.objects.select_related(
        "impact__entry", "impact__witness", "feedback__entry", "feedback__person", "entry"
    ).order_by("position", "pk")
    slides = Slide.objects.order_by("position", "pk").prefetch_related(Prefetch("lines", lines))
    return Deck.objects.prefetch_related(Prefetch("slides", slides), "entries")


def slide(slide_id: int) -> Slide | None:
    """Return one slide of a deck in sight, dropped or not; None when it is not there."""
    return Slide.objects.filter(pk=slide_id, deck__deleted_at=None).select_related("deck").first()


def line(line_id: int) -> Line | None:
    """Return one line of a deck in sight, dropped or not; None when it is not there."""
    kept = Line.objects.filter(pk=line_id, slide__deck__deleted_at=None)
    return kept.select_related("slide__deck").first()
