"""The resilience story: begun from what was missing, mended in place, proved, told in three lengths."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.internships import queries as internships
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories.domain.lacks import Lack, lacks, lacks_named
from tremplin.stories.domain.neutral import Finding, mended
from tremplin.stories.domain.pieces import Piece, pieces
from tremplin.stories.domain.resilience import (
    PARTS,
    Part,
    Telling,
    examples,
    held,
    mended_story,
    read,
)
from tremplin.stories.forms.hardship import GhostForm, ProveForm, ResilienceForm, StartResilienceForm
from tremplin.stories.models import ResilienceStory
from tremplin.stories.operations.resilience import (
    prove_figure,
    save_resilience,
    set_resilience_aside,
    start_ghost,
    start_resilience,
)
from tremplin.stories.queries import resilience as queries

EVERYTHING = "all"
LONGEST_QUOTE = 200


@require_safe
def resilience(request: HttpRequest) -> HttpResponse:
    """List the stories, or say how the first one begins."""
    rows = queries.tellings()
    return render(
        request, "stories/resilience_home.html", {"rows": rows, "lacks": lacks_named(_asked(request))}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a story from what was missing."""
    known = list(internships.internships())
    form = StartResilienceForm(_posted(request), internships=known, initial={"lacks": _asked(request)})
    if form.is_valid():
        typed = form.cleaned_data
        story = start_resilience(
            internship_id=form.internship_id,
            lacks=typed["lacks"],
            host=typed["host"],
            starts_on=typed["starts_on"] or timezone.localdate(),
            ends_on=typed["ends_on"] or timezone.localdate(),
        )
        say(request, _("Récit commencé."), undo=reverse("stories:resilience-remove", args=[story.pk]))
        return redirect("stories:resilience-page", story.pk)
    context = {"form": form, "lacks": lacks(), "ticked": form["lacks"].value() or []}
    return render(request, "stories/resilience_new.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, story_id: int) -> HttpResponse:
    """Write the story; a button puts neutral words in place of what should not be said."""
    story = _story(story_id)
    form = ResilienceForm(_posted(request), initial=_initial(story))
    if form.is_valid():
        typed = dict(form.cleaned_data)
        revision = typed.pop("revision")
        try:
            kept = save_resilience(story, revision=revision, changes=typed)
        except StaleRevision as stale:
            back = reverse("stories:resilience-page", args=[story.pk])
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        _take_up(kept, request.POST.get("take", ""))
        changed = _mend(kept, request.POST.get("neutral", ""))
        say(request, _("Mots remplacés.") if changed else _("Enregistré."))
        return redirect("stories:resilience-page", story.pk)
    return render(request, "stories/resilience.html", _context(story, form), status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, story_id: int) -> HttpResponse:
    """Ask where a figure comes from, and write the dated note that says it."""
    story = _story(story_id)
    words = request.GET.get("chiffre", "")[:LONGEST_QUOTE]
    sentence = request.GET.get("phrase", "")[:LONGEST_QUOTE]
    form = ProveForm(_posted(request), initial={"says": sentence, "on": _proof_day(story)})
    if form.is_valid() and words and unproved(words, (form.cleaned_data["says"],)):
        form.add_error(
            "says",
            _("Cette note ne dit pas «\u00a0%(words)s\u00a0». Écrivez-y ce chiffre.") % {"words": words},
        )
    if form.is_valid():
        prove_figure(story, **form.cleaned_data, at=timezone.now())
        say(request, _("Note datée écrite au journal."))
        return redirect("stories:resilience-page", story.pk)
    context = {"story": story, "form": form, "words": words}
    return render(request, "stories/resilience_prove.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def ghost(request: HttpRequest, story_id: int) -> HttpResponse:
    """Start the ghost project that anchors the story."""
    story = _story(story_id)
    first = next(iter(lacks_named(story.lacks)), None)
    initial = {"title": first.ghost, "ghost_kind": first.ghost_kind} if first else {}
    form = GhostForm(_posted(request), kinds=internships.ghost_kinds(), initial=initial)
    if form.is_valid():
        project = start_ghost(story, **form.cleaned_data)
        undo = reverse("internships:line-remove", args=["projets", project.pk])
        say(request, _("Projet fantôme ouvert."), undo=undo)
        return redirect(reverse("stories:resilience-page", args=[story.pk]) + "#projet")
    return render(
        request, "stories/resilience_ghost.html", {"story": story, "form": form}, status=_status(form)
    )


@require_safe
def text(request: HttpRequest, story_id: int) -> HttpResponse:
    """Hand the story over as text, once nothing is left to mend."""
    story = _story(story_id)
    told = queries.told(story, queries.surroundings_of(story))
    if not told.can_leave:
        say(request, _("Ce récit ne peut pas encore sortir. Corrigez ce qui est signalé."))
        return redirect("stories:resilience-page", story.pk)
    content = "\n\n".join((told.line, told.short.text, told.long.text, told.written.text)) + "\n"
    headers = {"Content-Disposition": 'attachment; filename="recit.txt"'}
    return HttpResponse(content, content_type="text/plain; charset=utf-8", headers=headers)


@require_POST
def remove(request: HttpRequest, story_id: int) -> HttpResponse:
    """Put a story out of sight."""
    story = _story(story_id)
    set_resilience_aside(story, at=timezone.now())
    say(request, _("Récit retiré."), undo=reverse("stories:resilience-restore", args=[story.pk]))
    return redirect("stories:resilience")


@require_POST
def restore(request: HttpRequest, story_id: int) -> HttpResponse:
    """Bring a story back."""
    story = queries.resilience_story(story_id, removed=True)
    if story is None:
        raise Http404
    set_resilience_aside(story, at=None)
    say(request, _("Récit rétabli."))
    return redirect("stories:resilience-page", story.pk)


def _context(story: ResilienceStory, form: ResilienceForm) -> dict[str, Any]:
    around = queries.surroundings_of(story)
    parts = queries.parts_of(story)
    found = read(parts, hidden=around.hidden, given=around.given)
    told = queries.told(story, around)
    lacking = lacks_named(story.lacks)
    offered = examples(parts, lacking)
    return {
        "story": story,
        "form": form,
        "fields": [
            (form[name], found.get(name, ()), parts.part(name), offered.get(name, "")) for name in PARTS
        ],
        "count_of_words": sum(one.kind != "figure" for each in found.values() for one in each),
        "told": told,
        "long": _pieces(told.long.text, around),
        "short": _pieces(told.short.text, around),
        "line": _pieces(told.line, around),
        "held": held(parts, given=around.given),
        "lacks": lacking,
        "title": _title(told, found, lacking, parts.missing),
        "others": queries.resilience_stories(),
    }


def _pieces(text: str, around: queries.Surroundings) -> tuple[Piece, ...]:
    """Cut a text at its figures; how long the internship lasted needs no note."""
    by_entry: dict[int, list[Figure]] = {}
    for figure in around.figures:
        by_entry.setdefault(figure.entry, []).append(figure)
    return tuple(
        Piece(one.says) if one.is_missing and not unproved(one.says, (around.lasted,)) else one
        for one in pieces(text, by_entry)
    )


def _title(
    told: Telling,
    found: dict[Part, tuple[Finding, ...]],
    lacking: tuple[Lack, ...],
    missing: tuple[Part, ...],
) -> str:
    count = sum(map(len, found.values()))
    if count:
        return ngettext(
            "%(count)s passage à changer avant de raconter",
            "%(count)s passages à changer avant de raconter",
            count,
        ) % {"count": count}
    if "decision" in missing:
        return _("Il reste à dire ce que vous avez décidé")
    if missing:
        return _("Il reste une partie à écrire")
    skill = lacking[0].skill.lower() if lacking else _("ce que vous savez faire")
    return _("Votre récit prouve %(skill)s en %(seconds)s secondes") % {
        "skill": f"«\u00a0{skill}\u00a0»",
        "seconds": told.long.seconds,
    }


def _take_up(story: ResilienceStory, asked: str) -> None:
    """Write the example of a part, because the student says it is true."""
    offered = examples(queries.parts_of(story), lacks_named(story.lacks))
    words = {str(name): says for name, says in offered.items() if name == asked}
    if words:
        save_resilience(story, revision=story.revision, changes=words)


def _mend(story: ResilienceStory, asked: str) -> bool:
    """Put neutral words in place: everywhere, or where one finding was shown."""
    if not asked:
        return False
    around = queries.surroundings_of(story)
    parts = queries.parts_of(story)
    if asked == EVERYTHING:
        whole = mended_story(parts, hidden=around.hidden)
        changes = {str(name): whole.part(name) for name in PARTS if whole.part(name) != parts.part(name)}
    else:
        changes = _mended_part(asked, story, around)
    if changes:
        save_resilience(story, revision=story.revision, changes=changes)
    return bool(changes)


def _mended_part(asked: str, story: ResilienceStory, around: queries.Surroundings) -> dict[str, str]:
    name, _sign, words = asked.partition("|")
    parts = queries.parts_of(story)
    every = read(parts, hidden=around.hidden, given=around.given)
    for part, found in every.items():
        if part == name:
            chosen = [one for one in found if one.words == words][:1]
            return {part: mended(parts.part(part), chosen)} if chosen else {}
    return {}


def _initial(story: ResilienceStory) -> dict[str, Any]:
    return {name: getattr(story, name) for name in ("revision", "described", "also_hidden", *PARTS)}


def _proof_day(story: ResilienceStory) -> Any:
    """Propose today, or the last day of an internship that is over."""
    return min(timezone.localdate(), internships.last_day(story.internship))


def _story(story_id: int) -> ResilienceStory:
    story = queries.resilience_story(story_id)
    if story is None:
        raise Http404
    return story


def _asked(request: HttpRequest) -> list[str]:
    return request.GET.getlist("manque")


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _status(form: Any) -> int:
    return 422 if form.is_bound else 200
