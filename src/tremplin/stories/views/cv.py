"""The CV: its versions, the page where one is written, and the files it leaves as."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.documents.one_page import TooLong
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.queries import targets as prospecting
from tremplin.stories.cv.choosing import moved
from tremplin.stories.cv.leaving import NotProved
from tremplin.stories.cv.parts import Choice
from tremplin.stories.cv.writing.files import Format
from tremplin.stories.forms.cv import CvForm, StartForm, carried, chosen, columns
from tremplin.stories.leaving import first_version, ready
from tremplin.stories.models import Cv
from tremplin.stories.operations.cv import copy_cv, remove_cv, restore_cv, save_cv, start_cv
from tremplin.stories.queries import cv as queries
from tremplin.stories.queries import cv_offered, cv_rows
from tremplin.stories.views.cv_page import Shown, shown, values_of

MOVES = {"up": -1, "down": 1}


def cv_at(cv_id: int, *, removed: bool = False) -> Cv:
    """Return a version in sight, or answer 404."""
    found = cv_rows.cv(cv_id, removed=removed)
    if found is None:
        raise Http404
    return found


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the versions, what they rest on, and the doors to begin one."""
    pool = cv_offered.offered()
    rows = [(one, queries.built_cv(one, choice=pool)) for one in cv_rows.cvs()]
    context = {
        "rows": rows,
        "posts": [one for one in pool.parts if one.is_post],
        "lines": sum(len(one.options) for one in pool.parts),
        "imports": cv_rows.imports(),
        "notes": cv_rows.notes(),
        "photo": cv_rows.photo(),
        "waiting": sum(bool(made.blocking) for _row, made in rows),
    }
    return render(request, "stories/cv.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a version, for an offer or for no one yet."""
    form = StartForm(request.POST if request.method == "POST" else None, targets=_targets())
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "stories/cv_new.html", {"form": form}, status=status)
    typed, pool = form.cleaned_data, cv_offered.offered()
    host, known = queries.target_words(typed["target"])
    asked = queries.asked_of(typed["offer"].strip() or known, choice=pool, host=host)
    choice = first_version(pool, asked=asked)
    name = typed["name"] or host or _("Mon CV")
    kept = start_cv(
        name=name,
        choice=choice,
        at=timezone.now(),
        offer=typed["offer"],
        target_id=typed["target"],
        contact=queries.first_contact(),
    )
    return redirect("stories:cv-edit", kept.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Write a version: texts, lines and their order; a button that moves a line saves too."""
    kept, pool = cv_at(cv_id), cv_offered.offered()
    form = _form(kept, request.POST if request.method == "POST" else None)
    if not form.is_bound:
        context = _context(kept, form, values_of(kept), queries.choice_of(kept), pool)
        return render(request, "stories/cv_edit.html", context)
    is_valid = form.is_valid()
    values = form.typed()
    choice = _moved(request, chosen(request.POST, values, pool.parts))
    if is_valid:
        return _save(request, kept, form, choice)
    context = _context(kept, form, values, choice, pool)
    return render(request, "stories/cv_edit.html", context, status=422)


def _form(kept: Cv, data: Any) -> CvForm:
    return CvForm(data, initial=values_of(kept), targets=_targets())


def _targets() -> list[tuple[int, str]]:
    return [(one.pk, str(one)) for one in prospecting.targets()]


def _moved(request: HttpRequest, choice: Choice) -> Choice:
    for name, by in MOVES.items():
        if key := request.POST.get(name):
            return Choice(choice.headline, choice.summary, moved(choice.parts, key, by=by))
    return choice


def _context(
    kept: Cv, form: CvForm, values: Mapping[str, Any], choice: Choice, pool: cv_offered.Offered
) -> dict[str, Any]:
    target = prospecting.target(values["target"]) if values["target"] else None
    found = shown(values, choice, pool=pool, on=timezone.localdate())
    return {
        "cv": kept,
        "form": form,
        "shown": found,
        "target": target,
        "formats": [(one.value, one.label) for one in Format],
        "is_saved": choice == queries.choice_of(kept) and columns(values) == columns(values_of(kept)),
    }


def _save(request: HttpRequest, kept: Cv, form: CvForm, choice: Choice) -> HttpResponse:
    typed = form.cleaned_data
    back = reverse("stories:cv-edit", args=[kept.pk])
    try:
        save_cv(kept, revision=typed["revision"], changes=columns(typed), choice=choice)
    except StaleRevision as stale:
        newer = values_of(stale.kept) if isinstance(stale.kept, Cv) else {}
        whole = request.POST.copy()
        whole["kept"] = carried(choice)
        request.POST = whole  # type: ignore[assignment]  # a copy that may be changed: ticks go with the texts
        return conflict(request, form=form, kept=newer, revision=stale.revision, back=back)
    key = next((request.POST[name] for name in MOVES if request.POST.get(name)), "")
    if key:
        return redirect(f"{back}#{slugify(key)}")
    say(request, _("CV enregistré."))
    return redirect(back)


@require_POST
@vary_on_headers("HX-Request")
def preview(request: HtmxRequest, cv_id: int) -> HttpResponse:
    """Show the page as typed and ticked, nothing saved; htmx gets the parts that change."""
    kept, pool = cv_at(cv_id), cv_offered.offered()
    form = _form(kept, request.POST)
    values = form.typed()
    context = _context(kept, form, values, chosen(request.POST, values, pool.parts), pool)
    name = "_cv_parts" if request.htmx else "cv_edit"
    return render(request, f"stories/{name}.html", context)


@require_safe
def file(request: HttpRequest, cv_id: int, suffix: str) -> HttpResponse:
    """Give a saved version as a file; refused without a name, a proof, or room for all its lines."""
    if suffix not in list(Format):
        raise Http404
    kept, pool, form = cv_at(cv_id), cv_offered.offered(), Format(suffix)
    found = ready(kept, pool=pool)
    if not found.made.resume.basics.name:
        return _refused(request, kept, pool)
    try:
        content = found.as_file(form, on=_today())
    except (NotProved, TooLong):
        return _refused(request, kept, pool)
    name = slugify(f"cv {found.made.resume.basics.name} {kept.name}") or "cv"
    shown_in = "inline" if "voir" in request.GET and form is Format.PDF else "attachment"
    headers = {"Content-Disposition": f'{shown_in}; filename="{name}.{suffix}"'}
    return HttpResponse(content, content_type=form.mime, headers=headers)


def _today() -> date:
    return timezone.localdate()


def _refused(request: HttpRequest, kept: Cv, pool: cv_offered.Offered) -> HttpResponse:
    found: Shown = shown(values_of(kept), queries.choice_of(kept), pool=pool, on=_today())
    return render(request, "stories/cv_refused.html", {"cv": kept, "shown": found}, status=409)


@require_POST
def copy(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Begin a version from another."""
    kept = cv_at(cv_id)
    made = copy_cv(kept, name=_("%s, copie") % kept.name[:70], at=timezone.now())
    say(request, _("Copie faite. Changez son nom et son offre."))
    return redirect("stories:cv-edit", made.pk)


@require_POST
def remove(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Take a version out of sight."""
    kept = cv_at(cv_id)
    remove_cv(kept, at=timezone.now())
    say(request, _("Version supprimée."), undo=reverse("stories:cv-restore", args=[kept.pk]))
    return redirect("stories:cv")


@require_POST
def restore(request: HttpRequest, cv_id: int) -> HttpResponse:
    """Bring a version back."""
    kept = cv_at(cv_id, removed=True)
    restore_cv(kept)
    say(request, _("Version rétablie."))
    return redirect("stories:cv-edit", kept.pk)
