"""A comparison written in a file: read strictly, every fault said at once in French."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Final, TypeVar, get_args
from unicodedata import category

from tremplin.decision.domain.criteria import MOST, offered_criteria
from tremplin.decision.domain.matrix import HIGHEST, LOWEST, Confidence, Matrix, Score, Weighted
from tremplin.decision.domain.options import (
    LONGEST_YEARS,
    Alternation,
    Job,
    Kind,
    Living,
    Nationality,
    Option,
    Rhythm,
    Student,
)
from tremplin.decision.domain.rhythm import Period
from tremplin.law.professionalisation.pay import Diploma
from tremplin.law.reference_pay import SmicTerritory

Given = TypeVar("Given")

MONEY: Final = Decimal(1_000_000)
WEEK_HOURS: Final = Decimal(60)
MOST_OPTIONS: Final = 12
MOST_EXAMS: Final = 60
LAST_YEAR: Final = 2100
FIRST_YEAR: Final = 1900
WEEK_DAYS: Final = 7
USUAL_DAYS: Final = 5
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ECHOED: Final = 40
"""How much of a refused value is shown again."""
UNWRITABLE: Final = ("Cc", "Cs")
"""Control characters and halves of characters: no page, terminal or paper can write them."""


class FileRefused(ValueError):
    """The file cannot be compared; `faults` are French sentences, all of them at once."""

    def __init__(self, faults: Iterable[str]) -> None:
        """Keep the sentences for the door that shows them."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a file asks to compare; `matrix` is None without criteria."""

    today: date
    student: Student
    options: tuple[Option, ...]
    exams: tuple[Period, ...]
    matrix: Matrix | None
    criteria: dict[str, str]


