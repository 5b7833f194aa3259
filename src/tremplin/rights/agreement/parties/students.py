"""The student: named in fields, under a heading, among the parties or beside a date of birth."""

import re

from tremplin.rights.agreement.fields import Field, holds_label, section_of
from tremplin.rights.agreement.labels import STUDENT
from tremplin.rights.agreement.parties.organizations import line_under
from tremplin.rights.agreement.parties.persons import (
    labelled_person,
    next_first_name,
    section_person,
    sentence_person,
)
from tremplin.rights.agreement.parties.printed import Printed
from tremplin.rights.agreement.people import FULL_NAME, person
from tremplin.rights.agreement.signatures import Block
from tremplin.rights.agreement.text import LineSpan, Text, fold


def student(fields: tuple[Field, ...], text: Text, signed: tuple[Block, ...], before: int) -> Printed | None:
    """Return the student, by section, label, party sentence or signature."""
    found = section_person("student", fields, text, before) or labelled_person(
        "student", fields, text, before
    )
    if found is None:
        found = (
            student_before_birth(text, before)
            or student_under_heading(fields, text, before)
            or student_by_fields(fields, text)
            or student_in_parties(text)
            or sentence_person("student", fields, text, before)
        )
    if found is not None:
        return found
    return next(
        (
            Printed(block.person, block.start, block.end)
            for block in signed
            if block.role == "student" and block.person
        ),
        None,
    )


def student_before_birth(text: Text, before: int) -> Printed | None:
    """Return the person whose name is a line of its own, just above « né(e) le … »."""
    for line, following in zip(text.lines, text.lines[1:], strict=False):
        if line.end >= before:
            return None
        born = re.match(r"\W*(?:nee?\b|ne[.(/·]e\)?|born\b)", text.folded[following.start : following.end])
        name = person(text.raw[line.start : line.end]) if born else None
        if name and len(name.split()) > 1 and len(line_words(text, line)) - len(name.split()) < 2:
            return Printed(name, line.start, line.end)
    return None


def line_words(text: Text, line: LineSpan) -> list[str]:
    """Return the words printed on a line."""
    return text.raw[line.start : line.end].split()


def student_under_heading(fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the person named on the line under the heading of the student."""
    for index, line in enumerate(text.lines):
        if line.end >= before:
            return None
        if line.opens and section_of(text.folded[line.start : line.end]) == "student":
            below = line_under(text, index)
            if below is None or holds_label(text, below):
                continue
            start, end = text.lines[below].start, text.lines[below].end
            name = person(text.raw[start:end])
            if name and len(name.split()) > 1:
                return Printed(name, start, end)
    return None


def student_by_fields(fields: tuple[Field, ...], text: Text) -> Printed | None:
    """Return the name printed beside a date of birth or a student number."""
    for index, field in enumerate(fields):
        near = {other.kind for other in fields[index + 1 : index + 4]}
        if (
            field.kind in ("full_name", "name", "last_name")
            and near & {"birth", "first_name"}
            and field.section in ("", "student")
        ):
            name = person(text.raw[field.start : field.end])
            if name:
                first = next_first_name(index, fields, text)
                return Printed(f"{first} {name}" if first else name, field.start, field.end)
    return None


def student_in_parties(text: Text) -> Printed | None:
    """Return the person whom the preamble calls a student, or whose birth it tells."""
    pattern = re.compile(
        rf"(?P<name>{FULL_NAME})(?:\s*\([^)\n]{{0,40}}\))?(?:\s?[»”\"])?(?P<rest>\s*,[^\n]{{0,220}})"
    )
    for found in pattern.finditer(text.raw, 0, 6000):
        rest = fold(found["rest"])
        if re.search(
            rf"^\s*,\s*(?:nee?\b|ne\(e\)|born|{STUDENT}|inscrit|eleve|agee?|student|demeurant|enrolled)", rest
        ):
            name = person(found["name"])
            if name and len(name.split()) > 1:
                return Printed(name, found.start("name"), found.end("name"))
    return None
