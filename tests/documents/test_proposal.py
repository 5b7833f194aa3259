"""One page, always: what holds is printed on it, what does not is refused with the lines in excess."""

import io
import os
import random
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents.proposals import BARE, PROPOSAL, STOCK
from tests.documents.reading import catalog, fonts, letters, overflowing, pages, roles
from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.proposal import (
    MOST_WORDS,
    Proposal,
    Source,
    count_words,
    highlighted,
    proof_spans,
    shares,
)
from tremplin.documents.proposal_docx import proposal_to_docx
from tremplin.documents.proposal_fit import TooLong, measured, proposal_to_pdf, proposal_to_word

OFFICE = shutil.which("soffice")
WORDS = [
    "stock",
    "rayon",
    "boutique",
    "article",
    "semaine",
    "équipe",
    "méthode",
    "inventaire",
    "affiché",
    "introuvable",
    "à",
    "de",
    "la",
    "en",
]
NOT_TOO_SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def prose(length: int, seed: int) -> str:
    """Return that many words, the same for the same seed."""
    drawn = random.Random(seed)  # noqa: S311 words, not secrets
    return " ".join(drawn.choice(WORDS) for _ in range(length))


def listed(count: int) -> Proposal:
    """Return the page with that many deliverables of one line."""
    return replace(PROPOSAL, deliverables=tuple(f"Semaine {number}" for number in range(1, count + 1)))


def edge() -> Proposal:
    """Return the longest list that holds."""
    return listed(max(count for count in range(2, 40) if measured(listed(count)).holds))


@pytest.mark.parametrize("document", [PROPOSAL, BARE])
def test_it_is_one_tagged_page_with_its_fonts(document: Proposal) -> None:
    pdf = proposal_to_pdf(document)

    metadata = catalog(pdf)["/Metadata"].get_data().decode()
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert catalog(pdf)["/Lang"] in {"fr", "fr-FR"}
    assert roles(pdf).count("H1") == 1
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts(pdf))


def test_every_text_is_printed_with_its_spaces_and_in_order() -> None:
    (sheet,) = pages(proposal_to_pdf(PROPOSAL))
    printed = letters(sheet)
    order = (
        "Inès Marchetti",
        "À l’attention d’Hélène Quintard",
        PROPOSAL.title,
        PROPOSAL.problem,
        PROPOSAL.mission + PROPOSAL.frame,
        *PROPOSAL.deliverables,
        PROPOSAL.why_me,
        PROPOSAL.ask,
        "Sources : Avis publics, 18 mars 2026 ; Visite de Rezé, 28 mars 2026.",
    )

    found = [printed.index(letters(said)) for said in order]

    assert found == sorted(found)
    assert "de 18 % à 6 %" in sheet.replace("\u00a0", " ").replace("\r\n", " ")


def test_one_line_more_than_the_last_that_holds_is_in_excess() -> None:
    last = edge()
    fit, over = measured(last), measured(listed(len(last.deliverables) + 1))

    assert fit.lines_left == 0
    assert over.excess
    assert letters(over.excess[-1]) in letters(PROPOSAL.ask)
    with pytest.raises(TooLong) as refused:
        proposal_to_pdf(listed(len(last.deliverables) + 1))
    assert refused.value.fit == over


def test_each_line_added_takes_one_from_what_remains() -> None:
    left = [measured(listed(count)).lines_left for count in range(3, 9)]

    assert left == list(range(left[0], left[0] - len(left), -1))


def test_far_too_long_gives_every_line_too_many() -> None:
    over = measured(listed(60))

    assert any("Semaine 60" in line.replace("\u00a0", " ") for line in over.excess)
    assert not any(line == "Semaine 1" for line in over.excess)


@NOT_TOO_SLOW
@given(
    lengths=st.tuples(*(st.integers(0, 90) for _ in range(5))),
    count=st.integers(0, 34),
    seed=st.integers(0, 99),
)
@example(lengths=(60, 60, 60, 60, 40), count=12, seed=1)
def test_either_one_page_or_refused_with_what_is_in_excess(
    lengths: tuple[int, ...], count: int, seed: int
) -> None:
    names = ("problem", "cost", "mission", "needs", "ask")
    texts = {name: prose(length, seed) for name, length in zip(names, lengths, strict=True)}
    document = replace(PROPOSAL, deliverables=tuple(prose(3, seed) for _ in range(count)), **texts)  # type: ignore[arg-type]  # texts only

    fit = measured(document)
    if not fit.holds:
        assert fit.excess or fit.words_over
        assert all(line.strip() for line in fit.excess)
        with pytest.raises(TooLong):
            proposal_to_pdf(document)
        return

    pdf = proposal_to_pdf(document)

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert overflowing(pdf) == []
    assert letters(document.ask) in letters(pages(pdf)[0])


@NOT_TOO_SLOW
@given(text=st.text(max_size=200))
def test_any_text_is_measured(text: str) -> None:
    fit = measured(replace(PROPOSAL, problem=text, title=text, deliverables=(text, text)))

    assert fit.holds or fit.excess or fit.words_over


