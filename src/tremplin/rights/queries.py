"""What Droits knows of the student's agreements, for its own pages and for other rooms."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.reading.transport import from_json
from tremplin.rights.agreement.values import FACT_LABELS, Audit, Gratification, Level
from tremplin.rights.domain.spacing import spaced_audit
from tremplin.rights.domain.typed_facts import from_plain
from tremplin.rights.models import Agreement, Correction, Outcome, State, Version
from tremplin.rights.simulation.queries import Ceilings, entered_ceilings

AUDITS_KEPT = 32


@dataclass(frozen=True, slots=True)
class Summary:
    """The agreement the student works with, as Cap shows it."""

    host: str
    city: str
    starts_on: date | None
    ends_on: date | None
    read_on: date
    url: str
    to_correct: int
    to_clarify: int
    to_check: int
    at_stake: Decimal
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An agreement in a list: its latest version and, once read, its audit."""

    version: Version
    audit: Audit | None

    @property
    def host(self) -> str:
        """Name of the host organization; the file's name until it is read."""
        return (self.audit and self.audit.facts.value("company")) or self.version.name

    @property
    def wrong(self) -> int:
        """How many points are contrary to the law."""
        return len(self.audit.at(Level.TO_CORRECT)) if self.audit else 0

    @property
    def vague(self) -> int:
        """How many points are missing or unclear."""
        return len(self.audit.at(Level.TO_CLARIFY)) if self.audit else 0


@dataclass(frozen=True, slots=True)
class SimulatorFacts:
    """What the gratification simulator can take from an agreement; None where it is silent."""

    agreement: int
    host: str
    starts_on: date | None
    ends_on: date | None
    weekly_hours: Decimal | None
    total_hours: Decimal | None
    gratification: Gratification | None
    signed_on: date | None


def agreements() -> QuerySet[Agreement]:
    """Return the agreements that were not removed, latest first.

    Returns:
        Agreements that have at least one version read or being read.
    """
    kept = Agreement.objects.filter(deleted_at=None)
    return kept.filter(versions__state__in=(State.READ, State.READING)).distinct()


def agreement_cards(*, on: date) -> list[Card]:
    """Return the student's agreements as a list shows them, latest first.

    Args:
        on: the day of the audits, used only for agreements that bear no date.

    Returns:
        One card per agreement with at least one version that can be read.
    """
    shown = [version for agreement in agreements() if (version := version_shown(agreement))]
    return [
        Card(version, audit_of(version, on=on) if version.state == State.READ else None) for version in shown
    ]


def unread_versions() -> list[Version]:
    """Return the file of each agreement none of whose files could be read.

    Returns:
        The latest version of each, latest agreement first.
    """
    able = Version.objects.filter(state__in=(State.READ, State.READING)).values("agreement")
    unread = Agreement.objects.filter(deleted_at=None).exclude(pk__in=able)
    return [version for agreement in unread if (version := version_shown(agreement))]


def versions(agreement: Agreement) -> list[Version]:
    """Return the versions of an agreement by number, without their text.

    Args:
        agreement: the agreement.

    Returns:
        Versions, oldest first; those that could not be read included.
    """
    return list(agreement.versions.defer("content"))


def version_shown(agreement: Agreement) -> Version | None:
    """Return the version an agreement opens on.

    Args:
        agreement: the agreement.

    Returns:
        The latest that is read or being read; else the latest of all; None without any.
    """
    every = versions(agreement)
    able = [version for version in every if version.state != State.REFUSED]
    shown = able or every
    return shown[-1] if shown else None


def revisions(version: Version) -> dict[str, Correction]:
    """Return the latest correction of each corrected fact.

    Args:
        version: the version.

    Returns:
        Corrections by name of fact, those that went back to what was read included.
    """
    return {correction.name: correction for correction in version.corrections.all()}


def audit_of(version: Version, *, on: date) -> Audit:
    """Return the audit of a version, with the student's corrections.

    Args:
        version: a version whose reading is kept.
        on: the day of the audit, used only when the agreement bears no date.

    Returns:
        The audit; the same arguments give the same one, and the last few are kept at hand.
    """
    corrections = {
        name: correction.value if correction.outcome == Outcome.STATED else None
        for name, correction in revisions(version).items()
        if correction.outcome != Outcome.AS_READ
    }
    known = json.dumps(corrections, sort_keys=True)
    return _audited(version.pk, _reading_of(version), known, entered_ceilings(), on)


