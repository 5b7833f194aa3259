import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents import journal_models, models
from tests.documents.journal_models import NINETY_DAYS, TABLE, TALK
from tests.documents.models import FEBRUARY, LETTER, MARCH, NO_LEAVE, REPORT, SHEET, STATEMENT
from tests.documents.reading import catalog, fonts, letters, overflowing, pages, roles, words_of
from tremplin.documents.audit_report import AuditReport
from tremplin.documents.deck import PlanStep, Sentence
from tremplin.documents.journal_table import JournalLine
from tremplin.documents.letter import Letter
from tremplin.documents.negotiation_sheet import Topic
from tremplin.documents.paper import Fact, Figure, Marked
from tremplin.documents.pdf import PaperDocument, TypesettingFailed, plain, render, to_pdf

RICH = (*models.RICH, *journal_models.RICH)
BARE = (*models.BARE, *journal_models.BARE)
EVERY = pytest.mark.parametrize("document", [*RICH, *BARE], ids=lambda document: document.template)
EVERY_RICH = pytest.mark.parametrize("document", RICH, ids=lambda document: document.template)
FIRST = date(2026, 2, 2)
MARKUP = r"#let x = 1 $a^2$ *gras* _it_ @ref <label> `code` \ // note #panic() [x] {y} = titre ~ -- ..."


@EVERY_RICH
def test_every_sentence_of_the_model_is_printed(document: PaperDocument) -> None:
    printed = letters("".join(pages(to_pdf(document))))

    missing = [said for said in words_of(document) if letters(said).casefold() not in printed.casefold()]

    assert [said for said in missing if not said.startswith("Code de l’éducation")] == []


def test_articles_of_one_text_are_cited_together() -> None:
    printed = letters("".join(pages(to_pdf(REPORT))))

    assert letters("Code de l’éducation, art. L. 124-6 et D. 124-8") in printed


def test_a_report_reads_in_order() -> None:
    printed = letters("".join(pages(to_pdf(REPORT))))
    order = [REPORT.verdict, *(finding.title for finding in REPORT.findings), "Demande", REPORT.disclaimer]

    found = [printed.index(letters(said)) for said in order]

    assert found == sorted(found)


@EVERY
def test_the_file_is_tagged_french_and_titled(document: PaperDocument) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(document)))
    root = catalog(to_pdf(document))

    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (a PDF boolean, not Python's)
    assert root["/Lang"] in {"fr", "fr-FR"}
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith(document.kind)
    assert (reader.metadata.author or "") == document.author


def test_the_archive_and_accessibility_standards_are_declared() -> None:
    metadata = catalog(to_pdf(REPORT))["/Metadata"].get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


@EVERY_RICH
def test_there_is_one_main_heading_and_no_level_is_skipped(document: PaperDocument) -> None:
    levels = [role for role in roles(to_pdf(document)) if role in {"H1", "H2", "H3"}]

    assert levels.count("H1") == 1
    assert levels[0] == "H1"
    assert "H3" not in levels


def test_the_months_are_a_real_table_with_headers() -> None:
    tags = roles(to_pdf(STATEMENT))

    assert "Table" in tags
    assert tags.count("TH") >= 1 + 6


def test_the_words_of_the_agreement_are_tagged_as_a_quotation() -> None:
    quoted = [finding for finding in REPORT.findings if finding.quote]

    assert roles(to_pdf(REPORT)).count("BlockQuote") == len(quoted)


@EVERY_RICH
def test_every_font_travels_in_the_file(document: PaperDocument) -> None:
    embedded = fonts(to_pdf(document))

    assert embedded
    assert all("/FontFile2" in font or "/FontFile3" in font for font in embedded)
    assert all("Bricolage" in font["/FontName"] or "Radio" in font["/FontName"] for font in embedded)


@EVERY
def test_the_same_model_gives_the_same_bytes(document: PaperDocument) -> None:
    assert to_pdf(document) == to_pdf(document)


def test_the_date_of_the_file_is_the_date_of_the_document() -> None:
    metadata = PdfReader(io.BytesIO(to_pdf(REPORT))).metadata

    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2026, 1, 8)


@pytest.mark.parametrize(
    "document",
    [SHEET, STATEMENT, LETTER, TALK, NINETY_DAYS, TABLE, *BARE],
    ids=lambda document: document.template,
)
def test_a_short_document_holds_on_one_page(document: PaperDocument) -> None:
    assert len(pages(to_pdf(document))) == 1


def test_a_crowded_negotiation_sheet_still_holds_on_one_page() -> None:
    crowded = replace(SHEET, topics=SHEET.topics * 4, sentences=SHEET.sentences * 2)

    assert len(pages(to_pdf(crowded))) == 1


def test_a_crowded_check_in_still_holds_on_one_page() -> None:
    crowded = replace(TALK, promised=TALK.promised * 4, done=TALK.done * 4, next=TALK.next * 4)

    assert len(pages(to_pdf(crowded))) == 1


