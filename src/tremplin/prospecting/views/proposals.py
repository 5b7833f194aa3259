"""The proposal of a target: written, shown as it will print, printed, put in a message."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.documents import proposal as paper
from tremplin.documents.proposal_fit import proposal_to_pdf, proposal_to_word
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain.addressing import closing, greeting
from tremplin.prospecting.domain.examples import example, examples
from tremplin.prospecting.domain.proposal_words import as_mail
from tremplin.prospecting.forms.proposals import ProposalForm, columns
from tremplin.prospecting.models import Proposal, Target
from tremplin.prospecting.operations.proposals import (
    keep_version,
    remove_proposal,
    restore_proposal,
    save_proposal,
    start_proposal,
)
from tremplin.prospecting.queries import proposals as queries
from tremplin.prospecting.queries.approaches import civility_of
from tremplin.prospecting.queries.targets import targets
from tremplin.prospecting.views.finding import posted, target_at
from tremplin.prospecting.views.proposal_page import shown

MOST_OFFERED = 40
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def proposal_at(target: Target) -> Proposal:
    """Return the proposal of a target, or answer 404."""
    found = queries.proposal_of(target)
    if found is None:
        raise Http404
    return found


@require_safe
def choose_target(request: HttpRequest) -> HttpResponse:
    """Ask for which target a proposal is to be written."""
    context = {
        "title": _("Écrire une proposition"),
        "lead": _("Une proposition répond au problème d’une entreprise précise."),
        "page": "prospecting:proposal",
        "targets": targets(),
    }
    return render(request, "prospecting/choose_target.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, target_id: int) -> HttpResponse:
    """Write the proposal of a target; before one, choose what to start from."""
    target = target_at(target_id)
    kept = queries.proposal_of(target)
    if kept is None:
        context = {"target": target, "examples": examples(), "signals": queries.offered_signals(target)}
        return render(request, "prospecting/proposal_start.html", context)
    choice = queries.offered(target)
    form = _form(kept, choice, posted(request))
    if form.is_valid():
        return _save(request, target, kept, form)
    values = form.typed() if form.is_bound else queries.values_of(kept)
    context = _context(target, kept, form, values, choice)
    return render(request, "prospecting/proposal.html", context, status=422 if form.is_bound else 200)


def _form(kept: Proposal, choice: queries.Offered, data: Any) -> ProposalForm:
    return ProposalForm(
        data,
        initial=queries.values_of(kept),
        recipients=[(one.key, one.said) for one in choice.people],
        signals=[(one.pk, one.quote) for one in choice.signals],
        proofs=[(one.key, one.action) for one in choice.entries],
    )


def _context(
    target: Target, kept: Proposal, form: ProposalForm, values: Mapping[str, Any], choice: queries.Offered
) -> dict[str, Any]:
    found = shown(target, values, choice=choice, on=timezone.localdate())
    saved = queries.values_of(kept)
    chosen = choice.ticked(values)
    return {
        "target": target,
        "proposal": kept,
        "form": form,
        "shown": found,
        "signals": [(one, one.pk in (values["signals"] or ())) for one in choice.signals],
        "chosen": chosen,
        "others": [one for one in choice.entries if one not in chosen][:MOST_OFFERED],
        "people": choice.people,
        "has_operational": any(one.is_operational for one in choice.people),
        "versions": len(queries.versions_of(kept)),
        "is_saved": queries.frozen(values, found.page) == queries.frozen(saved, found.page),
    }


def _save(request: HttpRequest, target: Target, kept: Proposal, form: ProposalForm) -> HttpResponse:
    typed = form.cleaned_data
    back = reverse("prospecting:proposal", args=[target.pk])
    try:
        save_proposal(
            kept,
            revision=typed["revision"],
            changes=columns(typed),
            signals=typed["signals"],
            proofs=typed["proofs"],
        )
    except StaleRevision as stale:
        newer = queries.values_of(stale.kept) if isinstance(stale.kept, Proposal) else {}
        return conflict(request, form=form, kept=newer, revision=stale.revision, back=back)
    say(request, _("Proposition enregistrée."))
    return redirect(back)


@require_POST
@vary_on_headers("HX-Request")
def preview(request: HtmxRequest, target_id: int) -> HttpResponse:
    """Show the page as typed, nothing saved; htmx gets the parts that change."""
    target = target_at(target_id)
    kept = proposal_at(target)
    choice = queries.offered(target)
    form = _form(kept, choice, request.POST)
    context = _context(target, kept, form, form.typed(), choice)
    name = "_proposal_parts" if request.htmx else "proposal"
    return render(request, f"prospecting/{name}.html", context)


@require_POST
def start(request: HttpRequest, target_id: int) -> HttpResponse:
    """Begin a proposal from the research, or from an example."""
    target = target_at(target_id)
    if queries.proposal_of(target) is None:
        fields, signals = queries.first_values(target, example(request.POST.get("example", "")))
        start_proposal(target, fields=fields, signals=signals)
    return redirect("prospecting:proposal", target.pk)


@require_safe
def pdf(request: HttpRequest, target_id: int) -> HttpResponse:
    """Print the saved proposal on one page, and keep that version."""
    return _export(request, target_id, proposal_to_pdf, kind="pdf", why=_("imprimée en PDF"))


@require_safe
def docx(request: HttpRequest, target_id: int) -> HttpResponse:
    """Write the saved proposal as a Word file of one page, and keep that version."""
    return _export(request, target_id, proposal_to_word, kind="docx", why=_("enregistrée en Word"))


def _export(
    request: HttpRequest,
    target_id: int,
    write: Callable[[paper.Proposal], bytes],
    *,
    kind: str,
    why: str,
) -> HttpResponse:
    target = target_at(target_id)
    kept = proposal_at(target)
    values = queries.values_of(kept)
    found = shown(target, values, choice=queries.offered(target), on=timezone.localdate())
    if not found.may_leave:
        context = {"target": target, "shown": found}
        return render(request, "prospecting/proposal_refused.html", context, status=409)
    content = write(found.page)
    if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        keep_version(kept, content=queries.frozen(values, found.page), why=why, at=timezone.now())
    name = f"proposition-{slugify(str(target)) or target.pk}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=PDF if kind == "pdf" else DOCX, headers=headers)


@require_safe
def mail(request: HttpRequest, target_id: int) -> HttpResponse:
    """Show the saved proposal as a message to copy; refused like the page when a figure has no proof."""
    target = target_at(target_id)
    values = queries.values_of(proposal_at(target))
    choice = queries.offered(target)
    found = shown(target, values, choice=choice, on=timezone.localdate())
    if found.blocking:
        context = {"target": target, "shown": found}
        return render(request, "prospecting/proposal_refused.html", context, status=409)
    whom = choice.whom(values)
    manner = {
        "civility": civility_of(whom.key) if whom else "",
        "position": whom.position if whom else "",
        "medium": "email",
    }
    first = greeting(whom.name if whom else "", **manner)
    message = as_mail(found.page, greeting=first, closing=closing(**manner))
    return render(request, "prospecting/proposal_mail.html", {"target": target, "mail": message})


@require_POST
def remove(request: HttpRequest, target_id: int) -> HttpResponse:
    """Take the proposal out of sight, to start again."""
    target = target_at(target_id)
    kept = proposal_at(target)
    remove_proposal(kept, at=timezone.now())
    say(
        request,
        _("Proposition supprimée."),
        undo=reverse("prospecting:proposal-restore", args=[target.pk, kept.pk]),
    )
    return redirect("prospecting:proposal", target.pk)


@require_POST
def restore(request: HttpRequest, target_id: int, proposal_id: int) -> HttpResponse:
    """Bring the proposal back; one begun meanwhile gives way, and can be brought back in turn."""
    target = target_at(target_id)
    removed = queries.removed_proposal(target, proposal_id)
    if removed is None:
        raise Http404
    begun = queries.proposal_of(target)
    if begun is not None:
        remove_proposal(begun, at=timezone.now())
    restore_proposal(removed)
    undo = reverse("prospecting:proposal-restore", args=[target.pk, begun.pk]) if begun else ""
    say(request, _("Proposition rétablie."), undo=undo)
    return redirect("prospecting:proposal", target.pk)
