"""The deck: from chosen entries to files, and what is refused on the way."""

import io
from datetime import date
from typing import Any

import pytest
from pptx import Presentation

from tests.value import made
from tremplin.documents.deck import Change, Chart, Need, Skills, figures, given_to, refusals
from tremplin.documents.deck import Deck as Paper
from tremplin.evidence.figures import Figure
from tremplin.journal.models import Entry, Impact
from tremplin.journal.operations import delete_entry
from tremplin.kit.revisions import StaleRevision
from tremplin.value import queries
from tremplin.value.composing import LOST_PROOF, composed
from tremplin.value.decks import (
    Refused,
    SlideWords,
    add_line,
    choose_entries,
    drop_slide,
    move_slide,
    offers_for,
    prepare_deck,
    write_slide,
)
from tremplin.value.domain.internship import Followed
from tremplin.value.exports import FORMATS
from tremplin.value.models import Deck, Line, Slide
from tremplin.value.operations.case import add_duty
from tremplin.value.operations.check_ins import Outcome, hold_check_in
from tremplin.value.standing import facts_of

pytestmark = pytest.mark.django_db
SAID: dict[str, Any] = {
    "words": "«\u00a0On veut te garder.\u00a0»",
    "author": "Samia Kaddour",
    "quotable": True,
}


def prepared(internship: Followed) -> tuple[Deck, Paper]:
    """Prepare the deck and return it as kept and as printed."""
    deck = queries.deck(prepare_deck(internship, at=made.NOW).pk)
    assert deck is not None
    return deck, composed(deck, internship, student="Alice", on=made.TODAY)


def test_three_confirmed_figures_make_five_slides() -> None:
    internship = made.make_followed()
    made.full(internship)

    deck, paper = prepared(internship)

    assert [slide.kind for slide in deck.slides.all()] == ["need", "change", "chart", "skills", "plan"]
    need, change, chart, skills, _plan = (slide.body for slide in paper.slides)
    assert isinstance(need, Need)
    assert "ressaisi à la main" in need.sentences[0].says
    assert isinstance(change, Change)
    assert len(change.figures) == 3
    assert isinstance(chart, Chart)
    assert [bar.value for bar in chart.bars] == [270, 50]
    assert chart.quote is not None
    assert isinstance(skills, Skills)
    assert {row.skill for row in skills.rows} == {"Analyse de données", "Gestion de stock", "Rédaction"}
    assert refusals(paper) == ()


def test_few_figures_make_three_slides_that_say_what_to_confirm() -> None:
    internship = made.make_followed()
    entry = made.write(internship, "J’ai trié 40 dossiers en retard.")
    made.figure(entry, "quantity", quantity=40, unit="dossiers", confirmed=False)

    deck, paper = prepared(internship)

    assert [slide.kind for slide in deck.slides.all()] == ["need", "change", "plan"]
    assert "un chiffre attend votre confirmation" in " ".join(paper.slides[1].to_confirm)
    assert "40" not in "".join(line.says for line in Line.objects.all())
    for kind in FORMATS.values():
        assert len(kind.write(paper)) > 1000


def test_an_empty_journal_still_makes_three_slides() -> None:
    _deck, paper = prepared(made.make_followed())

    assert len(paper.slides) == 3
    assert all(slide.to_confirm for slide in paper.slides)
    assert FORMATS["pptx"].write(paper)


def test_an_incomplete_figure_is_marked_estimation_on_its_slide() -> None:
    internship = made.make_followed()
    entry = made.write(internship, "J’ai réduit les relances.")
    made.figure(entry, "percent", quantity=-15, unit="%", method="estimated")

    _deck, paper = prepared(internship)

    change = paper.slides[1]
    assert isinstance(change.body, Change)
    assert change.body.figures[0].given.entry == entry.pk  # type: ignore[union-attr]
    assert "la valeur de départ" in " ".join(change.to_confirm)
    assert "estimation" in text_of(FORMATS["pptx"].write(paper))


def test_the_speaker_notes_hold_the_source_entries() -> None:
    internship = made.make_followed()
    made.full(internship)
    _deck, paper = prepared(internship)

    slides = Presentation(io.BytesIO(FORMATS["pptx"].write(paper))).slides

    notes = [slide.notes_slide.notes_text_frame.text for slide in slides]
    assert "31\u00a0mars 2026" in notes[1]
    assert "témoin\u00a0: Yann Le Goff" in notes[1]


