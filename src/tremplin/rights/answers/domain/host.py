"""Questions on the host: how many interns, how many per tutor, when the next one may come."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.law.internship.forbidden_uses import FORBIDDEN_USES, forbidden_uses
from tremplin.law.internship.quota import intern_quota, interns_within_quota, quota_headcount
from tremplin.law.internship.supervision import supervising_teacher_limit, tutor_limit
from tremplin.law.internship.waiting_period import waiting_period
from tremplin.law.outcome import Holds, Outcome
from tremplin.law.words import counted, day
from tremplin.rights.answers.domain.answer import MISSING, Answer, yes_or_no


def quota(
    *,
    at_month_end: int | None,
    yearly_average: Decimal | None,
    interns: int | None,
    vocational_placement: bool,
    academic_order: bool | None,
    on: date,
) -> Answer:
    """Tell how many interns a host may have, and whether it keeps to it (*quota de stagiaires*).

    Args:
        at_month_end: people on the last day of the month before; None if unknown.
        yearly_average: average over twelve months; None if unknown.
        interns: interns present, this one included; None to ask only the limit.
        vocational_placement: compulsory placement of a vocational secondary diploma.
        academic_order: an order of the academic authority; None if unknown.
        on: day the agreement is concluded.

    Returns:
        The limit, or whether it is kept.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-8, R. 124-10 to R. 124-12.
    Limits: those of the rules it asks.
    """
    headcount = quota_headcount(at_month_end=at_month_end, yearly_average=yearly_average)
    if not isinstance(headcount, Holds):
        return Answer(MISSING, (headcount,), "ask")
    given: dict[str, Any] = {
        "headcount": headcount.value,
        "on": on,
        "vocational_placement": vocational_placement,
        "academic_order": academic_order,
    }
    limit = intern_quota(**given)
    most = counted(limit.value, "stagiaire") if isinstance(limit, Holds) else ""
    if interns is None:
        return Answer(f"Au plus {most} en même temps", (headcount, limit))
    kept: Outcome[int] = interns_within_quota(interns=interns, **given)
    here = counted(interns, "stagiaire")
    answer = yes_or_no(
        kept,
        yes=f"{here} : le quota de {most} est respecté",
        no=f"{here} : c’est plus que le quota de {most}",
    )
    return Answer(answer.title, (headcount, kept), answer.tone)


def tutor(*, interns: int | None, on: date) -> Answer:
    """Tell whether one tutor may follow so many interns (*tuteur de stage*).

    Args:
        interns: interns followed at once, this one included; None if unknown.
        on: day the tutor is named.

    Returns:
        Whether the limit is kept.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-9, L. 124-10, R. 124-13.
    Limits: those of the rule it asks.
    """
    return yes_or_no(
        tutor_limit(interns=interns, on=on),
        yes="Oui, ce tuteur peut suivre ces stagiaires",
        no="Non, ce tuteur suit trop de stagiaires",
    )


def supervising_teacher(*, interns: int | None, higher_education: bool | None, on: date) -> Answer:
    """Tell whether one teacher may follow so many interns (*enseignant référent*).

    Args:
        interns: interns followed at once; None if unknown.
        higher_education: the school is one of higher education; None if unknown.
        on: a day of the internship.

    Returns:
        Whether the limit is kept.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-3.
    Limits: those of the rule it asks.
    """
    return yes_or_no(
        supervising_teacher_limit(interns=interns, higher_education=higher_education, on=on),
        yes="Oui, cet enseignant peut suivre ces stagiaires",
        no="Non, cet enseignant suit trop de stagiaires",
    )


def waiting(
    *,
    previous_starts_on: date | None,
    previous_ends_on: date | None,
    next_starts_on: date | None,
    stated_months: int | None,
    other_post: bool,
    ended_by_intern: bool,
    on: date,
) -> Answer:
    """Tell when a post may take an intern again (*délai de carence*).

    Args:
        previous_starts_on: first day of the previous internship; None if unknown.
        previous_ends_on: its last day; None if unknown.
        next_starts_on: first day of the next one; None to ask only the earliest.
        stated_months: whole months the previous agreement states.
        other_post: the next internship is on another post.
        ended_by_intern: the previous intern cut it short.
        on: not used: the dates themselves decide.

    Returns:
        The earliest day, or that the next one comes too early.

    Raises:
        NoValueInForce: the previous internship is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-11.
    Limits: those of the rule it asks.
    """
    outcome = waiting_period(
        previous_starts_on=previous_starts_on,
        previous_ends_on=previous_ends_on,
        next_starts_on=next_starts_on,
        stated_months=stated_months,
        same_post=not other_post,
        ended_by_intern=ended_by_intern,
    )
    if isinstance(outcome, Holds):
        return Answer(f"À partir du {day(outcome.value.earliest)}", (outcome,))
    return yes_or_no(outcome, yes="", no="Ce stage commencerait trop tôt")


def uses(*, uses: list[str], on: date) -> Answer:
    """Tell whether the internship serves a forbidden purpose (*recours interdits*).

    Args:
        uses: purposes it serves, keys of `FORBIDDEN_USES`.
        on: not used: the rule has no date.

    Returns:
        Whether any is forbidden.

    Sources: Code de l'éducation, art. L. 124-7.
    Limits: those of the rule it asks.
    """
    outcome = forbidden_uses(uses={use: use in uses for use in FORBIDDEN_USES})
    return yes_or_no(
        outcome,
        yes="Rien d’interdit dans ce que vous avez coché",
        no="Ce stage sert à ce que la loi interdit",
    )
