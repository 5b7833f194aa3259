"""Badges: a name, who gave it, when; never said to be verified."""

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from tremplin.stories.cv.reading.badges import PNG
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import UnreadableResume

DATA = Path(__file__).parent / "data"
BADGE: dict[str, Any] = {
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"name": "Université Fictive"},
    "validFrom": "2026-06-30T00:00:00Z",
    "credentialSubject": {"achievement": {"name": "Trésorerie", "criteria": {"narrative": "Bilan remis."}}},
}


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def picture(keyword: bytes, text: str) -> bytes:
    """Draw a picture that carries a text."""
    body = keyword + b"\0\0\0\0\0" + text.encode()
    return PNG + chunk(b"IHDR", bytes(13)) + chunk(b"iTXt", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "title", "on"),
    [
        ("openbadge3.json", "Gestion de projet associatif", "2026-06-30"),
        ("openbadge3_dans_image.svg", "Gestion de projet associatif", "2026-06-30"),
        ("europass_edc.jsonld", "Atelier Sécurité en entrepôt", "2026-05-20"),
    ],
)
def test_a_badge_is_a_certificate_nobody_verified(name: str, title: str, on: str) -> None:
    reading = read_resume((DATA / name).read_bytes(), name=name)
    found = reading.resume.certificates[0]
    assert (found.name, str(found.on), found.issuer) == (title, on, "Université Fictive Jean-Perrin")
    assert "n’est pas vérifié" in str(reading.warnings[0])


def test_a_badge_is_found_in_its_picture() -> None:
    reading = read_resume(picture(b"openbadgecredential", json.dumps(BADGE)), name="badge.png")
    assert reading.resume.certificates[0].name == "Trésorerie"
    assert reading.unshown == ("critères de Trésorerie",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (picture(b"Comment", "rien"), "image"),
        (PNG + b"\xff\xff\xff\xff", "image"),
        (json.dumps({**BADGE, "credentialSubject": {}}).encode(), "ne dit pas son nom"),
    ],
)
def test_a_picture_without_a_badge_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read_resume(content, name="image.png")
