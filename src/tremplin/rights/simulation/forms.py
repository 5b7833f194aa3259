"""What the student types in the simulator: the same fields make the page, its address and its file."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.law.internship.attendance import WeeklyPattern
from tremplin.law.words import day as day_words
from tremplin.rights.simulation.domain.scenario import (
    LATEST_YEAR,
    LONGEST_YEARS,
    WEEK,
    Agreed,
    Change,
    Extras,
    ImpossibleDates,
    Pause,
    Scenario,
    Stage,
    check_dates,
    days_between,
    even_week,
)
from tremplin.rights.simulation.domain.simulate import unpublished_years
from tremplin.rights.simulation.fields import (
    BASES,
    CHANGE_NAMES,
    CHANGES,
    MARKS,
    METHODS,
    OTHER_STAGES,
    REASONS,
    STAGE_NAMES,
    TERRITORIES,
    UNITS,
    YES_NO,
    DaysField,
    EurosField,
    HoursField,
    change_fields,
    choice,
    month_fields,
    month_name,
    stage_fields,
    tick,
)

AS_TYPED = frozenset({"host", "school", "name", "absence", "closure"})
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
POINT_NUMBER = re.compile(r"\d+\.\d+")
OVERLAP = _(
    "Ce stage chevauche celui du %(first)s au %(last)s. Corrigez ses dates, ou réunissez les deux en un seul "
    "stage avec toutes les heures de la semaine."
)


class SimulationForm(RevisedForm):
    """Every assumption of a simulation; months and unpublished years add their own fields."""

    starts_on = DayField(
        label=_("Début"), error_messages={"required": _("Indiquez le premier jour du stage.")}
    )
    ends_on = DayField(label=_("Fin"), error_messages={"required": _("Indiquez le dernier jour du stage.")})
    weekly = HoursField(label=_("Heures par semaine"), most=168, required=False)
    agreed = EurosField(label=_("Gratification prévue"))
    unit = choice(_("Comptée"), UNITS)
    signed_on = DayField(label=_("Signature"), required=False, help_text=_("Vide : le jour du début"))
    day1 = HoursField(label=_("lundi"), most=24, required=False)
    day2 = HoursField(label=_("mardi"), most=24, required=False)
    day3 = HoursField(label=_("mercredi"), most=24, required=False)
    day4 = HoursField(label=_("jeudi"), most=24, required=False)
    day5 = HoursField(label=_("vendredi"), most=24, required=False)
    day6 = HoursField(label=_("samedi"), most=24, required=False)
    day7 = HoursField(label=_("dimanche"), most=24, required=False)
    host = forms.CharField(label=_("Organisme d’accueil"), max_length=120, required=False)
    school = forms.CharField(label=_("Établissement d’enseignement"), max_length=120, required=False)
    territory = choice(_("Jours fériés"), TERRITORIES)
    good_friday = choice(_("Temple protestant ou église mixte dans la commune"), YES_NO)
    holidays_worked = tick(_("Je travaille les jours fériés"))
    method = choice(_("Versement"), METHODS, widget=forms.RadioSelect)
    branch = EurosField(label=_("Minimum de branche, par heure"))
    indexation = tick(_("La convention prévoit la revalorisation au 1er janvier"))
    basis = choice(_("Lecture du plafond"), BASES)
    public_body = tick(_("Organisme public"))
    rural = tick(_("Lycéen en maison familiale rurale"))
    year_from = DayField(label=_("Début de l’année d’enseignement"), required=False)
    birth_on = DayField(label=_("Date de naissance"), required=False)
    minor = tick(_("J’ai moins de 18 ans"))
    leave_clause = choice(_("La convention parle de congés"), YES_NO)
    transport = EurosField(label=_("Abonnement de transport"))
    yearly_pass = tick(_("Ce prix est pour un an"))
    canteen = choice(_("Cantine pour les salariés"), YES_NO)
    vouchers = choice(_("Titres-restaurant pour les salariés"), YES_NO)
    in_kind = EurosField(label=_("Avantages en nature, par mois"))
    absence = DaysField(label=_("Absences"), required=False)
    closure = DaysField(label=_("Fermetures"), required=False)
    marking = choice(_("Je coche"), MARKS, widget=forms.RadioSelect)
    range_from = DayField(label=_("Du"), required=False, help_text="")
    range_to = DayField(label=_("Au"), required=False, help_text="")
    leave_excluded = tick(_("Ne pas compter les absences dans la durée du stage"))
    pause_from = DayField(label=_("Le stage s’arrête le"), required=False)
    pause_to = DayField(label=_("Il reprend le"), required=False)
    pause_reason = choice(_("Motif"), REASONS)
    pause_school = choice(_("Accord de l’école"), YES_NO)

    empty: ClassVar[Mapping[str, str]] = {
        "unit": "hour",
        "territory": "metropole",
        "method": "real",
        "marking": "absence",
    }
    unsaved: ClassVar[frozenset[str]] = frozenset({"revision", "range_from", "range_to"})

    def __init__(self, data: QueryDict | Mapping[str, Any] | None = None, **options: Any) -> None:
        """Add the rows of other internships and amendments, then the months and years the dates call for."""
        super().__init__(_completed(data, self.empty), **options)
        self.fields["revision"].required = False
        for number in OTHER_STAGES:
            self.fields |= stage_fields(number)
        for number in CHANGES:
            self.fields |= change_fields(number)
        self.months = self._months()
        for month in self.months:
            self.fields |= month_fields(month)
        self.years: tuple[int, ...] = ()
        self._add_years()

    def clean(self) -> dict[str, Any]:
        """Refuse impossible dates, say what each row lacks, and put ranges on the calendar."""
        cleaned = super().clean() or {}
        self._check("ends_on", cleaned.get("starts_on"), cleaned.get("ends_on"))
        for number in OTHER_STAGES:
            self._check_stage(number, cleaned)
        for number in CHANGES:
            self._check_change(number, cleaned)
        self._check_together(cleaned)
        self._check_apart(cleaned)
        self._check("pause_to", cleaned.get("pause_from"), cleaned.get("pause_to"))
        if not self.errors and not any(_week(cleaned).values()):
            self.add_error("weekly", _("Indiquez les heures de présence par semaine."))
        self._put_range(cleaned)
        return cleaned

    def scenario(self) -> Scenario:
        """Return what was typed as the domain takes it; the form must be valid."""
        said = self.cleaned_data
        return Scenario(
            stages=tuple(sorted(self._stages(), key=lambda stage: stage.starts_on)),
            host=said["host"],
            signature_is_known=said["signed_on"] is not None,
            territory=said["territory"],
            good_friday=_known(said["good_friday"]),
            holidays_worked=said["holidays_worked"],
            absences=said["absence"] - said["closure"],
            closures=said["closure"],
            leave_counts=not said["leave_excluded"],
            pause=self._pause(),
            agreed=Agreed(said["agreed"], said["unit"]) if said["agreed"] is not None else None,
            branch_hourly=said["branch"],
            indexation_clause=said["indexation"],
            rate_basis=said["basis"] or None,
            public_body=said["public_body"],
            rural_family_school=said["rural"],
            year_starts=(said["year_from"].month, said["year_from"].day) if said["year_from"] else None,
            birth_on=said["birth_on"],
            minor=said["minor"],
            method=said["method"],
            leave_clause=_known(said["leave_clause"]),
            extras=self._extras(),
            worked=self._by_month("worked"),
            received=self._by_month("received"),
            ceilings={year: said[f"ceiling_{year}"] for year in self.years if said.get(f"ceiling_{year}")},
        )

    def parameters(self) -> dict[str, list[str]]:
        """Return what was typed as the shortest address that says the same; the form must be valid."""
        found = {}
        for name in self.fields:
            texts = [] if name in self.unsaved else _texts(self.cleaned_data.get(name))
            if texts and texts != [self.empty.get(name)]:
                found[name] = texts
        return found

    def mistakes(self) -> list[tuple[str, str]]:
        """Return what is wrong, field by field, in the order of the page."""
        return [
            (str(self.fields[name].label or "") if name in self.fields else "", str(message))
            for name, messages in self.errors.items()
            for message in messages
        ]

    @property
    def is_waiting(self) -> bool:
        """Tell whether nothing is wrong yet: only compulsory fields are still empty."""
        return bool(self.errors) and all(
            error.code == "required" for errors in self.errors.as_data().values() for error in errors
        )

    def _stages(self) -> list[Stage]:
        said = self.cleaned_data
        first = Stage(
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            weekly=_week(said),
            signed_on=said["signed_on"] or said["starts_on"],
            school=said["school"],
            changes=tuple(self._changes()),
        )
        return [first, *(self._other(number) for number in OTHER_STAGES if said[f"stage{number}_starts_on"])]

    def _other(self, number: int) -> Stage:
        said = {name: self.cleaned_data[f"stage{number}_{name}"] for name in STAGE_NAMES}
        return Stage(
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            weekly=even_week(said["weekly"]),
            signed_on=said["signed_on"] or said["starts_on"],
            school=said["school"],
        )

    def _changes(self) -> list[Change]:
        said = self.cleaned_data
        rows = [number for number in CHANGES if said[f"change{number}_signed_on"]]
        changes = [
            Change(
                signed_on=said[f"change{number}_signed_on"],
                from_on=said[f"change{number}_from_on"],
                ends_on=said[f"change{number}_ends_on"],
                weekly=_even(said[f"change{number}_weekly"]),
            )
            for number in rows
        ]
        return sorted(changes, key=lambda change: change.signed_on)

    def _pause(self) -> Pause | None:
        said = self.cleaned_data
        if said["pause_from"] is None:
            return None
        agrees = _known(said["pause_school"])
        return Pause(said["pause_from"], said["pause_to"], said["pause_reason"] or None, agrees)

    def _extras(self) -> Extras:
        said = self.cleaned_data
        return Extras(
            transport_price=said["transport"],
            yearly_pass=said["yearly_pass"],
            canteen=_known(said["canteen"]),
            vouchers=_known(said["vouchers"]),
            in_kind=said["in_kind"] or Decimal(0),
        )

    def _by_month(self, kind: str) -> dict[date, Decimal]:
        typed = {month: self.cleaned_data.get(month_name(kind, month)) for month in self.months}
        return {month: value for month, value in typed.items() if value is not None}

    def _months(self) -> list[date]:
        """Return every calendar month between the first and last days typed, as far as they can be read."""
        ends = [f"stage{number}_ends_on" for number in OTHER_STAGES]
        ends += [f"change{number}_ends_on" for number in CHANGES]
        starts = [f"stage{number}_starts_on" for number in OTHER_STAGES]
        first = [day for name in ("starts_on", *starts) if (day := self._day(name))]
        last = [day for name in ("ends_on", *ends) if (day := self._day(name))]
        if not first or not last or max(last).year > LATEST_YEAR:
            return []
        if max(last).year - min(first).year > LONGEST_YEARS:
            return []
        return sorted({on.replace(day=1) for on in days_between(min(first), max(last))})

    def _day(self, name: str) -> date | None:
        try:
            found: date | None = DayField(required=False).clean(self.data.get(name))
        except ValidationError:
            return None
        return found

    def _add_years(self) -> None:
        if not self.months:
            return
        self.years = unpublished_years(self._day("signed_on") or self.months[0], self.months[-1])
        for year in self.years:
            label = _("Plafond horaire %(year)s") % {"year": year}
            self.fields[f"ceiling_{year}"] = EurosField(label=label)

    def _check(self, name: str, first: date | None, last: date | None) -> None:
        if first is None or last is None:
            return
        try:
            check_dates(starts_on=first, ends_on=last)
        except ImpossibleDates as refusal:
            self.add_error(name, str(refusal))

    def _check_together(self, cleaned: dict[str, Any]) -> None:
        """Refuse internships and amendments years apart: they are not those of one school year."""
        names = [f"stage{number}_ends_on" for number in OTHER_STAGES]
        names += [f"change{number}_ends_on" for number in CHANGES]
        for name in names:
            if cleaned.get("starts_on") and cleaned.get(name):
                self._check(name, *sorted((cleaned["starts_on"], cleaned[name])))

    def _check_apart(self, cleaned: dict[str, Any]) -> None:
        """Refuse internships that overlap: their hours would count twice in one week."""
        spans = [("", cleaned.get("starts_on"), _last_day(cleaned))]
        for number in OTHER_STAGES:
            row = f"stage{number}_"
            spans.append((f"{row}starts_on", cleaned.get(f"{row}starts_on"), cleaned.get(f"{row}ends_on")))
        known = [(name, first, last) for name, first, last in spans if first and last and first <= last]
        for (_before, first, last), (name, starts_on, ends_on) in combinations(known, 2):
            if starts_on <= last and first <= ends_on and name not in self.errors:
                self.add_error(name, OVERLAP % {"first": day_words(first), "last": day_words(last)})

    def _check_stage(self, number: int, cleaned: dict[str, Any]) -> None:
        names = [f"stage{number}_{name}" for name in ("starts_on", "ends_on", "weekly")]
        typed = [cleaned.get(name) for name in names]
        self._check(names[1], *typed[:2])
        if any(value is not None for value in typed):
            for name, value in zip(names, typed, strict=True):
                if value is None and name not in self.errors:
                    self.add_error(name, _("Ce stage a besoin d’un début, d’une fin et de ses heures."))

    def _check_change(self, number: int, cleaned: dict[str, Any]) -> None:
        row = {name: cleaned.get(f"change{number}_{name}") for name in CHANGE_NAMES}
        signature = f"change{number}_signed_on"
        if any(value is not None for value in row.values()) and row["signed_on"] is None:
            if signature not in self.errors:
                self.add_error(signature, _("Indiquez le jour de signature de l’avenant."))
        elif row["signed_on"] and row["ends_on"] is None and row["weekly"] is None:
            self.add_error(
                f"change{number}_ends_on", _("Dites ce que l’avenant change : la fin ou les heures.")
            )
        self._check(f"change{number}_ends_on", cleaned.get("starts_on"), row["ends_on"])

    def _put_range(self, cleaned: dict[str, Any]) -> None:
        first = cleaned.get("range_from")
        last = cleaned.get("range_to") or first
        self._check("range_to", first, last)
        mark = cleaned.get("marking") or "absence"
        if first and last and mark in cleaned and not self.errors:
            cleaned[mark] = cleaned[mark] | days_between(first, last)


def _completed(data: Any, empty: Mapping[str, str]) -> Any:
    """Give choices left out of an address their usual value."""
    if data is None:
        return None
    full = QueryDict(mutable=True)
    for name, values in data.lists() if isinstance(data, QueryDict) else data.items():
        texts = [values] if isinstance(values, str) else list(values)
        full.setlist(name, texts if name in AS_TYPED else [_in_french(text) for text in texts])
    for name, value in empty.items():
        if not full.get(name):
            full[name] = value
    return full


def _in_french(text: str) -> str:
    """Write a day or a number of an address as the student would type it."""
    if ISO_DAY.fullmatch(text):
        year, month, day = text.split("-")
        return f"{day}/{month}/{year}"
    return text.replace(".", ",") if POINT_NUMBER.fullmatch(text) else text


def _week(said: Mapping[str, Any]) -> WeeklyPattern:
    """Return the hours of each day; those of the week from Monday to Friday when no day was given."""
    days = {day: said.get(f"day{day}") for day in WEEK}
    if any(hours is not None for hours in days.values()):
        return {day: hours for day, hours in days.items() if hours}
    return even_week(said.get("weekly") or Decimal(0))


def _last_day(cleaned: Mapping[str, Any]) -> date | None:
    """Return the last day of the first internship, as its latest amendment leaves it."""
    rows = [
        (cleaned.get(f"change{number}_signed_on"), cleaned.get(f"change{number}_ends_on"))
        for number in CHANGES
    ]
    ends = [ends_on for signed_on, ends_on in sorted(row for row in rows if row[0] and row[1])]
    return ends[-1] if ends else cleaned.get("ends_on")


def _even(weekly: Decimal | None) -> WeeklyPattern | None:
    return None if weekly is None else even_week(weekly)


def _known(answer: str) -> bool | None:
    return {"yes": True, "no": False}.get(answer)


def _texts(value: Any) -> list[str]:
    """Write a cleaned value as it travels in an address."""
    match value:
        case None | False | "":
            return []
        case True:
            return ["on"]
        case frozenset():
            return [day.isoformat() for day in sorted(value)]
        case date():
            return [value.isoformat()]
    return [str(value)]
