"""Everyone with all that is known of them, for the exports."""

from collections.abc import Iterable, Sequence

from tremplin.network.domain.careers import Job
from tremplin.network.domain.expertise import domain_name, expertise
from tremplin.network.domain.wording import MET_THROUGH, TIES
from tremplin.network.exporting.directory import Directory, Link, Listed
from tremplin.network.models import ContactPoint, Person, Role, Tie, TieKind
from tremplin.network.queries.exchanges import last_exchanges
from tremplin.network.queries.known import known_people


def directory(*, me: str = "") -> Directory:
    """Return everyone and who knows whom.

    Args:
        me: the student's name; may be empty.

    Returns:
        People by name; ties between two people who are both there, who introduced the student among them.
    """
    ties = dict(Tie.objects.filter(other=None).order_by("-pk").values_list("person_id", "kind"))
    roles = _roles()
    points = _points()
    known = known_people(exchanged=last_exchanges()) | ties.keys()
    people = tuple(
        _listed(one, ties.get(one.pk), roles.get(one.pk, ()), points, is_known=one.pk in known)
        for one in Person.objects.order_by("folded_name", "pk")
    )
    keys = {one.key for one in people}
    rows = Tie.objects.exclude(other=None).order_by("pk")
    links = tuple(
        Link(*row) for row in rows.values_list("person_id", "other_id", "kind", "label", "closeness")
    )
    links += tuple(Link(one, other, MET_THROUGH) for one, other in _introductions())
    return Directory(people, tuple(one for one in links if {one.first, one.second} <= keys), me)


def _listed(
    person: Person,
    tie: str | None,
    career: Sequence[Job],
    points: dict[tuple[int, str], list[str]],
    *,
    is_known: bool,
) -> Listed:
    present = [one for one in reversed(career) if one.until is None]
    now = next(
        (one for one in present if one.title), present[0] if present else Job("", _noted(person, career))
    )
    read = expertise(title=now.title, organization=now.organization)
    return Listed(
        person.pk,
        person.full_name,
        _values(person.email, points.get((person.pk, "email"), [])),
        _values(person.phone, points.get((person.pk, "phone"), [])),
        _values(person.profile_url, points.get((person.pk, "profile"), [])),
        now.organization,
        now.title,
        person.circle,
        person.closeness,
        person.expertise,
        person.is_connector,
        person.connected_on,
        is_known,
        tie if tie in TIES else TieKind.CONTACT.value,
        () if list(career) in ([], [Job(now.organization, now.title)]) else tuple(career),
        domain_name(read.domain) if read.domain else "",
    )


def _roles() -> dict[int, list[Job]]:
    """Return the jobs of each, in the order they were told."""
    found: dict[int, list[Job]] = {}
    rows = Role.objects.order_by("pk").values_list(
        "person_id", "organization__name", "title", "since", "until"
    )
    for person, organization, title, since, until in rows:
        found.setdefault(person, []).append(Job(organization, title, since, until))
    return found


def _noted(person: Person, career: Sequence[Job]) -> str:
    """Return what someone does when nobody said where: it is kept as a note."""
    return "" if career else person.note.partition("\n")[0]


def _introductions() -> Iterable[tuple[int, int]]:
    """Give who introduced the student to someone, and to whom."""
    return Person.objects.exclude(introduced_by=None).order_by("pk").values_list("introduced_by_id", "pk")


def _points() -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for person, kind, value in ContactPoint.objects.values_list("person_id", "kind", "value"):
        found.setdefault((person, kind), []).append(value)
    return found


def _values(main: str, others: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in (main, *others) if value))
