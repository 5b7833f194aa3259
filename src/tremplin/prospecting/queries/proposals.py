"""The proposal of a target: what may prove it, and the page it makes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from tremplin.accounts.queries import current_student
from tremplin.documents import proposal as paper
from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import worded
from tremplin.journal import queries as journal
from tremplin.network import queries as network
from tremplin.prospecting.domain.examples import Example
from tremplin.prospecting.domain.mission_law import Frame
from tremplin.prospecting.domain.proposal_words import frame_said
from tremplin.prospecting.models import (
    Contact,
    Position,
    ProblemHypothesis,
    Proposal,
    ProposalVersion,
    Side,
    Signal,
    Sought,
    Standing,
    Target,
)

TEXTS: Final = (
    "promise",
    "finding",
    "cost",
    "mission",
    "deliverables",
    "indicators",
    "why_me",
    "needs",
    "ask",
    "sender",
    "place",
)
FRAME: Final = ("sought", "starts_on", "weeks", "weekly_hours")
FIRST_ASK: Final = "Vingt minutes d’échange la semaine prochaine\u00a0?"
FIRST_POSITIONS: Final = (
    Position.OPERATIONAL,
    Position.EXECUTIVE,
    Position.INSIDER,
    Position.JUNIOR,
    Position.OTHER,
    Position.HR,
)


@dataclass(frozen=True, slots=True)
class Provable:
    """A journal entry that may prove « Pourquoi moi »; `figures` are confirmed."""

    key: int
    on: date
    action: str
    figures: tuple[Figure, ...]
    for_company: str = ""

    @property
    def in_words(self) -> tuple[str, ...]:
        """Each figure, as a chip says it."""
        return tuple(map(worded, self.figures))


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone the page may be addressed to; `position` is empty when nobody placed them."""

    key: int
    name: str
    title: str
    position: str = ""

    @property
    def is_operational(self) -> bool:
        """Whether they hold the problem."""
        return self.position == Position.OPERATIONAL

    @property
    def said(self) -> str:
        """« Hélène Quintard, responsable e-commerce »."""
        return ", ".join(filter(None, (self.name, self.title)))


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be chosen today for the page of a target, read once."""

    signals: tuple[Signal, ...]
    entries: tuple[Provable, ...]
    people: tuple[Recipient, ...]

    def ticked(self, values: Mapping[str, Any]) -> tuple[Provable, ...]:
        """Return the entries a form ticks."""
        keys = set(values["proofs"] or ())
        return tuple(one for one in self.entries if one.key in keys)

    def whom(self, values: Mapping[str, Any]) -> Recipient | None:
        """Return who a form addresses the page to; None when nobody is chosen, or they left."""
        return next((one for one in self.people if one.key == values["recipient"]), None)


def offered(target: Target) -> Offered:
    """Return what may be chosen today for the page of a target.

    Args:
        target: the target.

    Returns:
        Signals in view, journal entries with a figure, people known there.
    """
    return Offered(offered_signals(target), offered_entries(), recipients(target))


def proposal_of(target: Target) -> Proposal | None:
    """Return the proposal written for a target.

    Args:
        target: the target.

    Returns:
        The latest one in view; None before one is begun.
    """
    return target.proposals.filter(deleted_at=None).first()


def removed_proposal(target: Target, key: int) -> Proposal | None:
    """Return a proposal taken out of sight.

    Args:
        target: its target.
        key: its key.

    Returns:
        The proposal; None without one.
    """
    return target.proposals.filter(pk=key, deleted_at__isnull=False).first()


def versions_of(proposal: Proposal) -> tuple[ProposalVersion, ...]:
    """Return the kept versions of a proposal.

    Args:
        proposal: the proposal.

    Returns:
        Versions, latest first.
    """
    return tuple(proposal.versions.all())


def offered_signals(target: Target) -> tuple[Signal, ...]:
    """Return the signals that may prove the finding.

    Args:
        target: the target.

    Returns:
        Signals in view, latest first.
    """
    return tuple(target.signals.filter(deleted_at=None))


def offered_entries() -> tuple[Provable, ...]:
    """Return the journal entries that may prove « Pourquoi moi ».

    Returns:
        Finished entries that are not private and hold a confirmed figure, latest first.
    """
    finished = journal.entries().filter(draft=False, impacts__confirmed_at__isnull=False)
    kept = finished.exclude(visibility="private").distinct()
    return tuple(_provable(one, journal.figures_of(one)) for one in kept)


def _provable(entry: Any, figures: tuple[Figure, ...]) -> Provable:
    host = entry.experience.organization if entry.experience else None
    reserved = str(host or "") if entry.visibility == "company" else ""
    return Provable(entry.pk, entry.date, entry.action, figures, reserved)


def recipients(target: Target) -> tuple[Recipient, ...]:
    """Return who the page may be addressed to, who has the problem first.

    Args:
        target: the target.

    Returns:
        Contacts by position, then others known in the organization.
    """
    contacts = Contact.objects.filter(target=target, deleted_at=None).select_related("person")
    ordered = sorted(contacts, key=lambda one: FIRST_POSITIONS.index(Position(one.position)))
    placed = {one.person_id: one.position for one in ordered}
    others = (one for one in network.people_of(target.organization) if one.pk not in placed)
    people = (*(one.person for one in ordered), *others)
    return tuple(_recipient(one, target, placed.get(one.pk, "")) for one in people)


def _recipient(person: Any, target: Target, position: str) -> Recipient:
    roles = person.roles.filter(organization=target.organization_id)
    title = next((role.title for role in roles if role.title), "")
    return Recipient(person.pk, str(person), title, position)


def first_values(target: Target, example: Example | None) -> tuple[dict[str, Any], tuple[int, ...]]:
    """Return what a new proposal starts with.

    Args:
        target: the target.
        example: the example to start from; None to start from the research.

    Returns:
        Values by column, and the keys of the signals ticked.
    """
    latest = Proposal.objects.exclude(sender="").first()
    sender = latest.sender if latest else _signature()
    signed = {"sender": sender, "place": latest.place if latest else ""}
    if example is not None:
        kind = Sought.INTERNSHIP if example.is_internship else Sought.APPRENTICESHIP
        frame = {"example": example.key, "sought": kind, "weeks": example.weeks}
        return {**signed, **frame, **example.fields}, ()
    problem = _problem(target)
    offered_ones = offered_signals(target)
    seen = _in_favour(problem, offered_ones)
    finding = "\n".join(filter(None, (problem.problem if problem else "", *(one.quote for one in seen))))
    said = {"finding": finding, "cost": problem.cost if problem else ""}
    signals = tuple(one.pk for one in offered_ones)
    return {**signed, "sought": target.sought, "ask": FIRST_ASK, **said}, signals


def _in_favour(problem: ProblemHypothesis | None, signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """Return the two latest signals that speak for a problem."""
    if problem is None:
        return ()
    favour = set(problem.weighings.filter(side=Side.FOR).values_list("signal_id", flat=True))
    return tuple(one for one in signals if one.pk in favour)[:2]


def _signature() -> str:
    student = current_student()
    return "\n".join(filter(None, (student.full_name, student.studies, student.phone)))


def _problem(target: Target) -> ProblemHypothesis | None:
    """Return the problem the student keeps, else the first one still open."""
    rows = target.hypotheses.filter(deleted_at=None).exclude(standing=Standing.DROPPED)
    return rows.filter(standing=Standing.KEPT).first() or rows.first()


def values_of(proposal: Proposal) -> dict[str, Any]:
    """Return everything a proposal says and rests on, as its form takes it.

    Args:
        proposal: the proposal.

    Returns:
        Values by field, ticks as keys.
    """
    ticked = {
        "signals": [one.pk for one in proposal.signals.filter(deleted_at=None)],
        "proofs": list(proposal.proofs.values_list("pk", flat=True)),
    }
    said = {name: getattr(proposal, name) for name in (*TEXTS, *FRAME)}
    return {**said, "recipient": proposal.recipient_id, "revision": proposal.revision, **ticked}


def frozen(values: Mapping[str, Any], page: paper.Proposal) -> dict[str, Any]:
    """Return the content of a version: what was typed, and the words of what proves it that day.

    Args:
        values: as `values_of` gives them.
        page: the page they make.

    Returns:
        Plain values, ready for JSON; dates as 2026-05-04.
    """
    first = values["starts_on"]
    plain = {
        **{name: values[name] for name in (*TEXTS, "sought", "weeks", "recipient")},
        "signals": sorted(values["signals"]),
        "proofs": sorted(values["proofs"]),
    }
    return {
        **plain,
        "starts_on": first.isoformat() if first else None,
        "weekly_hours": str(values["weekly_hours"]),
        "addressed": page.addressed,
        "sources": [[one.label, one.on.isoformat(), one.quote] for one in page.sources],
    }


def thawed(content: Mapping[str, Any], choice: Offered) -> dict[str, Any]:
    """Return the values of a version as the form takes them, without what is no longer there.

    Args:
        content: as `frozen` made it.
        choice: what is offered today.

    Returns:
        Values by field, `revision` aside.
    """
    first = content["starts_on"]
    signals = {one.pk for one in choice.signals}
    proofs = {one.key for one in choice.entries}
    people = {one.key for one in choice.people}
    return {
        **{name: content[name] for name in (*TEXTS, "sought", "weeks")},
        "starts_on": date.fromisoformat(first) if first else None,
        "weekly_hours": Decimal(content["weekly_hours"]),
        "recipient": content["recipient"] if content["recipient"] in people else None,
        "signals": [key for key in content["signals"] if key in signals],
        "proofs": [key for key in content["proofs"] if key in proofs],
    }


def frame_of(values: Mapping[str, Any]) -> Frame:
    """Return the frame of the mission a form describes.

    Args:
        values: as the form gives them.

    Returns:
        The frame; 35 hours a week when they are not readable.
    """
    return Frame(
        is_internship=values["sought"] != Sought.APPRENTICESHIP,
        weeks=values["weeks"],
        weekly_hours=values["weekly_hours"] or Decimal(35),
        starts_on=values["starts_on"],
    )


def page_of(target: Target, values: Mapping[str, Any], *, choice: Offered, on: date) -> paper.Proposal:
    """Return the page a form makes; nothing is checked.

    Args:
        target: the target.
        values: as the form gives them, saved or not.
        choice: what is offered today.
        on: the day written on it.

    Returns:
        The page with the signals and the figures that are ticked and still there.
    """
    said = {name: str(values[name] or "") for name in TEXTS}
    whom = choice.whom(values)
    return paper.Proposal(
        company=str(target),
        title=said["promise"].strip(),
        produced_on=on,
        problem=said["finding"],
        cost=said["cost"],
        mission=said["mission"],
        frame=frame_said(frame_of(values)),
        deliverables=_lines(said["deliverables"]),
        indicators=said["indicators"],
        why_me=said["why_me"],
        needs=said["needs"],
        ask=said["ask"].strip(),
        sender=_lines(said["sender"]),
        recipient=whom.said if whom else "",
        place=said["place"].strip(),
        sources=_sources(choice, values["signals"] or ()),
        figures=tuple(figure for one in choice.ticked(values) for figure in one.figures),
    )


def names_of(target: Target, whom: Recipient | None) -> tuple[str, ...]:
    """Return the names that make a text this company's own.

    Args:
        target: the target.
        whom: who the page is written to; None for nobody.

    Returns:
        The organization's name, and that of the person.
    """
    return (str(target), whom.name) if whom else (str(target),)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _sources(choice: Offered, ticked: Iterable[int]) -> tuple[paper.Source, ...]:
    wanted = set(ticked)
    kept = (one for one in choice.signals if one.pk in wanted)
    return tuple(paper.Source(one.source, one.seen_on, one.quote, one.pk) for one in kept)
