"""The rates the audit must keep on the sample agreements and on those written for this project."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.reading.files import read
from tremplin.rights.agreement.values import Audit, Gratification

CORPUS = Path(__file__).parent / "corpus"
TEXT_FORMATS = frozenset({"txt", "pdf", "docx", "odt"})
TODAY = date(2026, 11, 24)


@dataclass
class Score:
    """Counts over many agreements."""

    wanted: int = 0
    found: int = 0
    false: int = 0
    facts: int = 0
    right: int = 0
    lawful: int = 0
    alarmed: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.wanted

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false)


def truths() -> Iterator[dict[str, Any]]:
    for line in (CORPUS / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        if truth["format"] in TEXT_FORMATS:
            yield truth


@cache
def audited(file: str) -> Audit:
    return audit(read(CORPUS / file), on=TODAY)


@cache
def score() -> Score:
    total = Score()
    for truth in truths():
        add(total, truth, audited(truth["file"]))
    return total


def add(total: Score, truth: dict[str, Any], result: Audit) -> None:
    reported = {finding.id for finding in result.reported}
    allowed = {one for wanted in truth["expected"] for one in wanted} | set(truth["neutral"])
    missed = [wanted for wanted in truth["expected"] if not reported & set(wanted)]
    false = reported - allowed
    total.wanted += len(truth["expected"])
    total.found += len(truth["expected"]) - len(missed)
    total.false += len(false)
    total.lawful += truth["kind"] != "mut"
    total.alarmed += truth["kind"] != "mut" and bool(false)
    total.facts += len(truth["facts"])
    total.right += sum(same(wanted, result.facts.value(name)) for name, wanted in truth["facts"].items())
    total.mistakes += [f"{truth['file']}: missed {wanted}" for wanted in missed]
    total.mistakes += [f"{truth['file']}: false {one}" for one in sorted(false)]


def same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, dict) and "any" in wanted:
        return any(same(one, found) for one in wanted["any"])
    if wanted is None or found is None:
        return wanted is None and found is None
    if isinstance(found, Gratification):
        return bool(found.unit == wanted["unit"] and abs(float(found.amount) - wanted["amount"]) < 0.006)
    if isinstance(found, date):
        return found.isoformat() == str(wanted)
    if isinstance(wanted, int | float):
        return abs(float(found) - wanted) < 0.51
    return set(words(wanted)) <= set(words(str(found))) or set(words(str(found))) <= set(words(wanted))


def words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe"))
    return re.findall(r"[a-z0-9]+", "".join(one for one in plain if unicodedata.category(one) != "Mn"))


def test_violations_are_found() -> None:
    assert score().recall >= 0.96, score().mistakes


def test_what_is_reported_is_true() -> None:
    assert score().precision >= 0.9, score().mistakes


def test_facts_are_read() -> None:
    assert score().right / score().facts >= 0.95


def test_lawful_agreements_are_left_alone() -> None:
    assert score().alarmed <= score().lawful / 12, score().mistakes


@pytest.mark.parametrize("base", sorted({truth["base"] for truth in truths()}))
def test_every_template_is_read(base: str) -> None:
    total = Score()
    for truth in truths():
        if truth["base"] == base:
            add(total, truth, audited(truth["file"]))

    assert total.recall >= 0.8, total.mistakes
