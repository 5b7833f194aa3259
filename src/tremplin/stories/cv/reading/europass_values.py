"""The values of Europass: dates, places, names, and what it alone knows."""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.dates import ISO
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.long_texts import Told, read_rich
from tremplin.stories.cv.reading.outcome import Gathering, quoted
from tremplin.stories.cv.reading.trees import child, children, text
from tremplin.stories.cv.reading.values import is_before
from tremplin.stories.cv.resume import Period, When

HOME: Final = "fr"
EXTRA: Final = "x-europass"
"""Where a résumé keeps what Europass alone knows: birth date, nationality, codes."""


@dataclass(slots=True)
class EuropassDraft(Draft):
    """The sections being filled, and the photo."""

    image: str = ""


def name_of(element: Element | None) -> str:
    """Return a first name and a family name, as written."""
    given, family = text(element, "GivenName", "FirstName"), text(element, "FamilyName", "Surname")
    return " ".join(part for part in (given, family) if part) or text(element, "FormattedName")


def channel_of(one: Element) -> str:
    """Return what a way to reach someone is: « email », « telephone », « web »."""
    return text(one, "ChannelCode").casefold().replace(" ", "")


def country_of(code: str) -> str:
    """Return a country in two capitals; three letters are kept whole, an address loses its path."""
    return code.rpartition("/")[2].upper()


def when_of(element: Element | None, where: str, gathering: Gathering) -> When | None:
    """Return the date an element holds, told when it does not exist; None without any."""
    words = text(element, "FormattedDateTime", "DateText", "Year") or text(element)
    if not words:
        return None
    dated = ISO.fullmatch(words)
    when = When(dated[1] if dated else words)
    if when.parts is None:
        gathering.warn(f"{quoted(words)} n’est pas une date qui existe\u00a0: gardé tel quel.", where)
    return when


def period_of(element: Element | None, where: str, gathering: Gathering) -> Period:
    """Return from when to when; what is current has no end, even where one is written."""
    if element is None:
        return Period()
    start = when_of(child(element, "StartDate"), where, gathering)
    current = text(element, "CurrentIndicator", "Ongoing").casefold() == "true"
    end = None if current else when_of(child(element, "EndDate"), where, gathering)
    if start and end and is_before(end, start):
        gathering.warn(f"la fin ({end}) est avant le début ({start})\u00a0: vérifiez ces dates.", where)
    return Period(start, end, current)


def place_of(element: Element | None) -> str:
    """Return « Grenoble », or « Porto (PT) » abroad."""
    address = child(element, "OrganizationContact/Communication/Address")
    city = text(element, "City") or text(address, "CityName")
    country = country_of(text(element, "Country") or text(address, "CountryCode"))
    return f"{city} ({country})" if city and country.casefold() not in {"", HOME} else city or country


def told_of(element: Element | None, *names: str) -> Told:
    """Return what a long text says."""
    return read_rich(text(element, *names))


def site_of(element: Element) -> str:
    """Return the web address of an organization."""
    channels = children(child(element, "OrganizationContact"), "Communication")
    return next((text(one, "URI") for one in channels if channel_of(one) == "web"), "")
