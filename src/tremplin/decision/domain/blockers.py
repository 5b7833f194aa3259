"""What may forbid an option, before any score: age, school, dates, right to work, employer, duration."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from tremplin.decision.domain.options import Kind, Option, Student
from tremplin.decision.domain.pay import FULL_WEEK
from tremplin.law.ages import months_later
from tremplin.law.apprenticeship.duration import allowed_duration as apprenticeship_duration
from tremplin.law.apprenticeship.eligibility import age_allows_contract
from tremplin.law.internship.attendance import attendance
from tremplin.law.internship.gap_year import gap_year
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.scope import internship_scope
from tremplin.law.internship.teaching_volume import teaching_volume
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step
from tremplin.law.professionalisation.duration import allowed_duration as professionalisation_duration
from tremplin.law.professionalisation.eligibility import may_sign
from tremplin.rights.simulation.domain.scenario import even_week

State = Literal["blocks", "ask", "clear"]

MISSING: Final = {
    "birth_date": "Indiquez votre date de naissance.",
    "private_law_employer": "Indiquez si l’employeur est public ou privé.",
    "total_hours": "Indiquez les heures d’enseignement de l’année.",
    "hours_in_presence": "Demandez à l’école combien d’heures se font en présence.",
    "higher_education": "",
    "in_curriculum": "Demandez à l’école si ce stage entre dans votre formation.",
    "lower_secondary_completed": "Indiquez si vous avez terminé le collège.",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One point that may forbid an option.

    Attributes:
        topic: what is looked at, in French.
        state: it blocks, it must be asked, or nothing stands in the way.
        ask: whom to ask when the state is "ask", with the question.
    """

    topic: str
    state: State
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()
    ask: str = ""


