"""What goes with a CV: the letter, the e-mail, the LinkedIn profile."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.one_page import TooLong
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories.cv.resume import Line, proved_by
from tremplin.stories.cv.writing.cover_letters import write_letter
from tremplin.stories.cv.writing.files import Format
from tremplin.stories.cv.writing.linkedin import about, headline
from tremplin.stories.forms.letters import LetterForm, columns
from tremplin.stories.models import Letter
from tremplin.stories.operations.letters import save_letter
from tremplin.stories.queries import cv as cvs
from tremplin.stories.queries.letters import Material, letter_values, material, told_on, written
from tremplin.stories.queries.stories import proved_stories
from tremplin.stories.views.cv import cv_at

LETTER_FORMATS = (Format.PDF, Format.WORD, Format.TEXT)
TOLD_ALOUD = 2


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Write the letter that goes with a version."""
    held = material(cv_at(cv_id))
    form = _form(held, request.POST if request.method == "POST" else None)
    if not form.is_bound:
        context = _context(held, form, letter_values(held.cv))
        return render(request, "stories/cv_letter.html", context)
    if form.is_valid():
        return _save(request, held, form)
    return render(request, "stories/cv_letter.html", _context(held, form, form.typed()), status=422)


@require_POST
@vary_on_headers("HX-Request")
def letter_preview(request: HtmxRequest, cv_id: int) -> HttpResponse:
    """Show the letter as typed, nothing saved; htmx gets the part that changes."""
    held = material(cv_at(cv_id))
    form = _form(held, request.POST)
    name = "_letter_preview" if request.htmx else "cv_letter"
    return render(request, f"stories/{name}.html", _context(held, form, form.typed()))


@require_safe
def letter_file(request: HttpRequest, cv_id: int, suffix: str) -> HttpResponse:
    """Give the saved letter as a file; refused while a figure has no proof, or when it is too long."""
    if suffix not in LETTER_FORMATS:
        raise Http404
    held = material(cv_at(cv_id))
    values = letter_values(held.cv)
    page = written(values, held=held, on=timezone.localdate()).letter
    try:
        if page.refusals():
            raise UnsupportedClaims(page.refusals())
        content = write_letter(page, Format(suffix))
    except (UnsupportedClaims, TooLong) as refusal:
        context = _context(held, _form(held, None), values) | {"refusal": refusal}
        return render(request, "stories/cv_letter.html", context, status=409)
    name = slugify(f"lettre {page.name} {page.company}") or "lettre"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    return HttpResponse(content, content_type=Format(suffix).mime, headers=headers)


@require_safe
def linkedin(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Show a headline and a presentation for LinkedIn, drawn from a version."""
    kept = cv_at(cv_id)
    made = cvs.built_cv(kept)
    told = [one for one in told_on(kept, proved_stories()) if one.outputs.form.is_printable][:TOLD_ALOUD]
    lines = [Line(one.outputs.form.text, proved_by(f"story:{one.key}")) for one in told]
    context = {
        "cv": kept,
        "blocking": made.blocking,
        "headline": headline(made.resume),
        "about": about(made.resume, lines),
    }
    return render(request, "stories/cv_linkedin.html", context)


def _form(held: Material, data: Any) -> LetterForm:
    return LetterForm(
        data,
        initial=letter_values(held.cv),
        people=[(one.key, one.said) for one in held.people],
        stories=[(one.key, one.title) for one in held.stories],
    )


def _context(held: Material, form: LetterForm, values: Mapping[str, Any]) -> dict[str, Any]:
    found = written(values, held=held, on=timezone.localdate())
    return {
        "cv": held.cv,
        "form": form,
        "stories": [(one, one.key in (values["stories"] or ())) for one in held.stories],
        "people": held.people,
        "written": found,
        "refusals": found.letter.refusals(),
        "is_saved": columns(values) == columns(letter_values(held.cv)),
        "formats": [(one.value, one.label) for one in LETTER_FORMATS],
    }


def _save(request: HttpRequest, held: Material, form: LetterForm) -> HttpResponse:
    typed = form.cleaned_data
    back = reverse("stories:cv-letter", args=[held.cv.pk])
    try:
        save_letter(held.cv, revision=typed["revision"], changes=columns(typed))
    except StaleRevision as stale:
        newer = letter_values(held.cv) if isinstance(stale.kept, Letter) else {}
        return conflict(request, form=form, kept=newer, revision=stale.revision, back=back)
    say(request, _("Lettre enregistrée."))
    return redirect(back)
