"""Addresses of sites kept with a company: only those a browser opens as a page become links."""

import re
from typing import Final

PAGE: Final = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
BARE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def page_address(kept: str) -> str:
    """Return an address that may be a link: « www.nordelle.fr » gets its scheme, « javascript: » is none.

    Args:
        kept: as it was typed or imported.

    Returns:
        An address in http or https; empty otherwise.
    """
    address = kept.strip()
    if PAGE.fullmatch(address):
        return address
    return f"https://{address}" if BARE.fullmatch(address) else ""
