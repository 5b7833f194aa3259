"""From the pieces of a record to a name, and from its groups to a circle."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.names import looks_like_a_formula, tidy_name
from tremplin.network.domain.reaching import comparable_email, comparable_phone
from tremplin.network.domain.wording import CIRCLE_OF
from tremplin.network.domain.wording import CIRCLES as OUR_CIRCLES
from tremplin.network.importing.bounds import LONGEST_CELL
from tremplin.network.importing.incoming import Gathering, Incoming

FIRST_LAST: Final = re.compile(r"([^\W\d]{2,})[._]([^\W\d]{2,})")
SEVERAL: Final = ":::"
WAYS_APART: Final = re.compile(r"[/,\n]|;(?!\s*ext)| ou ")
IN_BRACKETS: Final = re.compile(r"<([^<>]*@[^<>]*)>")
BRACKET: Final = re.compile(r" \(")
FAMILY_GIVEN: Final = re.compile(r"([^\W\d][\w'’-]*), ?([^\W\d][\w-]+(?: [^\W\d][\w-]+)?)")
CIRCLES: Final = {
    "family": "famille family parents cousins",
    "parents_friends": "amis des parents",
    "friends": "amis friends copains copines potes",
    "school": "ecole school promo promotion lycee universite fac iut bts classe camarades prepa",
    "leisure": "loisirs sport club hobbies musique",
    "association": "association associations asso bde benevolat",
    "job": "travail work job jobs coworkers collegues stage stages alternance boulot boulots emploi",
    "teachers": "profs prof professeurs enseignants teachers",
    "alumni": "alumni anciens diplomes",
    "followed": "suivis suivies followed",
}
CIRCLE_WORDS: Final = {
    word: circle for circle, words in CIRCLES.items() if circle != "parents_friends" for word in words.split()
}
KINSHIP: Final = frozenset(
    "maman papa mamie mamy mamé papi papy pépé mémé tante tata tatie oncle tonton cousin cousine frère soeur "
    "parrain marraine beau belle mère père grand mum mom dad".translate(str.maketrans("éè", "ee")).split()
)


def circle_of(groups: Iterable[str], name: str = "") -> str:
    """Return the circle that groups name, else the family when the name is one of kinship.

    Args:
        groups: « Famille », « Promo 2024 », « Amis des parents ».
        name: « Tante Mireille », « Maman ».

    Returns:
        A circle of Réseau; empty when nothing says.
    """
    for group in groups:
        if found := circle_named(group):
            return found
        words = folded(group).split()
        if "parents" in words and {"amis", "friends"} & set(words):
            return "parents_friends"
        if found := next((CIRCLE_WORDS[word] for word in words if word in CIRCLE_WORDS), ""):
            return found
    first = folded(name).split()[:1]
    return "family" if first and first[0] in KINSHIP else ""


def circle_named(text: str) -> str:
    """Return the circle a file names, by our word or our code; empty when it is none of ours."""
    said = text.strip().casefold()
    return CIRCLE_OF.get(said) or (said if said in OUR_CIRCLES else "")


def ways_of(text: str) -> list[str]:
    """Return the addresses or numbers of a cell: « a@x, b@x », « 01 … / 06 … », « Zoé <z@x> »."""
    pieces = (piece for cell in text.split(SEVERAL) for piece in WAYS_APART.split(cell))
    return [match[1] if (match := IN_BRACKETS.search(one)) else one.strip() for one in pieces if one.strip()]


def bare_address(text: str) -> str:
    """Return an address as it is written to: no « mailto: », bracket or quote around it."""
    bare = text.strip()
    start = len("mailto:") if bare[:7].casefold() == "mailto:" else 0
    return bare[start:].strip("<>'\" ")


def spelled_names(people: Iterable[Incoming]) -> dict[str, int]:
    """Return the place of each person by the names a tie may call them, folded.

    Args:
        people: those of one file.

    Returns:
        The first of a name under it, and each with a number under « Marie Martin n° 5 ».
    """
    found: dict[str, int] = {}
    for at, one in enumerate(people):
        found.setdefault(folded(one.name), at)
        if one.number:
            found[folded(f"{one.name} n° {one.number}")] = at
    return found


def named_tie(text: str, places: Mapping[str, int]) -> tuple[int, str] | None:
    """Return whom a tie written by names leads to, and its words: « Ida Roux (a présenté : au forum) ».

    Args:
        text: a name alone, or with words in brackets; the name may hold brackets too.
        places: as `spelled_names` gives them.

    Returns:
        A place and the words; None when nobody is called so.
    """
    if (alone := places.get(folded(text))) is not None:
        return alone, ""
    if not text.endswith(")"):
        return None
    for bracket in reversed([match.start() for match in BRACKET.finditer(text)]):
        if (at := places.get(folded(text[:bracket]))) is not None:
            return at, text[bracket + 2 : -1]
    return None


def is_me(name: str, me: str) -> bool:
    """Say whether a whole name is the student's own, whatever the order of its words."""
    words = sorted(folded(me).split())
    return len(words) > 1 and sorted(folded(name).split()) == words


def is_my_box(person: Incoming, me: str) -> bool:
    """Say whether someone known by an address alone, from a meeting, bears the student's first name."""
    first, boxes = folded(me).split()[:1], {one.casefold() for one in person.emails}
    if not person.exchanges or person.name.casefold() not in boxes:
        return False
    return [folded(person.name.partition("@")[0])] == first


def name_or_refusal(
    gathering: Gathering, line: int, written: str, *, emails: Iterable[str] = (), phones: Iterable[str] = ()
) -> str:
    """Return the name of a record, from its address or number when it has none; say so.

    Args:
        gathering: where warnings and refusals go.
        line: of the record.
        written: the name as the file has it; may be empty.
        emails: the addresses of the record.
        phones: its numbers.

    Returns:
        A name; empty when the record was refused.
    """
    if looks_like_a_formula(written):
        gathering.refuse(line, "le nom est une formule de tableur. Corrigez-le, puis recommencez.")
        return ""
    if name := tidy_name(_in_order(written)):
        return name
    if name := _name_from(emails, phones):
        gathering.warn(line, f"pas de nom\u00a0: la fiche est nommée «\u00a0{name}\u00a0». Complétez-la.")
        return name
    gathering.refuse(line, "aucun nom, aucune adresse, aucun numéro.")
    return ""


def _in_order(written: str) -> str:
    """Put « Dupont, Jean » back in order; « Élodie Roux, PMP » is left as it is."""
    match = FAMILY_GIVEN.fullmatch(written.strip()[:LONGEST_CELL])
    if match is None or not match[2].istitle():
        return written
    return f"{match[2]} {match[1]}"


def _name_from(emails: Iterable[str], phones: Iterable[str]) -> str:
    for email in filter(comparable_email, emails):
        if match := FIRST_LAST.fullmatch(email.partition("@")[0]):
            return f"{match[1].title()} {match[2].title()}"
        return email
    return next((f"Numéro {phone}" for phone in phones if comparable_phone(phone)), "")
