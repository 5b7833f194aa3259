"""What an agreement says (facts) and what the law says of it (findings): plain frozen values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from tremplin.law.outcome import Doubt
from tremplin.law.sources import Source

Certainty = Literal["read", "deduced", "entered"]
GratificationUnit = Literal["hour", "month", "percent_ceiling", "total", "none"]


class Level(StrEnum):
    """How a finding weighs, from the gravest; its value is the French word shown."""

    TO_CORRECT = "à corriger"
    TO_CLARIFY = "à préciser"
    TO_CHECK = "à vérifier"
    COMPLIANT = "conforme"


@dataclass(frozen=True, slots=True)
class Gratification:
    """The gratification as printed: an amount and what it is counted by."""

    amount: Decimal
    unit: GratificationUnit


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the agreement states.

    Attributes:
        name: stable English identifier, a key of `FACT_LABELS`.
        value: str, int, Decimal, date, bool, Gratification or a tuple of str.
        quote: the words of the document it was read in; empty when the student entered it.
        page: page of the quote; None when entered.
        certainty: "read" as printed, "deduced" from other words, "entered" by the student.
    """

    name: str
    value: Any
    quote: str = ""
    page: int | None = None
    certainty: Certainty = "read"


FACT_LABELS: Mapping[str, str] = {
    "student_name": "Stagiaire",
    "birth_date": "Date de naissance",
    "school": "Établissement d’enseignement",
    "company": "Organisme d’accueil",
    "host_public": "Organisme de droit public",
    "tutor": "Tuteur ou tutrice de stage",
    "referent": "Enseignant référent",
    "start_date": "Début du stage",
    "end_date": "Fin du stage",
    "total_hours": "Durée totale en heures",
    "weekly_hours": "Heures par semaine",
    "schedule": "Horaires",
    "gratification": "Gratification",
    "city": "Lieu du stage",
    "signature_date": "Date de signature",
    "signature_city": "Lieu de signature",
    "training_title": "Intitulé de la formation",
    "training_hours": "Heures de formation par an",
    "headcount": "Effectif de l’organisme",
    "interns_present": "Stagiaires présents",
    "tutor_interns": "Stagiaires du tuteur",
    "referent_interns": "Stagiaires de l’enseignant référent",
    "missions": "Activités confiées",
    "skills": "Compétences à acquérir",
    "benefits": "Avantages",
    "leave": "Congés et absences",
    "gap_year": "Stage de césure",
    "abroad": "Stage à l’étranger",
    "rural_family_school": "Maison familiale rurale",
    "secondary_school": "Établissement scolaire",
    "previous_end": "Fin du stage précédent sur le poste",
}
"""Every fact by its identifier, in reading order, with the French label pages show."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found, by name; a name is absent when the document does not say it."""

    found: Mapping[str, Fact] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Fact]:
        """Yield facts in the order of `FACT_LABELS`."""
        return (self.found[name] for name in FACT_LABELS if name in self.found)

    def __contains__(self, name: str) -> bool:
        """Tell whether this fact is known."""
        return name in self.found

    def get(self, name: str) -> Fact | None:
        """Return the fact, or None when the document does not say it."""
        return self.found.get(name)

    def value(self, name: str) -> Any:
        """Return the value alone, or None."""
        fact = self.found.get(name)
        return None if fact is None else fact.value


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law says of the agreement.

    Attributes:
        id: an identifier of the published vocabulary, or one of ours for the levels
            `TO_CHECK` and `COMPLIANT`.
        title: French sentence that states the finding, no full stop.
        quote, page: the exact words and their page; empty and None when the point is
            that something is absent.
        searched: when absent, the words that were looked for.
        sources: the articles.
        why: what the law asks, for someone who has never read it.
        stake: euros at stake, computed by the law library; None when there are none.
        ask: polite sentence ready to send; empty when there is nothing to ask.
        doubts: what the law itself leaves uncertain here.
        steps: the computation, sentence by sentence, when there is one.
    """

    id: str
    level: Level
    title: str
    why: str
    sources: tuple[Source, ...] = ()
    quote: str = ""
    page: int | None = None
    searched: tuple[str, ...] = ()
    stake: Decimal | None = None
    ask: str = ""
    doubts: tuple[Doubt, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole result: facts, findings from the gravest, and what could not be read."""

    name: str
    facts: Facts
    findings: tuple[Finding, ...]
    unreadable: tuple[tuple[int, str], ...] = ()
    page_count: int = 0

    def at(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of one level."""
        return tuple(finding for finding in self.findings if finding.level is level)

    @property
    def reported(self) -> tuple[Finding, ...]:
        """Return what must be corrected or clarified."""
        return self.at(Level.TO_CORRECT) + self.at(Level.TO_CLARIFY)

    @property
    def stake(self) -> Decimal:
        """Return the euros at stake over all findings."""
        return sum((finding.stake for finding in self.findings if finding.stake), Decimal(0))

    @property
    def verdict(self) -> str:
        """State the result in one French sentence, without full stop."""
        return verdict(
            wrong=len(self.at(Level.TO_CORRECT)),
            vague=len(self.at(Level.TO_CLARIFY)),
            complete=not self.unreadable,
        )


NUMBERS = ("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def counted_points(count: int) -> str:
    """Write « deux points », in figures past ten."""
    word = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{word} point{'s' if count > 1 else ''}"


def verdict(*, wrong: int, vague: int, complete: bool) -> str:
    """Return the sentence that heads an audit.

    Args:
        wrong: points contrary to the law.
        vague: points missing or unclear.
        complete: every page could be read.

    Returns:
        A French sentence without full stop; never « conforme » when a page is unread.
    """
    if wrong:
        plural = "s" if wrong > 1 else ""
        return f"Votre convention a {counted_points(wrong)} contraire{plural} à la loi"
    if vague:
        return f"Votre convention a {counted_points(vague)} à préciser"
    if not complete:
        return "Votre convention n’a pas pu être lue en entier"
    return "Votre convention ne contient rien de contraire à la loi parmi les points vérifiés"
