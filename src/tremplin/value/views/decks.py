"""The deck: entries chosen, slides seen, moved, dropped, exported, presented."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.documents.deck import Slide as PaperSlide
from tremplin.documents.deck import UnsupportedFigures
from tremplin.kit.messages import say
from tremplin.value import decks, queries
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import ENOUGH_FIGURES, confirmed_count, ranked
from tremplin.value.drawing import drawn_deck, frame
from tremplin.value.exports import FORMATS, paper_deck
from tremplin.value.forms import ChooseForm
from tremplin.value.models import Deck, Slide
from tremplin.value.views.finding import deck_now, internship_now, posted, status

LONGEST_NAME = 80


@require_safe
def deck(request: HttpRequest) -> HttpResponse:
    """Show the slides; before there is any, ask which entries to take."""
    internship = queries.followed(on=timezone.localdate())
    if internship is None:
        return redirect("value:home")
    kept = queries.deck_of(internship)
    if kept is None:
        return redirect("value:choose")
    paper = paper_deck(kept, internship, on=timezone.localdate())
    rows = _shown(kept)
    drawn = drawn_deck(paper)
    cards = [
        (row, screens, _state(shown, screens[0].refused))
        for row, shown, screens in zip(rows, paper.slides, drawn, strict=True)
    ]
    context = {
        "internship": internship,
        "deck": kept,
        "cards": cards,
        "held": [
            (place, row, reason)
            for place, (row, screens, _said) in enumerate(cards, 1)
            for reason in screens[0].refused
        ],
        "ready": sum(not state for _row, _screens, state in cards),
        "dropped": [slide for slide in kept.slides.all() if slide.dropped_at],
        "frame": frame(),
        "entries": len(kept.entries.all()),
    }
    return render(request, "value/deck.html", context)


def _shown(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides.all() if slide.dropped_at is None]


def _state(slide: PaperSlide, refused: tuple[str, ...]) -> str:
    """Say in a few words what keeps a slide from being ready; empty when nothing."""
    if refused:
        return _("chiffre sans preuve")
    return _("à confirmer") if slide.to_confirm else ""


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the entries, the best ones ticked; prepare the deck."""
    internship = internship_now()
    found = ranked(queries.results(internship))
    kept = queries.deck_of(internship)
    ticked = (
        [entry.pk for entry in kept.entries.all()] if kept else [one.entry for one in found[: decks.BEST]]
    )
    form = ChooseForm(posted(request), results=found, initial={"entries": [str(key) for key in ticked]})
    if form.is_valid():
        return _prepare(request, internship, form, kept)
    chosen = {str(key) for key in form["entries"].value() or ()}
    context = {
        "form": form,
        "internship": internship,
        "deck": kept,
        "rows": [(one, str(one.entry) in chosen) for one in found],
        "figures": confirmed_count(found),
        "enough": ENOUGH_FIGURES,
    }
    return render(request, "value/choose.html", context, status=status(form))


def _prepare(request: HttpRequest, internship: Followed, form: ChooseForm, kept: Deck | None) -> HttpResponse:
    entries = form.cleaned_data["entries"]
    if kept is not None and "keep" in request.POST:
        decks.choose_entries(kept, entries)
        say(request, _("Entrées enregistrées. Vos phrases n’ont pas bougé."))
        return redirect("value:deck")
    decks.prepare_deck(internship, at=timezone.now(), entries=entries, need=form.cleaned_data["need"])
    undo = reverse("value:deck-restore", args=[kept.pk]) if kept else ""
    say(request, _("Soutenance préparée. Chaque phrase se modifie."), undo=undo)
    return redirect("value:deck")


@require_POST
def prepare_empty(request: HttpRequest) -> HttpResponse:
    """Prepare a deck while the journal is empty: three slides that say what to confirm."""
    decks.prepare_deck(internship_now(), at=timezone.now())
    say(request, _("Trois diapos à compléter."))
    return redirect("value:deck")


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Take the deck out of sight; the message offers to bring it back."""
    kept = deck_now(internship_now())
    decks.set_deck_aside(kept, at=timezone.now())
    say(request, _("Soutenance supprimée."), undo=reverse("value:deck-restore", args=[kept.pk]))
    return redirect("value:home")


@require_POST
def restore(request: HttpRequest, deck_id: int) -> HttpResponse:
    """Bring a deck back in place of the one in sight."""
    kept = queries.deck(deck_id, removed=True)
    if kept is None:
        raise Http404
    decks.set_deck_aside(kept, at=None)
    say(request, _("Soutenance rétablie."))
    return redirect("value:deck")


@require_safe
def present(request: HttpRequest) -> HttpResponse:
    """Present the deck in the browser, keyboard in hand."""
    internship = internship_now()
    paper = paper_deck(deck_now(internship), internship, on=timezone.localdate())
    screens = [screen for slide in drawn_deck(paper) for screen in slide]
    context = {"internship": internship, "screens": screens, "frame": frame()}
    return render(request, "value/present.html", context)


@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the deck as a file; a figure without proof is refused with its reason."""
    internship = internship_now()
    found = FORMATS.get(kind)
    if found is None:
        raise Http404
    kept = deck_now(internship)
    paper = paper_deck(kept, internship, on=timezone.localdate())
    if not paper.slides:
        say(request, _("Toutes les diapos sont retirées. Remettez-en une."))
        return redirect("value:deck")
    try:
        content = found.write(paper)
    except UnsupportedFigures as refused:
        rows = _shown(kept)
        found_at = [(one, rows[one.slide - 1]) for one in refused.refusals]
        context = {"refusals": found_at, "internship": internship}
        return render(request, "value/refused.html", context, status=409)
    name = slugify(f"soutenance {paper.subject}")[:LONGEST_NAME]
    disposition = f'attachment; filename="{name}.{kind}"'
    return HttpResponse(
        content, content_type=found.content_type, headers={"Content-Disposition": disposition}
    )
