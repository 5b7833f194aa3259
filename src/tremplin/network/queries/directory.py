"""Everyone with all that is known of them, for the exports."""

from tremplin.network.domain.wording import TIES
from tremplin.network.exporting.directory import Directory, Link, Listed
from tremplin.network.models import ContactPoint, Person, Role, Tie, TieKind
from tremplin.network.queries.exchanges import last_exchanges
from tremplin.network.queries.known import known_people


def directory(*, me: str = "") -> Directory:
    """Return everyone and who knows whom.

    Args:
        me: the student's name; may be empty.

    Returns:
        People by name; the last role of each; ties between two people who are both there.
    """
    ties = dict(Tie.objects.filter(other=None).order_by("-pk").values_list("person_id", "kind"))
    roles = _roles()
    points = _points()
    known = known_people(exchanged=last_exchanges()) | ties.keys()
    people = tuple(
        _listed(one, ties.get(one.pk), roles.get(one.pk), points, is_known=one.pk in known)
        for one in Person.objects.all()
    )
    keys = {one.key for one in people}
    rows = Tie.objects.exclude(other=None).order_by("pk")
    links = tuple(
        Link(*row) for row in rows.values_list("person_id", "other_id", "kind", "label", "closeness")
    )
    return Directory(people, tuple(one for one in links if {one.first, one.second} <= keys), me)


def _listed(
    person: Person,
    tie: str | None,
    role: tuple[str, str] | None,
    points: dict[tuple[int, str], list[str]],
    *,
    is_known: bool,
) -> Listed:
    title, place = role or ("", "")
    return Listed(
        person.pk,
        person.full_name,
        _values(person.email, points.get((person.pk, "email"), [])),
        _values(person.phone, points.get((person.pk, "phone"), [])),
        person.profile_url,
        place,
        title,
        person.circle,
        person.closeness,
        person.expertise,
        person.is_connector,
        person.connected_on,
        is_known,
        tie if tie in TIES else TieKind.CONTACT.value,
    )


def _roles() -> dict[int, tuple[str, str]]:
    """Return the present role of each, else the latest."""
    found: dict[int, tuple[str, str]] = {}
    for person, title, place in Role.objects.values_list("person_id", "title", "organization__name"):
        found.setdefault(person, (title, place))
    return found


def _points() -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for person, kind, value in ContactPoint.objects.values_list("person_id", "kind", "value"):
        found.setdefault((person, kind), []).append(value)
    return found


def _values(main: str, others: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in (main, *others) if value))
