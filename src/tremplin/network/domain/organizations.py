"""What kind of organization a name tells of."""

from functools import lru_cache
from typing import Final

from tremplin.network.domain.names import folded

_SCHOOL = "ecole lycee college universite iut bts institut faculte campus academie university school"
_ASSOCIATION = "association asso federation fondation club ong croix"
_PUBLIC = "mairie ministere prefecture region departement hopital chu chru metropole commune conseil rectorat"
WORDS: Final = {
    word: kind
    for kind, words in (("school", _SCHOOL), ("association", _ASSOCIATION), ("public", _PUBLIC))
    for word in words.split()
}
HEAD: Final = 1
REMEMBERED: Final = 1 << 16  # names compared again for each page
_FORMS = "sa sas sasu sarl eurl snc sci scop scic selarl se inc ltd llc gmbh"
LEGAL_FORMS: Final = frozenset(_FORMS.split())
SMALL_WORDS: Final = frozenset(["d", "de", "du", "des", "l", "la", "le", "les", "et", "the", "of"])
SHORT_FORMS: Final = {
    "univ": "universite", "asso": "association", "ets": "etablissements", "st": "saint", "ste": "societe",
    "cie": "compagnie", "dpt": "departement", "min": "ministere", "inst": "institut", "fac": "faculte",
}  # fmt: skip


def kind_of(name: str) -> str:
    """Return what an organization is, from the first word of its name that tells.

    Args:
        name: « École supérieure des métiers du littoral », « Association Les Toqués », « Ateliers Vermeil ».

    Returns:
        A kind of organization: a firm unless its first words say a school, an association or a public body.
    """
    words = folded(name).split()
    return next((WORDS[word] for word in words[: HEAD + 1] if word in WORDS), "company")


@lru_cache(maxsize=REMEMBERED)
def core_name(name: str) -> str:
    """Return an organization's name fit to be compared: no legal form (*forme juridique*), short words whole.

    Args:
        name: « Cargolière SAS », « Univ Nantes ».

    Returns:
        « cargoliere », « universite nantes »; all its words when nothing else is left.
    """
    words = folded(name).split()
    kept = [word for word in words if word not in LEGAL_FORMS and word not in SMALL_WORDS]
    return " ".join(SHORT_FORMS.get(word, word) for word in kept or words)
