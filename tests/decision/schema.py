"""The part of JSON Schema that Choisir's two schemas use, enough to hold a document against them."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def misfits(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yield the place of whatever does not fit; an unknown keyword is an error of the test."""
    unknown = set(schema) - {
        "$schema", "title", "description", "format", "type", "enum", "pattern", "minLength", "maxLength",
        "minimum", "maximum", "minItems", "maxItems", "items", "properties", "required",
        "additionalProperties", "anyOf",
    }  # fmt: skip
    assert not unknown, unknown
    if "anyOf" in schema and all(list(misfits(value, each, where)) for each in schema["anyOf"]):
        yield where
    if "enum" in schema and value not in schema["enum"]:
        yield where
    if "type" in schema and not _is(value, schema["type"]):
        yield where
    elif isinstance(value, dict):
        yield from _object(value, schema, where)
    elif isinstance(value, list):
        yield from _list(value, schema, where)
    else:
        yield from _scalar(value, schema, where)


def _is(value: Any, types: str | list[str]) -> bool:
    allowed = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in allowed
    return any(isinstance(value, TYPES[each]) for each in allowed)


def _object(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{where}/{name}" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        place = f"{where}/{name}"
        if name in known:
            yield from misfits(each, known[name], place)
        elif others is False:
            yield place
        elif isinstance(others, dict):
            yield from misfits(each, others, place)


def _list(value: list[Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield where
    for at, each in enumerate(value):
        yield from misfits(each, schema.get("items", {}), f"{where}/{at}")


def _scalar(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, str):
        longest = schema.get("maxLength", len(value))
        pattern = schema.get("pattern")
        if not schema.get("minLength", 0) <= len(value) <= longest:
            yield where
        if pattern and not re.search(pattern.replace("$", r"\Z"), value):
            yield where
    elif isinstance(value, int | float) and not (
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
    ):
        yield where
