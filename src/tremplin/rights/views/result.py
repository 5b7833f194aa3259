"""The result: what the law says of an agreement, and what was read in it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.rights import kept_files
from tremplin.rights.agreement.reading.limits import LIMITS
from tremplin.rights.domain.comparison import compare
from tremplin.rights.domain.correction_mail import points_to_ask, proposed
from tremplin.rights.domain.fact_rows import fact_rows
from tremplin.rights.domain.moment import Moment, moment_of
from tremplin.rights.domain.result_page import result_page
from tremplin.rights.forms import DropForm
from tremplin.rights.models import Outcome, State, Version
from tremplin.rights.operations import is_thrown_away
from tremplin.rights.queries import audit_of, revisions, versions
from tremplin.rights.views.dropping import drop_page, reading_page, thrown_away_page
from tremplin.rights.views.finding import latest_at, version_at


@require_safe
def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show the latest version of an agreement."""
    return _page(request, latest_at(agreement_id))


@require_safe
def version(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Show one version of an agreement."""
    return _page(request, version_at(agreement_id, number))


def result_context(version: Version) -> dict[str, Any]:
    """Gather what the result page shows of a version."""
    made = revisions(version)
    today = timezone.localdate()
    result = audit_of(version, on=today)
    moment = moment_of(result.facts, is_signed=bool(version.signed_at), on=today)
    rows = fact_rows(
        result.facts,
        corrected={name: correction.revision for name, correction in made.items()},
        standing=frozenset(name for name, one in made.items() if one.outcome != Outcome.AS_READ),
    )
    every = versions(version.agreement)
    signed = next((one for one in every if one.signed_at), None)
    return {
        "version": version,
        "versions": every,
        "page": result_page(result, moment=moment),
        "has_asks": bool(proposed(points_to_ask(result), moment=moment)),
        "is_over": moment is Moment.OVER,
        "seconds": reading_time(version.seconds),
        "facts": [row for row in rows if row.shown or row.is_entered],
        "silent": [row for row in rows if not row.shown and not row.is_entered],
        "signed": signed,
        "is_intact": signed is not None and kept_files.digest_now(signed.digest) == signed.digest,
        "drop_form": DropForm(),
        "most": LIMITS.bytes,
        **_against_the_other(version, every),
    }


def _against_the_other(version: Version, every: list[Version]) -> dict[str, Any]:
    """Compare the last two versions read, when this page shows one of them."""
    read = [one for one in every if one.state == State.READ][-2:]
    if len(read) < 2 or version not in read:
        return {}
    today = timezone.localdate()
    found = compare(audit_of(read[0], on=today), audit_of(read[1], on=today))
    return {
        "comparison": found,
        "news": found.sentence(number=read[1].number, is_signed=bool(read[1].signed_at)),
    }


def reading_time(seconds: float) -> str:
    """Write how long a reading took: « moins d’une seconde », « 3 s »."""
    return f"{round(seconds)}\u00a0s" if seconds >= 1 else "moins d’une seconde"


def _page(request: HttpRequest, version: Version) -> HttpResponse:
    if version.state == State.READING:
        return reading_page(request, version)
    if is_thrown_away(version):
        return thrown_away_page(request, version)
    if version.state == State.REFUSED:
        return drop_page(
            request, DropForm(), refusal=version.refusal, refused=version, agreement=version.agreement
        )
    return render(request, "rights/agreement.html", result_context(version))
