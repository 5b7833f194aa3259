"""Facts, articles and spaces, as a student reads them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.rights.domain.audits import AMOUNT, make_audit, make_facts, make_finding
from tremplin.law.outcome import Doubt
from tremplin.law.sources import Source, education_code, labour_code
from tremplin.rights.agreement.values import FACT_LABELS, Gratification
from tremplin.rights.domain.citations import citations
from tremplin.rights.domain.fact_rows import fact_rows
from tremplin.rights.domain.spacing import spaced, spaced_audit
from tremplin.rights.domain.typed_facts import KINDS, from_plain, shown, to_plain

HOUR = Gratification(Decimal("4.35"), "hour")
SHARE = Gratification(Decimal(15), "percent_ceiling")
NONE = Gratification(Decimal(0), "none")
VALUES = [
    ("company", "Cargolière", "Cargolière"),
    ("headcount", 3, "3"),
    ("start_date", date(2026, 2, 1), "1er\u00a0février 2026"),
    ("total_hours", Decimal("308.5"), "308,5\u00a0h"),
    ("headcount", 1200, "1\u00a0200"),
    ("abroad", True, "oui"),
    ("abroad", False, "non"),
    ("missions", ("Trier", "Compter"), "Trier\u00a0; Compter"),
    (
        "skills",
        (
            "COMPÉTENCES À ACQUÉRIR OU À DÉVELOPPER : concevoir un service ;",
            "concevoir un service ; répondre aux incidents.",
        ),
        "concevoir un service\u00a0; répondre aux incidents",
    ),
    (
        "benefits",
        ("repas de midi pris en charge", "Repas de midi pris en charge."),
        "repas de midi pris en charge",
    ),
    (
        "schedule",
        ("35 heures par semaine", "La gratification n’est pas soumise à cotisation sociale."),
        "35 heures par semaine",
    ),
    ("schedule", ("selon la gratification",), "selon la gratification"),
    ("missions", ("Activités confiées : trier, ranger, etc.",), "trier, ranger, etc."),
    ("missions", ("SAV : répondre aux clients",), "SAV\u00a0: répondre aux clients"),
    ("gratification", HOUR, "4,35\u00a0€ par heure"),
    ("gratification", SHARE, "15\u00a0% du plafond horaire"),
    ("gratification", NONE, "aucune gratification"),
    ("previous_end", (date(2025, 3, 1), date(2025, 6, 30)), "du 1er\u00a0mars 2025 au 30\u00a0juin 2025"),
    ("previous_end", (None, date(2025, 6, 30)), "30\u00a0juin 2025"),
    ("previous_end", (None, None), ""),
]


@pytest.mark.parametrize(("name", "value", "words"), VALUES)
def test_a_value_is_written_in_french_and_survives_storage(name: str, value: Any, words: str) -> None:
    assert shown(name, value) == words
    assert from_plain(name, to_plain(name, value)) == value


def test_silence_is_stored_and_shown_as_nothing() -> None:
    assert to_plain("company", None) is None
    assert from_plain("company", None) is None
    assert shown("company", None) == ""


def test_every_fact_has_a_kind() -> None:
    assert set(KINDS) == set(FACT_LABELS)


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ((AMOUNT,), "Code de l’éducation, art. L. 124-6"),
        ((AMOUNT, AMOUNT, education_code("D. 124-8")), "Code de l’éducation, art. L. 124-6 et D. 124-8"),
        (
            (education_code("A"), education_code("B"), education_code("C")),
            "Code de l’éducation, art. A, B et C",
        ),
        ((Source("Décret n° 2010-676"),), "Décret n° 2010-676"),
    ],
)
def test_articles_of_one_text_are_cited_together(sources: tuple[Source, ...], words: str) -> None:
    (cited,) = citations(sources)

    assert str(cited) == words


def test_each_text_has_its_own_citation() -> None:
    assert len(citations((AMOUNT, labour_code("L. 3261-2")))) == 2


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("4,35 € par heure : « oui » ?", "4,35\u00a0€ par heure\u00a0: «\u00a0oui\u00a0»\u00a0?"),
        ("15 % de 30 €.", "15\u00a0% de 30\u00a0€."),
        ("rien à changer", "rien à changer"),
    ],
)
def test_high_signs_never_start_a_line(typed: str, set_: str) -> None:
    assert spaced(typed) == set_


def test_an_audit_is_spaced_all_through() -> None:
    finding = make_finding(title="Quoi ?", steps=("4 € :",), doubts=(Doubt("A9", "Oui ?"),))

    audit = spaced_audit(make_audit(finding))

    assert audit.findings[0].title == "Quoi\u00a0?"
    assert audit.findings[0].steps == ("4\u00a0€\u00a0:",)
    assert audit.findings[0].doubts[0].says == "Oui\u00a0?"
    assert all(" :" not in fact.quote for fact in audit.facts)


def test_a_fact_says_whether_it_was_read_or_entered() -> None:
    rows = {
        row.name: row
        for row in fact_rows(make_facts(city="Angers"), corrected={"tutor": 2}, standing=frozenset({"tutor"}))
    }

    assert (rows["city"].origin, rows["city"].page, rows["city"].is_entered) == ("lu", 1, False)
    assert (rows["tutor"].shown, rows["tutor"].revision, rows["tutor"].is_entered) == ("", 2, True)
    assert list(rows) == list(FACT_LABELS)
