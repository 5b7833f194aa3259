"""What every rule of the law has in common: sources, keywords, day, wording."""

import ast
import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from tests.typography import WRONG
from tremplin import law
from tremplin.law import internship

LAW = Path(law.__file__).parent


def rules() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in iter_modules(internship.__path__):
        loaded = import_module(f"tremplin.law.internship.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ == loaded.__name__ and not name.startswith("_"):
                yield f"{module.name}.{name}", function


RULES = [
    pytest.param(function, id=name)
    for name, function in rules()
    if not name.startswith(("placement.", "week."))
]


def texts(path: Path) -> Iterator[str]:
    """Yield every string of a module that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "0" for part in node.values)
            yield "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@pytest.mark.parametrize("path", sorted((LAW / "internship").glob("*.py")), ids=lambda path: path.stem)
def test_every_french_sentence_is_well_set(path: Path) -> None:
    found = [f"{what}: {text}" for text in texts(path) for pattern, what in WRONG if pattern.search(text)]

    assert found == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_takes_keywords_only(rule: Callable[..., Any]) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(rule).parameters.values()}

    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_its_sources_and_limits(rule: Callable[..., Any]) -> None:
    said = inspect.getdoc(rule) or ""

    assert "Returns:" in said
    assert "Sources:" in said
    assert "Limits:" in said


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_reads_the_clock(rule: Callable[..., Any]) -> None:
    parameters = inspect.signature(rule).parameters

    assert "on" not in parameters or parameters["on"].default is inspect.Parameter.empty
    assert "today" not in inspect.getsource(rule)