def checks_of(student: Student, option: Option, *, today: date) -> tuple[Check, ...]:
    """Return what may forbid an option, what blocks first.

    Args:
        student: birth date and nationality; None where they were not said.
        option: kind, dates, employer and school's answer.
        today: a start before it is a date to correct.

    Returns:
        Age, school, dates, right to work, employer and duration, each with its article.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    every = (
        *_age_and_employer(student, option),
        _school(option),
        _dates(option, today),
        *_duration(option),
        *_right_to_work(student, option),
    )
    order = ("blocks", "ask", "clear")
    return tuple(sorted(every, key=lambda check: order.index(check.state)))


def is_blocked(checks: tuple[Check, ...]) -> bool:
    """Tell whether a text forbids the option as it was described."""
    return any(check.state == "blocks" for check in checks)


def _judged(topic: str, outcome: Outcome[object], ask: str = "") -> Check:
    if isinstance(outcome, Holds):
        return Check(topic, "clear", outcome.steps, outcome.doubts)
    if isinstance(outcome, DoesNotHold):
        return Check(topic, "blocks", outcome.steps, outcome.doubts)
    missing = tuple(Step(says) for fact in outcome.facts if (says := MISSING.get(fact, "")))
    return Check(topic, "ask", (*outcome.steps, *missing), outcome.doubts, ask)


def _age_and_employer(student: Student, option: Option) -> tuple[Check, ...]:
    if option.kind is Kind.APPRENTICESHIP:
        age = age_allows_contract(
            birth_date=student.birth_on,
            contract_start=option.starts_on,
            lower_secondary_completed=True,
            concluded_on=option.signed_on,
        )
        return (_judged("Âge", age),)
    if option.kind is Kind.PROFESSIONALISATION:
        private = None if option.public_employer is None else not option.public_employer
        allowed = may_sign(
            birth_date=student.birth_on, contract_start=option.starts_on, private_law_employer=private
        )
        return (_judged("Âge et employeur", allowed),)
    return ()


def _school(option: Option) -> Check:
    topic = "Diplôme et école"
    if option.validated is False:
        return Check(
            topic, "blocks", (Step("L’école a dit non. Demandez-lui ce qui changerait sa réponse."),)
        )
    if option.kind is Kind.GAP_YEAR:
        return _gap_year(option, topic)
    if option.is_internship:
        scope = internship_scope(in_curriculum=option.validated)
        volume = teaching_volume(
            total_hours=option.teaching_hours,
            hours_in_presence=None,
            higher_education=None,
            on=option.starts_on,
        )
        if isinstance(volume, DoesNotHold):
            return _judged(topic, volume)
        return _judged(topic, scope, "le secrétariat de votre formation")
    says = "Le contrat prépare un diplôme ou une qualification : l’école ou le CFA doit accepter ce rythme."
    if option.validated:
        return Check(topic, "clear", (Step("L’école a dit oui."),))
    return Check(topic, "ask", (Step(says),), (), "le CFA ou le responsable de votre formation")


def _gap_year(option: Option, topic: str) -> Check:
    rules = gap_year(is_gap_year=True)
    if option.validated:
        return Check(topic, "clear", rules.steps, rules.doubts)
    asked = Step("La césure demande l’accord de l’école, avant l’année.")
    return Check(topic, "ask", (*rules.steps, asked), rules.doubts, "la scolarité de votre école")


def _dates(option: Option, today: date) -> Check:
    if option.starts_on < today:
        says = "Le premier jour est déjà passé : corrigez les dates, ou gardez-les pour comparer après coup."
        return Check("Dates", "ask", (Step(says),), (), "vous-même, ou l’employeur")
    if option.signed_on is not None and option.signed_on > option.starts_on:
        says = "La signature vient après le premier jour. Elle doit venir avant."
        return Check("Dates", "ask", (Step(says),), (), "l’employeur")
    return Check("Dates", "clear", (Step("Le début est à venir."),))


def _duration(option: Option) -> tuple[Check, ...]:
    topic = "Durée"
    if option.kind is Kind.APPRENTICESHIP:
        allowed = apprenticeship_duration(starts_on=option.starts_on, ends_on=option.ends_on)
        return (_judged(topic, allowed),)
    if option.kind is Kind.PROFESSIONALISATION:
        months = _whole_months(option.starts_on, option.ends_on)
        return (_professionalisation_duration(topic, months, option.starts_on),)
    weekly = even_week(option.weekly_hours or FULL_WEEK)
    present = attendance(starts_on=option.starts_on, ends_on=option.ends_on, weekly=weekly)
    hours = present.value.total if isinstance(present, Holds) else Decimal(0)
    by_month = present.value.hours_by_month if isinstance(present, Holds) else None
    placement = Placement(option.starts_on, option.ends_on, hours, hours_by_month=by_month)
    return (_judged(topic, maximum_duration(placements=(placement,))),)


def _professionalisation_duration(topic: str, months: int, on: date) -> Check:
    """Return the ordinary bounds; past them, an agreement or a priority public may still allow more."""
    ordinary = professionalisation_duration(months=months, on=on)
    extended = professionalisation_duration(months=months, on=on, extension="priority_public")
    if isinstance(ordinary, DoesNotHold) and isinstance(extended, Holds):
        more = Step("Plus long, il faut un accord de branche ou l’un des publics prioritaires.")
        steps = (*ordinary.steps, more)
        return Check(topic, "ask", steps, ordinary.doubts, "l’employeur : quel accord de branche le permet ?")
    return _judged(topic, ordinary)


def _whole_months(first: date, last: date) -> int:
    """Return how many months a contract lasts, its last day included, rounded down."""
    after, months = last + timedelta(days=1), 0
    while months_later(on=first, months=months + 1) <= after:
        months += 1
    return months


def _right_to_work(student: Student, option: Option) -> tuple[Check, ...]:
    """Point to whom to ask: the right to stay and work is not computed here."""
    topic = "Nationalité et titre de séjour"
    if student.nationality in ("french", "european"):
        return ()
    asked = "le service des étudiants étrangers de votre école, puis la préfecture"
    if student.nationality is None:
        says = "Si vous n’êtes ni français ni européen, votre titre doit permettre cette option."
    elif option.is_internship:
        says = "Votre titre de séjour doit permettre ce stage, jusqu’à son dernier jour."
    else:
        says = "Ce contrat est un contrat de travail : votre titre doit l’autoriser avant la signature."
    return (Check(topic, "ask", (Step(says + " Tremplin ne connaît pas ces règles."),), (), asked),)
