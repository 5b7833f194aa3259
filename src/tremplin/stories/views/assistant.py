"""The optional assistant: plugged in by the student, shown what leaves, checked when it comes back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from tremplin.companies.connectors.failures import ServiceFailed
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories.asking import rephrased
from tremplin.stories.domain.assistant import PATH, body, digest
from tremplin.stories.domain.gate import refusals
from tremplin.stories.domain.masking import Masked, masked
from tremplin.stories.forms.assistant import AssistantForm, SentenceForm
from tremplin.stories.operations import assistant as operations
from tremplin.stories.queries.assistant import Plugged, key_of_assistant, known_names, plugged
from tremplin.stories.queries.stories import stories, story


@require_safe
def assistant(request: HttpRequest) -> HttpResponse:
    """Say what the assistant is, and let the student plug one in or hand it a sentence."""
    return _page(request, sentence=SentenceForm(initial=_first(request)))


@sensitive_post_parameters()
@sensitive_variables("form")
@require_POST
def plug_in(request: HttpRequest) -> HttpResponse:
    """Keep an address, a model and a key, and allow them."""
    form = AssistantForm(request.POST)
    if not form.is_valid():
        return _page(request, settings=form)
    typed = {name: form.cleaned_data[name] for name in ("address", "model", "key")}
    try:
        operations.plug_in(revision=form.cleaned_data["revision"], **typed)
    except StaleRevision as stale:
        back = reverse("stories:assistant")
        kept = {name: stale.values.get(name) for name in ("address", "model")}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Assistant allumé. Rien ne part sans que vous l’ayez vu."))
    return redirect("stories:assistant")


@require_POST
def turn_off(request: HttpRequest) -> HttpResponse:
    """Ask the assistant no more."""
    operations.set_on(is_on=False)
    say(request, _("Assistant éteint."), undo=reverse("stories:assistant-on"))
    return redirect("stories:assistant")


@require_POST
def turn_on(request: HttpRequest) -> HttpResponse:
    """Allow again the assistant kept."""
    operations.set_on(is_on=True)
    say(request, _("Assistant allumé."))
    return redirect("stories:assistant")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Erase the key, for good."""
    operations.forget_key()
    say(request, _("La clé est effacée, l’assistant est éteint."))
    return redirect("stories:assistant")


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """Show to the letter what would leave; nothing leaves."""
    form, found = SentenceForm(request.POST), plugged()
    if not found.is_on:
        return redirect("stories:assistant")
    if not form.is_valid():
        return _page(request, sentence=form)
    return _shown(request, form, found)


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Send what was shown and nothing else, then let through only what the sentence says."""
    form, found = SentenceForm(request.POST), plugged()
    if not found.is_on:
        return redirect("stories:assistant")
    if not form.is_valid():
        return _page(request, sentence=form)
    hidden, content = _leaving(form, found)
    if request.POST.get("shown") != digest(content):
        return _shown(request, form, found, is_changed=True)
    try:
        reply = hidden.restored(rephrased(content, plugged=found, key=key_of_assistant()))
    except ServiceFailed as failure:
        return _shown(request, form, found, failure=str(failure))
    source = form.cleaned_data["sentence"]
    context = {
        "source": source,
        "reply": reply,
        "refusals": refusals(reply, source=source, known_names=known_names()),
        "typed": form.hidden,
    }
    return render(request, "stories/assistant_reply.html", context)


def _page(
    request: HttpRequest, *, settings: AssistantForm | None = None, sentence: SentenceForm | None = None
) -> HttpResponse:
    found = plugged()
    initial = {name: getattr(found, name) for name in ("revision", "address", "model")}
    context = {
        "plugged": found,
        "settings": settings or AssistantForm(initial=initial),
        "sentence": sentence or SentenceForm(initial=_first(request)),
        "stories": stories() if found.is_on else (),
        "is_open": not found.is_on or settings is not None,
    }
    is_refused = settings is not None or (sentence is not None and sentence.is_bound)
    return render(request, "stories/assistant.html", context, status=422 if is_refused else 200)


def _first(request: HttpRequest) -> dict[str, Any]:
    """Return the sentence to start from: the action of a story when its key is in the address."""
    key = request.GET.get("recit", "")
    told = story(int(key)) if key.isdecimal() and len(key) < 10 else None
    return {"sentence": told.car.action if told else "", "hide_names": True, "hide_figures": True}


def _leaving(form: SentenceForm, found: Plugged) -> tuple[Masked, str]:
    typed = form.cleaned_data
    hidden = masked(
        typed["sentence"],
        names=known_names(),
        hide_names=typed["hide_names"],
        hide_figures=typed["hide_figures"],
    )
    return hidden, body(hidden.text, model=found.model)


def _shown(
    request: HttpRequest, form: SentenceForm, found: Plugged, *, is_changed: bool = False, failure: str = ""
) -> HttpResponse:
    hidden, content = _leaving(form, found)
    context = {
        "plugged": found,
        "where": found.address + PATH,
        "content": content,
        "shown": digest(content),
        "hidden": hidden.hidden,
        "typed": form.hidden,
        "is_changed": is_changed,
        "failure": failure,
    }
    return render(request, "stories/assistant_preview.html", context)
