"""What is known of internships, for their own pages and for other rooms."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from tremplin.internships.domain.missions import mission_titles
from tremplin.internships.domain.presence import Presence, Span, is_public_holiday
from tremplin.internships.matching import last_day as last_day
from tremplin.internships.matching import presence_of
from tremplin.internships.models import (
    CalendarEvent,
    CalendarFile,
    GhostKind,
    Goal,
    Hypothesis,
    Internship,
    Milestone,
    Project,
    SchoolPeriod,
)
from tremplin.journal.queries import missions
from tremplin.network.queries import present_role
from tremplin.rights.queries import Card, agreement_cards
from tremplin.rights.queries import versions as agreement_versions


@dataclass(frozen=True, slots=True)
class AgreementOffer:
    """An audited agreement from which an internship can be created in one click."""

    agreement_id: int
    version_id: int
    host: str
    city: str
    school: str
    tutor: str
    referent: str
    starts_on: date
    ends_on: date
    weekly_hours: Decimal | None
    missions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionLine:
    """A mission and what it leaves: an asset, a reason why not, or nothing said yet."""

    id: int
    title: str
    agreed: bool
    asset: str
    reason_why_not: str
    revision: int
    entries: int = 0

    @property
    def is_said(self) -> bool:
        """Whether the student said what they keep of it, or why nothing."""
        return bool(self.asset or self.reason_why_not)


def internships() -> QuerySet[Internship]:
    """Return the internships that were not removed, latest first.

    Returns:
        Internships with their experience, people and school periods at hand.
    """
    kept = Internship.objects.filter(deleted_at=None)
    return kept.select_related("experience__organization", "tutor", "referent").prefetch_related(
        "school_periods"
    )


def internship(internship_id: int, *, removed: bool = False) -> Internship | None:
    """Return one internship.

    Args:
        internship_id: its key.
        removed: whether a removed one is wanted, to bring it back.

    Returns:
        The internship; None when there is none.
    """
    found = Internship.objects.filter(pk=internship_id, deleted_at__isnull=not removed)
    return found.select_related("experience__organization", "tutor", "referent").first()


def current_internship(*, on: date) -> Internship | None:
    """Return the internship the student lives, or the nearest one.

    Args:
        on: the day.

    Returns:
        The one under way; else the next to begin; else the last that ended; None without any.
    """
    every = list(internships())
    under_way = [one for one in every if one.experience.starts_on <= on <= last_day(one)]
    to_come = [one for one in every if one.experience.starts_on > on]
    over = [one for one in every if last_day(one) < on]
    if under_way:
        return under_way[0]
    if to_come:
        return min(to_come, key=lambda one: one.experience.starts_on)
    return max(over, key=last_day, default=None)


def school_of(internship: Internship) -> str:
    """Return the school the supervising teacher works for.

    Args:
        internship: the internship.

    Returns:
        Its name; empty when unknown.
    """
    role = present_role(internship.referent) if internship.referent else None
    return role.organization.name if role else ""


def presence(internship: Internship) -> Presence:
    """Return the days planned at the host's.

    Args:
        internship: the internship.

    Returns:
        Its weekdays, less school periods and public holidays.
    """
    return presence_of(internship)


def days_off(internship: Internship) -> dict[date, str]:
    """Return the days of an internship when no entry is expected, with their names.

    Args:
        internship: the internship.

    Returns:
        Public holidays, school and leave by day; other days left out.
    """
    span = presence_of(internship).span
    named = {
        day: period.label or period.get_kind_display()
        for period in internship.school_periods.all()
        for day in Span(period.starts_on, period.ends_on).days()
    }
    return named | {day: "jour férié" for day in span.days() if is_public_holiday(day)}


def milestones(internship: Internship) -> QuerySet[Milestone]:
    """Return the milestones of an internship, by day.

    Args:
        internship: the internship.

    Returns:
        Those that stand; cancelled ones are left out.
    """
    return internship.milestones.filter(cancelled=False)


def milestone(milestone_id: int) -> Milestone | None:
    """Return one milestone.

    Args:
        milestone_id: its key.

    Returns:
        The milestone with its internship; None when there is none.
    """
    return Milestone.objects.select_related("internship__experience").filter(pk=milestone_id).first()


def goals(internship: Internship) -> QuerySet[Goal]:
    """Return what the internship must bring.

    Args:
        internship: the internship.

    Returns:
        Goals in the order written.
    """
    return internship.goals.filter(deleted_at=None)


def hypotheses(internship: Internship) -> QuerySet[Hypothesis]:
    """Return what the internship puts to the test.

    Args:
        internship: the internship.

    Returns:
        Hypotheses in the order written.
    """
    return internship.hypotheses.filter(deleted_at=None)


def projects(internship: Internship, *, kind: str = "") -> QuerySet[Project]:
    """Return the register of projects: indispensable and ghost.

    Args:
        internship: the internship.
        kind: a `ProjectKind`; empty for both.

    Returns:
        Projects in the order written.
    """
    kept = internship.projects.filter(deleted_at=None).select_related("shown_to")
    return kept.filter(kind=kind) if kind else kept


def project(project_id: int) -> Project | None:
    """Return one project of the register.

    Args:
        project_id: its key.

    Returns:
        The project; None when there is none, or it was removed.
    """
    return Project.objects.filter(pk=project_id, deleted_at=None).first()


def ghost_kinds() -> list[tuple[str, Any]]:
    """Return the forms a ghost project may take (*projet fantôme*), each with its words."""
    return list(GhostKind.choices)


def mission_lines(internship: Internship) -> tuple[MissionLine, ...]:
    """Return the missions of an internship and what each leaves.

    Args:
        internship: the internship.

    Returns:
        Missions in the order of the agreement.
    """
    written = Count("entries", filter=Q(entries__deleted_at=None))
    listed = missions(internship.experience).select_related("career_asset").annotate(written=written)
    return tuple(_mission_line(mission) for mission in listed)


def missions_without_asset(internship: Internship) -> tuple[MissionLine, ...]:
    """Return the missions of which nothing is said yet.

    Args:
        internship: the internship.

    Returns:
        Those with neither a career asset nor a reason why not.
    """
    return tuple(line for line in mission_lines(internship) if not line.is_said)


def calendars(internship: Internship) -> QuerySet[CalendarFile]:
    """Return the calendars that were read.

    Args:
        internship: the internship.

    Returns:
        Latest first, with their periods.
    """
    return internship.calendars.prefetch_related("periods")


def periods(internship: Internship) -> QuerySet[SchoolPeriod]:
    """Return the periods away from the host, in time order.

    Args:
        internship: the internship.

    Returns:
        School and leave, read or typed.
    """
    return internship.school_periods.select_related("calendar")


def events(internship: Internship, *, since: date, until: date) -> QuerySet[CalendarEvent]:
    """Return what the imported calendars say of some days.

    Args:
        internship: the internship.
        since: first day.
        until: last day, included.

    Returns:
        Events in time order.
    """
    found = CalendarEvent.objects.filter(calendar__internship=internship, calendar__forgotten_at=None)
    return found.filter(ends_at__date__gte=since, starts_at__date__lte=until)


def agreement_offers(*, on: date) -> tuple[AgreementOffer, ...]:
    """Return the audited agreements that have no internship yet.

    Args:
        on: the day of the audits.

    Returns:
        Agreements whose two dates were read, latest first.
    """
    taken = set(
        internships()
        .exclude(agreement_version=None)
        .values_list("agreement_version__agreement_id", flat=True)
    )
    cards = (card for card in agreement_cards(on=on) if not card.version.is_example)
    offers = (_offer(card) for card in cards if card.version.agreement_id not in taken)
    return tuple(offer for offer in offers if offer is not None)


def agreement_holds(version_id: int, *, on: date) -> tuple[Internship | None, AgreementOffer | None]:
    """Return what can be followed of an agreement, from any of its versions.

    Args:
        version_id: key in Droits of a version.
        on: the day of the audits.

    Returns:
        The internship it became, even removed, then what it offers; None for what there is not:
        nothing is offered when the two dates were not read.

    Raises:
        LookupError: there is no such version.
    """
    for card in agreement_cards(on=on):
        if any(version.pk == version_id for version in agreement_versions(card.version.agreement)):
            made = Internship.objects.filter(agreement_version__agreement=card.version.agreement_id)
            return made.order_by(F("deleted_at").desc(nulls_first=True)).first(), _offer(card)
    raise LookupError(version_id)


def _offer(card: Card) -> AgreementOffer | None:
    if card.audit is None:
        return None
    value = card.audit.facts.value
    starts_on, ends_on = value("start_date"), value("end_date")
    if starts_on is None or ends_on is None or ends_on < starts_on:
        return None
    return AgreementOffer(
        agreement_id=card.version.agreement_id,
        version_id=card.version.pk,
        host=value("company") or "",
        city=value("city") or "",
        school=value("school") or "",
        tutor=value("tutor") or "",
        referent=value("referent") or "",
        starts_on=starts_on,
        ends_on=ends_on,
        weekly_hours=value("weekly_hours"),
        missions=mission_titles(value("missions") or ()),
    )


def _mission_line(mission: Any) -> MissionLine:
    asset = getattr(mission, "career_asset", None)
    return MissionLine(
        id=mission.pk,
        title=mission.title,
        agreed=mission.agreed,
        asset=asset.asset if asset else "",
        reason_why_not=asset.reason_why_not if asset else "",
        revision=asset.revision if asset else 0,
        entries=mission.written,
    )
