"""Applications as a table: those already kept, and what a file would add."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from tremplin.network.domain import folded
from tremplin.prospecting.domain.applications import Application, Refused
from tremplin.prospecting.models import ApplicationTable, Approach, Exchange, ExchangeKind, Outcome
from tremplin.prospecting.queries.targets import targets

STATES = {
    Outcome.NO: "no",
    Outcome.YES: "yes",
    Outcome.REFERRED: "referred",
    Outcome.DORMANT: "silent",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file as it would be kept; `says` tells what becomes of it."""

    application: Application
    is_known: bool
    says: str


@dataclass(frozen=True, slots=True)
class Report:
    """What reading a file would do, line by line."""

    lines: tuple[Line, ...]
    refused: tuple[Refused, ...]

    @property
    def fresh(self) -> tuple[Application, ...]:
        """The applications that would be added."""
        return tuple(one.application for one in self.lines if not one.is_known)

    @property
    def known(self) -> int:
        """How many are kept already."""
        return len(self.lines) - len(self.fresh)


def applications() -> tuple[Application, ...]:
    """Return every application kept, as a table writes it, latest first."""
    rows = Approach.objects.filter(deleted_at=None, target__deleted_at=None, target__isnull=False)
    fetched = rows.select_related("target__organization", "person").prefetch_related(
        Prefetch("exchanges", Exchange.objects.filter(deleted_at=None))
    )
    return tuple(map(_application, fetched))


def report(applications: Sequence[Application], refused: Sequence[Refused]) -> Report:
    """Say what would become of the lines of a file.

    Args:
        applications: as read.
        refused: lines that could not be.

    Returns:
        Each line, new or known already: the same company, role, day and person are one application.
    """
    seen, aimed = _digests(), _aimed()
    lines = []
    for one in applications:
        is_known = one.digest in seen
        lines.append(Line(one, is_known, "déjà notée, inchangée" if is_known else _becomes(one, aimed)))
        seen.add(one.digest)
    return Report(tuple(lines), tuple(refused))


def application_tables() -> Iterable[ApplicationTable]:
    """Return the tables read, latest first, those taken back aside."""
    return ApplicationTable.objects.filter(undone_at=None)


def application_table(key: int) -> ApplicationTable | None:
    """Return one table that was read; None without one."""
    return ApplicationTable.objects.filter(pk=key).first()


def _becomes(one: Application, aimed: set[str]) -> str:
    return "jointe à une cible déjà là" if folded(one.company) in aimed else "nouvelle cible"


def _aimed() -> set[str]:
    return set(targets().values_list("organization__folded_name", flat=True))


def _digests() -> set[str]:
    alive = Approach.objects.filter(deleted_at=None)
    origins = set(alive.exclude(origin="").values_list("origin", flat=True))
    return origins | {one.digest for one in applications()}


def _application(row: Approach) -> Application:
    exchanges = [one for one in row.exchanges.all() if one.kind != ExchangeKind.NOTE]
    notes = [one.text for one in row.exchanges.all() if one.kind == ExchangeKind.NOTE]
    follow_ups = sum(one.kind == ExchangeKind.FOLLOW_UP for one in exchanges)
    state = _state(row, [one.kind for one in exchanges])
    later = [one.on for one in exchanges if one.kind != ExchangeKind.SENT]
    return Application(
        company=str(row.target),
        role=row.subject,
        on=row.sent_on,
        contact=str(row.person or ""),
        email=row.person.email if row.person else "",
        state=state,
        follow_ups=min(follow_ups, 2) if state == "followed_up" else 0,
        last_on=max(later) if later else None,
        way=row.channel,
        medium=row.medium,
        notes="\n".join(notes),
    )


def _state(row: Approach, kinds: Sequence[str]) -> str:
    if row.outcome:
        return STATES[Outcome(row.outcome)]
    for kind, state in (("talk", "talk"), ("reply", "reply"), ("follow_up", "followed_up")):
        if kind in kinds:
            return state
    return "sent" if row.sent_on else "draft"
