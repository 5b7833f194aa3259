"""What every rule on work-study contracts has in common: sources, keywords, day, wording."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from tests.law.test_rules import LAW, texts
from tests.typography import WRONG
from tremplin.law import apprenticeship, professionalisation

SHARED = ("ages", "contributions", "in_kind", "share_of_smic")
MODULES = [
    *(f"tremplin.law.{name}" for name in SHARED),
    *(
        f"{package.__name__}.{module.name}"
        for package in (apprenticeship, professionalisation)
        for module in iter_modules(package.__path__)
    ),
]
WRITTEN = sorted(
    path
    for pattern in ("apprenticeship/*.py", "professionalisation/*.py", "cases/*.py", "*.py")
    for path in LAW.glob(pattern)
)


def rules() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in MODULES:
        loaded = import_module(module)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ == loaded.__name__ and not name.startswith("_"):
                yield f"{module.removeprefix('tremplin.law.')}.{name}", function


RULES = [pytest.param(function, id=name) for name, function in rules()]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_every_french_sentence_is_well_set(path: Path) -> None:
    found = [f"{what}: {text}" for text in texts(path) for pattern, what in WRONG if pattern.search(text)]

    assert found == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_several_facts_takes_keywords_only(rule: Callable[..., Any]) -> None:
    facts = inspect.signature(rule).parameters.values()

    assert len(facts) == 1 or {fact.kind for fact in facts} <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_its_sources_and_limits(rule: Callable[..., Any]) -> None:
    said = inspect.getdoc(rule) or ""

    assert "Returns:" in said
    assert "Sources:" in said
    assert "Limits:" in said


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_reads_the_clock(rule: Callable[..., Any]) -> None:
    on = inspect.signature(rule).parameters.get("on")

    assert on is None or on.default is inspect.Parameter.empty
    assert "today" not in inspect.getsource(rule)
