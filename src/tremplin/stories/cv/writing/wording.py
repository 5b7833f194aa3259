"""Dates, telephones and addresses as a French reader expects them on a CV."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from tremplin.law.words import MONTHS, NBSP
from tremplin.stories.cv.resume import Period, When

DASH: Final = f"{NBSP}– "
FRENCH_PHONE: Final = re.compile(r"(?:\+33|0033|0)\s*(?:\(0\))?\s*([1-9])((?:[\s.-]*\d){8})")
PHONE: Final = re.compile(r"\+?[\d\s().-]{6,}")
SHOWN_SCHEMES: Final = frozenset({"http", "https"})


def when_words(when: When | None, *, year: bool = True) -> str:
    """Write a date to the month: « avril 2026 », « 2026 »; words that are no date stay as they are."""
    if when is None:
        return ""
    parts = when.parts
    if parts is None:
        return when.text.strip()
    if len(parts) == 1:
        return str(parts[0])
    month = MONTHS[parts[1] - 1]
    return f"{month}{NBSP}{parts[0]}" if year else month


def period_words(period: Period) -> str:
    """Write a period: « avril – juillet 2026 », « depuis septembre 2024 », « 2020 – 2023 ».

    A beginning without an end stands alone: nobody said that it goes on.
    """
    start, end = period.start, period.end
    if period.is_current:
        return f"depuis {when_words(start)}" if start else "en cours"
    if start is None or end is None or when_words(start) == when_words(end):
        return when_words(start or end)
    return f"{when_words(start, year=not _same_year(start, end))}{DASH}{when_words(end)}"


def _same_year(start: When, end: When) -> bool:
    first, last = start.parts, end.parts
    return bool(first and last and len(first) > 1 and len(last) > 1 and first[0] == last[0])


def phone_words(phone: str) -> str:
    """Write a French number in pairs, « 06 39 98 20 21 »; any other stays as it is."""
    found = FRENCH_PHONE.fullmatch(phone.strip())
    if not found:
        return phone.strip()
    digits = "0" + found[1] + re.sub(r"\D", "", found[2])
    return NBSP.join(digits[at : at + 2] for at in range(0, 10, 2))


def international_phone(phone: str) -> str:
    """Return a number as machines dial it, « +33639982021 »; empty when its country is not known."""
    found = FRENCH_PHONE.fullmatch(phone.strip())
    if found:
        return f"+33{found[1]}{re.sub(r'[^0-9]', '', found[2])}"
    is_whole = phone.strip().startswith("+") and PHONE.fullmatch(phone.strip())
    return f"+{re.sub(r'[^0-9]', '', phone)}" if is_whole else ""


def phone_link(phone: str) -> str:
    """Return where a telephone number leads; empty when it is no number."""
    dialled = international_phone(phone)
    return f"tel:{dialled}" if dialled else ""


def mail_link(mail: str) -> str:
    """Return where an e-mail address leads."""
    return f"mailto:{quote(mail.strip(), safe='@')}" if "@" in mail else ""


def address_words(url: str) -> str:
    """Write a web address without what nobody reads: « linkedin.com/in/malo »."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip(), flags=re.IGNORECASE).rstrip("/")


def web_link(url: str) -> str:
    """Return where a web address leads, `https://` added; empty for anything that is no web address."""
    url = url.strip()
    if not url or re.search(r"\s", url):
        return ""
    whole = url if "://" in url else f"https://{url}"
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme.lower() in SHOWN_SCHEMES and "." in parts.netloc else ""


def lowered(text: str) -> str:
    """Write the first letter small, inside a sentence, of « Courant » but neither of « B2 » nor « TOEIC »."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
