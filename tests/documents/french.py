"""Long French for properties: sentences without figures, words without end, and whole decks of them."""

from datetime import date

from hypothesis import strategies as st

from tests.documents.decks import BIKES, MONDAY, ORDERS, SAVED, SHEETS, STOCK, WORD, YEARLY, measured
from tremplin.documents.deck import (
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
)

WORDS = (
    "responsabilisation", "intergouvernementalisations", "vélos-cargos", "approvisionnement", "l’atelier",
    "réparation", "mécaniciens", "à", "de", "chaque", "Œuvre", "WWWWWWWW", "ressaisie", "où", "tableau", WORD,
    "http://intranet.exemple.fr/rapports/hebdomadaires/atelier", "automatisé", "point", "ÉÈÀÇ", "i",
)  # fmt: skip
FIGURES: tuple[Given, ...] = (SAVED, STOCK, SHEETS, BIKES, ORDERS, MONDAY, YEARLY)
KINDS = ("need", "change", "chart", "skills", "plan")


@st.composite
def says(draw: st.DrawFn, most: int = 60) -> str:
    """Draw a sentence, sometimes far too long."""
    return " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=most)))


@st.composite
def sentences(draw: st.DrawFn, least: int = 0, most: int = 6) -> tuple[Sentence, ...]:
    """Draw sentences, some of them marked as estimates."""
    count = draw(st.integers(least, most))
    return tuple(Sentence(draw(says()), draw(st.sampled_from([(), (ORDERS,)]))) for _ in range(count))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """Draw someone's words."""
    return Quote(draw(says()), draw(says(6)), draw(says(4)), date(2026, 3, 31))


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Draw what a slide of any kind shows."""
    few = range(draw(st.integers(0, 5)))
    some_quote = st.none() | quotes()
    match draw(st.sampled_from(KINDS)):
        case "need":
            return Need(draw(sentences()), draw(some_quote))
        case "change":
            large = tuple(BigFigure(draw(st.sampled_from(FIGURES)), draw(says(30))) for _ in few)
            return Change(large, draw(sentences(most=3)))
        case "chart":
            bars = tuple(measured(week, 10 * week) for week in range(1, draw(st.integers(1, 17))))
            return Chart(bars, draw(says(12)), draw(sentences(most=2)), draw(some_quote))
        case "skills":
            rows = tuple(
                SkillProof(draw(says(12)), draw(sentences(least=1))[0], draw(some_quote)) for _ in few
            )
            return Skills(rows, draw(sentences(most=2)))
    steps = tuple(PlanStep(30 * (at + 1), draw(says()), draw(says(20)), draw(says(8))) for at in few)
    return Plan(steps, draw(says(20)))


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """Draw a deck of one or two slides."""
    slides = tuple(
        Slide(
            draw(says(40)),
            draw(bodies()),
            draw(st.just("") | says(40)),
            tuple(draw(st.lists(says(20), max_size=2))),
        )
        for _ in range(draw(st.integers(1, 2)))
    )
    return Deck("Stage d’Inès Marchetti", slides, date(2026, 6, 26))
