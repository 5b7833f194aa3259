"""Where the student stands in time, and the one next move."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from tremplin.law.words import NBSP, counted, day, euros

WEEK = timedelta(weeks=1)
DEFENCE_BEFORE_END = timedelta(days=15)
SHORTEST_WITH_MILESTONES = timedelta(weeks=6)
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


class AgreementSummary(Protocol):
    """What Cap needs to know of the agreement; `rights.queries` gives it."""

    @property
    def host(self) -> str:
        """Name of the host organization; empty when not read."""

    @property
    def city(self) -> str:
        """Place of the internship; empty when not read."""

    @property
    def starts_on(self) -> date | None:
        """First day; None when not read."""

    @property
    def ends_on(self) -> date | None:
        """Last day; None when not read."""

    @property
    def read_on(self) -> date:
        """Day the agreement was dropped."""

    @property
    def url(self) -> str:
        """Address of its page."""

    @property
    def to_correct(self) -> int:
        """Number of points against the law."""

    @property
    def to_clarify(self) -> int:
        """Number of missing or incomplete points."""

    @property
    def to_check(self) -> int:
        """Number of doubts."""

    @property
    def points(self) -> tuple[str, ...]:
        """Titles of the points to ask about, most serious first."""

    @property
    def at_stake(self) -> Decimal | None:
        """Euros at stake in those points; None when none is priced."""


@dataclass(frozen=True)
class Milestone:
    """A day worth preparing: `name` in a sentence, `label` above its week."""

    name: str
    label: str
    on: date

    @property
    def short(self) -> str:
        """Write the day to fit above a week: « 14 avr. »."""
        return f"{self.on.day}{NBSP}{SHORT_MONTHS[self.on.month - 1]}"


@dataclass(frozen=True)
class Week:
    """One square of the week line."""

    number: int
    monday: date
    is_past: bool
    is_current: bool
    opens_month: str
    milestone: Milestone | None


@dataclass(frozen=True)
class Journey:
    """The internship as a line of weeks seen from one day."""

    starts_on: date
    ends_on: date
    on: date
    weeks: tuple[Week, ...]
    milestones: tuple[Milestone, ...]

    @property
    def week(self) -> int:
        """Number of the current week; 0 before, one more than the last after."""
        if self.on < self.starts_on:
            return 0
        if self.on > self.ends_on:
            return len(self.weeks) + 1
        return next(week.number for week in self.weeks if week.is_current)

    @property
    def next_milestone(self) -> Milestone | None:
        """The first milestone that is not past."""
        return next((stone for stone in self.milestones if stone.on >= self.on), None)


@dataclass(frozen=True)
class Gesture:
    """The next move: one at a time, with what it takes."""

    title: str
    why: str
    takes: str
    label: str
    url: str
    other_label: str = ""
    other_url: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doors:
    """Addresses of what exists in Droits; empty while it is not built."""

    agreements: str = ""
    gratification: str = ""
    answers: str = ""


def journey(*, starts_on: date, ends_on: date, on: date) -> Journey:
    """Lay the internship out week by week, with its three milestones.

    Args:
        starts_on: first day, included.
        ends_on: last day, included; not before the first.
        on: the day it is looked at.

    Returns:
        Weeks from the Monday of the first day to the week of the last. Milestones at the
        middle, at three quarters, and 15 days before the end; none on a very short one.
    """
    milestones = _milestones(starts_on, ends_on)
    monday = starts_on - timedelta(days=starts_on.weekday())
    count = (ends_on - monday).days // 7 + 1
    weeks = tuple(
        _week(number, monday + (number - 1) * WEEK, on, milestones) for number in range(1, count + 1)
    )
    return Journey(starts_on, ends_on, on, weeks, milestones)


def standing(agreement: AgreementSummary | None, path: Journey | None, *, phase: str) -> tuple[str, str]:
    """Say where the student stands, in one or two short sentences.

    Args:
        agreement: what was read; None before any agreement.
        path: the internship in time; None when its dates are not known.
        phase: the door the student chose.

    Returns:
        The title and the line under it; the second may be empty.
    """
    if path is not None:
        return _in_time(path), _where(agreement, path)
    if agreement is not None:
        return "Votre convention est lue.", "Ses dates manquent : ajoutez-les pour voir vos semaines."
    return BEFORE_AGREEMENT.get(phase, BEFORE_AGREEMENT["agreement"])


def next_gesture(agreement: AgreementSummary | None, doors: Doors, *, phase: str) -> Gesture | None:
    """Choose the one next move from what is already done.

    Args:
        agreement: what was read; None before any agreement.
        doors: addresses that exist.
        phase: the door the student chose.

    Returns:
        The move; None while Droits is not built.
    """
    if not doors.agreements:
        return None
    if agreement is not None:
        return _after_reading(agreement, doors)
    if phase == "started" and doors.gratification:
        return _claim(doors)
    if phase == "searching" and doors.answers:
        return _learn(doors)
    return _drop(doors)


BEFORE_AGREEMENT = {
    "searching": (
        "Vous cherchez. Les règles d’abord.",
        "Savoir ce qu’un stage doit vous donner aide à choisir.",
    ),
    "agreement": (
        "Votre convention n’est pas encore lue.",
        "C’est le contrat de votre stage : tout part d’elle.",
    ),
    "started": ("Votre stage a commencé.", "Vérifiez ce qui vous est dû, puis ce que dit votre convention."),
}


def _milestones(starts_on: date, ends_on: date) -> tuple[Milestone, ...]:
    length = ends_on - starts_on
    if length < SHORTEST_WITH_MILESTONES:
        return ()
    return (
        Milestone("Le point mi-parcours", "Mi-parcours", starts_on + length / 2),
        Milestone("Le point des trois quarts", "Trois quarts", starts_on + length * 3 / 4),
        Milestone("La Soutenance de Valeur", "Soutenance", ends_on - DEFENCE_BEFORE_END),
    )


def _week(number: int, monday: date, on: date, milestones: tuple[Milestone, ...]) -> Week:
    sunday = monday + timedelta(days=6)
    opens_month = sunday.day <= 7 or (number == 1 and (sunday + WEEK).day > 7)
    return Week(
        number=number,
        monday=monday,
        is_past=monday + WEEK <= on,
        is_current=monday <= on < monday + WEEK,
        opens_month=SHORT_MONTHS[sunday.month - 1] if opens_month else "",
        milestone=next((stone for stone in milestones if monday <= stone.on < monday + WEEK), None),
    )


def _in_time(path: Journey) -> str:
    if path.on < path.starts_on:
        return f"Votre stage commence dans {counted((path.starts_on - path.on).days, 'jour')}."
    if path.on > path.ends_on:
        return f"Votre stage s’est terminé le {day(path.ends_on)}."
    week = f"Semaine {path.week} sur {len(path.weeks)}."
    stone = path.next_milestone
    if stone is None:
        return week
    left = (stone.on - path.on).days
    when = f"dans {counted(left, 'jour')}" if left else "aujourd’hui"
    return f"{week}\n{stone.name} est {when}."


def _where(agreement: AgreementSummary | None, path: Journey) -> str:
    dates = f"du {day(path.starts_on)} au {day(path.ends_on)}"
    if agreement is None:
        return f"Stage {dates}."
    place = ", ".join(part for part in (agreement.host, agreement.city) if part)
    return f"Stage chez {place}, {dates}." if place else f"Stage {dates}."


def _after_reading(agreement: AgreementSummary, doors: Doors) -> Gesture:
    to_ask = agreement.to_correct + agreement.to_clarify
    if not to_ask:
        return _nothing_to_ask(agreement, doors)
    verb = "Faire corriger" if agreement.to_correct else "Faire préciser"
    stake = f" En jeu : {euros(agreement.at_stake)}." if agreement.at_stake else ""
    return Gesture(
        title=f"{verb} {counted(to_ask, 'point')} de votre convention",
        why=f"Le mail est prêt : vous choisissez les points, vous relisez, vous envoyez.{stake}",
        takes="10 min",
        label="Voir les points",
        url=agreement.url,
        other_label="Calculer la gratification" if doors.gratification else "",
        other_url=doors.gratification,
        points=agreement.points[:4],
    )


def _nothing_to_ask(agreement: AgreementSummary, doors: Doors) -> Gesture:
    doubts = f" Reste {counted(agreement.to_check, 'point')} à vérifier." if agreement.to_check else ""
    why = f"Aucun point de votre convention n’est à corriger ni à préciser.{doubts}"
    if not doors.gratification:
        return Gesture("Relire votre convention", why, "2 min", "Voir le relevé", agreement.url)
    return Gesture(
        title="Calculer votre gratification mois par mois",
        why=why,
        takes="2 min",
        label="Calculer",
        url=doors.gratification,
        other_label="Voir le relevé",
        other_url=agreement.url,
    )


def _drop(doors: Doors) -> Gesture:
    return Gesture(
        title="Déposer votre convention de stage",
        why="PDF, Word, texte ou photo. Elle est lue sur cet ordinateur et n’est envoyée à personne.",
        takes="1 min",
        label="Déposer le fichier",
        url=doors.agreements,
        other_label="Calculer la gratification" if doors.gratification else "",
        other_url=doors.gratification,
        points=("Ce qui est contraire à la loi", "Ce qui manque", "Quoi demander, avec l’article"),
    )


def _claim(doors: Doors) -> Gesture:
    return Gesture(
        title="Calculer ce qui vous est dû",
        why="Dates, heures, taux : le minimum légal, mois par mois, comparé à ce que vous recevez.",
        takes="2 min",
        label="Calculer",
        url=doors.gratification,
        other_label="Déposer votre convention",
        other_url=doors.agreements,
    )


def _learn(doors: Doors) -> Gesture:
    return Gesture(
        title="Lire les réponses rapides",
        why="Durée, quotas, gratification, fin de stage : une question, une réponse, son article.",
        takes="5 min",
        label="Voir les réponses",
        url=doors.answers,
        other_label="Déposer une convention",
        other_url=doors.agreements,
    )