def test_a_figure_that_no_entry_supports_is_refused_and_nothing_is_saved() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, _paper = prepared(internship)
    slide = deck.slides.get(kind="need")
    line = slide.lines.filter(role="sentence").first()
    assert line is not None
    words = SlideWords(title=slide.title, lines={line.pk: "Le point prenait douze heures."})

    with pytest.raises(Refused, match="douze heures"):
        write_slide(slide, internship, revision=slide.revision, words=words, at=made.NOW)

    assert Line.objects.get(pk=line.pk).says == line.says
    assert Slide.objects.get(pk=slide.pk).revision == slide.revision


def test_a_figure_of_another_chosen_entry_is_accepted_with_its_proof() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, _paper = prepared(internship)
    slide = deck.slides.get(kind="need")
    words = SlideWords(title=slide.title, added="Les écarts touchaient 18 % des références.")

    write_slide(slide, internship, revision=slide.revision, words=words, at=made.NOW)

    kept = queries.deck(deck.pk)
    assert kept is not None
    need = composed(kept, internship, student="", on=made.TODAY).slides[0].body
    assert isinstance(need, Need)
    assert [figure.unit for figure in need.sentences[-1].given] == ["%"]


def test_a_stale_save_is_refused() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, _paper = prepared(internship)
    slide = deck.slides.get(kind="plan")
    write_slide(slide, internship, revision=slide.revision, words=SlideWords(title="Trois mois"), at=made.NOW)

    with pytest.raises(StaleRevision):
        write_slide(slide, internship, revision=slide.revision, words=SlideWords(title="Non"), at=made.NOW)

    assert Slide.objects.get(pk=slide.pk).title == "Trois mois"


def test_slides_are_moved_dropped_and_brought_back() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, _paper = prepared(internship)
    chart = deck.slides.get(kind="chart")

    move_slide(chart, by=-1)
    drop_slide(deck.slides.get(kind="need"), at=made.NOW)

    assert kinds_shown(deck, internship) == [Chart, Change, Skills]
    drop_slide(deck.slides.get(kind="need"), at=None)
    assert kinds_shown(deck, internship)[0] is Need


def test_a_proof_deleted_from_the_journal_leaves_the_deck_and_is_said() -> None:
    internship = made.make_followed()
    entries = made.full(internship)
    deck, _paper = prepared(internship)

    delete_entry(entries[-1], at=made.NOW)

    kept = queries.deck(deck.pk)
    assert kept is not None
    paper = composed(kept, internship, student="", on=made.TODAY)
    change = paper.slides[1]
    assert isinstance(change.body, Change)
    assert len(change.body.figures) == 2
    assert LOST_PROOF in paper.slides[1].to_confirm


def test_private_entries_and_words_not_to_be_quoted_stay_out() -> None:
    internship = made.make_followed()
    made.full(internship)
    secret = made.write(internship, "J’ai négocié seul.", visibility="private", skills=("Négociation",))
    made.figure(secret, "quantity", quantity=9, unit="contrats")
    open_entry = made.stock(internship)
    made.quote(open_entry, "Entre nous, bravo.", "Karim", quotable=False)

    _deck, paper = prepared(internship)

    text = text_of(FORMATS["pptx"].write(paper))
    assert "Négociation" not in text
    assert "Entre nous" not in text


def test_tasks_without_successor_say_what_would_be_missing() -> None:
    internship = made.make_followed()
    made.full(internship)
    add_duty(internship, task="Le tableau des pannes")
    add_duty(internship, task="Le point du lundi", successor="Yann Le Goff")

    _deck, paper = prepared(internship)

    skills = paper.slides[3].body
    assert isinstance(skills, Skills)
    assert [sentence.says for sentence in skills.missing] == ["Le tableau des pannes."]


def kinds_shown(deck: Deck, internship: Followed) -> list[type]:
    """Return the kinds of the slides printed, the plan aside."""
    kept = queries.deck(deck.pk)
    assert kept is not None
    paper = composed(kept, internship, student="", on=date(2026, 6, 1))
    return [type(slide.body) for slide in paper.slides][:3]


def text_of(pptx: bytes) -> str:
    """Return every text of a presentation."""
    texts = []
    for slide in Presentation(io.BytesIO(pptx)).slides:
        for shape in slide.shapes:
            texts += [shape.text_frame.text] if shape.has_text_frame else []
            if shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def test_the_words_under_a_large_figure_may_say_another_figure_of_a_chosen_entry() -> None:
    internship = made.make_followed()
    entries = made.full(internship)
    made.figure(entries[2], "quantity", quantity=42, unit="références")
    deck, _paper = prepared(internship)
    slide = deck.slides.get(kind="change")
    line = slide.lines.get(role="figure", entry=entries[2])
    words = SlideWords(title=slide.title, lines={line.pk: "d’écarts d’inventaire sur 42 références"})

    write_slide(slide, internship, revision=slide.revision, words=words, at=made.NOW)

    kept = queries.deck(deck.pk)
    assert kept is not None
    change = composed(kept, internship, student="", on=made.TODAY).slides[1].body
    assert isinstance(change, Change)
    said = next(one for one in change.figures if "42" in one.says)
    assert [figure.unit for figure in said.also if isinstance(figure, Figure)] == ["références"]


