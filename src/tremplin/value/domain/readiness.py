"""The gauge: ten checks anyone can verify, and the ceilings that nothing else lifts."""

from dataclasses import dataclass, field
from itertools import compress
from typing import Final

from tremplin.law.words import NBSP, counted
from tremplin.value.domain.results import ENOUGH_FIGURES

POINTS: Final = 10
WITNESSES: Final = 2
QUOTES: Final = 2
PLURAL: Final = 2
BEFORE_TALK: Final = 50
BEFORE_BUDGET: Final = 80
BEFORE_WITNESSES: Final = 90
ACTIONS: Final = {
    "journal": "Ouvrir le journal",
    "points": "Préparer le point",
    "budget": "Dire qui décide",
    "unshown": "Préparer dix minutes",
    "projects": "Choisir un projet",
    "deck": "Ouvrir les diapos",
    "plan": "Écrire le plan",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rooms say of a case; counts are of what is confirmed and kept."""

    figures: int = 0
    complete_figures: int = 0
    witnesses: tuple[str, ...] = ()
    quotes: int = 0
    unshown: int = 0
    tutor: str = ""
    talked: bool = False
    budget_holder: str = ""
    project: str = ""
    project_measured: bool = False
    slides: int = 0
    slides_to_mend: int = 0
    plan_steps: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to have; `next` says what to do while it is missing, `page` names where."""

    name: str
    done: bool
    says: str
    next: str
    page: str

    @property
    def action(self) -> str:
        """Name the one thing to press."""
        return ACTIONS[self.page]


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What the gauge cannot pass, why, and what to do."""

    percent: int
    why: str
    next: str
    page: str

    @property
    def action(self) -> str:
        """Name the one thing to press."""
        return ACTIONS[self.page]


@dataclass(frozen=True, slots=True)
class Gauge:
    """The checks, the ceilings in force, and the percent they leave."""

    checks: tuple[Check, ...]
    ceilings: tuple[Ceiling, ...] = field(default=())

    @property
    def earned(self) -> int:
        """Percent the checks alone would give."""
        return POINTS * sum(check.done for check in self.checks)

    @property
    def percent(self) -> int:
        """What is shown: what is earned, under the lowest ceiling."""
        return min([self.earned, *(ceiling.percent for ceiling in self.ceilings)])

    @property
    def held_back(self) -> Ceiling | None:
        """The ceiling that holds the gauge below what is earned."""
        lowest = min(self.ceilings, key=lambda ceiling: ceiling.percent, default=None)
        return lowest if lowest and lowest.percent < self.earned else None


def gauge(facts: Facts) -> Gauge:
    """Measure how ready a student is to ask to be kept.

    Args:
        facts: what the rooms know today.

    Returns:
        Ten checks of ten points each, and the ceilings: half before the talk with the tutor, four
        fifths before someone with a budget is named, nine tenths without two independent witnesses.
    """
    return Gauge((*_proofs(facts), *_people(facts), *_case(facts)), _ceilings(facts))


def _proofs(facts: Facts) -> tuple[Check, ...]:
    return (*_figures(facts), *_voices(facts))


def _figures(facts: Facts) -> tuple[Check, ...]:
    return (
        Check(
            "Trois chiffres confirmés",
            facts.figures >= ENOUGH_FIGURES,
            f"{counted(facts.figures, 'chiffre confirmé', 'chiffres confirmés')} dans le journal.",
            "Confirmez les chiffres que vos entrées contiennent.",
            "journal",
        ),
        Check(
            "Un chiffre complet",
            facts.complete_figures > 0,
            _complete(facts.complete_figures),
            "Ajoutez à un chiffre sa méthode, son départ et son témoin.",
            "journal",
        ),
    )


def _voices(facts: Facts) -> tuple[Check, ...]:
    return (
        Check(
            "Deux témoins indépendants",
            len(facts.witnesses) >= WITNESSES,
            f"{', '.join(facts.witnesses) or 'Personne pour l’instant'}.",
            "Demandez à une deuxième personne ce qu’elle a constaté.",
            "journal",
        ),
        Check(
            "Deux retours à citer",
            facts.quotes >= QUOTES,
            f"{counted(facts.quotes, 'retour')} dont l’auteur accepte d’être cité.",
            "Demandez l’accord de ceux qui vous ont fait un retour.",
            "journal",
        ),
    )


def _complete(count: int) -> str:
    ending = "" if count < PLURAL else "s"
    return f"{counted(count, 'chiffre complet', 'chiffres complets')}, mesuré{ending} ou constaté{ending}."


def _people(facts: Facts) -> tuple[Check, ...]:
    tutor = facts.tutor or "votre tuteur"
    return (
        Check(
            "Échange avec le tuteur",
            facts.talked,
            f"Point carrière tenu avec {tutor}." if facts.talked else "Aucun point carrière tenu.",
            f"Préparez un point carrière avec {tutor}.",
            "points",
        ),
        Check(
            "Une personne qui décide d’un budget",
            bool(facts.budget_holder),
            f"{facts.budget_holder}." if facts.budget_holder else "Personne n’est nommé.",
            f"Demandez à {tutor} qui décide d’une embauche, et notez son nom.",
            "budget",
        ),
        Check(
            "Résultats montrés",
            facts.figures > 0 and not facts.unshown,
            f"{counted(facts.unshown, 'résultat')} à montrer à {tutor}."
            if facts.figures
            else "Aucun résultat chiffré.",
            "Montrez-les en dix minutes, puis notez le jour et la personne.",
            "unshown",
        ),
    )


def _case(facts: Facts) -> tuple[Check, ...]:
    mended = facts.slides >= ENOUGH_FIGURES and not facts.slides_to_mend
    return (
        Check(
            "Projet indispensable mesuré",
            bool(facts.project) and facts.project_measured,
            f"«{NBSP}{facts.project}{NBSP}»"
            + (", avant et après." if facts.project_measured else ", à mesurer.")
            if facts.project
            else "Aucun projet choisi.",
            "Choisissez une gêne, mesurez-la avant, puis après.",
            "projects",
        ),
        Check(
            "Diapos prêtes",
            mended,
            f"{counted(facts.slides, 'diapo')}, {facts.slides_to_mend} à compléter.",
            "Ouvrez la soutenance et levez chaque «\u00a0à confirmer\u00a0».",
            "deck",
        ),
        Check(
            "Plan à 90 jours",
            facts.plan_steps >= ENOUGH_FIGURES,
            f"{counted(facts.plan_steps, 'étape écrite', 'étapes écrites')}, avec livrable et indicateur.",
            "Écrivez ce qui existera à 30, 60 et 90 jours.",
            "plan",
        ),
    )


def _ceilings(facts: Facts) -> tuple[Ceiling, ...]:
    tutor = facts.tutor or "votre tuteur"
    talk = Ceiling(
        BEFORE_TALK,
        f"Tant que rien n’est dit à {tutor}, la suite n’existe que pour vous.",
        "Demandez un point carrière de trente minutes.",
        "points",
    )
    budget = Ceiling(
        BEFORE_BUDGET,
        "Sans une personne qui décide d’un budget, personne ne peut vous répondre oui.",
        f"Demandez à {tutor} qui décide, et notez son nom.",
        "budget",
    )
    second = Ceiling(
        BEFORE_WITNESSES,
        "Un seul regard ne suffit pas à convaincre.",
        "Faites constater un résultat par une deuxième personne.",
        "journal",
    )
    lacks = (not facts.talked, not facts.budget_holder, len(facts.witnesses) < WITNESSES)
    return tuple(compress((talk, budget, second), lacks))