class _Part:
    """One object of the file, read key by key; what is wrong is added to the faults."""

    def __init__(self, row: object, where: str, faults: list[str]) -> None:
        self.row: dict[str, Any] = row if isinstance(row, dict) else {}
        self.where, self.faults = where, faults
        self.read: set[str] = set()
        if not isinstance(row, dict):
            faults.append(f"{where} : un objet entre accolades est attendu.")

    def fault(self, name: str, says: str) -> None:
        """Add a fault about one key."""
        self.faults.append(f"{self.where}, « {shown(name)} » : {says}")

    def says(self, name: str) -> bool:
        """Tell whether a value is given, right or wrong."""
        return self.row.get(name) is not None

    def finish(self) -> None:
        """Refuse the keys that nothing reads: a misspelt one would be ignored in silence."""
        for name in sorted(set(self.row) - self.read):
            self.fault(name, "clé inconnue. Corrigez-la ou retirez-la.")

    def get(self, name: str, *, required: bool = False) -> Any:
        """Return a value, None when it is absent."""
        self.read.add(name)
        value = self.row.get(name)
        if value is None and required:
            self.fault(name, "il manque. Ajoutez-le.")
        return value

    def text(self, name: str, *, required: bool = False, most: int = 120, lines: bool = False) -> str:
        """Return a text of at most so many characters, on one line unless lines are allowed."""
        value = self.get(name, required=required)
        if value is None:
            return ""
        if not isinstance(value, str) or not (value.strip() or not required) or len(value) > most:
            self.fault(name, f"un texte de {most} caractères au plus est attendu.")
            return ""
        if any(category(each) in UNWRITABLE and not (lines and each == "\n") for each in value):
            self.fault(name, "ce texte contient un caractère qui ne s’écrit pas. Retapez-le.")
            return ""
        return value.strip()

    def day(self, name: str, *, required: bool = False) -> date | None:
        """Return a day written AAAA-MM-JJ."""
        value = self.get(name, required=required)
        if value is None:
            return None
        try:
            found = date.fromisoformat(value if isinstance(value, str) and DAY.fullmatch(value) else "")
        except ValueError:
            self.fault(name, f"« {shown(value)} » n’est pas un jour. Écrivez-le AAAA-MM-JJ.")
            return None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.fault(name, f"l’année {found.year} est impossible. Vérifiez-la.")
            return None
        return found

    def number(self, name: str, *, most: Decimal = MONEY, least: int = 0) -> Decimal | None:
        """Return a number between two bounds; a number written as text is not one."""
        value = self.get(name)
        if value is None:
            return None
        try:
            found = Decimal(str(value)) if isinstance(value, (int, float)) else Decimal("NaN")
        except InvalidOperation:
            found = Decimal("NaN")
        if isinstance(value, bool) or not found.is_finite() or not least <= found <= most:
            self.fault(name, f"« {shown(value)} » n’est pas un nombre de {least} à {most}.")
            return None
        return found

    def whole(self, name: str, *, low: int, high: int, required: bool = False) -> int | None:
        """Return a whole number between two bounds."""
        value = self.get(name, required=required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fault(name, f"« {shown(value)} » n’est pas un nombre entier de {low} à {high}.")
            return None
        return value

    def flag(self, name: str) -> bool | None:
        """Return true, false, or None when it was not said."""
        value = self.get(name)
        if value is not None and not isinstance(value, bool):
            self.fault(name, f"« {shown(value)} » : écrivez true ou false.")
            return None
        return value

    def choice(self, name: str, among: Iterable[Given], *, required: bool = False) -> Given | None:
        """Return one of the values allowed."""
        value, allowed = self.get(name, required=required), tuple(among)
        if value is None:
            return None
        if not isinstance(value, str) or value not in allowed:
            listed = ", ".join(str(each) for each in allowed)
            self.fault(name, f"« {shown(value)} » n’est pas prévu. Choisissez parmi : {listed}.")
            return None
        return next(each for each in allowed if each == value)

    def part(self, name: str) -> "_Part | None":
        """Return an object inside this one."""
        value = self.get(name)
        return None if value is None else _Part(value, f"{self.where}, {name}", self.faults)

    def parts(self, name: str, *, label: str, most: int) -> list["_Part"]:
        """Return the objects of a list."""
        value = self.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > most:
            self.fault(name, f"une liste de {most} éléments au plus est attendue.")
            return []
        return [_Part(row, f"{label} {at}", self.faults) for at, row in enumerate(value, start=1)]


def shown(value: object) -> str:
    """Return a refused value as it may be written again: short, without characters nothing can write."""
    written = "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)
    kept = "".join("�" if category(each) in UNWRITABLE else each for each in written[: ECHOED + 1])
    return kept if len(kept) <= ECHOED else f"{kept[:ECHOED]}…"


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object whose keys are all different.

    Args:
        pairs: keys and values, in the order of the file.

    Returns:
        The object.

    Raises:
        FileRefused: a key is repeated: the first value would be lost in silence.
    """
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _value in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise FileRefused(
            f"La clé « {shown(name)} » est écrite deux fois au même endroit. Gardez-en une." for name in twice
        )
    return row


def read_question(row: object) -> Question:
    """Read what a file asks to compare.

    Args:
        row: the file, once JSON is read.

    Returns:
        Student, options, exams and matrix.

    Raises:
        FileRefused: with every fault found, each naming its place and what to do.
    """
    faults: list[str] = []
    whole = _Part(row, "Le fichier", faults)
    today = whole.day("today", required=True)
    student = _student(whole.part("student"), today)
    described = whole.parts("options", label="Option", most=MOST_OPTIONS)
    read = [_option(part) for part in described]
    options = [option for option in read if option is not None]
    periods = [_exam(part) for part in whole.parts("exams", label="Examen", most=MOST_EXAMS)]
    exams = [period for period in periods if period is not None]
    if not options and not faults:
        whole.fault("options", "donnez-en une au moins.")
    criteria = _criteria(whole)
    given = [key.strip() for part in described if isinstance(key := part.row.get("key"), str)]
    scores = _scores(whole, set(given), set(criteria))
    _refuse_twice(given, faults)
    whole.finish()
    if faults or today is None:
        raise FileRefused(faults)
    keys = tuple(option.key for option in options)
    matrix = Matrix(tuple(criteria.values()), keys, scores) if criteria else None
    names = {key: each.name for key, each in criteria.items()}
    return Question(today, student, tuple(options), tuple(exams), matrix, names)


def _student(part: _Part | None, today: date | None) -> Student:
    if part is None:
        return Student()
    student = Student(
        part.day("birth_on"),
        part.choice("nationality", get_args(Nationality)),
        part.choice("territory", get_args(SmicTerritory)) or "national",
        part.flag("alsace_moselle") or False,
    )
    if student.birth_on and today and student.birth_on > today:
        part.fault("birth_on", "ce jour est à venir. Vérifiez l’année.")
    part.finish()
    return student


def _option(part: _Part) -> Option | None:
    key, name = part.text("key", required=True, most=40), part.text("name", required=True)
    kind = part.choice("kind", tuple(Kind), required=True)
    first, last = part.day("starts_on", required=True), part.day("ends_on", required=True)
    facts: dict[str, Any] = {
        "signed_on": part.day("signed_on"),
        "weekly_hours": part.number("weekly_hours", least=1, most=WEEK_HOURS),
        "offered": part.number("offered"),
        "conventional_minimum": part.number("conventional_minimum"),
        "diploma": part.choice("diploma", get_args(Diploma)),
        "years_done": part.whole("years_done", low=0, high=3) or 0,
        "public_employer": part.flag("public_employer"),
        "health_cover": part.number("health_cover") or Decimal(0),
        "validated": part.flag("validated"),
        "teaching_hours": part.number("teaching_hours", most=Decimal(3000)),
        "job": _job(part.part("job")),
        "living": _living(part.part("living")),
        "rhythm": _rhythm(part.part("rhythm")),
    }
    part.finish()
    if first and last and (fault := dates_fault(first, last)):
        part.fault("ends_on", fault)
    if not (key and name and kind and first and last):
        return None
    return Option(key, name, kind, first, last, **facts)


def dates_fault(first: date, last: date) -> str:
    """Say why two days cannot bound an option, empty when they can."""
    if last < first:
        return "la fin vient avant le début. Vérifiez l’année des deux dates."
    if (last - first).days > LONGEST_YEARS * 366:
        return "ces dates couvrent plus de quatre ans. Vérifiez l’année des deux dates."
    return ""


def rhythm_fault(alternation: str, company: int | None, school: int | None) -> str:
    """Say why a rhythm cannot be, empty when it can.

    Args:
        alternation: how work and school alternate.
        company: days or weeks in the company; None where nothing was said.
        school: days or weeks at school; None where nothing was said.
    """
    if alternation == "days" and (USUAL_DAYS if company is None else company) + (school or 0) > WEEK_DAYS:
        return "une semaine n’a que sept jours."
    if alternation == "weeks" and not (company or 0) + (school or 0):
        return "dites combien de semaines en entreprise, puis à l’école."
    return ""


def _job(part: _Part | None) -> Job | None:
    if part is None:
        return None
    weekly, hourly = part.number("weekly_hours", most=WEEK_HOURS), part.number("hourly")
    part.finish()
    if weekly is None and not part.says("weekly_hours"):
        part.fault("weekly_hours", "indiquez les heures par semaine.")
    return None if weekly is None else Job(weekly, hourly)


def _living(part: _Part | None) -> Living:
    if part is None:
        return Living()
    living = Living(
        **{name: part.number(name) or Decimal(0) for name in ("transport", "meals", "rent", "tuition")},
        housing_given=part.flag("housing_given") or False,
    )
    part.finish()
    return living


def _rhythm(part: _Part | None) -> Rhythm:
    if part is None:
        return Rhythm()
    company, school = part.whole("company", low=0, high=26), part.whole("school", low=0, high=26)
    rhythm = Rhythm(
        part.choice("alternation", get_args(Alternation)) or "full",
        USUAL_DAYS if company is None else company,
        school or 0,
        part.number("school_hours", most=WEEK_HOURS) or Decimal(0),
        part.whole("commute_minutes", low=0, high=300) or 0,
    )
    if fault := rhythm_fault(rhythm.alternation, company, school):
        part.fault("company", fault)
    part.finish()
    return rhythm


def _exam(part: _Part) -> Period | None:
    name = part.text("name") or "examens"
    first, last = part.day("first", required=True), part.day("last", required=True)
    part.finish()
    if first and last and last < first:
        part.fault("last", "la fin vient avant le début.")
        return None
    return Period(name, first, last) if first and last else None


def _criteria(whole: _Part) -> dict[str, Weighted]:
    offered = {each.key: each.name for each in offered_criteria()}
    found: dict[str, Weighted] = {}
    refused = False
    for part in whole.parts("criteria", label="Critère", most=MOST):
        key = part.text("key", required=True, most=40)
        name = part.text("name") or offered.get(key, key)
        weight = part.number("weight", most=Decimal(1000))
        part.finish()
        if not part.says("weight"):
            part.fault("weight", "indiquez un poids.")
        if key in found:
            part.fault("key", f"« {shown(key)} » est donné deux fois.")
        refused = refused or weight is None
        found[key] = Weighted(key, name, Fraction(weight or 0))
    if found and not refused and not any(each.weight for each in found.values()):
        whole.fault("criteria", "aucun critère n’a de poids. Donnez des points à un critère au moins.")
    return found


def _scores(whole: _Part, options: set[str], criteria: set[str]) -> dict[tuple[str, str], Score]:
    found: dict[tuple[str, str], Score] = {}
    for part in whole.parts("scores", label="Note", most=MOST * MOST_OPTIONS):
        option, criterion = (part.text(name, required=True, most=40) for name in ("option", "criterion"))
        value = part.whole("value", low=LOWEST, high=HIGHEST, required=True)
        sure: Confidence = part.choice("confidence", get_args(Confidence)) or "medium"
        note = part.text("note", most=500, lines=True)
        part.finish()
        for name, key, known in (("option", option, options), ("criterion", criterion, criteria)):
            if key and key not in known:
                part.fault(name, f"« {shown(key)} » n’est pas dans le fichier.")
        if (option, criterion) in found:
            part.fault("criterion", "cette note est donnée deux fois.")
        if value is not None:
            found[option, criterion] = Score(value, sure, note)
    return found


def _refuse_twice(keys: list[str], faults: list[str]) -> None:
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        faults.append(f"Les options : la clé « {shown(key)} » est donnée deux fois. Changez-en une.")
