"""No file says a number that the evidence given to it does not: slides, notes, charts, PDF and DOCX."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.exported import numbers_in, office_words, printed_words
from tests.documents.report_models import OUTLINE
from tests.evidence.spelling import spelled
from tremplin.documents.characters import printable
from tremplin.documents.check_in import CheckIn
from tremplin.documents.claims import UnsupportedClaims, unproved
from tremplin.documents.deck import (
    Bar,
    BigFigure,
    Body,
    Change,
    Chart,
    Deck,
    Given,
    Need,
    Plan,
    PlanStep,
    Quote,
    Sentence,
    SkillProof,
    Skills,
    Slide,
    UnsupportedFigures,
    figures,
    refusals,
)
from tremplin.documents.deck_pdf import deck_to_pdf
from tremplin.documents.journal_table import JournalLine, JournalTable
from tremplin.documents.ninety_days import NinetyDayPlan
from tremplin.documents.pdf import to_pdf
from tremplin.documents.pptx import to_pptx
from tremplin.documents.report_docx import report_to_docx
from tremplin.documents.report_outline import ReportEntry
from tremplin.evidence.derived import Derived, Range, change_percent, yearly_hours, yearly_value
from tremplin.evidence.figures import Figure, Kind, Method
from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.wording import amount, number, worded
from tremplin.value.domain.support import supported

ON = date(2026, 3, 31)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOME = settings(FEW, max_examples=60)
KINDS: tuple[Kind, ...] = ("quantity", "gained", "percent")
UNITS = ("%", "h", "min", "jours", "€", "clients", "vélos-cargos", "kg")
METHODS: tuple[Method, ...] = ("measured", "estimated", "witnessed", "")
PLAN = Plan((PlanStep(30, "Délai ramené à 9 876 jours", "douze relevés"),), "4 321 h par an")
PLANNED = {"30", "9876", "douze", "4321"}
WORDS_OF_OUR_OWN = {"90"}
FOOTER = {"1"}  # a Word file keeps the number of its first page
OUT_OF_ORDER = (
    "une équipe quintuplée", "un tiers du budget", "réduit d’un dixième", "des centaines d’écrous",
    "XLIV écrous vissés", "une paire d’écrous", "cinquante-\u00ad\u200bsept mille écrous",
    "５７ ０００ écrous",
    "𝟱𝟳𝟬𝟬𝟬 écrous", "note de 19/20", "7.000.000 €", "7000K€", "7000M€ de CA", "d\u200bouze mille écrous",
    "6\u2060000 écrous", "⅐ des écrous", "¾ des écrous",
)  # fmt: skip


@st.composite
def a_figure(draw: st.DrawFn) -> Figure:
    """Draw a confirmed figure of any kind."""
    amounts = st.integers(2, 5000).map(Decimal) | st.decimals(2, 500, places=1)
    entry, on = draw(st.integers(1, 9)), date(2026, 3, draw(st.integers(1, 28)))
    unit, method = draw(st.sampled_from(UNITS)), draw(st.sampled_from(METHODS))
    if draw(st.booleans()):
        return Figure(
            "before_after", entry, on, before=draw(amounts), after=draw(amounts), unit=unit, period="semaine",
            method=method, witness="Yann Le Goff",
        )  # fmt: skip
    kind = draw(st.sampled_from(KINDS))
    return Figure(kind, entry, on, value=draw(amounts), unit=unit, method=method)


def a_derived() -> Derived:
    monday = Figure(
        "before_after", 31, ON, before=Decimal(270), after=Decimal(50), unit="min", period="semaine"
    )
    hours = yearly_hours(monday, times=Range(Decimal(44), Decimal(46), "semaines"))
    return yearly_value(hours, cost=Range(Decimal(25), Decimal(32)))


@st.composite
def a_deck(draw: st.DrawFn) -> Deck:
    """Draw a deck whose sentences say their own figures."""
    held = draw(st.lists(a_figure(), min_size=3, max_size=5))
    given_to_all: list[Given] = [*held, a_derived()]
    told = tuple(Sentence(f"Résultat : {_told(one)}.", (one,)) for one in given_to_all)
    bars = tuple(_bar(one) for one in held)
    quote = Quote(f"On a gagné {_told(held[0])} !", "Yann Le Goff", on=ON)
    slides = (
        Slide(f"Au départ, {_told(held[0])}", Need(told[:2], quote), to_confirm=(told[0].says,)),
        Slide(
            "Ce qui a changé", Change(tuple(BigFigure(one, "de mieux") for one in given_to_all), told[-1:])
        ),
        Slide(
            "La preuve", Chart(bars, "Relevés", told[:1], quote), source=told[1].says, notes=(told[0].says,)
        ),
        Slide(
            "Mes compétences",
            Skills((SkillProof("Tableur", told[2], quote), SkillProof("Écoute", told[0])), told[1:2]),
        ),
        Slide("Mes 90 jours", PLAN),
    )
    return Deck("Stage chez Cargolière", slides, ON, "Inès Marchetti")


def _told(one: Given) -> str:
    return f"{one.formula} = {one}" if isinstance(one, Derived) else worded(one)


def _bar(one: Figure) -> Bar:
    held = one.value if one.value is not None else one.before
    assert held is not None
    return Bar("S", held, one)


def of_evidence(given: list[Given]) -> set[str]:
    """Return every way its numbers may be written, by hand: values, clock hours, formulas."""
    allowed: set[str] = set()
    for one in given:
        if isinstance(one, Derived):
            allowed |= numbers_in(f"{one.formula} ; {number(one.low)} ; {number(one.high)}")
    for figure in figures(given):
        for value in filter(None, (figure.value, figure.before, figure.after)):
            allowed |= numbers_in(f"{abs(value)} ; {amount(abs(value), figure.unit)}")
    return allowed


def whole(deck: Deck) -> list[Given]:
    bodies = [slide.body for slide in deck.slides]
    large = [one.given for body in bodies if isinstance(body, Change) for one in body.figures]
    bars: list[Given] = [bar.given for body in bodies if isinstance(body, Chart) for bar in body.bars]
    return large + bars


@FEW
@given(a_deck(), st.sampled_from([(to_pptx, office_words), (deck_to_pdf, printed_words)]))
def test_a_deck_says_no_number_of_its_own(
    deck: Deck, kind: tuple[Callable[[Deck], bytes], Callable[[bytes], str]]
) -> None:
    write, read = kind

    said = numbers_in(read(write(deck)))

    assert said - of_evidence(whole(deck)) - PLANNED - WORDS_OF_OUR_OWN == set()


def slipped(deck: Deck, words: str) -> list[Deck]:
    """Return the deck with words slipped into each of its texts, the plan and exact quotes aside."""
    need, change, proof, skills = (slide.body for slide in deck.slides[:4])
    assert isinstance(need, Need)
    assert isinstance(change, Change)
    assert isinstance(proof, Chart)
    assert isinstance(skills, Skills)
    one = Sentence(words, need.sentences[0].given)
    bodies: list[tuple[int, Body]] = [
        (0, replace(need, sentences=(one,))),
        (1, replace(change, figures=(BigFigure(change.figures[0].given, words),))),
        (1, replace(change, sentences=(one,))),
        (2, replace(proof, says=words)),
        (2, replace(proof, sentences=(one,))),
        (2, replace(proof, bars=(replace(proof.bars[0], label=words),))),
        (3, replace(skills, rows=(SkillProof(words, Sentence("Fait")),))),
        (3, replace(skills, rows=(SkillProof("Tableur", one),))),
        (3, replace(skills, missing=(one,))),
    ]
    slides = [(at, replace(deck.slides[at], body=body)) for at, body in bodies]
    for at, slide in enumerate(deck.slides[:4]):
        slides += [
            (at, replace(slide, title=words)),
            (at, replace(slide, source=words)),
            (at, replace(slide, to_confirm=(words,))),
            (at, replace(slide, notes=(words,))),
        ]
    return [replace(deck, slides=(*deck.slides[:at], slide, *deck.slides[at + 1 :])) for at, slide in slides]


@st.composite
def a_claim(draw: st.DrawFn) -> str:
    """Draw a sentence with a number of its own, in digits or in words."""
    value = draw(st.integers(6000, 99_999))
    written = draw(st.sampled_from([str(value), f"{value:,}".replace(",", "\u00a0"), spelled(value)]))
    shapes = ("{} écrous vissés", "un coût divisé par {}", "trafic x{}", "ligne {} écrous", "Excel {} écrous")
    told = draw(st.sampled_from(shapes)).format(written)
    return draw(st.sampled_from([told, draw(st.sampled_from(OUT_OF_ORDER))]))


@SOME
@given(a_deck(), a_claim(), st.integers(0, 24), st.sampled_from([to_pptx, deck_to_pdf]))
def test_a_number_slipped_anywhere_in_a_deck_is_refused(
    deck: Deck, claim: str, place: int, write: Callable[[Deck], bytes]
) -> None:
    tampered = slipped(deck, claim)

    with pytest.raises(UnsupportedFigures, match="n’est dans aucune entrée choisie"):
        write(tampered[place])
    assert len(tampered) == 25


@FEW
@given(a_deck(), st.integers(6000, 9999))
def test_a_bar_that_its_figure_does_not_hold_is_refused(deck: Deck, value: int) -> None:
    proof = deck.slides[2]
    assert isinstance(proof.body, Chart)
    bars = (replace(proof.body.bars[0], value=Decimal(value)), *proof.body.bars[1:])

    with pytest.raises(UnsupportedFigures):
        to_pptx(replace(deck, slides=(replace(proof, body=replace(proof.body, bars=bars)),)))


def a_check_in(held: list[Figure], **changes: object) -> CheckIn:
    told = tuple(Sentence(f"Résultat : {worded(one)}.", (one,)) for one in held)
    talk = CheckIn(
        "Stage chez Cargolière", "Point de mi-parcours", ON, wins=told[:3], done=told, proved=told[1:],
        next=("Ramener le délai à 9 876 jours", "Tenir douze relevés"), promised=("Livrer 4 321 fiches",),
        agreed=("Livrer 4 321 fiches.",),
    )  # fmt: skip
    return replace(talk, **changes)  # type: ignore[arg-type]


@FEW
@given(st.lists(a_figure(), min_size=2, max_size=5))
def test_a_check_in_says_no_number_of_its_own(held: list[Figure]) -> None:
    said = numbers_in(printed_words(to_pdf(a_check_in(held))))

    assert said - of_evidence([*held]) - PLANNED == set()


@FEW
@given(
    st.lists(a_figure(), min_size=2, max_size=3),
    a_claim(),
    st.sampled_from(["wins", "done", "proved", "blocked"]),
)
def test_a_number_slipped_in_a_check_in_is_refused(held: list[Figure], claim: str, part: str) -> None:
    tampered = a_check_in(held, **{part: (Sentence(claim, tuple(held)),)})

    with pytest.raises(UnsupportedClaims, match="n’est dans aucune entrée choisie"):
        to_pdf(tampered)
    assert {one.says for one in tampered.refusals()} == {claim}


@FEW
@given(st.lists(a_figure(), min_size=1, max_size=5))
def test_a_report_outline_says_no_number_of_its_own(held: list[Figure]) -> None:
    entries = tuple(
        ReportEntry(number, one.on, "J’ai suivi ce travail.", "Inventaire", ("Tableur",), (one,))
        for number, one in enumerate(held)
    )

    said = numbers_in(office_words(report_to_docx(replace(OUTLINE, entries=entries))))

    assert said - of_evidence([*held]) - FOOTER == set()


@FEW
@given(st.lists(a_figure(), min_size=1, max_size=5))
def test_the_journal_s_table_says_no_number_of_its_own(held: list[Figure]) -> None:
    lines = tuple(JournalLine(one.on, "J’ai suivi ce travail.", ("Tableur",), (worded(one),)) for one in held)

    said = numbers_in(printed_words(to_pdf(JournalTable("Stage", lines, ON))))

    assert said - of_evidence([*held]) == set()


def test_the_plan_prints_the_student_s_own_numbers_and_no_other() -> None:
    plan = NinetyDayPlan("Inès Marchetti", "Mes premiers jours", ON, PLAN.steps, (PLAN.needs,))

    assert numbers_in(printed_words(to_pdf(plan))) == PLANNED | {"90"}


def test_a_derived_figure_prints_its_formula_and_its_entries_in_every_format() -> None:
    monday = Figure("before_after", 31, ON, before=Decimal(18), after=Decimal(6), unit="%", method="measured")
    fall = change_percent(monday)
    slide = Slide("Moins d’écarts", Change((BigFigure(fall, "d’écarts d’inventaire"),)))
    deck = Deck("Stage", (slide,), ON)

    for words in (office_words(to_pptx(deck)), printed_words(deck_to_pdf(deck))):
        assert "(6 − 18) ÷ 18" in " ".join(words.replace("\u00a0", " ").split()).replace("–", "−")
        assert "31 mars 2026" in " ".join(words.replace("\u00a0", " ").split())


@given(st.text(st.sampled_from("douzemiltrn 120.,⑫½⅓⁶²\u00ad\u200b\u2011\u202fｄＸIVx×%€\n-"), max_size=30))
def test_a_text_that_passes_is_printed_without_a_number(text: str) -> None:
    if not unproved(text, ()):
        assert unsupported_numbers(printable(text), ()) == ()


@pytest.mark.parametrize("part", ["title", "source", "notes", "to_confirm"])
def test_only_the_steps_of_a_plan_are_free(part: str) -> None:
    said = "500 clients déjà gagnés"
    changed: dict[str, Any] = {part: said if part in {"title", "source"} else (said,)}
    slide = replace(Slide("Mes 90 premiers jours", PLAN), **changed)

    assert [one.says for one in refusals(Deck("Stage", (slide,), ON))] == [said]
    assert refusals(Deck("Stage", (Slide("Trois mois, 4 321 h par an", PLAN),), ON)) == ()


@pytest.mark.parametrize(("title", "passes"), [("Trois résultats", True), ("Trois clients signés", False)])
def test_a_title_counts_its_rows_under_no_other_name(title: str, passes: bool) -> None:
    large = tuple(BigFigure(Figure("quantity", 1, ON, value=Decimal(7), unit=unit), "") for unit in "abc")

    assert (refusals(Deck("Stage", (Slide(title, Change(large)),), ON)) == ()) is passes


@pytest.mark.parametrize("part", ["promised", "question", "title"])
def test_what_a_check_in_recalls_is_held_too(part: str) -> None:
    said = "Livrer 777 fiches"
    tampered = a_check_in([], **{part: (said,) if part == "promised" else said})

    assert {one.says for one in tampered.refusals()} == {said}


def test_a_count_in_a_title_answers_for_what_it_counts() -> None:
    clients = Figure("quantity", 1, ON, value=Decimal(12), unit="clients")
    body = Need((Sentence("Douze clients.", (clients,)),))

    assert refusals(Deck("Stage", (Slide("12 clients", body),), ON)) == ()
    assert refusals(Deck("Stage", (Slide("12 personnes", body),), ON)) != ()
    assert supported("12 personnes", own=(), others=(clients,)).given == ()
