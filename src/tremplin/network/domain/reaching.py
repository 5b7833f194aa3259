"""How e-mail addresses, telephone numbers and profile addresses are compared."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote

from tremplin.network.domain.names import REMEMBERED

EMAIL: Final = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\".]+")
EXTENSION: Final = re.compile(r"(?:;\s*ext=|\b(?:poste|ext|extension)\b\.?\s*|\bx\s*)\d+.*$", re.I)
HIDING: Final = re.compile(r"^[*#]31#")
TRUNK: Final = re.compile(r"\(\s*0\s*\)")
NOT_A_DIGIT: Final = re.compile(r"[^\d]")
SCIENTIFIC: Final = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.I)
OVERSEAS: Final = (
    (re.compile(r"0(?=262|263|692|693)"), "+262"),
    (re.compile(r"0(?=590|690|691)"), "+590"),
    (re.compile(r"0(?=594|694)"), "+594"),
    (re.compile(r"0(?=596|696|697)"), "+596"),
)
FRENCH_DIGITS: Final = 10
SHORTEST_NUMBER: Final = 7
LONGEST_NUMBER: Final = 15
SCHEMES: Final = ("https://", "http://")
SCHEME: Final = re.compile(r"^(?:https?:)?/*(?://)?", re.I)
SUBDOMAIN: Final = re.compile(r"^(?:www|m|[a-z]{2})\.(?=linkedin\.com)|^www\.")


@lru_cache(maxsize=REMEMBERED)
def comparable_email(text: str) -> str:
    """Return an address fit to be compared.

    Args:
        text: as written; « mailto: » and capitals do not matter.

    Returns:
        Lower case; empty when it is no address, as the inner names of Exchange are not.
    """
    bare = text.strip().removeprefix("mailto:").removeprefix("MAILTO:").strip("<>'\" ")
    return bare.casefold() if EMAIL.fullmatch(bare) else ""


@lru_cache(maxsize=REMEMBERED)
def comparable_phone(text: str) -> str:
    """Return a telephone number fit to be compared, by French habits.

    Args:
        text: as written: dots, « 0033 », « +33 (0) », « poste 12 », « #31# », « tel: » do not matter.

    Returns:
        « + », the country and the number; the digits alone for a short or foreign local number;
        empty when it is no number, as a spreadsheet's « 6,4E+08 ».
    """
    written = text.strip().strip("'\u200e\u202a\u202c ").removeprefix("tel:")
    if SCIENTIFIC.search(written):
        return ""
    plain = TRUNK.sub("", HIDING.sub("", EXTENSION.sub("", written)))
    digits = NOT_A_DIGIT.sub("", plain)
    if plain.lstrip().startswith("+") or digits.startswith("00"):
        return _international(digits.removeprefix("00"))
    if len(digits) == FRENCH_DIGITS and digits[0] == "0" and digits[1] != "0":
        return _french(digits)
    if len(digits) == FRENCH_DIGITS - 1 and digits[0] in "67":
        return f"+33{digits}"  # a spreadsheet ate the zero
    return digits


def is_telling_phone(number: str) -> bool:
    """Say whether a comparable number belongs to few people: a service number of four digits does not."""
    return SHORTEST_NUMBER <= len(number.lstrip("+")) <= LONGEST_NUMBER


@lru_cache(maxsize=REMEMBERED)
def comparable_profile(text: str) -> str:
    """Return a profile address fit to be compared.

    Args:
        text: with or without scheme, « www. », percent signs, final slash, tracking words.

    Returns:
        « linkedin.com/in/inès-el-amrani-77 »; empty when it is no address.
    """
    bare = text.strip().replace("\\:", ":").partition("?")[0].partition("#")[0]
    address = SUBDOMAIN.sub("", SCHEME.sub("", normalize("NFC", unquote(bare))).casefold()).rstrip("/")
    host, slash, path = address.partition("/")
    return address if slash and path and "." in host and " " not in address else ""


def whole_address(text: str) -> str:
    """Return a web address that a browser opens: « https:// » in front when nothing is."""
    bare = text.strip().replace("\\:", ":")
    is_whole = not bare or bare.startswith(SCHEMES) or bare.lower().startswith(SCHEMES)
    return bare if is_whole else f"https://{bare.lstrip('/')}"


def _international(digits: str) -> str:
    return f"+33{digits[3:]}" if digits.startswith("330") else f"+{digits}" if digits else ""


def _french(digits: str) -> str:
    for start, country in OVERSEAS:
        if start.match(digits):
            return country + digits[1:]
    return f"+33{digits[1:]}"
