"""Everything that writes a decision, in one transaction each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from tremplin.decision.domain.criteria import offered_criteria
from tremplin.decision.models import Criterion, Decision, Exam, Kind, Option, Review, Score
from tremplin.internships.operations.internships import Details, create_internship
from tremplin.kit.revisions import save_revision
from tremplin.prospecting.operations.targets import save_target

Aside = TypeVar("Aside", Decision, Option, Criterion, Exam)


class WeightsNotFixed(Exception):
    """Scores are given only once the weights are fixed."""


@dataclass(frozen=True, slots=True)
class Given:
    """One score as given; `value` is None to take it away."""

    value: int | None
    confidence: str = "medium"
    note: str = ""


@transaction.atomic
def start_decision(
    *, title: str, nationality: str = "", territory: str = "national", alsace_moselle: bool = False
) -> Decision:
    """Start a decision with the criteria offered, none of them weighed nor scored.

    Args:
        title: what is decided.
        nationality: one of `Nationality`, or empty.
        territory: whose minimum wage applies.
        alsace_moselle: whether the local health scheme applies.

    Returns:
        The decision.
    """
    decision = Decision.objects.create(
        title=title, nationality=nationality, territory=territory, alsace_moselle=alsace_moselle
    )
    Criterion.objects.bulk_create(
        Criterion(decision=decision, key=each.key, name=each.name, one=each.one, five=each.five)
        for each in offered_criteria()
    )
    return decision


@transaction.atomic
def change_decision(decision: Decision, *, revision: int, changes: Mapping[str, Any]) -> Decision:
    """Save what is said of a decision.

    Args:
        decision: the decision.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The decision as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(decision, revision=revision, changes=changes)


@transaction.atomic
def add_option(decision: Decision, *, facts: Mapping[str, Any]) -> Option:
    """Add an option to compare.

    Args:
        decision: the decision.
        facts: what is known of it, by field name.

    Returns:
        The option, without scores.
    """
    return Option.objects.create(decision=decision, **facts)


@transaction.atomic
def change_option(option: Option, *, revision: int, changes: Mapping[str, Any]) -> Option:
    """Save what is known of an option.

    Args:
        option: the option.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The option as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(option, revision=revision, changes=changes)


@transaction.atomic
def fix_weights(
    decision: Decision, *, revision: int, weights: Mapping[int, int], at: datetime | None
) -> Decision:
    """Give the criteria their points, and fix them when a day is given.

    Args:
        decision: the decision.
        revision: the revision the form was made from.
        weights: points by key of criterion; other criteria keep theirs.
        at: when they are fixed; None keeps them open, and no score can be given.

    Returns:
        The decision as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(decision, revision=revision, changes={"weights_fixed_at": at})
    for criterion in Criterion.objects.filter(decision=decision, pk__in=weights):
        criterion.weight = weights[criterion.pk]
        criterion.save(update_fields=["weight"])
    return kept


@transaction.atomic
def add_criterion(decision: Decision, *, name: str, one: str = "", five: str = "") -> Criterion:
    """Add a criterion of the student's own, without weight.

    Args:
        decision: the decision.
        name: what it is called.
        one: what a 1 means.
        five: what a 5 means.

    Returns:
        The criterion.
    """
    return Criterion.objects.create(decision=decision, name=name, one=one, five=five)


