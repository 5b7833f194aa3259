"""Telling a story: choose what it is about, answer three questions, prove its figures."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.journal import queries as journal
from tremplin.journal.operations import ExperienceKind, Method
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories.domain import activities as starters
from tremplin.stories.domain.activities import Activity
from tremplin.stories.domain.car import PARTS, Car, Part, as_parts, counts
from tremplin.stories.domain.origins import Asked, asked_sentences
from tremplin.stories.domain.pieces import pieces
from tremplin.stories.domain.telling import (
    LONGEST_FORM,
    LONGEST_LINE,
    LONGEST_SPOKEN,
    length_says,
    spoken_seconds,
)
from tremplin.stories.domain.titles import story_finding, unproved_says
from tremplin.stories.forms.stories import NewStoryForm, OriginForm, StoryForm, skills_of
from tremplin.stories.models import Story
from tremplin.stories.operations import stories as operations
from tremplin.stories.queries import stories as queries
from tremplin.stories.queries.stories import Told
from tremplin.stories.views.finding import posted, status, story_at, story_row_at

FROM_JOURNAL = "journal"


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Show what a story may start from: forty activities, or a result of the journal."""
    context = {"families": starters.families(), "results": queries.results_to_tell()}
    return render(request, "stories/choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, key: str) -> HttpResponse:
    """Ask the three questions of an activity, or of an entry of the journal."""
    activity = starters.activity(key)
    if activity is None and key != FROM_JOURNAL:
        raise Http404
    form = NewStoryForm(
        posted(request),
        initial=_begun(request, activity),
        experiences=[(str(one.pk), one.title) for one in journal.experiences()],
        skills=_offered_skills(request, activity),
        asked=_questions(activity),
    )
    if form.is_valid():
        kept = _start(form.cleaned_data, activity)
        say(request, _("Récit gardé."), undo=reverse("stories:remove", args=[kept.pk]))
        return redirect("stories:story", kept.pk)
    context = {"form": form, "activity": activity}
    return render(request, "stories/new.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, story_id: int) -> HttpResponse:
    """Write the three parts beside what they become."""
    found = story_at(story_id)
    form = StoryForm(posted(request), initial=_values(found))
    if not form.is_valid():
        return story_page(request, found, form=form)
    row, back = story_row_at(story_id), reverse("stories:story", args=[story_id])
    try:
        operations.change_story(
            row,
            revision=form.cleaned_data["revision"],
            changes=form.words(),
            skills=skills_of(form.cleaned_data["skills"]),
        )
    except StaleRevision as stale:
        kept = queries.story(story_id) if stale.kept else None
        return conflict(
            request, form=form, kept=_values(kept) if kept else {}, revision=stale.revision, back=back
        )
    say(request, _("Enregistré."))
    return redirect(back)


@require_POST
def preview(request: HttpRequest, story_id: int) -> HttpResponse:
    """Show what the words become before they are saved; nothing is written."""
    form = StoryForm(request.POST)
    words = form.words()
    shown = queries.as_typed(
        story_at(story_id),
        title=words["title"],
        car=Car(words["context"], words["action"], words["result"]),
        line=words["line"],
        skills=skills_of(str(request.POST.get("skills", ""))),
    )
    return render(request, "stories/_outputs.html", {"story": shown, **_shown(shown)})


@require_POST
def where_from(request: HttpRequest, story_id: int) -> HttpResponse:
    """Write the dated note of a figure in the journal, and tie the story to it."""
    form = OriginForm(request.POST)
    if not form.is_valid():
        return story_page(request, story_at(story_id), origin=form)
    operations.say_where_from(
        story_row_at(story_id),
        says=form.cleaned_data["says"],
        where=form.cleaned_data["where"],
        on=form.cleaned_data["on"],
        method=Method(form.cleaned_data["method"]),
        at=timezone.now(),
    )
    say(request, _("Noté dans le journal, daté, relié à ce récit."))
    return redirect(f"{reverse('stories:story', args=[story_id])}#prouver")


@require_POST
def tie(request: HttpRequest, story_id: int) -> HttpResponse:
    """Lead a story to an entry that is already in the journal, or no longer."""
    row = story_row_at(story_id)
    typed = request.POST.get("entry", "")
    entry = journal.entry(int(typed)) if typed.isdecimal() else None
    if entry is None:
        raise Http404
    if request.POST.get("untie"):
        operations.untie(row, entry=entry.pk)
        say(request, _("Note détachée. Elle reste dans le journal."))
    else:
        operations.lead_to(row, entry=entry.pk)
        say(request, _("Note reliée."))
    return redirect(f"{reverse('stories:story', args=[story_id])}#prouver")


@require_POST
def remove(request: HttpRequest, story_id: int) -> HttpResponse:
    """Take a story out of sight; its notes stay in the journal."""
    operations.remove_story(story_row_at(story_id), at=timezone.now())
    say(request, _("Récit retiré."), undo=reverse("stories:restore", args=[story_id]))
    return redirect("stories:home")


@require_POST
def restore(request: HttpRequest, story_id: int) -> HttpResponse:
    """Put a removed story back."""
    operations.bring_story_back(story_row_at(story_id, removed=True))
    say(request, _("Récit rétabli."))
    return redirect("stories:story", story_id)


def story_page(
    request: HttpRequest, found: Told, *, form: StoryForm | None = None, origin: OriginForm | None = None
) -> HttpResponse:
    """Show a story with its forms, as typed when one was refused."""
    refused = [one for one in (form, origin) if one is not None and one.is_bound]
    others = queries.stories()
    context = {
        "story": found,
        "stories": others,
        "form": form or StoryForm(initial=_values(found)),
        "finding": story_finding(
            missing=len(found.missing), notes=len(found.notes), parts=len(found.car.missing)
        ),
        "origins": _origins(found, origin),
        "results": queries.results_to_tie(found),
        "activity": starters.activity(found.activity),
        **_shown(found),
    }
    return render(request, "stories/story.html", context, status=422 if refused else 200)


def _shown(found: Told) -> dict[str, Any]:
    figures = {note.entry: note.figures for note in found.notes}
    outputs = found.outputs
    return {
        "line": pieces(outputs.line.text, figures),
        "spoken": pieces(outputs.spoken.text, figures),
        "form_answer": pieces(outputs.form.text, figures),
        "seconds": (seconds := spoken_seconds(outputs.spoken.text)),
        "is_long_line": len(outputs.line.text) > LONGEST_LINE,
        "is_too_long": seconds > LONGEST_SPOKEN,
        "form_length": length_says(outputs.form.text, LONGEST_FORM),
        "counts": counts(found.car),
        "unproved_says": unproved_says(len(found.missing)),
    }


def _origins(found: Told, refused: OriginForm | None) -> list[tuple[str, OriginForm]]:
    """Return one form for each sentence that holds a number without note, the refused one as typed."""
    asked = asked_sentences(found.car, found.figures)
    if refused is not None and not any(one.sentence == refused.data.get("says") for one in asked):
        return [("", refused)]
    return [
        (one.words, refused if refused and one.sentence == refused.data.get("says") else _origin(one, rank))
        for rank, one in enumerate(asked)
    ]


def _origin(asked: Asked, rank: int) -> OriginForm:
    initial = {"says": asked.sentence, "method": Method.MEASURED}
    return OriginForm(initial=initial, auto_id=f"id_origine{rank}_%s")


def _values(found: Told) -> dict[str, Any]:
    return {
        "revision": found.revision,
        "title": found.title,
        **{part: found.car.part(part) for part in PARTS},
        "line": found.line,
        "skills": ", ".join(found.skills),
    }


def _questions(activity: Activity | None) -> dict[Part, tuple[str, str]]:
    if activity is None:
        return {
            "context": (_("Quelle était la situation\u00a0?"), ""),
            "action": (_("Qu’avez-vous fait, vous\u00a0?"), _("Commencez par «\u00a0J’ai\u00a0».")),
            "result": (_("Qu’est-ce qui a changé\u00a0?"), _("Un chiffre, une durée, un avant et un après.")),
        }
    looked_for = _("Des chiffres à chercher\u00a0: %(figures)s.") % {"figures": ", ".join(activity.figures)}
    return {
        "context": (activity.context, ""),
        "action": (activity.action, _("Commencez par «\u00a0J’ai\u00a0».")),
        "result": (activity.result, looked_for),
    }


def _offered_skills(request: HttpRequest, activity: Activity | None) -> tuple[str, ...]:
    if activity is not None:
        return activity.skills
    entry = _entry_asked(request)
    return tuple(skill.name for skill in entry.skills.all()) if entry else ()


def _begun(request: HttpRequest, activity: Activity | None) -> dict[str, Any]:
    """Return what the form starts with."""
    if activity is not None:
        return {"title": activity.title, "skills": activity.skills[:2]}
    entry = _entry_asked(request)
    if entry is None:
        return {}
    begun = as_parts(entry.action)
    return {
        **{part: begun.part(part) for part in PARTS},
        "experience": str(entry.experience_id or ""),
        "skills": [skill.name for skill in entry.skills.all()],
        "entry": entry.pk,
    }


def _entry_asked(request: HttpRequest) -> Any:
    typed = request.GET.get("entree", "") or request.POST.get("entry", "")
    return journal.entry(int(typed)) if typed.isdecimal() else None


def _start(typed: dict[str, Any], activity: Activity | None) -> Story:
    experience: int | operations.NewExperience
    if typed["experience"]:
        experience = int(typed["experience"])
    else:
        experience = operations.NewExperience(
            kind=ExperienceKind(activity.kind if activity else "project"),
            title=typed["title"],
            starts_on=typed["starts_on"],
            ends_on=typed["ends_on"],
        )
    return operations.start_story(
        title=typed["title"],
        activity=activity.key if activity else "",
        experience=experience,
        words={part: typed[part] for part in PARTS},
        skills=typed["skills"],
        entries=[typed["entry"]] if typed["entry"] and journal.entry(typed["entry"]) else [],
    )
