"""Past applications read from a table kept elsewhere, and written so that they can be read again."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from tremplin.documents.table import Table, to_csv
from tremplin.law.words import MONTHS, NBSP, day
from tremplin.network.domain import folded
from tremplin.prospecting.domain.generic import plain_letters

DATA: Final = Path(__file__).with_name("applications.toml")
NAMES: Final = ("company", "role", "on", "contact", "email", "status", "last_on", "way", "medium", "notes")
HEADINGS: Final = {
    "company": "Entreprise",
    "role": "Poste",
    "on": "Date",
    "contact": "Contact",
    "email": "E-mail",
    "status": "Statut",
    "last_on": "Dernier échange",
    "way": "Voie",
    "medium": "Moyen",
    "notes": "Notes",
}
STATES: Final = {
    "draft": "brouillon",
    "sent": "envoyé",
    "followed_up": "relancé",
    "reply": "réponse reçue",
    "talk": "entretien",
    "referred": "orienté ailleurs",
    "no": "refus",
    "yes": "accord",
    "silent": "sans réponse",
}
WAYS_SAID: Final = {
    "solution": "problème et solution",
    "interview": "interview",
    "event": "événement",
    "project": "projet personnel",
    "direct": "message direct",
    "other": "candidature",
}
MEDIA_SAID: Final = {
    "note": "note d’invitation",
    "message": "message LinkedIn",
    "inmail": "InMail",
    "email": "courriel",
    "phone": "téléphone",
    "in_person": "de vive voix",
}
LONGEST: Final = {"company": 200, "role": 200, "contact": 160, "email": 254, "notes": 4000}
NUMBERED: Final = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})(?:\s.*)?")
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
NAMED: Final = re.compile(r"(\d{1,2})(?:er)?[\s-]+([^\W\d]+)\.?[\s-]+(\d{4}|\d{2})")
EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
AWAITED: Final = re.compile(r"\b(?:(?:en |dans l'|liste d')?attente\b|awaiting\b|waiting for\b).*")
TIMES: Final = re.compile(r"\d+")
MOST_FOLLOW_UPS: Final = 2
FORMULA_GUARD: Final = re.compile(r"'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A past application, as a line says it; `number` is its line in the file, 0 when it comes from rows."""

    company: str
    role: str = ""
    on: date | None = None
    contact: str = ""
    email: str = ""
    state: str = "sent"
    follow_ups: int = 0
    last_on: date | None = None
    way: str = "other"
    medium: str = "email"
    notes: str = ""
    number: int = 0

    @property
    def digest(self) -> str:
        """What tells two applications apart: the company, the role, the day and the person."""
        parts = (folded(self.company), folded(self.role), str(self.on or ""), folded(self.contact))
        return sha256("\x1f".join(parts).encode()).hexdigest()

    @property
    def status(self) -> str:
        """Its state in words."""
        words = STATES[self.state]
        return (
            f"{words} {self.follow_ups} fois"
            if self.state == "followed_up" and self.follow_ups > 1
            else words
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that cannot be kept, with the reason."""

    number: int
    line: str
    reason: str


def columns_guessed(headings: Sequence[str]) -> dict[str, int]:
    """Recognise columns by their headings, in French and in English.

    Args:
        headings: as written in the file.

    Returns:
        The place of each column found; each heading is used once, whole names before parts of names.
    """
    plain = [plain_letters(one).strip(" :*") for one in headings]
    found: dict[str, int] = {}
    for exact in (True, False):
        for name, aliases in _data()["columns"].items():
            place = _place(plain, aliases, set(found.values()), exact=exact)
            if name not in found and place is not None:
                found[name] = place
    return found


def read_applications(
    rows: Sequence[tuple[int, Sequence[str]]],
    columns: Mapping[str, int],
    *,
    today: date,
    told: Mapping[str, str] | None = None,
) -> tuple[tuple[Application, ...], tuple[Refused, ...]]:
    """Read lines with the columns given.

    Args:
        rows: cells with their line number.
        columns: place of each column; the company is needed.
        today: no application is later.
        told: states the student chose, by status as written.

    Returns:
        What was read, and what was refused with its reason.
    """
    kept: list[Application] = []
    refused: list[Refused] = []
    for number, cells in rows:
        texts = {name: _cell(cells, place) for name, place in columns.items()}
        reason = _why_refused(texts, today)
        if reason:
            refused.append(Refused(number, ", ".join(filter(None, cells))[:120], reason))
        else:
            kept.append(_application(texts, number, (told or {}).get(texts.get("status", ""), "")))
    return tuple(kept), tuple(refused)


def write_applications(applications: Sequence[Application]) -> bytes:
    """Write applications as a table that a spreadsheet opens and that is read back the same.

    Args:
        applications: in the order wanted.

    Returns:
        CSV with semicolons; no cell begins as a formula.
    """
    rows = tuple(
        (
            *map(_guarded, (one.company, one.role)), one.on, *map(_guarded, (one.contact, one.email)),
            one.status, one.last_on, WAYS_SAID.get(one.way, ""), MEDIA_SAID.get(one.medium, ""),
            _guarded(one.notes),
        )
        for one in applications
    )  # fmt: skip
    return to_csv(Table(tuple(HEADINGS.values()), rows))


def state_of(words: str) -> str:
    """Return the state a status tells: « refusé » is « no »; empty when no word of it is known.

    What is waited for has not come: « en attente de réponse » is « sent ».
    """
    plain = plain_letters(words)
    awaited = AWAITED.search(plain)
    told = plain[: awaited.start()] if awaited else plain
    found = next((state for state, pattern in _states() if pattern.search(told)), "")
    return found or ("sent" if awaited else "")


def statuses_of(
    rows: Sequence[tuple[int, Sequence[str]]], columns: Mapping[str, int], *, told: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return each status written in a table once, with the state it tells.

    Args:
        rows: cells with their line number.
        columns: place of each column.
        told: states the student chose, by status as written.

    Returns:
        Statuses in the order met; none without their column.
    """
    if "status" not in columns:
        return ()
    written = dict.fromkeys(_cell(cells, columns["status"]) for _number, cells in rows)
    return tuple((one, told.get(one) or state_of(one) or "sent") for one in written if one)


def read_day(text: str) -> date | None:
    """Read a day as a French table writes it; None when it is no day of the calendar."""
    plain = text.strip().lower()
    try:
        if found := ISO.fullmatch(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := NUMBERED.fullmatch(plain):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        if (found := NAMED.fullmatch(plain)) and (month := _month(found[2])):
            return date(_year(found[3]), month, int(found[1]))
    except ValueError:
        return None
    return None


def _guarded(text: str) -> str:
    """Double an apostrophe that reading would take for the one that keeps formulas asleep."""
    return f"'{text}" if FORMULA_GUARD.match(text) else text


def _why_refused(texts: Mapping[str, str], today: date) -> str:
    company = texts.get("company", "")
    if not any(letter.isalnum() for letter in company):
        return "Il manque le nom de l’entreprise."
    for name, longest in LONGEST.items():
        if len(texts.get(name, "")) > longest:
            return f"La colonne {HEADINGS[name]} dépasse {longest}\u00a0caractères."
    for name in ("on", "last_on"):
        if texts.get(name):
            read = read_day(texts[name])
            if read is None:
                return f"«\u00a0{texts[name]}\u00a0» n’est pas une date. Écrivez jour, mois, année."
            if read > today:
                return f"Le {day(read)} n’est pas encore passé. Corrigez l’année."
    return ""


def _application(texts: Mapping[str, str], number: int, told: str) -> Application:
    status, notes = texts.get("status", ""), texts.get("notes", "")
    state = told or state_of(status) or "sent"
    if status and not state_of(status):
        notes = "\n".join(filter(None, (notes, f"Statut{NBSP}: {status}")))
    times = TIMES.search(status) if state == "followed_up" else None
    email = texts.get("email", "")
    if email and not EMAIL.fullmatch(email):
        notes, email = "\n".join(filter(None, (notes, f"E-mail{NBSP}: {email}"))), ""
    contact = texts.get("contact", "")
    if contact and len(contact.split()) < 2 and not any(letter.isalpha() for letter in contact):
        contact = ""
    return Application(
        company=" ".join(texts["company"].split()),
        role=" ".join(texts.get("role", "").split()),
        on=read_day(texts.get("on", "")),
        contact=" ".join(contact.split()),
        email=email,
        state=state if texts.get("on") or state != "sent" else "draft",
        follow_ups=_follow_ups(state, times),
        last_on=read_day(texts.get("last_on", "")),
        way=_said(WAYS_SAID, texts.get("way", ""), "other"),
        medium=_said(MEDIA_SAID, texts.get("medium", ""), "email"),
        notes=notes,
        number=number,
    )


def _follow_ups(state: str, times: re.Match[str] | None) -> int:
    if state != "followed_up":
        return 0
    return min(max(int(times[0]), 1), MOST_FOLLOW_UPS) if times else 1


def _said(words: Mapping[str, str], text: str, default: str) -> str:
    plain = plain_letters(text)
    return next((key for key, said in words.items() if plain_letters(said) == plain), default)


def _cell(cells: Sequence[str], place: int) -> str:
    """Take a cell without the apostrophe that keeps a spreadsheet from running it."""
    text = cells[place].strip() if place < len(cells) else ""
    return text[1:] if FORMULA_GUARD.match(text) else text


def _place(plain: Sequence[str], aliases: Sequence[str], used: set[int], *, exact: bool) -> int | None:
    for alias in aliases:
        for place, heading in enumerate(plain):
            words = f" {heading} "
            if place not in used and (heading == alias if exact else f" {alias} " in words):
                return place
    return None


def _year(typed: str) -> int:
    return int(typed) if len(typed) == 4 else 2000 + int(typed)


def _month(name: str) -> int:
    plain = plain_letters(name)
    starts = [
        at for at, full in enumerate(MONTHS, 1) if len(plain) > 2 and plain_letters(full).startswith(plain)
    ]
    return starts[0] if len(starts) == 1 else 0


@cache
def _states() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = _data()["status"]
    return tuple((one["state"], _words(one["words"], alone=one.get("alone", ()))) for one in rows)


def _words(words: Sequence[str], *, alone: Sequence[str]) -> re.Pattern[str]:
    expressions: Iterator[str] = (
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words
    )
    somewhere = rf"(?<!\w)(?:{'|'.join(expressions)})(?!\w)"
    return re.compile(rf"{somewhere}|^\s*(?:{'|'.join(alone)})\s*(?:[,.:;!(].*)?$" if alone else somewhere)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
