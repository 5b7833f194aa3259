"""What the agreement says, fact by fact, each with its words and its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tremplin.rights.agreement import content, money, signatures, situation, training
from tremplin.rights.agreement.annexes import without_models
from tremplin.rights.agreement.fields import Field, read_fields
from tremplin.rights.agreement.pages import Document
from tremplin.rights.agreement.parties import organizations, persons, printed, students
from tremplin.rights.agreement.parties.places import town
from tremplin.rights.agreement.terms import periods, totals, weeks
from tremplin.rights.agreement.text import Text, fold, of_document
from tremplin.rights.agreement.values import Fact, Facts


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was made out of its layout."""

    text: Text
    fields: tuple[Field, ...]
    signing: int
    """Offset where the signatures start, the length of the text when there are none."""
    places: int
    """Offset where the places to sign start: `signing`, or before the general conditions that follow."""
    blocks: tuple[signatures.Block, ...]
    facts: Facts
    whole: Text
    """The text with the blank models that follow the agreement."""
    missions: tuple[content.Passage, ...]
    skills: tuple[content.Passage, ...]
    several_periods: bool

    def passage(self, name: str) -> str:
        """Return the folded words of the sentence a fact was read in."""
        fact = self.facts.get(name)
        return fold(fact.quote) if fact is not None else ""


def read(document: Document) -> Reading:
    """Return the text of a document with its fields, places to sign and facts."""
    whole = of_document(document)
    text = without_models(whole)
    fields = read_fields(text)
    signing = signatures.zone(text)
    places = signatures.places(text, signing)
    blocks = (*signatures.stray_blocks(text, places), *signatures.read_blocks(text, places))
    work, learning = content.missions(text, fields, signing), content.skills(text, fields, signing)
    stated = (
        *every_fact(text, fields, signing, blocks),
        *passages(text, fields, signing, missions=work, skills=learning),
    )
    found = [fact for fact in stated if fact is not None]
    return Reading(
        text=text,
        fields=fields,
        signing=signing,
        places=places,
        blocks=blocks,
        facts=Facts({fact.name: fact for fact in found}),
        whole=whole,
        missions=work,
        skills=learning,
        several_periods=periods.has_several_periods(text, signing),
    )


def every_fact(
    text: Text, fields: tuple[Field, ...], signing: int, blocks: tuple[signatures.Block, ...]
) -> Iterator[Fact | None]:
    """Yield each fact, or None where the agreement is silent."""
    yield from people(text, fields, signing, blocks)
    yield from durations(text, fields, signing)
    yield from signature(text, signing)
    title = training.training_title(text, fields, signing)
    yield printed.fact("training_title", title, text)
    yield counted("training_hours", training.training_hours(text, fields, signing), text)
    pay = money.gratification(text, fields, signing)
    yield None if pay is None else located("gratification", pay.value, pay.start, pay.end, text)
    for name, value, start, end in situation.circumstances(text, fields, signing):
        yield located(name, value, start, end, text)


def people(
    text: Text, fields: tuple[Field, ...], signing: int, blocks: tuple[signatures.Block, ...]
) -> Iterator[Fact | None]:
    """Yield the parties, the two who follow the intern, and the town."""
    yield printed.fact("student_name", students.student(fields, text, blocks, signing), text)
    places = signatures.places(text, signing)
    yield printed.fact("school", organizations.organization("school", fields, text, places), text)
    host = organizations.organization("host", fields, text, places)
    yield printed.fact("company", host, text)
    for role in ("tutor", "referent"):
        yield printed.fact(role, persons.role_name(role, fields, text, blocks, signing), text)
    yield printed.fact("city", town(fields, text, host, signing), text)
    birth = periods.birth_date(text)
    yield None if birth is None else located("birth_date", birth[0], birth[1], birth[2], text)


def durations(text: Text, fields: tuple[Field, ...], signing: int) -> Iterator[Fact | None]:
    """Yield dates, hours in all and hours a week."""
    first, last = periods.internship_period(text, signing)
    for name, dated in (("start_date", first), ("end_date", last)):
        yield (
            None
            if dated is None or dated.day is None
            else located(name, dated.day, dated.start, dated.end, text)
        )
    yield counted("total_hours", totals.total_hours(text, fields, signing), text)
    yield counted("weekly_hours", weeks.weekly_hours(text, fields, signing), text)


def signature(text: Text, signing: int) -> Iterator[Fact | None]:
    """Yield where and when the agreement was signed."""
    signed = signatures.signed(text, signing)
    if signed is None:
        return
    if signed.day is not None:
        yield located("signature_date", signed.day, signed.start, signed.end, text)
    if signed.town:
        yield located("signature_city", signed.town, signed.start, signed.end, text)


def passages(
    text: Text,
    fields: tuple[Field, ...],
    signing: int,
    *,
    missions: tuple[content.Passage, ...],
    skills: tuple[content.Passage, ...],
) -> Iterator[Fact | None]:
    """Yield missions and skills as the passages that state them."""
    for name, found in (
        ("missions", missions),
        ("skills", skills),
        ("benefits", tuple(content.field_passages(text, fields, "benefits", signing))),
        ("leave", tuple(content.field_passages(text, fields, "leave", signing))),
        ("schedule", tuple(content.field_passages(text, fields, "schedule", signing))),
    ):
        if found:
            value = tuple(text.words(one.start, one.end) for one in found)
            yield Fact(name, value, text.quote(found[0].start, found[0].end), text.page_at(found[0].start))


def counted(name: str, found: periods.Counted | None, text: Text) -> Fact | None:
    """Turn a number into a fact; whole numbers stay whole."""
    if found is None:
        return None
    value = (
        found.value.quantize(Decimal("0.01")).normalize() if found.value % 1 else Decimal(int(found.value))
    )
    fact = located(name, value, found.start, found.end, text)
    return Fact(fact.name, fact.value, fact.quote, fact.page, "deduced") if found.deduced else fact


def located(name: str, value: Any, start: int, end: int, text: Text) -> Fact:
    """Return a fact with the sentence it stands in."""
    return Fact(name, value, text.quote(start, end), text.page_at(start))
