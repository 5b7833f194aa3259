"""Someone typed in one line: « Prénom Nom, fonction, organisation : ce qui a été dit »."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from tremplin.network.domain import folded

LONGEST_NAME: Final = 160
LONGEST_LINE: Final = 300
LONGEST_PROMISE: Final = 200
MOST_WORDS_IN_A_NAME: Final = 6
MOST_LINES: Final = 30
TOO_MANY: Final = (
    "Trente personnes au plus par événement\u00a0: gardez celles à qui vous avez une raison d’écrire."
)
IN_NAMES: Final = frozenset(
    (
        "de",
        "du",
        "des",
        "le",
        "la",
        "les",
        "van",
        "von",
        "den",
        "der",
        "dos",
        "da",
        "el",
        "al",
        "ben",
        "bin",
        "y",
    )
)

BULLET: Final = re.compile(r"^\s*(?:[-–—•*·]+|\d{1,2}[.)°]|n°\s*\d{1,2}[.)]?)\s+")
EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
SAID: Final = re.compile(r"\s*(?<!\d):(?!//)\s*|\s+(?=«)")
PROMISED: Final = re.compile(r"\s*[(\[]?\s*(?:→|->|=>|\bpromis(?:e)?\s*:)\s*", re.IGNORECASE)
SEPARATOR: Final = re.compile(r"\s*[,;|\t/]\s*|\s+[-–—]\s+|\s*[()]\s*")
AT: Final = re.compile(r"(?:^|\s+)(?:chez|@|at)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a line says of someone; only the name is certain. `lines` counts those made into one."""

    line: str
    name: str
    title: str = ""
    organization: str = ""
    said: str = ""
    promised: str = ""
    email: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that names nobody, and what to do about it."""

    line: str
    reason: str


def read_line(line: str, *, organizations: Collection[str] = ()) -> PersonLine | RefusedLine:
    """Read a line about someone, whatever its bullets, dashes and parentheses.

    Args:
        line: as typed, without its line break.
        organizations: names already known, which tell an organization from a function.

    Returns:
        What was understood; or the line with the reason it names nobody.
    """
    kept = " ".join(line.split())
    bare = BULLET.sub("", " ".join(line.strip().replace("\t", ", ").split()))
    email = found[0] if (found := EMAIL.search(bare)) else ""
    bare, *promises = PROMISED.split(bare.replace(email, "") if email else bare, maxsplit=1)
    who, *said = SAID.split(bare, maxsplit=1)
    name, *others = SEPARATOR.split(who)
    name, *employer = AT.split(name, maxsplit=1)
    name, title = _name_then_title(name)
    if reason := _refusal(name, kept):
        return RefusedLine(line.strip(), reason)
    parts = [*filter(None, [title, *others]), *(f"chez {one}" for one in employer)]
    title, organization = _title_and_organization(parts, organizations)
    return PersonLine(
        line=kept,
        name=name.strip(),
        title=title[:LONGEST_NAME],
        organization=organization,
        said=_unquoted("".join(said)),
        promised=_unquoted("".join(promises))[:LONGEST_PROMISE],
        email=email,
    )


def read_lines(
    text: str, *, organizations: Collection[str] = (), room: int = MOST_LINES
) -> tuple[PersonLine | RefusedLine, ...]:
    """Read people typed one line each; the same person typed twice is one, with both sayings.

    Args:
        text: lines; empty ones are passed over.
        organizations: names already known.
        room: how many people may still be added.

    Returns:
        One result a line kept or refused, in the order typed.
    """
    order: list[str | RefusedLine] = []
    people: dict[str, PersonLine] = {}
    for line in filter(str.strip, text.splitlines()):
        read = read_line(line, organizations=organizations)
        if isinstance(read, RefusedLine):
            order.append(read)
        elif (key := " ".join(sorted(folded(read.name).split()))) in people:
            people[key] = _merged(people[key], read)
        elif len(people) >= room:
            order.append(RefusedLine(line.strip(), TOO_MANY))
        else:
            people[key] = read
            order.append(key)
    return tuple(people[one] if isinstance(one, str) else one for one in order)


def _merged(first: PersonLine, second: PersonLine) -> PersonLine:
    said = " ".join(dict.fromkeys(filter(None, (first.said, second.said))))
    return replace(
        first,
        title=first.title or second.title,
        organization=first.organization or second.organization,
        said=said[:LONGEST_LINE],
        promised=first.promised or second.promised,
        email=first.email or second.email,
        lines=first.lines + second.lines,
    )


def _name_then_title(name: str) -> tuple[str, str]:
    """Cut « Anne Petit acheteuse » after the capitals; small words that belong to names stay in them."""
    words = name.split()
    capitals = [word[:1].isupper() for word in words]
    for at, word in enumerate(words):
        is_small = not capitals[at] and folded(word) not in IN_NAMES
        if at >= 2 and is_small and all(capitals[:2]):
            return " ".join(words[:at]), " ".join(words[at:])
    return " ".join(words), ""


def _refusal(name: str, line: str) -> str:
    """Say why a line names nobody; empty when it names someone."""
    words = folded(name).split()
    if len(line) > LONGEST_LINE:
        return f"Cette ligne dépasse {LONGEST_LINE} caractères\u00a0: gardez le nom et l’essentiel."
    if not any(letter.isalpha() for letter in name):
        return "Cette ligne ne commence pas par un nom\u00a0: écrivez «\u00a0Prénom Nom, fonction\u00a0»."
    if any(letter.isdigit() for letter in name):
        said = f"«\u00a0{name.strip()}\u00a0» contient un chiffre"
        return f"{said}\u00a0: commencez la ligne par le prénom et le nom."
    if len(words) < 2:
        return (
            f"Il manque le nom de famille de «\u00a0{name.strip()}\u00a0»\u00a0: deux personnes "
            "du même prénom seraient confondues. Une initiale suffit."
        )
    if len(words) > MOST_WORDS_IN_A_NAME or len(name) > LONGEST_NAME:
        return "Le nom doit venir en premier, suivi d’une virgule\u00a0: «\u00a0Prénom Nom, fonction\u00a0»."
    return ""


def _title_and_organization(parts: list[str], known: Iterable[str]) -> tuple[str, str]:
    """Tell what someone does from where: « chez » says it, then a known name, then the last place."""
    names = {folded(one) for one in known}
    parts = [piece for part in parts for piece in _around_at(part)]
    where = next((part for part in parts if AT.match(part)), "")
    where = where or next((part for part in parts if folded(part) in names), "")
    if not where and len(parts) > 1:
        where = parts[-1]
    titles = list(parts)
    if where:
        titles.remove(where)
    return ", ".join(titles), AT.sub("", where, count=1).strip()


def _around_at(part: str) -> list[str]:
    before, *after = AT.split(part, maxsplit=1)
    return [piece for piece in (before.strip(), *(f"chez {one}" for one in after)) if piece]


def _unquoted(text: str) -> str:
    """Take off the quotes or the closing parenthesis around what was said."""
    return text.strip().strip("«»)]\u00a0 ")
