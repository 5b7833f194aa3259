"""How ties and circles are written in files, and read again."""

from typing import Final

TIES: Final = {
    "tutor": "tuteur ou tutrice",
    "teacher": "enseignant ou enseignante",
    "manager": "responsable",
    "colleague": "collègue",
    "client": "client ou partenaire",
    "classmate": "camarade",
    "family": "famille ou ami",
    "other": "autre",
    "contact": "contact",
    "knows": "se connaissent",
    "introduced": "a présenté",
    "followed": "suivi de loin",
}
CIRCLES: Final = {
    "family": "famille",
    "parents_friends": "amis des parents",
    "school": "école",
    "friends": "amis",
    "leisure": "loisirs et sport",
    "association": "association",
    "job": "stages et petits boulots",
    "teachers": "enseignants",
    "alumni": "anciens élèves",
    "followed": "personnes suivies",
    "other": "autre",
}
KIND_OF: Final = {words: kind for kind, words in TIES.items()}
CIRCLE_OF: Final = {words: circle for circle, words in CIRCLES.items()}
BETWEEN: Final = "\u00a0: "


def tie_in_words(kind: str, label: str) -> str:
    """Return a tie as a map shows it: « a présenté : au forum »; empty for two who only know each other."""
    words = TIES[kind] if kind != "knows" else ""
    return BETWEEN.join(filter(None, (words, label)))


def read_tie(text: str) -> tuple[str, str]:
    """Return the kind and the label a map shows.

    Args:
        text: as `tie_in_words` writes it, or anyone's words.

    Returns:
        The kind and the label; words of someone else are a label of people who know each other.
    """
    words, _, label = (part.strip() for part in text.partition(":"))
    return (KIND_OF[words], label) if words in KIND_OF else ("knows", text.strip())
