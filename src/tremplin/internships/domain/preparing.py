"""What to have ready for a talk with the tutor, and for the papers of the end."""

from collections.abc import Mapping
from typing import Final

from tremplin.internships.domain.planned import Kind

TO_HAVE_READY: Final[Mapping[str, tuple[str, ...]]] = {
    Kind.EXPECTATIONS: (
        "Vos missions, relues dans la convention",
        "Ce que vous voulez apprendre, et à quoi cela se verra",
        "À quoi votre tuteur ou votre tutrice verra que c’est réussi",
        "Le jour et l’heure du prochain point",
    ),
    Kind.MID_TERM: (
        "Ce qui était promis, ce qui est fait, ce qui est prouvé",
        "Trois réussites chiffrées, chacune avec son entrée du journal",
        "Ce qui bloque, et l’aide demandée",
        "Une question sur l’après-stage",
    ),
    Kind.THREE_QUARTERS: (
        "Trois réussites depuis le dernier point",
        "Ce qui reste à livrer, et ce que vous laissez de côté",
        "Qui reprend quoi après votre départ",
        "Une question\u00a0: qui décide d’une embauche, et quand",
    ),
    Kind.DEFENCE: (
        "Le besoin du début et ce qui a changé, en chiffres",
        "La preuve de chaque chiffre\u00a0: une entrée, un témoin",
        "Ce qui manquerait sans vous",
        "Vos 90 premiers jours, si vous restiez",
    ),
    Kind.END_PAPERS: (
        "La durée effective totale de votre présence",
        "La gratification totale versée",
        "Une lettre de recommandation, demandée à qui a vu votre travail",
    ),
}
EVALUATION: Final = (
    "Ce que l’accueil vous a permis d’apprendre",
    "Ce qui a manqué, avec un fait",
    "Ce que vous diriez à qui viendra après vous",
)


def to_have_ready(kind: str, code: str) -> tuple[str, ...]:
    """Return what to have ready on a milestone.

    Args:
        kind: nature of the milestone.
        code: which one of that nature.

    Returns:
        Short lines; none for a date set by law, which explains itself.
    """
    return EVALUATION if code == "evaluation" else TO_HAVE_READY.get(kind, ())
