"""Badges and digital attestations: a name, who gave it and when; never verified here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.trees import bare_name, text
from tremplin.stories.cv.resume import Basics, Certificate, Resume, When

KIND: Final = "Badge"
EXTRA: Final = "x-badge"
TYPES: Final = frozenset(
    {"OpenBadgeCredential", "AchievementCredential", "EuropeanDigitalCredential", "Assertion"}
)
PNG: Final = b"\x89PNG\r\n\x1a\n"
KEYWORDS: Final = (b"openbadgecredential", b"openbadges")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
LANGUAGES: Final = ("fr", "fr-FR", "en", "en-US", "@none")


def is_badge(value: Any) -> bool:
    """Say whether a JSON value is a badge or a digital attestation."""
    if not isinstance(value, Mapping):
        return False
    kinds = value.get("type")
    return bool(TYPES.intersection([kinds] if isinstance(kinds, str) else _texts(kinds)))


def read_badge(value: Mapping[str, Any], gathering: Gathering) -> Reading:
    """Return a badge as a certificate.

    Args:
        value: an Open Badge or a European Digital Credential, in JSON.
        gathering: where sentences go.

    Returns:
        One certificate by achievement; what it took is in `extra`.

    Raises:
        UnreadableResume: it names nothing.
    """
    source, on = gathering.source, _day(value)
    found = [
        Certificate(source, name, on, issuer, extra={EXTRA: {"criteria": criteria}} if criteria else {})
        for name, issuer, criteria in _achievements(value)
        if name
    ]
    if not found:
        raise UnreadableResume("Ce badge ne dit pas son nom\u00a0: demandez-le de nouveau à qui l’a donné.")
    for one in found:
        gathering.warn(
            f"{quoted(one.name)} n’est pas vérifié\u00a0: Tremplin ne contrôle pas les signatures."
        )
        if one.extra:
            gathering.unshown.append(f"critères de {one.name}")
    return gathering.done(KIND, Resume(basics=Basics(), certificates=tuple(found)))


def badge_in_picture(root: Element) -> str:
    """Return the JSON that an SVG badge carries; empty without any."""
    for one in root.iter():
        if isinstance(one.tag, str) and bare_name(one) in {"credential", "assertion"}:
            return text(one) or one.get("verify", "")
    return ""


def badge_in_image(content: bytes) -> str:
    """Return the JSON that a PNG badge carries in a text chunk; empty without any."""
    at = len(PNG)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        keyword, _, rest = content[at + 8 : at + 8 + size].partition(b"\0")
        if kind == b"iTXt" and keyword in KEYWORDS and rest[:1] == b"\0":
            return rest[2:].split(b"\0", 2)[-1].decode(errors="replace")
        at += size + 12
    return ""


def _achievements(value: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give the name, the issuer and the criteria of each achievement."""
    issuer = _issuer(value.get("issuer"))
    for subject in _objects(value.get("credentialSubject")):
        for one in _objects(subject.get("achievement")):
            yield _said(one.get("name")), issuer, _criteria(one)
        for claim in _objects(subject.get("hasClaim")):
            by = next(_objects(claim.get("awardedBy")), {})
            body = next(_objects(by.get("awardingBody")), {})
            yield _said(claim.get("title")), _issuer(body) or issuer, ""
    for one in _objects(value.get("badge")):
        yield _said(one.get("name")), _issuer(one.get("issuer")), _criteria(one)


def _criteria(one: Mapping[str, Any]) -> str:
    criteria = next(_objects(one.get("criteria")), {})
    return _said(criteria.get("narrative")) or _said(one.get("description"))


def _issuer(value: Any) -> str:
    one = next(_objects(value), {})
    return _said(one.get("name")) or _said(one.get("legalName")) or _said(one.get("prefLabel"))


def _day(value: Mapping[str, Any]) -> When | None:
    """Return the day it was given: awarded first, then valid, then issued."""
    keys = ("awardedDate", "validFrom", "issuanceDate", "issuedOn", "issued")
    for words in (str(value.get(key, "")) for key in keys):
        if match := DAY.match(words):
            return When(match[0])
    return None


def _said(value: Any) -> str:
    """Return a text, or the French one of a text in several languages."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return next((words for one in value if (words := _said(one))), "")
    if isinstance(value, Mapping):
        keys = (*LANGUAGES, *value)
        return next((words for key in keys if (words := _said(value.get(key)))), "")
    return ""


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
