"""RenderCV: sections of any title, each of one kind of entry, in YAML 1.2."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tremplin.stories.cv.reading.addresses import looks_like_an_email
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.marks import unmarked
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.rendercv_entries import read_sections
from tremplin.stories.cv.reading.telephones import in_pairs
from tremplin.stories.cv.reading.values import Record
from tremplin.stories.cv.reading.yaml_values import Yaml, read_yaml, typed
from tremplin.stories.cv.resume import Basics, Location, Profile

KIND: Final = "RenderCV"
EXTRA: Final = "x-rendercv"
"""Where a résumé keeps the design, the locale and the settings of RenderCV."""
BESIDE: Final = ("design", "locale", "settings")
STARTS: Final = re.compile(r"(?m)^(?:cv|design|locale|settings)[ \t]*:")


@dataclass(slots=True)
class YamlDraft(Draft):
    """The sections being filled, and the places of the file."""

    yaml: Yaml = field(default_factory=Yaml)


def is_rendercv(text: str) -> bool:
    """Say whether a text begins as a file of RenderCV does."""
    return STARTS.search(text) is not None


def read_rendercv(text: str, gathering: Gathering) -> Reading:
    """Return what a file of RenderCV says.

    Args:
        text: the file.
        gathering: where sentences go.

    Returns:
        The résumé; the design, the locale and the settings are in `extra`.

    Raises:
        UnreadableResume: no YAML, with the line; or no `cv` in it.
    """
    yaml = read_yaml(text)
    gathering.lines.update(yaml.lines)
    for place in yaml.doubled:
        gathering.warn("écrit deux fois\u00a0: le dernier est lu.", place)
    cv = yaml.values.get("cv") if isinstance(yaml.values, Mapping) else None
    if not isinstance(cv, Mapping):
        raise UnreadableResume(
            f"Ce YAML n’est pas un CV de RenderCV\u00a0: il lui manque {quoted('cv:')} et ce qu’il contient."
        )
    draft = YamlDraft(gathering, yaml=yaml)
    read_sections(cv.get("sections"), draft)
    basics = _basics(cv, draft)
    for name in BESIDE:
        value = _typed(yaml.values.get(name), name, yaml)
        draft.keep_aside(name, value, f"réglages de RenderCV ({name})")
    reading = gathering.done(KIND, draft.resume(basics, aside=EXTRA))
    if reading.is_empty:
        raise UnreadableResume("Ce CV est vide\u00a0: aucun nom, aucune rubrique remplie.")
    return reading


def _typed(value: Any, place: str, yaml: Yaml) -> Any:
    if isinstance(value, Mapping):
        return {key: _typed(inner, f"{place}.{key}", yaml) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner, f"{place}[{at}]", yaml) for at, inner in enumerate(value)]
    return typed(value, yaml.kinds.get(place, "str")) if isinstance(value, str) else value


def _basics(cv: Mapping[str, Any], draft: YamlDraft) -> Basics:
    gathering, record = draft.gathering, Record(cv, "cv", draft.gathering)
    record.take("sections")
    emails, sites = _several(record, "email"), _several(record, "website")
    name, city = record.text("name"), record.text("location")
    if not name.strip():
        gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "cv.name")
    if emails and not looks_like_an_email(emails[0]):
        why = f"{quoted(emails[0])} n’est pas une adresse électronique\u00a0: gardé, à corriger."
        gathering.warn(why, "cv.email")
    return Basics(
        name=name,
        label=gathering.line(unmarked(record.text("headline") or record.text("label"))),
        email=emails[0] if emails else "",
        phone=_telephone(record, draft),
        url=sites[0] if sites else "",
        summary=gathering.line("\n".join(draft.summary)),
        location=Location(city=city) if city else None,
        profiles=(*_networks(record), *(Profile(url=one) for one in sites[1:])),
        extra=_also_said(record, emails[1:]),
    )


def _also_said(record: Record, emails: list[str]) -> dict[str, Any]:
    rest = record.aside()
    if emails:
        rest["x-emails"] = emails
        record.gathering.unshown.append("autres adresses électroniques")
    return rest


def _several(record: Record, key: str) -> list[str]:
    """Return one text, or several since RenderCV 2.3."""
    value = record.values.get(key)
    if isinstance(value, list):
        record.take(key)
        return [one for one in value if isinstance(one, str) and one.strip()]
    return [words] if (words := record.text(key)) else []


def _telephone(record: Record, draft: YamlDraft) -> str:
    numbers = _several(record, "phone")
    if not numbers:
        return ""
    bare = numbers[0].strip().removeprefix("tel:")
    if draft.yaml.kinds.get("cv.phone") == "int":
        said = str(typed(bare, "int"))
        lost = f"YAML 1.2 y lit le nombre {said}" + (", sans son zéro" if said != bare else "")
        why = f"{quoted(bare)} n’est pas entre guillemets\u00a0: {lost}. Il est lu ici tel qu’il est écrit."
        draft.gathering.warn(why, "cv.phone")
    if not bare.startswith("+"):
        why = f"{quoted(bare)} n’est pas un numéro international\u00a0: RenderCV le refuserait."
        draft.gathering.warn(f"{why} {_international(bare)}", "cv.phone")
    return in_pairs(bare)


def _international(number: str) -> str:
    """Say how to write a number for RenderCV."""
    digits = re.sub(r"\D", "", number)
    if len(digits) == 10 and digits.startswith("0"):
        return f"Écrivez {quoted(f'+33{digits[1:]}')}, entre guillemets."
    return "Écrivez-le avec l’indicatif du pays, entre guillemets."


def _networks(record: Record) -> tuple[Profile, ...]:
    found = []
    for key in ("social_networks", "custom_connections"):
        value = record.values.get(key)
        for one in record.take(key) if isinstance(value, list) else ():
            if isinstance(one, Mapping):
                inner = Record(one, f"cv.{key}", record.gathering)
                network = inner.text("network") or inner.text("placeholder")
                found.append(Profile(network, inner.text("username"), inner.text("url"), inner.aside()))
    return tuple(found)
