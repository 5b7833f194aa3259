"""How ties and circles are written in files, and read again."""

from typing import Final

from tremplin.network.domain.expertise import domains

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
MET_THROUGH: Final = "met_through"  # who introduced the student to someone: no kind of tie
BETWEEN_PEOPLE: Final = {**TIES, MET_THROUGH: "vous a présenté"}
NEAR: Final = {1: "de loin", 2: "bien", 3: "très bien"}
KIND_OF: Final = {words: kind for kind, words in BETWEEN_PEOPLE.items()}
NEAR_OF: Final = {words: closeness for closeness, words in NEAR.items()}
CIRCLE_OF: Final = {words: circle for circle, words in CIRCLES.items()}
BETWEEN: Final = "\u00a0: "


def tie_in_words(kind: str, label: str, closeness: int | None = None) -> str:
    """Return a tie as a map shows it: « a présenté, très bien : au forum ».

    Args:
        kind: one of the kinds of ties, or `MET_THROUGH`.
        label: the student's own words; may be empty.
        closeness: 1 to 3; None when it is not said.

    Returns:
        Words that `read_tie` reads again; empty for two who only know each other.
    """
    is_plain = kind == "knows" and (closeness or read_tie(label) == ("knows", label, None))
    said = ["" if is_plain else BETWEEN_PEOPLE[kind], NEAR[closeness] if closeness else ""]
    return BETWEEN.join(filter(None, (", ".join(filter(None, said)), label)))


def read_tie(text: str) -> tuple[str, str, int | None]:
    """Return the kind, the label and the closeness a map shows.

    Args:
        text: as `tie_in_words` writes it, or anyone's words.

    Returns:
        Words of someone else are a label of people who know each other.
    """
    head, _, label = (part.strip() for part in text.partition(":"))
    words, comma, near = (part.strip() for part in head.partition(","))
    if words in NEAR_OF and not comma:
        words, near = TIES["knows"], words
    if words in KIND_OF and near in {"", *NEAR_OF}:
        return KIND_OF[words], label, NEAR_OF.get(near)
    return "knows", text.strip(), None


def sector_in_words(expertise: str) -> str:
    """Return a domain as people read it: its French name for one of the list, else the words given."""
    return domains().get(expertise, expertise)


def read_sector(text: str) -> str:
    """Return the key of a domain named in French, else the words given."""
    return next((key for key, name in domains().items() if name.casefold() == text.casefold()), text)