def test_a_skill_whose_name_says_a_number_stays_out_of_the_first_deck() -> None:
    internship = made.make_followed()
    made.full(internship)
    made.figure(
        made.write(internship, "J’ai traduit.", skills=("Anglais, 900 points",)), "quantity", quantity=1
    )

    _deck, paper = prepared(internship)

    assert refusals(paper) == ()


def printed_again(deck: Deck, internship: Followed) -> Paper:
    """Return a deck as it would be printed now."""
    kept = queries.deck(deck.pk)
    assert kept is not None
    return composed(kept, internship, student="", on=made.TODAY)


@pytest.mark.parametrize("leaves", ["private", "deleted", "erased", "unchosen"])
def test_an_entry_that_leaves_takes_every_line_made_from_it(leaves: str) -> None:
    internship = made.make_followed()
    pain, *others = made.full(internship)
    deck, _paper = prepared(internship)

    if leaves == "private":
        Entry.objects.filter(pk=pain.pk).update(visibility="private")
    elif leaves == "deleted":
        delete_entry(pain, at=made.NOW)
    elif leaves == "erased":
        pain.delete()
    else:
        choose_entries(deck, [one.pk for one in others])

    paper = printed_again(deck, internship)
    assert "ressaisi" not in text_of(FORMATS["pptx"].write(paper))
    assert (LOST_PROOF in paper.slides[0].to_confirm) == (leaves != "erased")


def test_a_skill_whose_entry_is_private_leaves_the_table() -> None:
    internship = made.make_followed()
    entries = made.full(internship)
    deck, _paper = prepared(internship)

    Entry.objects.filter(pk=entries[1].pk).update(visibility="private")

    skills = printed_again(deck, internship).slides[3].body
    assert isinstance(skills, Skills)
    assert "Rédaction" not in {row.skill for row in skills.rows}


def test_an_entry_no_longer_chosen_takes_its_figure_its_words_and_its_notes() -> None:
    internship = made.make_followed()
    _pain, sheets, stock, monday = made.full(internship)
    deck, _paper = prepared(internship)

    choose_entries(deck, [sheets.pk, stock.pk])

    paper = printed_again(deck, internship)
    change = paper.slides[1].body
    assert isinstance(change, Change)
    assert {one.given.entry for one in change.figures if isinstance(one.given, Figure)} == {
        sheets.pk,
        stock.pk,
    }
    assert paper.slides[2].body == Need(())
    assert monday.pk not in {figure.entry for slide in paper.slides for figure in figures(given_to(slide))}


def test_a_figure_removed_then_taken_back_is_on_its_slide_again() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, paper = prepared(internship)
    line = deck.slides.get(kind="change").lines.first()
    assert line is not None
    removed = Impact.ever.filter(pk=line.impact_id or 0)

    removed.update(removed_at=made.NOW)
    without = printed_again(deck, internship)
    removed.update(removed_at=None)

    assert without.slides[1].body != paper.slides[1].body
    assert LOST_PROOF in without.slides[1].to_confirm
    assert printed_again(deck, internship).slides[1].body == paper.slides[1].body


def test_words_said_of_the_whole_internship_can_be_put_on_a_slide() -> None:
    internship = made.make_followed()
    made.full(internship)
    deck, _paper = prepared(internship)
    slide = deck.slides.get(kind="need")
    hold_check_in(internship, "mid_term", revision=0, outcome=Outcome(made.TODAY, **SAID))
    at_large = queries.words_at_large(internship)

    offer = next(one for one in offers_for(slide, (), at_large))
    add_line(slide, offer.line, at=made.NOW)

    assert "On veut te garder." in text_of(FORMATS["pptx"].write(printed_again(deck, internship)))
    assert "Samia Kaddour" in facts_of(internship).witnesses
    assert facts_of(internship).quotes == 2


def test_an_outcome_saved_twice_keeps_its_words_once() -> None:
    internship = made.make_followed()
    first = hold_check_in(internship, "mid_term", revision=0, outcome=Outcome(made.TODAY, **SAID))

    changed = Outcome(made.TODAY, **{**SAID, "quotable": False})
    hold_check_in(internship, "mid_term", revision=first.revision, outcome=changed)

    assert [words.quotable for words in queries.words_at_large(internship)] == [False]
