"""Check-ins: prepared, printed, held."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.pdf import to_pdf
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.value import queries
from tremplin.value.domain.checkins import NAMES, Kind, invitation, prepared, talks_title
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import Result, ranked
from tremplin.value.forms import CheckInForm, OutcomeForm
from tremplin.value.models import CheckIn, CheckInKind
from tremplin.value.operations.check_ins import (
    Outcome,
    hold_check_in,
    keep_commitment,
    prepare_check_in,
)
from tremplin.value.operations.showing import show_results
from tremplin.value.sheets import PLACES, check_in_paper
from tremplin.value.views.finding import internship_now, posted, status

SLUGS: dict[str, Kind] = {"mi-parcours": "mid_term", "trois-quarts": "three_quarters"}
COLUMNS = ("promised", "done", "proved", "blocked", "next", "wins", "question")
QUOTABLE = {"yes": True, "no": False}


@require_safe
def talks(request: HttpRequest) -> HttpResponse:
    """List the two check-ins and what was promised at them."""
    internship = queries.followed(on=timezone.localdate())
    if internship is None:
        return redirect("value:home")
    stones = {stone.kind: stone for stone in queries.talks(internship)}
    rows = [
        (slug, CheckInKind(kind).label, stones.get(kind), queries.check_in(internship, kind))
        for slug, kind in SLUGS.items()
    ]
    held = sum(kept is not None and kept.held_on is not None for *_row, kept in rows)
    waiting = [stone.on for stone in stones.values() if stone.done_on is None]
    context = {
        "title": talks_title(held=held, waiting=waiting, today=timezone.localdate()),
        "internship": internship,
        "rows": rows,
        "commitments": queries.commitments(internship),
    }
    return render(request, "value/talks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, slug: str) -> HttpResponse:
    """Prepare a check-in from the journal."""
    internship, kind = internship_now(), _kind(slug)
    kept = queries.check_in(internship, kind)
    found = queries.results(internship)
    form = CheckInForm(
        posted(request),
        initial=_initial(internship, kind, kept, found),
        goals=queries.goals_open(internship),
    )
    if form.is_valid() and (answer := _prepare(request, internship, slug, form)):
        return answer
    stone = _stone(internship, kind)
    context = {
        "internship": internship,
        "slug": slug,
        "name": CheckInKind(kind).label,
        "when": NAMES[kind],
        "check_in": kept,
        "stone": stone,
        "form": form,
        "message": invitation(
            kind,
            tutor=internship.tutor,
            student=current_student().first_name,
            on=stone.on if stone and stone.on >= timezone.localdate() else None,
            at=stone.at if stone else None,
        ),
        "proofs": [one for one in ranked(found) if one.proofs][:8],
    }
    return render(request, "value/talk.html", context, status=status(form))


def _kind(slug: str) -> Kind:
    kind = SLUGS.get(slug)
    if kind is None:
        raise Http404
    return kind


def _stone(internship: Followed, kind: str) -> Any:
    return next((stone for stone in queries.talks(internship) if stone.kind == kind), None)


def _initial(
    internship: Followed, kind: Kind, kept: CheckIn | None, found: Iterable[Result]
) -> dict[str, Any]:
    if kept is not None and any(getattr(kept, name) for name in COLUMNS):
        return {"revision": kept.revision, **{name: getattr(kept, name) for name in COLUMNS}}
    drafted = prepared(
        kind,
        found,
        promised=queries.promised(internship, before=kind),
        coming=queries.coming(internship),
        since=queries.last_held(internship, before=kind),
    )
    revision = kept.revision if kept else 0
    return {"revision": revision, **{name: getattr(drafted, name) for name in COLUMNS}}


def _prepare(request: HttpRequest, internship: Followed, slug: str, form: CheckInForm) -> HttpResponse | None:
    typed = form.columns()
    revision, kind = typed.pop("revision"), _kind(slug)
    if _refuses(internship, kind, form, typed):
        return None
    back = reverse("value:talk", args=[slug])
    try:
        prepare_check_in(internship, kind, revision=revision, prepared=typed)
    except StaleRevision as stale:
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Point enregistré. La page à imprimer est prête."))
    return redirect(back)


def _refuses(internship: Followed, kind: Kind, form: CheckInForm, typed: dict[str, str]) -> bool:
    """Put the reason beside each column that says a figure the journal does not support."""
    refusals = check_in_paper(internship, kind, typed, on=timezone.localdate()).refusals()
    for refusal in refusals:
        form.add_error(PLACES.get(refusal.place), refusal.number.reason)
    return bool(refusals)


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """Print the page of a check-in, as saved or as the journal prepares it."""
    internship, kind = internship_now(), _kind(slug)
    kept = queries.check_in(internship, kind)
    stone = _stone(internship, kind)
    held_on = kept.held_on if kept and kept.held_on else stone.on if stone else None
    columns = _initial(internship, kind, kept, queries.results(internship))
    paper = check_in_paper(internship, kind, columns, on=timezone.localdate(), held_on=held_on)
    try:
        content = to_pdf(paper)
    except UnsupportedClaims as refused:
        found = [(one, None) for one in refused.refusals]
        context = {"refusals": found, "internship": internship, "back": slug}
        return render(request, "value/refused.html", context, status=409)
    disposition = f'attachment; filename="point-{slug}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: HttpRequest, slug: str) -> HttpResponse:
    """Note what came of a check-in."""
    internship, kind = internship_now(), _kind(slug)
    kept = queries.check_in(internship, kind)
    initial = {
        "revision": kept.revision if kept else 0,
        "held_on": kept.held_on if kept and kept.held_on else timezone.localdate(),
        "notes": kept.notes if kept else "",
        "author": internship.tutor,
    }
    form = OutcomeForm(posted(request), initial=initial)
    if form.is_valid():
        return _hold(request, internship, slug, form)
    context = {
        "internship": internship,
        "slug": slug,
        "name": CheckInKind(kind).label,
        "form": form,
        "check_in": kept,
    }
    return render(request, "value/outcome.html", context, status=status(form))


def _hold(request: HttpRequest, internship: Followed, slug: str, form: OutcomeForm) -> HttpResponse:
    typed = form.cleaned_data
    said = Outcome(
        held_on=typed["held_on"],
        notes=typed["notes"],
        words=typed["words"],
        author=typed["author"],
        quotable=QUOTABLE.get(typed["quotable"]),
        mine=tuple(typed["mine"].splitlines()),
        theirs=tuple(typed["theirs"].splitlines()),
    )
    try:
        hold_check_in(internship, _kind(slug), revision=typed["revision"], outcome=said)
    except StaleRevision as stale:
        back = reverse("value:outcome", args=[slug])
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    if typed["showed"] and said.author:
        waiting = [one.entry for one in queries.unshown(internship) if one.on <= said.held_on]
        show_results(waiting, to=said.author, on=said.held_on, how=_("point carrière"))
    say(request, _("Noté. Le jalon est fait, les engagements reviendront au prochain point."))
    return redirect("value:talks")


@require_POST
def keep(request: HttpRequest, commitment_id: int, way: str) -> HttpResponse:
    """Mark a commitment as kept, or take that back."""
    commitment = queries.commitment(commitment_id)
    if commitment is None:
        raise Http404
    is_kept = way == "tenu"
    keep_commitment(commitment, on=timezone.localdate() if is_kept else None)
    undo = reverse("value:commitment", args=[commitment_id, "reprendre"]) if is_kept else ""
    say(request, _("Engagement tenu.") if is_kept else _("Repris."), undo=undo)
    return redirect("value:talks")
