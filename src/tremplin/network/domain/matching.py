"""When two records are one person: what is sure is merged, what is likely is only suggested.

Sure: the same profile; the same address or number under names that agree; the same whole name, when one
person alone bears it and nothing says otherwise, as another address or number does. Likely: the same name
elsewhere, a double name written in half, an initial, a letter that differs, an address that two names share.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from tremplin.network.domain.reaching import is_telling_phone

SHORTEST_NAME: Final = 9  # letters below which one letter more is another name
MOST_ALIKE: Final = 12
MOST_WORDS: Final = 6
ROLE_BOXES: Final = frozenset(
    [
        "accueil",
        "admin",
        "bonjour",
        "commercial",
        "compta",
        "comptabilite",
        "contact",
        "direction",
        "hello",
        "info",
        "infos",
        "job",
        "jobs",
        "mairie",
        "recrutement",
        "rh",
        "secretariat",
        "stage",
        "stages",
        "support",
    ]
)
OPEN_TO_ALL: Final = frozenset(
    (
        "gmail",
        "outlook",
        "hotmail",
        "live",
        "yahoo",
        "icloud",
        "orange",
        "wanadoo",
        "free",
        "sfr",
        "laposte",
        "bbox",
        "proton",
        "protonmail",
        "gmx",
        "me",
        "msn",
        "perso",
    )
)
FIXED_LINE: Final = re.compile(r"\+33[1-59]")
IN_COMPOUND_NAMES: Final = frozenset(
    [
        "andre",
        "anne",
        "baptiste",
        "charles",
        "christine",
        "christophe",
        "claire",
        "claude",
        "denis",
        "francois",
        "france",
        "francoise",
        "helene",
        "jacques",
        "jean",
        "laure",
        "laurence",
        "louis",
        "louise",
        "luc",
        "marc",
        "marie",
        "michel",
        "noel",
        "noelle",
        "paul",
        "paule",
        "philippe",
        "pierre",
        "rose",
        "sophie",
        "therese",
        "yves",
    ]
)
Shared = TypeVar("Shared", bound=Hashable)


class Face(NamedTuple):
    """What tells someone: everything is folded or comparable already; a tuple, for there are many.

    Attributes:
        key: names the record; any whole number.
        words: the words of the name, sorted.
        places: organizations they are or were in.
    """

    key: int
    words: tuple[str, ...]
    places: frozenset[str] = frozenset()
    profile: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Someone already known, and why it is surely them."""

    key: int
    why: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two people who may be one, and why; the lower key comes first."""

    first: int
    second: int
    why: str


class Known:
    """Everyone known, found in one look whatever their number."""

    def __init__(self, faces: Iterable[Face] = ()) -> None:
        """Learn the faces."""
        self._faces: dict[int, Face] = {}
        self._profiles: dict[str, int] = {}
        self._emails: dict[str, list[int]] = defaultdict(list)
        self._phones: dict[str, list[int]] = defaultdict(list)
        self._names: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for face in faces:
            self.learn(face)

    def learn(self, face: Face) -> None:
        """Add a face, or what is new of one already there."""
        known = self._faces.get(face.key)
        if face.key not in self._names[face.words]:
            self._names[face.words].append(face.key)
        self._faces[face.key] = face if known is None else _joined(known, face)
        if face.profile:
            self._profiles.setdefault(face.profile, face.key)
        for index, values in ((self._emails, face.emails), (self._phones, face.phones)):
            for value in values:
                if face.key not in index[value]:
                    index[value].append(face.key)

    def pair(self, faces: Sequence[Face]) -> dict[int, Match]:
        """Return who the records of a file of ours are, by their place: each of them someone else.

        Args:
            faces: the records; their keys are the numbers the file gives.

        Returns:
            The same number and name first, then what `find` holds for sure; then those of one name in their
            order, when as many are left here as in the file.
        """
        found: dict[int, Match] = {}
        taken: set[int] = set()
        for look in (self._numbered, self._reached, self._by_name):
            for at, face in enumerate(faces):
                if at not in found and (match := look(face, taken)) is not None:
                    found[at] = match
                    taken.add(match.key)
        left = {at: face for at, face in enumerate(faces) if at not in found}
        return {**found, **self._in_order(left, taken)}

    def find(self, face: Face) -> Match | None:
        """Return who a record surely is.

        Args:
            face: the record; its key is not looked at.

        Returns:
            The person; None when nobody is, or when it is not sure.
        """
        return self._reached(face) or self._by_name(face)

    def called(self, words: tuple[str, ...]) -> int | None:
        """Return the only person of a name; None when nobody or several bear it."""
        keys = self._names.get(words, [])
        return keys[0] if len(keys) == 1 else None

    def _numbered(self, face: Face, besides: Container[int] = ()) -> Match | None:
        one = self._faces.get(face.key)
        if one is None or one.words != face.words or one.key in besides or _opposed(face, one):
            return None
        return Match(one.key, "même fiche de Tremplin")

    def _reached(self, face: Face, besides: Container[int] = ()) -> Match | None:
        key = self._profiles.get(face.profile) if face.profile else None
        if key is not None and key not in besides:
            return Match(key, "même profil en ligne")
        for index, values, why in (
            (self._emails, filter(_is_of_one, face.emails), "même adresse électronique"),
            (self._phones, filter(_is_mobile, face.phones), "même numéro de téléphone"),
        ):
            for value in values:
                for key in index.get(value, ()):
                    held = self._faces[key]
                    if key not in besides and agree(face.words, held.words) and not _opposed(face, held):
                        return Match(key, why)
        return None

    def _by_name(self, face: Face, besides: Container[int] = ()) -> Match | None:
        alike = [self._faces[key] for key in self._names.get(face.words, ()) if key not in besides]
        if not alike:
            return None
        possible = [one for one in alike if not _opposed(face, one) and not _reached_elsewhere(face, one)]
        together = [one for one in possible if face.places & one.places]
        if len(together) == 1:
            return Match(together[0].key, "même nom, même organisation")
        if len(possible) != 1 or len(alike) != 1 or (face.places and possible[0].places):
            return None
        if len(face.words) > 1 or not (_has_identity(face) or _has_identity(possible[0])):
            return Match(possible[0].key, "même nom")
        return None

    def _in_order(self, left: Mapping[int, Face], taken: set[int]) -> dict[int, Match]:
        """Pair what is left of one name, when there are as many records as people of that name left."""
        found = {}
        namesakes = _grouped(left.values(), lambda face: (face.words,))
        here = {words: [key for key in self._names.get(words, ()) if key not in taken] for words in namesakes}
        for at, face in left.items():
            if len(here[face.words]) != len(namesakes[face.words]):
                continue
            rest = (self._faces[key] for key in here[face.words] if key not in taken)
            one = next(
                (one for one in rest if not _opposed(face, one) and not _reached_elsewhere(face, one)), None
            )
            if one is not None:
                found[at] = Match(one.key, "même nom, et autant de fiches de ce nom")
                taken.add(one.key)
        return found


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names can be the same person's: one within the other, initials included.

    Args:
        one: sorted words.
        other: sorted words.
    """
    first, second = set(one), set(other)
    if _differ_by_a_given_name(first, second):
        return False
    if first <= second or second <= first or len(first & second) > 1:
        return True
    short, long = sorted((first - second, second - first), key=len)
    return bool(first & second) and all(_is_initial_of(word, long) for word in short)


