"""Who the student knows in an organization, and who can introduce them anywhere."""

from dataclasses import dataclass
from datetime import date

from tremplin.network.domain.graph import Member, Network
from tremplin.network.domain.hubs import Hub, Insider, insiders, nearest_hub
from tremplin.network.domain.letters import Letter, ask_around, introductions
from tremplin.network.domain.paths import (
    Handshake,
    Path,
    Target,
    find_paths,
    meant,
    namesakes,
    organization_target,
    person_target,
    read_target,
    title_of,
)
from tremplin.network.models import Organization
from tremplin.network.queries.graph import network


@dataclass(frozen=True, slots=True)
class Known:
    """Someone inside and the way to them."""

    insider: Insider
    path: Path | None = None

    @property
    def person_id(self) -> int:
        """Return the key of the person."""
        return self.insider.person.key

    @property
    def name(self) -> str:
        """Return their name."""
        return self.insider.person.name


@dataclass(frozen=True, slots=True)
class KnownThere:
    """What the student's network says of one organization.

    Attributes:
        direct: people the student knows, who work there now.
        former: people the student knows, who left.
        second_degree: people inside whom someone the student knows can introduce.
        paths: the warmest chains, at most three.
    """

    direct: tuple[Known, ...] = ()
    former: tuple[Known, ...] = ()
    second_degree: tuple[Known, ...] = ()
    paths: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anyone leads there."""
        return bool(self.direct or self.former or self.second_degree)


@dataclass(frozen=True, slots=True)
class Way:
    """A path, each handshake with its message."""

    path: Path
    steps: tuple[tuple[Handshake, Letter], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who can introduce the student there.

    Attributes:
        target: what the words named.
        ways: the warmest first, three at most.
        insiders: who works or worked there, when it is an organization.
        nearest: whom to ask when no path is known; None with a path, or when the student knows nobody.
        letter: the message to them; empty without them.
        meant: the known name the words are close to, when they name nobody; empty else.
        namesakes: people who bear the same name and are not the target.
    """

    target: Target
    ways: tuple[Way, ...]
    insiders: tuple[Insider, ...] = ()
    nearest: Hub | None = None
    letter: str = ""
    meant: str = ""
    namesakes: tuple[Member, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the paths alone."""
        return tuple(way.path for way in self.ways)

    @property
    def title(self) -> str:
        """Return the finding in one sentence, without its full stop."""
        return title_of(self.target, self.paths)


def who_can_introduce(
    words: str,
    *,
    today: date,
    sender: str,
    people: Network | None = None,
    person_id: int | None = None,
) -> Answer:
    """Return who can introduce the student to a person, a company or a domain.

    Args:
        words: as typed.
        today: the day the age of exchanges is counted from.
        sender: how the student signs; may be empty.
        people: the network when it is already read; read again otherwise.
        person_id: key of the person meant, when several bear those words; None to read the words alone.

    Returns:
        Paths with a message per handshake; without any, whom to ask first.
    """
    everyone = people or network()
    is_told = person_id is not None and person_id in everyone.by_key
    target = person_target(everyone, person_id or 0) if is_told else read_target(everyone, words)
    paths = find_paths(everyone, target, today=today)
    ways = tuple(_way(everyone, target, path, sender) for path in paths)
    inside = insiders(everyone, target.key) if target.aim == "organization" and target.key else ()
    hub = None if paths else nearest_hub(everyone, target.domain)
    letter = ask_around(hub.person, target, sender=sender) if hub else ""
    close = meant(everyone, words) if target.aim == "nobody" else ""
    return Answer(target, ways, inside, hub, letter, close, namesakes(everyone, target))


def _way(everyone: Network, target: Target, path: Path, sender: str) -> Way:
    letters = introductions(everyone, target, path, sender=sender)
    return Way(path, tuple(zip(path.handshakes, letters, strict=True)))


def who_do_i_know(organization: Organization, *, today: date, people: Network | None = None) -> KnownThere:
    """Return who the student knows in an organization: direct, former, second degree.

    Args:
        organization: where.
        today: the day the age of exchanges is counted from.
        people: the network when it is already read; read again otherwise.

    Returns:
        What is known; false when nobody leads there.
    """
    everyone = people or network()
    if organization.pk not in everyone.places:
        return KnownThere()
    paths = find_paths(everyone, organization_target(everyone, organization.pk), today=today)
    by_end = {path.keys[-1]: path for path in reversed(paths)}
    inside = [Known(one, by_end.get(one.person.key)) for one in insiders(everyone, organization.pk)]
    return KnownThere(
        direct=tuple(one for one in inside if one.insider.person.known and one.insider.role.is_present),
        former=tuple(one for one in inside if one.insider.person.known and not one.insider.role.is_present),
        second_degree=tuple(
            one for one in inside if not one.insider.person.known and everyone.degrees.get(one.person_id)
        ),
        paths=paths,
    )