def test_too_many_words_are_refused_even_on_one_page() -> None:
    wordy = replace(PROPOSAL, mission="à " * (MOST_WORDS + 1))

    fit = measured(wordy)

    assert fit.words_over > 0
    assert not fit.excess
    with pytest.raises(TooLong):
        proposal_to_word(wordy)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("L’écart d’inventaire", 2),
        ("18 % à 6 %", 3),
        ("1 200 clients", 2),
        ("Semaine 4 : « savoir-faire » – tenu", 4),
    ],
)
def test_words_are_counted_as_a_reader_does(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    "changes",
    [
        {"problem": "72 avis sur 140 le disent."},
        {"cost": "Cela coûte 4 000 € par mois."},
        {"why_me": "J’ai réduit les écarts de 80 %."},
        {"why_me": "J’ai lu 38 avis."},
        {"sources": ()},
        {"figures": ()},
        {"title": "Gagner 900 clients"},
        {"problem": "5 avis sur 140 le disent."},
        {"cost": "38 articles sur 12 manquaient."},
    ],
)
def test_a_number_without_its_proof_stops_both_files(changes: dict[str, object]) -> None:
    unproved = replace(PROPOSAL, **changes)  # type: ignore[arg-type]  # fields of several types

    assert unproved.refusals()
    for write in (proposal_to_pdf, proposal_to_word):
        with pytest.raises(UnsupportedClaims):
            write(unproved)


def test_the_plan_is_free_and_a_title_may_repeat_it() -> None:
    planned = replace(
        PROPOSAL, title="Trois boutiques fiables", indicators="Sous 10 % dans 11 boutiques", needs="2 h"
    )

    assert planned.refusals() == ()


def test_the_share_of_two_counts_is_proved_and_another_is_not() -> None:
    assert shares("38 avis sur 140 citent") == ("27 %",)
    assert shares("5 articles sur 12 testés") == ("42 %",)
    assert shares("9 clients sur 3") == ()
    assert replace(PROPOSAL, problem="Soit 28 %.").refusals()


def test_what_is_proved_is_highlighted_in_one_piece() -> None:
    runs = highlighted(
        "38 avis sur 140 citent, soit 27 % ; 99 disent non.", PROPOSAL.support()["Le problème"]
    )

    assert [run.says for run in runs if run.proof] == ["38 avis sur 140", "27\u00a0%"]
    assert "".join(run.says for run in runs).replace("\u00a0", " ") == (
        "38 avis sur 140 citent, soit 27 % ; 99 disent non."
    )


def test_nothing_is_highlighted_without_evidence() -> None:
    assert proof_spans("38 avis sur 140", ()) == ()
    assert [run.says for run in highlighted("de 18 % à 6 %", (STOCK,)) if run.proof] == [
        "18\u00a0% à\u00a06\u00a0%"
    ]


@pytest.mark.parametrize(
    ("recipient", "company", "said"),
    [
        ("Hélène Quintard", "Nordelle", "À l’attention d’Hélène Quintard, Nordelle"),
        ("", "Troquinette", "À l’attention de Troquinette"),
        ("", "", ""),
    ],
)
def test_it_is_addressed_in_french(recipient: str, company: str, said: str) -> None:
    assert replace(PROPOSAL, recipient=recipient, company=company).addressed == said


def test_a_source_is_cited_once() -> None:
    twice = Source("Avis publics", date(2026, 3, 18), "autre citation")

    assert replace(PROPOSAL, sources=(*PROPOSAL.sources, twice)).cited.count("Avis publics") == 1


def test_the_word_file_says_every_text_in_french() -> None:
    document = Document(io.BytesIO(proposal_to_word(PROPOSAL)))
    said = [one.text for one in document.paragraphs]
    said += [cell.text for row in document.tables[0].rows for cell in row.cells]
    whole = letters("".join(said))

    assert all(letters(text) in whole for text in (PROPOSAL.title, PROPOSAL.problem, PROPOSAL.ask))
    assert document.core_properties.language == "fr-FR"
    assert document.core_properties.author == "Inès Marchetti"


@pytest.mark.skipif(OFFICE is None and "CI" not in os.environ, reason="no office program on this machine")
def test_the_word_file_opens_on_one_page_at_the_limit(tmp_path: Path) -> None:
    wordy = replace(
        PROPOSAL, problem=prose(70, 1), cost=prose(40, 2), needs=prose(40, 3), mission=prose(40, 4)
    )
    for name, document in {"list": edge(), "prose": wordy, "usual": PROPOSAL}.items():
        assert measured(document).holds, name
        (tmp_path / f"{name}.docx").write_bytes(proposal_to_docx(document))

    _convert(tmp_path)

    printed = {file.stem: len(PdfReader(file).pages) for file in tmp_path.glob("*.pdf")}
    assert printed == {"list": 1, "prose": 1, "usual": 1}


def _convert(folder: Path) -> None:
    assert OFFICE, "install libreoffice-writer-nogui"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = map(str, folder.glob("*.docx"))
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
