"""One slide: its words, its proofs, its place."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.value import decks, queries
from tremplin.value.composing import (
    Evidence,
    compose_slide,
    evidence_of,
    figure_of,
    has_lost_proof,
    kept_lines,
    quote_of,
)
from tremplin.value.decks import Refused, SlideWords
from tremplin.value.drawing import drawn_slide, frame
from tremplin.value.exports import paper_deck
from tremplin.value.forms import SlideForm
from tremplin.value.models import Deck, Line, Slide
from tremplin.value.views.finding import deck_now, internship_of, line_at, posted, slide_at, status

STEPS = {"monter": -1, "descendre": 1}


@require_http_methods(["GET", "HEAD", "POST"])
def slide(request: HttpRequest, slide_id: int) -> HttpResponse:
    """Show a slide with its proofs, and change its words."""
    row = slide_at(slide_id)
    lines = kept_lines(row)
    form = SlideForm(posted(request), slide=row, lines=lines, initial=_initial(row))
    if form.is_valid() and (answer := _save(request, row, form)):
        return answer
    return render(request, "value/slide.html", _context(row, lines, form), status=status(form))


def _initial(row: Slide) -> dict[str, Any]:
    names = ("revision", "title", "says", "source", "notes")
    return {name: getattr(row, name) for name in names}


def _save(request: HttpRequest, row: Slide, form: SlideForm) -> HttpResponse | None:
    """Save, or refuse: with both texts when stale, with the reason beside the text when unproved."""
    typed = form.cleaned_data
    words = SlideWords(
        title=typed["title"],
        says=typed.get("says", row.says),
        source=typed["source"],
        notes=typed["notes"],
        lines=form.texts(),
        added=typed.get("added", ""),
    )
    internship = internship_of(row.deck)
    try:
        decks.write_slide(row, internship, revision=typed["revision"], words=words, at=timezone.now())
    except StaleRevision as stale:
        return conflict(request, form=form, kept=_kept(row), revision=stale.revision, back=_address(row.pk))
    except Refused as refused:
        _say_reasons(form, refused)
        return None
    say(request, _("Enregistré."))
    return redirect(_address(row.pk))


def _kept(row: Slide) -> dict[str, Any]:
    now = slide_at(row.pk)
    return {**_initial(now), **{f"line-{line.pk}": line.says for line in kept_lines(now)}}


def _say_reasons(form: SlideForm, refused: Refused) -> None:
    """Put each reason beside the text that holds the figure."""
    for refusal in refused.refused:
        said = refusal.says.strip()
        names = [
            name
            for name, typed in form.cleaned_data.items()
            if isinstance(typed, str) and _holds(typed, said)
        ]
        form.add_error(names[0] if names else None, refusal.number.reason)


def _holds(typed: str, said: str) -> bool:
    return typed.strip() == said or said in [line.strip() for line in typed.splitlines()]


def _address(slide_id: int) -> str:
    return reverse("value:slide", args=[slide_id])


def _context(row: Slide, lines: list[Line], form: SlideForm) -> dict[str, Any]:
    internship = internship_of(row.deck)
    kept: Deck = deck_now(internship)
    evidence = evidence_of(kept, internship)
    paper = compose_slide(row, evidence, internship)
    shown = [one.pk for one in kept.slides.all() if one.dropped_at is None]
    place = shown.index(row.pk) if row.pk in shown else 0
    around = paper_deck(kept, internship, on=timezone.localdate())
    return {
        "slide": row,
        "internship": internship,
        "form": form,
        "screens": drawn_slide(paper, around, after=place),
        "frame": frame(),
        "to_confirm": paper.to_confirm,
        "place": place + 1,
        "count": len(shown),
        "before": shown[place - 1] if place else None,
        "after": shown[place + 1] if place + 1 < len(shown) else None,
        "rows": [_line(line, form, evidence) for line in lines],
        "offers": decks.offers_for(row, evidence.results, queries.words_at_large(internship)),
        "dropped": [line for line in row.lines.all() if line.dropped_at],
    }


def _line(line: Line, form: SlideForm, evidence: Evidence) -> dict[str, Any]:
    name = f"line-{line.pk}"
    return {
        "line": line,
        "field": form[name] if name in form.fields else None,
        "figure": figure_of(line, evidence),
        "quote": quote_of(line, evidence),
        "is_lost": has_lost_proof(line, evidence),
        "entry": line.entry if line.entry and line.entry.deleted_at is None else None,
    }


@require_POST
def move(request: HttpRequest, slide_id: int, way: str) -> HttpResponse:
    """Move a slide one place."""
    decks.move_slide(slide_at(slide_id), by=STEPS[way])
    return redirect(f"{reverse('value:deck')}#d{slide_id}")


@require_POST
def drop(request: HttpRequest, slide_id: int) -> HttpResponse:
    """Take a slide out; the message offers to bring it back."""
    decks.drop_slide(slide_at(slide_id), at=timezone.now())
    say(request, _("Diapo retirée."), undo=reverse("value:slide-restore", args=[slide_id]))
    return redirect("value:deck")


@require_POST
def restore(request: HttpRequest, slide_id: int) -> HttpResponse:
    """Bring a slide back."""
    decks.drop_slide(slide_at(slide_id), at=None)
    say(request, _("Diapo rétablie."))
    return redirect("value:deck")


@require_POST
def add_line(request: HttpRequest, slide_id: int) -> HttpResponse:
    """Add a figure, words or a skill of a chosen entry."""
    row = slide_at(slide_id)
    internship = internship_of(row.deck)
    results = evidence_of(deck_now(internship), internship).results
    offered = decks.offers_for(row, results, queries.words_at_large(internship))
    offer = next((one for one in offered if one.key == request.POST.get("offer")), None)
    if offer is not None:
        added = decks.add_line(row, offer.line, at=timezone.now())
        say(request, _("Ajouté."), undo=reverse("value:line-drop", args=[added.pk]))
    return redirect(_address(slide_id))


@require_POST
def move_line(request: HttpRequest, line_id: int, way: str) -> HttpResponse:
    """Move a line one place on its slide."""
    line = line_at(line_id)
    decks.move_line(line, by=STEPS[way])
    return redirect(f"{_address(line.slide_id)}#l{line_id}")


@require_POST
def drop_line(request: HttpRequest, line_id: int) -> HttpResponse:
    """Take a line out; the message offers to bring it back."""
    line = line_at(line_id)
    decks.drop_line(line, at=timezone.now())
    say(request, _("Retiré de la diapo."), undo=reverse("value:line-restore", args=[line_id]))
    return redirect(_address(line.slide_id))


@require_POST
def restore_line(request: HttpRequest, line_id: int) -> HttpResponse:
    """Bring a line back."""
    line = line_at(line_id)
    decks.drop_line(line, at=None)
    say(request, _("Ligne rétablie."))
    return redirect(_address(line.slide_id))