@transaction.atomic
def give_scores(decision: Decision, *, revision: int, scores: Mapping[tuple[int, int], Given]) -> Decision:
    """Save scores, with their notes and how sure they are.

    Args:
        decision: the decision, its weights fixed.
        revision: the revision the form was made from.
        scores: by key of option and of criterion; those left out stay.

    Returns:
        The decision as saved.

    Raises:
        WeightsNotFixed: the weights come first.
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    if decision.weights_fixed_at is None:
        raise WeightsNotFixed
    kept = save_revision(decision, revision=revision, changes={})
    for (option, criterion), given in scores.items():
        Score.objects.update_or_create(
            option_id=option,
            criterion_id=criterion,
            defaults={"value": given.value, "confidence": given.confidence, "note": given.note},
        )
    return kept


@transaction.atomic
def add_exam(decision: Decision, *, name: str, first_on: date, last_on: date) -> Exam:
    """Add a period of exams.

    Args:
        decision: the decision.
        name: what it is called.
        first_on: first day.
        last_on: last day, included.

    Returns:
        The period.
    """
    return Exam.objects.create(decision=decision, name=name, first_on=first_on, last_on=last_on)


@transaction.atomic
def choose(
    decision: Decision, *, revision: int, option: Option | None, on: date, why: str, review_on: date | None
) -> Decision:
    """Write down what was chosen and why; None takes the choice back.

    Args:
        decision: the decision.
        revision: the revision the form was made from.
        option: the option chosen.
        on: the day.
        why: in the student's words.
        review_on: when to look at it again.

    Returns:
        The decision as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    changes = {
        "chosen": option,
        "decided_on": on if option else None,
        "why": why,
        "review_on": review_on if option else None,
    }
    return save_revision(decision, revision=revision, changes=changes)


@transaction.atomic
def open_in_cap(option: Option, *, host: str) -> Option:
    """Create the internship or the contract that was chosen, once, with its milestones.

    Args:
        option: the option chosen.
        host: name of the employer; may be empty.

    Returns:
        The option, tied to its internship.
    """
    if option.internship_id is not None:
        return option
    created = create_internship(
        Details(
            title=title_of(option),
            starts_on=option.starts_on,
            ends_on=option.ends_on,
            apprenticeship=option.kind in (Kind.APPRENTICESHIP, Kind.PROFESSIONALISATION),
            host=host,
            weekly_hours=option.weekly_hours,
        ),
        agreement_version_id=option.agreement_version_id,
    )
    option.internship_id = created.pk
    option.save(update_fields=["internship"])
    return option


def title_of(option: Option) -> str:
    """Return the title of the internship an option becomes: a job beside it is no part of it."""
    host = str(option.organization or "")
    noun = "Alternance" if option.kind in (Kind.APPRENTICESHIP, Kind.PROFESSIONALISATION) else "Stage"
    return f"{noun} chez {host}" if host else option.name


@transaction.atomic
def search_in_finding(option: Option, *, host: str, on: date) -> int:
    """Keep the employer of an option as a target of Trouver.

    Args:
        option: the option chosen.
        host: name of the employer.
        on: the day of the first gesture.

    Returns:
        The key of the target, new or already there.
    """
    target = save_target(host, on=on, next_step="Préparer la première conversation")
    if option.organization_id is None:
        option.organization_id = target.organization_id
        option.save(update_fields=["organization"])
    return target.pk


@transaction.atomic
def look_again(
    decision: Decision,
    *,
    revision: int,
    on: date,
    happened: str,
    same_again: bool | None,
    lived: Mapping[int, int | None],
) -> Review:
    """Hold the decision against what happened.

    Args:
        decision: the decision, an option chosen.
        revision: the revision the form was made from; 0 for the first time.
        on: the day.
        happened: in the student's words.
        same_again: whether the student would choose the same; None when they do not say.
        lived: for the chosen option, the score it turned out to deserve, by criterion.

    Returns:
        The review as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    for criterion, value in lived.items():
        Score.objects.update_or_create(
            option=decision.chosen, criterion_id=criterion, defaults={"lived": value}
        )
    said = {"on": on, "happened": happened, "same_again": same_again}
    row = Review.objects.filter(decision=decision).first()
    if row is None:
        return Review.objects.create(decision=decision, **said)
    return save_revision(row, revision=revision, changes=said)


@transaction.atomic
def set_aside(row: Aside, *, at: datetime | None) -> None:
    """Take a row out of sight, or bring it back.

    Args:
        row: a decision, an option, a criterion or a period of exams.
        at: now; None to bring it back.
    """
    type(row)._default_manager.filter(pk=row.pk).update(deleted_at=at)
