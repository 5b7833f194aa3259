"""Who the student knows in an organization, now, before, or through someone."""

from dataclasses import dataclass
from datetime import date

from tremplin.network.domain.graph import Network
from tremplin.network.domain.hubs import Insider, insiders
from tremplin.network.domain.paths import Path, find_paths, organization_target
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
