"""Whatever the journal holds, the first deck it gives says no number of its own."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tremplin.documents.deck import (
    BigFigure,
    Change,
    Deck,
    Need,
    Sentence,
    SkillProof,
    Skills,
    Slide,
    refusals,
)
from tremplin.evidence.figures import Figure, Kind, Method
from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.value.domain.checkins import prepared, update_message
from tremplin.value.domain.drafting import DraftSlide, draft
from tremplin.value.domain.recommendations import recommendation_request
from tremplin.value.domain.results import Proven, Result
from tremplin.value.domain.support import supported

ACTIONS = st.sampled_from(
    [
        "J’ai rédigé {a} fiches panne, relues par {b} techniciens.",
        "Le point du lundi se prépare en {a} min au lieu de {b} h. Toute l’équipe l’utilise.",
        "J’ai doublé les ventes et réduit les relances de moitié.",
        "J’ai animé {a} réunions : douze personnes, {b} % de présents.",
        "J’ai classé les archives.",
        "Environ {a} dossiers, soit {b} de plus qu’avant, en trois semaines.",
    ]
)  # fmt: skip
NUMBERS = st.integers(1, 400)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(["quantity", "before_after", "percent", "gained"])
METHODS: st.SearchStrategy[Method] = st.sampled_from(["measured", "estimated", ""])
UNITS = st.sampled_from(["min", "h", "%", "fiches", "dossiers", ""])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A confirmed figure that may have nothing to do with its entry."""
    kind = draw(KINDS)
    passage = kind == "before_after"
    before, after = (Decimal(draw(NUMBERS)) if passage else None for _side in "ab")
    return Figure(
        kind,
        1,
        date(2026, 3, 31),
        None if passage else Decimal(draw(NUMBERS)),
        draw(UNITS),
        before,
        after,
        period=draw(st.sampled_from(["", "semaine"])),
        subject=draw(st.sampled_from(["", "écarts d’inventaire"])),
        method=draw(METHODS),
    )


@st.composite
def results(draw: st.DrawFn) -> tuple[Result, ...]:
    """A few entries with figures, some of them pains."""
    told = []
    for entry in range(1, draw(st.integers(1, 5)) + 1):
        action = draw(ACTIONS).format(a=draw(NUMBERS), b=draw(NUMBERS))
        proofs = tuple(
            Proven(entry * 10 + rank, figure)
            for rank, figure in enumerate(draw(st.lists(figures(), max_size=2)))
        )
        skills = ("Rédaction",) if draw(st.booleans()) else ()
        told.append(
            Result(entry, date(2026, 3, entry), action, skills, proofs, pain_point=draw(st.booleans()))
        )
    return tuple(told)


@given(results())
def test_a_first_deck_is_never_refused(told: tuple[Result, ...]) -> None:
    slides = tuple(printed(slide, told) for slide in draft(told) if slide.kind not in {"plan", "chart"})

    assert refusals(Deck("Stage", slides, date(2026, 6, 1))) == ()


def printed(slide: DraftSlide, told: tuple[Result, ...]) -> Slide:
    """Return a drafted slide as documents check it."""
    by_impact = {proof.impact: proof.figure for one in told for proof in one.proofs}
    by_entry = {one.entry: one.figures for one in told}
    whole = tuple(by_impact.values())

    def tied(says: str, entry: int | None) -> Sentence:
        return supported(says, own=by_entry.get(entry or 0, ()), others=whole)

    sentences = tuple(tied(line.says, line.entry) for line in slide.lines if line.role == "sentence")
    if slide.kind == "change":
        large = tuple(
            BigFigure(by_impact[line.impact or 0], line.says) for line in slide.lines if line.role == "figure"
        )
        return Slide(slide.title, Change(large, sentences))
    if slide.kind == "skills":
        rows = (line for line in slide.lines if line.role == "skill")
        return Slide(
            slide.title, Skills(tuple(SkillProof(row.label, tied(row.says, row.entry)) for row in rows))
        )
    return Slide(slide.title, Need(sentences))


@given(results())
def test_a_prepared_check_in_and_an_update_say_no_number_of_their_own(told: tuple[Result, ...]) -> None:
    evidence: tuple[Evidence, ...] = tuple(figure for one in told for figure in one.figures)
    page = prepared("mid_term", told, promised=(), coming=(), since=None)

    for column in (page.done, page.proved, page.blocked, page.wins):
        for line in column.splitlines():
            assert unsupported_numbers(line, evidence) == (), line
    said = update_message(told, tutor="", student="").replace("dix minutes", "")
    assert unsupported_numbers(said, evidence) == ()
    asked = recommendation_request(told, to="", student="", is_ending=True)
    assert unsupported_numbers(asked, evidence) == ()