def test_a_long_journal_repeats_its_headings_and_prints_every_line() -> None:
    printed = pages(to_pdf(replace(TABLE, lines=TABLE.lines * 12)))

    assert len(printed) > 2
    assert all("Impact mesurable" in text for text in printed)
    assert letters("".join(printed)).count(letters(TABLE.lines[0].action)) == 12


def test_the_journal_lies_on_its_side_as_a_real_table() -> None:
    (sheet,) = PdfReader(io.BytesIO(to_pdf(TABLE))).pages
    tags = roles(to_pdf(TABLE))

    assert sheet.mediabox.width > sheet.mediabox.height
    assert (tags.count("TH"), tags.count("TR")) == (5, 4)


def test_sixty_findings_run_over_numbered_pages() -> None:
    report = replace(REPORT, findings=REPORT.findings * 15)

    printed = pages(to_pdf(report))

    assert len(printed) > 5
    assert all(f"{number} / {len(printed)}" in text for number, text in enumerate(printed, start=1))
    assert letters("".join(printed)).count(letters(NO_LEAVE.title)) == 15


def test_a_heading_never_ends_a_page() -> None:
    for count in range(4, 12):
        report = replace(REPORT, findings=(NO_LEAVE,) * count)

        for text in pages(to_pdf(report)):
            body = text.split("Vérification de convention ·")[0]
            assert not body.rstrip().endswith(NO_LEAVE.title)


def test_words_without_end_stay_on_the_paper() -> None:
    endless, sentence = "W" * 300, "La stagiaire assurera l’accueil. " * 200
    finding = replace(
        NO_LEAVE,
        title=endless,
        law=sentence,
        absence=endless,
        ask=sentence,
        place=endless,
        citations=(endless,),
        stake=Marked(endless, endless),
    )
    report = replace(
        REPORT,
        subject=endless,
        version=endless,
        verdict=endless,
        facts=(Fact(endless, endless, endless),) * 4,
        findings=(finding,),
        request=endless,
    )

    assert overflowing(to_pdf(report)) == []


def test_long_figures_and_names_stay_on_the_paper() -> None:
    endless, amount = "M" * 120, "1\u00a0234\u00a0567\u00a0890,00\u00a0€"
    sheet = replace(
        SHEET,
        subject=endless,
        figures=(Figure(amount, endless, proof=True),) * 3,
        topics=(Topic(endless, endless, endless, (endless,), amount),),
    )
    statement = replace(STATEMENT, months=(replace(MARCH, label=endless, state=endless), FEBRUARY))
    letter = replace(LETTER, sender=(endless,) * 3, recipient=(endless,) * 6, enclosures=(endless,))
    table = replace(TABLE, lines=(JournalLine(FIRST, endless, (endless,), (endless,), (endless,), endless),))
    talk = replace(TALK, title=endless, wins=(Sentence(endless),), promised=(endless,), question=endless)
    plan = replace(NINETY_DAYS, steps=(PlanStep(30, endless, endless, endless),), needs=(endless,))

    for document in (sheet, statement, letter, table, talk, plan):
        assert overflowing(to_pdf(document)) == []


def test_a_long_letter_keeps_its_signature_with_a_page_number() -> None:
    letter = replace(LETTER, body=LETTER.body * 6)

    printed = pages(to_pdf(letter))

    assert len(printed) > 1
    assert "2 / " in printed[1]
    assert "Inès Marchetti" in printed[-1]


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    finding = replace(
        NO_LEAVE, absence="", quote=MARKUP, ask=MARKUP, place="#p", stake=Marked(MARKUP, "*gras*")
    )
    report = replace(REPORT, verdict=MARKUP, subject=MARKUP, findings=(finding,))

    printed = letters("".join(pages(to_pdf(report))))

    assert printed.count(letters(MARKUP)) >= 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(max_size=120),
    other=st.text(alphabet="#$*_@<>`\\[]{}\"'~=/-+ ab\u0301\u05d0\u0627\u200f", max_size=60),
)
def test_any_text_can_be_printed(text: str, other: str) -> None:
    finding = replace(
        NO_LEAVE, title=text, quote=other, absence=text, stake=Marked(text + other, other), place=other
    )
    report = AuditReport(
        subject=other,
        verdict=text,
        disclaimer=other,
        produced_on=date(2026, 1, 8),
        facts=(Fact(text, other, text),),
        findings=(finding,),
        author=text,
    )
    letter = Letter((text, other), (other,), other, text, (text, other), other, date(2026, 1, 8))

    assert to_pdf(report).startswith(b"%PDF")
    assert to_pdf(letter).startswith(b"%PDF")


def test_documents_can_be_printed_from_several_threads() -> None:
    expected = [to_pdf(document) for document in RICH]

    with ThreadPoolExecutor(4) as pool:
        printed = list(pool.map(to_pdf, RICH * 3))

    assert printed == expected * 3


def test_a_bare_amount_is_refused_rather_than_written_in_english() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        plain({"amount": Decimal("4.50")})


def test_data_a_template_does_not_know_is_a_named_failure() -> None:
    with pytest.raises(TypesettingFailed, match=r"letter\.typ"):
        render("letter", {})
