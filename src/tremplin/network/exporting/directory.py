"""People and ties, as every export is given them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tremplin.network.domain.careers import Job
from tremplin.network.domain.wording import tie_in_words


@dataclass(frozen=True, slots=True)
class Listed:
    """Someone, as exports show them.

    Attributes:
        is_known: whether the student knows them; otherwise someone else does.
        tie: how the student knows them; a kind of tie.
        organization: where they work now; empty for who left.
        career: every job, the present one among them, when there is more to say than where they work now.
        domain: what their position tells, when the student said nothing of it.
    """

    key: int
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    organization: str = ""
    title: str = ""
    circle: str = ""
    closeness: int | None = None
    expertise: str = ""
    is_connector: bool | None = None
    connected_on: date | None = None
    is_known: bool = True
    tie: str = "contact"
    career: tuple[Job, ...] = ()
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two people, by key."""

    first: int
    second: int
    kind: str = "knows"
    label: str = ""
    closeness: int | None = None


@dataclass(frozen=True)
class Directory:
    """Everyone, and who knows whom; `me` is the student's name, or empty."""

    people: tuple[Listed, ...]
    links: tuple[Link, ...] = ()
    me: str = ""
    title: str = field(default="Mon réseau")

    @cached_property
    def by_key(self) -> Mapping[int, Listed]:
        """People by key."""
        return {one.key: one for one in self.people}

    @cached_property
    def homonyms(self) -> frozenset[str]:
        """Names that several people bear: a tie written by names needs their number."""
        return frozenset(
            name for name, count in Counter(one.name for one in self.people).items() if count > 1
        )

    @cached_property
    def parents(self) -> Mapping[int, int]:
        """For each person the student does not know, someone nearer who does; none when nobody is said to."""
        near: dict[int, list[int]] = {}
        for link in self.links:
            near.setdefault(link.first, []).append(link.second)
            near.setdefault(link.second, []).append(link.first)
        queue = [one.key for one in self.people if one.is_known]
        reached, found = set(queue), {}
        for key in queue:
            for other in near.get(key, ()):
                if other not in reached:
                    reached.add(other)
                    queue.append(other)
                    found[other] = key
        return found

    @cached_property
    def children(self) -> Mapping[int, list[Listed]]:
        """The people written under each person."""
        found: dict[int, list[Listed]] = {}
        for one in self.people:
            if one.key in self.parents:
                found.setdefault(self.parents[one.key], []).append(one)
        return found

    def circles(self) -> Iterator[tuple[str, list[Listed]]]:
        """Give each circle with the people written right under it, those without a circle last."""
        found: dict[str, list[Listed]] = {}
        for one in self.people:
            if one.key not in self.parents:
                found.setdefault(one.circle, []).append(one)
        yield from sorted(found.items(), key=lambda item: (not item[0], item[0]))

    def spelled(self, key: int) -> str:
        """Return the name of someone, with their number when another bears it."""
        name = self.by_key[key].name
        return f"{name} n° {key}" if name in self.homonyms else name

    @cached_property
    def outgoing(self) -> Mapping[int, list[tuple[str, str, Link]]]:
        """The ties written from each person: the other's name, the tie in words, the tie."""
        found: dict[int, list[tuple[str, str, Link]]] = {}
        for link in self.links:
            words = tie_in_words(link.kind, link.label, link.closeness)
            found.setdefault(link.first, []).append((self.spelled(link.second), words, link))
        return found
