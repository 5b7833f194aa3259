"""Whether an answer is the one expected, key by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeGuard


class Names(frozenset[str]):
    """Several names for one thing, each of them right."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not the one expected."""

    key: str
    expected: object
    got: object


def differences(
    *, expected: Mapping[str, object], got: Mapping[str, object], tolerance: Decimal
) -> tuple[Difference, ...]:
    """Compare what is asked, and only that, with what a rule answered.

    Args:
        expected: the values asked for, read from JSON.
        got: all the values the rule gave.
        tolerance: how far a number may be from the one expected, inclusive.

    Returns:
        One difference per value, named by its path; empty when all agree.
    """
    return tuple(_compare("", expected, got, tolerance))


def _compare(path: str, expected: object, got: object, tolerance: Decimal) -> Iterator[Difference]:
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key, value in expected.items():
            inside = f"{path}.{key}" if path else key
            yield from _compare(inside, value, got.get(key), tolerance)
    elif not _agree(expected, got, tolerance):
        yield Difference(path, expected, got)


def _agree(expected: object, got: object, tolerance: Decimal) -> bool:
    if isinstance(got, Names):
        return isinstance(expected, str) and expected.replace(" ", "") in got
    if _is_number(expected) and _is_number(got):
        return got - tolerance <= expected <= got + tolerance
    return type(expected) is type(got) and expected == got


def _is_number(value: object) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