def silent_facts(version: Version, *, on: date) -> frozenset[str]:
    """Return the names of the facts the text of a version does not state.

    Args:
        version: a version whose reading is kept.
        on: as in `audit_of`.

    Returns:
        Names of `FACT_LABELS`, whatever the student corrected.
    """
    facts = _audited(version.pk, _reading_of(version), "{}", (), on).facts
    return frozenset(name for name in FACT_LABELS if name not in facts)


def has_pages(version: Version) -> bool:
    """Say whether pages of a version were read, even if it is being read again.

    Args:
        version: a version.

    Returns:
        False before its first reading ends, and when it could not be read.
    """
    return Version.objects.filter(pk=version.pk, content__isnull=False).exists()


def version_before(version: Version) -> Version | None:
    """Return the version that was read before this one in its agreement.

    Args:
        version: a version.

    Returns:
        The closest older one whose reading is kept; None for the first.
    """
    older = Version.objects.defer("content").filter(agreement=version.agreement_id, number__lt=version.number)
    return older.filter(state=State.READ).last()


def agreement_summary(*, of_version: int | None = None) -> Summary | None:
    """Return the agreement the student works with: one they follow, else the latest that was read.

    Args:
        of_version: key of a version of the agreement they follow; None when they follow none.

    Returns:
        Its host, dates, counts and address; None before any was read.
    """
    followed = _latest(_read().filter(agreement__versions=of_version)) if of_version else None
    version = followed or latest_read()
    if version is None:
        return None
    result = audit_of(version, on=timezone.localdate())
    facts = result.facts
    return Summary(
        host=facts.value("company") or "",
        city=facts.value("city") or "",
        starts_on=facts.value("start_date"),
        ends_on=facts.value("end_date"),
        read_on=timezone.localtime(version.received_at).date(),
        url=reverse("rights:agreement", args=[version.agreement_id]),
        to_correct=len(result.at(Level.TO_CORRECT)),
        to_clarify=len(result.at(Level.TO_CLARIFY)),
        to_check=len(result.at(Level.TO_CHECK)),
        at_stake=result.stake,
        points=tuple(finding.title for finding in result.reported),
    )


def simulator_facts() -> SimulatorFacts | None:
    """Return what the latest agreement read says of dates, hours and pay.

    Returns:
        Values typed as the law takes them; None before any agreement was read.
    """
    version = latest_read()
    if version is None:
        return None
    value = audit_of(version, on=timezone.localdate()).facts.value
    return SimulatorFacts(
        agreement=version.agreement_id,
        host=value("company") or "",
        starts_on=value("start_date"),
        ends_on=value("end_date"),
        weekly_hours=value("weekly_hours"),
        total_hours=value("total_hours"),
        gratification=value("gratification"),
        signed_on=value("signature_date"),
    )


def latest_read() -> Version | None:
    """Return the version the student works with.

    Returns:
        The latest read version of the latest agreement that has one; None without any.
    """
    return _latest(_read())


def _read() -> QuerySet[Version]:
    """Return the student's own versions that were read, the invented agreement left out."""
    read = Version.objects.filter(state=State.READ, agreement__deleted_at=None, is_example=False)
    return read.defer("content")


def _latest(read: QuerySet[Version]) -> Version | None:
    return read.order_by("-agreement__created_at", "-agreement_id", "-number").first()


def _reading_of(version: Version) -> str:
    """Name one reading of one file, so that reading again is not answered from memory."""
    return f"{version.digest} {version.read_at}"


@lru_cache(maxsize=AUDITS_KEPT)
def _audited(version_id: int, reading: str, corrections: str, ceilings: Ceilings, on: date) -> Audit:
    document = from_json(Version.objects.values_list("content", flat=True).get(pk=version_id) or {})
    plain: Mapping[str, Any] = json.loads(corrections)
    corrected = {name: from_plain(name, plain[name]) for name in plain}
    figures = Figures({("general", "hourly_ceiling"): ceilings}) if ceilings else OFFICIAL
    return spaced_audit(audit(document, corrections=corrected, on=on, figures=figures))
