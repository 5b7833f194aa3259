"""The ways to reach someone, in the narrow column of a LinkedIn profile, whatever wraps at its edge."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tremplin.stories.cv.reading.addresses import looks_like_an_email
from tremplin.stories.cv.reading.pdf_lines import PrintedLine
from tremplin.stories.cv.reading.telephones import in_pairs
from tremplin.stories.cv.resume import Profile

ASIDE: Final = re.compile(r"(.*?)\s*\(([^()]*)\)$")
TELEPHONE: Final = re.compile(r"\+?[\d\s().-]{8,}")
SITE: Final = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


@dataclass(slots=True)
class Contact:
    """What the first section of the narrow column says."""

    email: str = ""
    phone: str = ""
    url: str = ""
    profiles: list[Profile] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def read_contact(lines: Sequence[PrintedLine], contact: Contact) -> None:
    """Read the section of the contact; what is no address of any kind is kept as it is."""
    for entry in _contact_entries([line.text for line in lines]):
        match = ASIDE.fullmatch(entry)
        bare, label = (match[1], match[2]) if match else (entry, "")
        if looks_like_an_email(bare.replace(" ", "")):
            contact.email = contact.email or bare.replace(" ", "")
        elif "linkedin.com/" in bare.casefold():
            url = bare.replace(" ", "")
            username = url.rstrip("/").rpartition("/")[2] if "/in/" in url else ""
            contact.profiles.append(Profile("LinkedIn", username, url))
        elif TELEPHONE.fullmatch(bare):
            contact.phone = contact.phone or in_pairs(bare.strip())
        elif SITE.fullmatch(bare.replace(" ", "")):
            _add_site(bare.replace(" ", ""), label, contact)
        else:
            contact.rest.append(entry)


def _add_site(url: str, label: str, contact: Contact) -> None:
    if contact.url:
        contact.profiles.append(Profile(label, "", url))
    else:
        contact.url = url


def _contact_entries(texts: Sequence[str]) -> Iterator[str]:
    """Give the entries of the contact: an address cut at the edge goes on until its label or its end."""
    waiting = ""
    for text in texts:
        whole = waiting + text if _is_cut(waiting, text) else text
        if waiting and whole == text:
            yield waiting
        waiting = whole
    if waiting:
        yield waiting


def _is_cut(waiting: str, text: str) -> bool:
    """Say whether an address waits for the rest: no blank, no label, no address next."""
    if not waiting or " " in waiting or waiting.endswith(")") or "@" in text:
        return False
    if text.casefold().startswith(("www.", "http", "+")):
        return False
    if "@" in waiting:
        is_whole = looks_like_an_email(waiting) and not waiting.endswith(("-", "."))
        return not is_whole and " " not in text
    rest = ASIDE.fullmatch(text)
    return "/" in waiting and " " not in (rest[1] if rest else text)