def _differ_by_a_given_name(first: set[str], second: set[str]) -> bool:
    """Say whether a compound given name tells two of a family: « Jean » and « Jean-Luc »."""
    more = max(first, second, key=len)
    return bool((first ^ second) & IN_COMPOUND_NAMES) and len(more & IN_COMPOUND_NAMES) > 1


def likenesses(faces: Iterable[Face], *, told_apart: Iterable[tuple[int, int]] = ()) -> list[Likeness]:
    """Return the pairs who may be one person.

    Args:
        faces: everyone.
        told_apart: pairs of keys the student said to be two people, lower key first.

    Returns:
        Each pair once, with the first reason found, in the order of certainty.
    """
    by_key = {face.key: face for face in faces}
    apart, found = set(told_apart), {}
    for first, second, why in _candidates(tuple(by_key.values())):
        pair = (min(first, second), max(first, second))
        if pair in found or pair in apart or first == second or _opposed(by_key[first], by_key[second]):
            continue
        found[pair] = Likeness(*pair, why)
    return list(found.values())


def _candidates(faces: tuple[Face, ...]) -> Iterator[tuple[int, int, str]]:
    names = _grouped(faces, lambda face: (face.words,))
    yield from _pairs(_grouped(faces, lambda face: face.emails), "la même adresse électronique")
    telling = _grouped(faces, lambda face: filter(is_telling_phone, face.phones))
    yield from _pairs(telling, "le même numéro de téléphone")
    yield from _pairs({words: keys for words, keys in names.items() if len(words) > 1}, "le même nom")
    for face in faces:
        for part in _parts(face.words):
            for key in names.get(part, ())[:MOST_ALIKE]:
                yield face.key, key, "un nom contenu dans l’autre"
    shortened = _grouped(faces, lambda face: _with_initials(face.words))
    for face in faces:
        if any(len(word) == 1 for word in face.words):
            for key in shortened.get(face.words, ())[:MOST_ALIKE]:
                yield face.key, key, "une initiale pour un prénom"
    yield from _pairs(_grouped(faces, _nearly), "des noms à une lettre près")


