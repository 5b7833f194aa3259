"""What kind of organization a name tells of."""

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


def kind_of(name: str) -> str:
    """Return what an organization is, from the first word of its name that tells.

    Args:
        name: « École supérieure des métiers du littoral », « Association Les Toqués », « Ateliers Vermeil ».

    Returns:
        A kind of organization: a firm unless its first words say a school, an association or a public body.
    """
    words = folded(name).split()
    return next((WORDS[word] for word in words[: HEAD + 1] if word in WORDS), "company")
