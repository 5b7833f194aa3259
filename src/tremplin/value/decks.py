"""The deck: prepared from chosen entries, every sentence changed, moved, dropped, brought back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from tremplin.documents.deck import Refusal, refusals
from tremplin.kit.revisions import save_revision
from tremplin.value import queries
from tremplin.value.composing import composed
from tremplin.value.domain.drafting import DraftLine, DraftSlide, draft
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.offers import Offer, There, offers
from tremplin.value.domain.results import Result, Words, ranked
from tremplin.value.models import Deck, Line, LineRole, Slide

BEST = 6


@dataclass(frozen=True, slots=True)
class SlideWords:
    """What the student wrote of a slide: texts by key of line, and one more sentence or none."""

    title: str
    says: str = ""
    source: str = ""
    notes: str = ""
    lines: Mapping[int, str] | None = None
    added: str = ""


class Refused(ValueError):
    """A sentence says a figure that no chosen entry supports; nothing was saved."""

    def __init__(self, refused: tuple[Refusal, ...]) -> None:
        """Keep each refusal with its reason."""
        super().__init__(" ".join(one.number.reason for one in refused))
        self.refused = refused


@transaction.atomic
def prepare_deck(
    internship: Followed, *, at: datetime, entries: Collection[int] | None = None, need: str = ""
) -> Deck:
    """Prepare a deck from chosen entries; the one in sight is set aside.

    Args:
        internship: the internship.
        at: now.
        entries: keys of the chosen entries; None takes the best ones.
        need: the initial need in the student's words; empty to take it from the entries.

    Returns:
        The deck, five slides at most, three while fewer than three figures are confirmed.
    """
    every = ranked(queries.results(internship))
    chosen = every[:BEST] if entries is None else [one for one in every if one.entry in entries]
    slides = draft(
        chosen, need=need, sums=queries.sums(internship, chosen), unheld=queries.unheld(internship)
    )
    Deck.objects.filter(internship_id=internship.pk, deleted_at=None).update(deleted_at=at)
    deck = Deck.objects.create(internship_id=internship.pk, created_at=at)
    deck.entries.set([one.entry for one in chosen])
    for position, slide in enumerate(slides):
        _write(deck, slide, position)
    return deck


def _write(deck: Deck, drafted: DraftSlide, position: int) -> None:
    slide = deck.slides.create(
        kind=drafted.kind, title=drafted.title[:200], says=drafted.says[:200], position=position
    )
    for rank, line in enumerate(drafted.lines):
        _write_line(slide, line, rank)


def _write_line(slide: Slide, drafted: DraftLine, position: int) -> Line:
    return slide.lines.create(
        role=drafted.role,
        says=drafted.says,
        label=drafted.label,
        impact_id=drafted.impact,
        feedback_id=drafted.feedback,
        entry_id=drafted.entry,
        position=position,
    )


def offers_for(slide: Slide, results: Iterable[Result], at_large: Iterable[Words]) -> tuple[Offer, ...]:
    """Return what may still be added to a slide from the chosen entries.

    Args:
        slide: the slide.
        results: the chosen entries.
        at_large: words received about the whole internship.

    Returns:
        Figures, words or skills, as its kind shows.
    """
    shown = list(slide.lines.filter(dropped_at=None))
    there = There(
        impacts={line.impact_id for line in shown if line.role == LineRole.FIGURE},
        words={line.feedback_id for line in shown if line.role == LineRole.QUOTE},
        skills={line.label for line in shown},
    )
    return offers(slide.kind, results, there, at_large)


@transaction.atomic
def add_line(slide: Slide, drafted: DraftLine, *, at: datetime) -> Line:
    """Add a figure, words or a skill to a slide; new words replace those it showed.

    Args:
        slide: the slide.
        drafted: the line.
        at: now.

    Returns:
        The line.
    """
    if drafted.role == "quote":
        slide.lines.filter(role=LineRole.QUOTE, dropped_at=None).update(dropped_at=at)
    Slide.objects.filter(pk=slide.pk).update(revision=F("revision") + 1)
    return _write_line(slide, drafted, slide.lines.count())


@transaction.atomic
def choose_entries(deck: Deck, entries: Collection[int]) -> None:
    """Change which entries a deck may rest on; its words stay.

    Args:
        deck: the deck.
        entries: keys of the chosen entries.
    """
    deck.entries.set(entries)


@transaction.atomic
def write_slide(
    slide: Slide, internship: Followed, *, revision: int, words: SlideWords, at: datetime
) -> Slide:
    """Save what the student wrote of a slide, unless a figure in it is not supported.

    Args:
        slide: the slide.
        internship: its internship.
        revision: the revision the form was made from.
        words: the texts.
        at: now.

    Returns:
        The slide as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
        Refused: a sentence says a figure that no chosen entry supports; nothing is written.
    """
    changes = {"title": words.title, "says": words.says, "source": words.source, "notes": words.notes}
    saved = save_revision(slide, revision=revision, changes=changes)
    for line in saved.lines.filter(dropped_at=None):
        text = (words.lines or {}).get(line.pk)
        if text is not None and text.strip() != line.says:
            Line.objects.filter(pk=line.pk).update(says=text.strip())
    if words.added.strip():
        _add_sentence(saved, words.added.strip())
    _check(saved, internship, at)
    return saved


def _add_sentence(slide: Slide, says: str) -> None:
    role = LineRole.MISSING if slide.kind == "skills" else LineRole.SENTENCE
    slide.lines.create(role=role, says=says, position=slide.lines.count())


def _check(slide: Slide, internship: Followed, at: datetime) -> None:
    """Refuse the whole save when this slide now says an unsupported figure."""
    deck = queries.deck(slide.deck_id)
    if deck is None:
        return
    shown = [one.pk for one in deck.slides.all() if one.dropped_at is None]
    place = shown.index(slide.pk) + 1 if slide.pk in shown else 0
    paper = composed(deck, internship, student="", on=at.date())
    refused = tuple(one for one in refusals(paper) if one.slide == place)
    if refused:
        raise Refused(refused)


@transaction.atomic
def move_slide(slide: Slide, *, by: int) -> None:
    """Move a slide among those shown.

    Args:
        slide: the slide.
        by: −1 towards the start, 1 towards the end.
    """
    rows = list(Slide.objects.filter(deck_id=slide.deck_id, dropped_at=None))
    _number_again(Slide, _moved([row.pk for row in rows], slide.pk, by))


@transaction.atomic
def move_line(line: Line, *, by: int) -> None:
    """Move a line among those of its slide.

    Args:
        line: the line.
        by: −1 towards the start, 1 towards the end.
    """
    rows = Line.objects.filter(slide_id=line.slide_id, dropped_at=None, role=line.role)
    _number_again(Line, _moved([row.pk for row in rows], line.pk, by))


def _moved(keys: list[int], key: int, by: int) -> list[int]:
    if key not in keys:
        return keys
    place = keys.index(key)
    keys.insert(min(max(place + by, 0), len(keys) - 1), keys.pop(place))
    return keys


def _number_again(rows: type[Slide] | type[Line], keys: Iterable[int]) -> None:
    for position, key in enumerate(keys):
        rows._default_manager.filter(pk=key).update(position=position)


@transaction.atomic
def drop_slide(slide: Slide, *, at: datetime | None) -> None:
    """Take a slide out of the deck, or bring it back.

    Args:
        slide: the slide.
        at: now; None brings it back.
    """
    Slide.objects.filter(pk=slide.pk).update(dropped_at=at)


@transaction.atomic
def drop_line(line: Line, *, at: datetime | None) -> None:
    """Take a line out of its slide, or bring it back.

    Args:
        line: the line.
        at: now; None brings it back.
    """
    Line.objects.filter(pk=line.pk).update(dropped_at=at)
    Slide.objects.filter(pk=line.slide_id).update(revision=F("revision") + 1)


@transaction.atomic
def set_deck_aside(deck: Deck, *, at: datetime | None) -> None:
    """Take a deck out of sight, or bring it back; then it replaces the one in sight.

    Args:
        deck: the deck.
        at: now; None brings it back.
    """
    if at is None:
        others = Deck.objects.filter(internship_id=deck.internship_id, deleted_at=None)
        others.exclude(pk=deck.pk).update(deleted_at=deck.deleted_at)
    Deck.objects.filter(pk=deck.pk).update(deleted_at=at)
