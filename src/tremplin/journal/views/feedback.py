"""What others said, and how to ask them."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.evidence.wording import worded
from tremplin.journal import queries
from tremplin.journal.domain.messages import feedback_request
from tremplin.journal.forms import FeedbackForm
from tremplin.journal.models import Entry, Feedback
from tremplin.journal.operations import add_feedback, change_feedback, remove
from tremplin.journal.views.finding import entry_at, posted, row_at, today
from tremplin.journal.views.people import author
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Keep someone's words."""
    entry = entry_at(entry_id)
    form = FeedbackForm(posted(request), initial={"given_on": today(), "revision": 0})
    if not form.is_valid():
        return _page(request, form, entry)
    kept = add_feedback(entry=entry, **_values(form))
    say(request, _("Retour gardé."))
    return redirect(f"{reverse('journal:entry', args=[entry_id])}#retour-{kept.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Change someone's words, or say whether they may be quoted."""
    kept = row_at(Feedback, feedback_id)
    form = FeedbackForm(posted(request), initial=_initial(kept))
    if not form.is_valid():
        return _page(request, form, kept.entry, kept)
    try:
        change_feedback(kept, revision=form.cleaned_data["revision"] or 0, **_values(form))
    except StaleRevision as stale:
        return _conflict(request, form, row_at(Feedback, feedback_id), stale)
    say(request, _("Retour enregistré."))
    return redirect(f"{reverse('journal:entry', args=[kept.entry_id])}#retour-{kept.pk}")


@require_POST
def drop(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Remove someone's words."""
    kept = row_at(Feedback, feedback_id)
    step = remove(kept, at=timezone.now())
    say(request, _("Retour retiré."), undo=reverse("journal:undo", args=[step.pk]))
    return redirect("journal:entry", kept.entry_id)


@require_safe
def ask(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Prepare a message that asks for two sentences."""
    entry = entry_at(entry_id)
    message = feedback_request(
        action=entry.action,
        on=entry.date,
        figures=[worded(figure) for figure in queries.figures_of(entry)],
        student=current_student().first_name,
    )
    mail = f"mailto:?subject={quote(message.subject)}&body={quote(message.body)}"
    return render(request, "journal/ask.html", {"entry": entry, "message": message, "mail": mail})


def _page(
    request: HttpRequest, form: FeedbackForm, entry: Entry | None, kept: Feedback | None = None
) -> HttpResponse:
    context = {"form": form, "entry": entry, "kept": kept}
    return render(request, "journal/feedback.html", context, status=422 if form.is_bound else 200)


def _conflict(request: HttpRequest, form: FeedbackForm, kept: Feedback, stale: StaleRevision) -> HttpResponse:
    back = f"{reverse('journal:entry', args=[kept.entry_id])}#retour-{kept.pk}"
    return conflict(request, form=form, kept=_initial(kept), revision=stale.revision, back=back)


def _values(form: FeedbackForm) -> dict[str, Any]:
    typed = {name: value for name, value in form.cleaned_data.items() if name != "revision"}
    return {**typed, **author(typed["author_name"])}


def _initial(kept: Feedback) -> dict[str, Any]:
    said = {True: "yes", False: "no", None: ""}[kept.quotable]
    names = ("revision", "words", "author_name", "author_role", "given_on", "how")
    return {**{name: getattr(kept, name) for name in names}, "quotable": said}
