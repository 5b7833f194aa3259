"""What a file says of people, before anyone is looked for among those already known."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from tremplin.network.domain.careers import Job


class UnreadableContacts(ValueError):
    """A file that gives no contact at all; the message says why and what to do, in French."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something left out or repaired: where in the file (0 for all of it), and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A day the student and someone were in touch; `kind` is one of the kinds of interactions."""

    on: date
    kind: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Someone named inside another person's record: « Manager : Lâm Nguyễn »."""

    name: str
    label: str = ""


class Incoming(NamedTuple):
    """One person as a file tells of them; a tuple, for a file makes tens of thousands in one breath.

    Attributes:
        line: where the record begins, from 1.
        through: place, in the same reading, of the person who knows them; None when the student does.
        is_known: False when someone else knows them, whom the file does not tell.
        circle: a circle of Réseau; empty when the file does not say.
        is_me: the student themselves, kept out of the network.
        only_if_known: someone a companion file names: never created.
        pages: profiles beside the first.
        career: past and present jobs, oldest first, when the file tells more than where they work.
        number: the number of someone in a file that Tremplin wrote, 0 when it has none: the name is kept as
            it stands, and two records are two people. None in the file of another program.
    """

    name: str
    line: int
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profile: str = ""
    organization: str = ""
    title: str = ""
    since: date | None = None
    connected_on: date | None = None
    groups: tuple[str, ...] = ()
    circle: str = ""
    closeness: int | None = None
    expertise: str = ""
    is_connector: bool | None = None
    through: int | None = None
    is_known: bool = True
    tie: str = "contact"
    exchanges: tuple[Exchange, ...] = ()
    relations: tuple[Relation, ...] = ()
    is_me: bool = False
    only_if_known: bool = False
    pages: tuple[str, ...] = ()
    career: tuple[Job, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two people of the same reading, by their places in it."""

    first: int
    second: int
    kind: str = "knows"
    label: str = ""
    closeness: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An organization named for itself; `kind` is one of the kinds of organizations, or empty."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """All that one file says.

    Attributes:
        kind: the format, as the student would name it: « LinkedIn », « vCard ».
        hidden: records of members who hid themselves.
    """

    kind: str
    people: tuple[Incoming, ...] = ()
    bonds: tuple[Bond, ...] = ()
    places: tuple[Place, ...] = ()
    hidden: int = 0
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def warned(self, problems: Iterable[Problem]) -> "Contacts":
        """Return the same with warnings in front of its own."""
        return replace(self, warnings=(*problems, *self.warnings))


@dataclass(slots=True)
class Gathering:
    """A reading in progress."""

    people: list[Incoming] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    hidden: int = 0
    refused: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, why: str) -> None:
        """Leave a record out, and say why."""
        self.refused.append(Problem(line, why))

    def warn(self, line: int, why: str) -> None:
        """Keep a record, and say what is odd in it."""
        self.warnings.append(Problem(line, why))

    def done(self, kind: str) -> Contacts:
        """Return what was gathered."""
        return Contacts(
            kind,
            tuple(self.people),
            tuple(self.bonds),
            tuple(dict.fromkeys(self.places)),
            self.hidden,
            tuple(self.refused),
            tuple(self.warnings),
        )