def _grouped(faces: Iterable[Face], by: Callable[[Face], Iterable[Shared]]) -> Mapping[Shared, list[int]]:
    groups: dict[Shared, list[int]] = defaultdict(list)
    for face in faces:
        for value in by(face):
            groups[value].append(face.key)
    return groups


def _pairs(groups: Mapping[Shared, list[int]], why: str) -> Iterator[tuple[int, int, str]]:
    """Give the pairs of each group; one too large, as a switchboard's number, tells nobody."""
    for keys in groups.values():
        if 1 < len(keys) <= MOST_ALIKE:
            yield from ((first, second, why) for first, second in combinations(keys, 2))


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give the shorter names inside a name of three words or more."""
    for count in range(2, min(len(words), MOST_WORDS)):
        yield from combinations(words[:MOST_WORDS], count)


def _with_initials(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) > 1:
        for at, word in enumerate(words):
            if len(word) > 1:
                yield tuple(sorted((*words[:at], word[0], *words[at + 1 :])))


def _nearly(face: Face) -> Iterator[str]:
    """Give a name and each of its spellings with one letter less."""
    whole = " ".join(face.words)
    if len(whole) >= SHORTEST_NAME and len(face.words) > 1:
        yield whole
        yield from {whole[:at] + whole[at + 1 :] for at in range(len(whole))}


def _opposed(one: Face, other: Face) -> bool:
    """Say whether two profiles of the same site tell two people apart."""
    if not one.profile or not other.profile or one.profile == other.profile:
        return False
    return one.profile.partition("/")[0] == other.profile.partition("/")[0]


def _reached_elsewhere(one: Face, other: Face) -> bool:
    """Say whether two of a name share no way to be reached, while both have some of the same kind."""
    if _firms(one) & _firms(other):
        return False
    kinds = ((one.emails, other.emails), (one.phones, other.phones))
    both = [(set(first), set(second)) for first, second in kinds if first and second]
    is_shared = any(first & second for first, second in both)
    is_profile_shared = bool(one.profile) and one.profile == other.profile
    return bool(both) and not is_shared and not is_profile_shared


def _firms(face: Face) -> set[str]:
    """Return the domains of someone's addresses, those open to anybody left out."""
    return {
        domain for one in face.emails if (domain := one.rpartition("@")[2]).split(".")[0] not in OPEN_TO_ALL
    }


def _is_of_one(email: str) -> bool:
    """Say whether an address is someone's own, not the box of a service."""
    return email.partition("@")[0] not in ROLE_BOXES


def _is_mobile(phone: str) -> bool:
    """Say whether a number is someone's own: a household or an office shares a fixed line."""
    return is_telling_phone(phone) and not FIXED_LINE.match(phone)


def _has_identity(face: Face) -> bool:
    return bool(face.profile or face.emails or face.phones)


def _is_initial_of(word: str, words: Iterable[str]) -> bool:
    return len(word) == 1 and any(one.startswith(word) for one in words)


def _joined(known: Face, more: Face) -> Face:
    return known._replace(
        places=known.places | more.places,
        profile=known.profile or more.profile,
        emails=tuple(dict.fromkeys((*known.emails, *more.emails))),
        phones=tuple(dict.fromkeys((*known.phones, *more.phones))),
    )
