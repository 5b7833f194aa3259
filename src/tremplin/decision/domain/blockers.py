"""What may forbid an option, before any score: age, school, dates, right to work, employer, duration."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from tremplin.decision.domain.gratification import over_public_cap
from tremplin.decision.domain.options import Kind, Option, Student
from tremplin.decision.domain.presence import attendance_of
from tremplin.decision.domain.rhythm import weeks_of
from tremplin.law.ages import completed_years, months_later
from tremplin.law.apprenticeship.duration import allowed_duration as apprenticeship_duration
from tremplin.law.apprenticeship.eligibility import EXCEPTIONS, age_allows_contract
from tremplin.law.internship.gap_year import gap_year
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.scope import internship_scope
from tremplin.law.internship.teaching_volume import teaching_volume
from tremplin.law.internship.working_time import Week, weekly_hours_limit, working_time
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step
from tremplin.law.professionalisation.duration import allowed_duration as professionalisation_duration
from tremplin.law.professionalisation.eligibility import may_sign
from tremplin.law.words import hours

State = Literal["blocks", "ask", "clear"]

MISSING: Final = {
    "birth_date": "Indiquez votre date de naissance.",
    "private_law_employer": "Indiquez si l’employeur est public ou privé.",
    "total_hours": "Indiquez les heures d’enseignement de l’année.",
    "hours_in_presence": "Demandez à l’école combien d’heures se font en présence.",
    "higher_education": "",
    "in_curriculum": "Demandez à l’école si ce stage entre dans votre formation.",
    "lower_secondary_completed": "Avez-vous terminé le collège ?",
    "age": "",
}

OLDER_APPRENTICES: Final = (
    "Plusieurs situations la déplacent ou la lèvent : un contrat qui en suit un autre, un handicap reconnu, "
    "un projet de création d’entreprise, le sport de haut niveau. Est-ce votre cas ?"
)
OLDER_WORKERS: Final = (
    "Après cet âge, tout dépend de votre situation : demandeur d’emploi, RSA, ASS, AAH, ancien contrat aidé. "
    "Est-ce votre cas ?"
)
WITH_JOB: Final = (
    "L’option et le petit emploi dépassent ensemble cette limite. Vérifiez qu’elle vaut pour les deux réunis."
)


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
        Age, school, dates, right to work, employer, duration, pay and weekly load, each with its article.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    every = (
        *_age_and_employer(student, option),
        _school(option),
        _dates(option, today),
        *_duration(option),
        *_public_pay(option),
        _weekly_load(student, option),
        *_right_to_work(student, option),
    )
    order = ("blocks", "ask", "clear")
    return tuple(sorted(every, key=lambda check: order.index(check.state)))


def blocking(checks: tuple[Check, ...]) -> tuple[str, ...]:
    """Return the topics that forbid the option as it was described."""
    return tuple(check.topic for check in checks if check.state == "blocks")


def _judged(topic: str, outcome: Outcome[object], ask: str = "") -> Check:
    if isinstance(outcome, Holds):
        return Check(topic, "clear", outcome.steps, outcome.doubts)
    if isinstance(outcome, DoesNotHold):
        return Check(topic, "blocks", outcome.steps, outcome.doubts)
    missing = tuple(Step(says) for fact in outcome.facts if (says := MISSING.get(fact, "")))
    return Check(topic, "ask", (*outcome.steps, *missing), outcome.doubts, ask)


def _age_and_employer(student: Student, option: Option) -> tuple[Check, ...]:
    if option.kind is Kind.APPRENTICESHIP:
        return (_apprentice_age(student, option),)
    if option.kind is Kind.PROFESSIONALISATION:
        return (_professionalisation_public(student, option),)
    return ()


def _apprentice_age(student: Student, option: Option) -> Check:
    """Past the ordinary age, a situation that is not asked here may still open the contract."""
    topic, cfa = "Âge", "le CFA"
    ordinary, lifted = (
        age_allows_contract(
            birth_date=student.birth_on,
            contract_start=option.starts_on,
            situation=situation,
            concluded_on=option.signed_on,
        )
        for situation in (None, "disabled_worker")
    )
    if isinstance(ordinary, DoesNotHold) and isinstance(lifted, Holds):
        steps = (*ordinary.steps[:-1], Step(OLDER_APPRENTICES, EXCEPTIONS))
        return Check(topic, "ask", steps, ordinary.doubts, cfa)
    return _judged(topic, ordinary, cfa if student.birth_on else "")


def _professionalisation_public(student: Student, option: Option) -> Check:
    """Past 25, the contract is open to publics that are not asked here."""
    topic = "Âge et employeur"
    ordinary, opened = (
        may_sign(
            birth_date=student.birth_on,
            contract_start=option.starts_on,
            private_law_employer=None if option.public_employer is None else not option.public_employer,
            situation=situation,
        )
        for situation in (None, "job_seeker")
    )
    if isinstance(ordinary, DoesNotHold) and isinstance(opened, Holds):
        steps = (*ordinary.steps[:-1], Step(OLDER_WORKERS))
        return Check(topic, "ask", steps, ordinary.doubts, "France Travail ou la mission locale")
    return _judged(topic, ordinary)


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
        return (_professionalisation_duration(topic, option),)
    present = attendance_of(option)
    placement = Placement(
        option.starts_on, option.ends_on, present.total, hours_by_month=present.hours_by_month
    )
    return (_judged(topic, maximum_duration(placements=(placement,))),)


def _professionalisation_duration(topic: str, option: Option) -> Check:
    """Return the ordinary bounds; past them, an agreement or a priority public may still allow more."""
    months, over = _months_and_days(option.starts_on, option.ends_on)
    ordinary = professionalisation_duration(months=months, days_over=over, on=option.starts_on)
    extended = professionalisation_duration(
        months=months, days_over=over, on=option.starts_on, extension="priority_public"
    )
    if isinstance(ordinary, DoesNotHold) and isinstance(extended, Holds):
        more = Step("Plus long, il faut un accord de branche ou l’un des publics prioritaires.")
        steps = (*ordinary.steps, more)
        return Check(topic, "ask", steps, ordinary.doubts, "l’employeur : quel accord de branche le permet ?")
    return _judged(topic, ordinary)


def _months_and_days(first: date, last: date) -> tuple[int, int]:
    """Return how many whole months and days a contract lasts, its last day included."""
    after, months = last + timedelta(days=1), 0
    while months_later(on=first, months=months + 1) <= after:
        months += 1
    return months, (after - months_later(on=first, months=months)).days


def _public_pay(option: Option) -> tuple[Check, ...]:
    """Hold the offer of a public host against its maximum."""
    if not (option.is_internship and option.public_employer and option.offered):
        return ()
    outcome = over_public_cap(option)
    if isinstance(outcome, Holds):
        return (Check("Gratification", "clear", outcome.steps),)
    return (Check("Gratification", "ask", outcome.steps, (), "l’organisme, pour le montant qu’il versera"),)


def _weekly_load(student: Student, option: Option) -> Check:
    """Hold the week, then the week with the job beside, against the most hours allowed."""
    topic, weeks = "Heures par semaine", weeks_of(option)
    company = max(week.work for week in weeks)
    own = company if option.is_internship else max(company, option.week)
    alone = _hours_allowed(student, option, own)
    if not isinstance(alone, Holds):
        return _judged(topic, alone)
    beside = option.job.weekly_hours if option.job else Decimal(0)
    added = _hours_allowed(student, option, own + beside)
    if isinstance(added, Holds):
        return Check(topic, "clear", (_within(student, option, own + beside),), added.doubts)
    return Check(topic, "ask", (*added.steps, Step(WITH_JOB)), added.doubts, "l’inspection du travail")


def _hours_allowed(student: Student, option: Option, total: Decimal) -> Outcome[Week]:
    return working_time(week=Week(total=total), age=_age(student, option), on=option.starts_on)


def _within(student: Student, option: Option, total: Decimal) -> Step:
    """Say the hours of the week, with the limit of the age when it is known."""
    said = f"{hours(total)} par semaine" + (", petit emploi compris" if option.job else "")
    limit = weekly_hours_limit(age=_age(student, option), on=option.starts_on)
    if isinstance(limit, Holds):
        most = f"La limite est de {hours(limit.value)}."
        return Step(f"{said}. {most}", limit.steps[0].because)
    return Step(f"{said} : permis à tout âge.")


def _age(student: Student, option: Option) -> int | None:
    born = student.birth_on
    return None if born is None else completed_years(since=born, on=option.starts_on)


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
