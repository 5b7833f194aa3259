"""French typography of what a student reads: no-break spaces, curly apostrophes."""

import re
from html.parser import HTMLParser

WRONG = (
    (re.compile(r"[\w»)] [:;!?»€%](?=\s|$)"), "plain space before a high sign"),
    (re.compile(r"« "), "plain space after an opening quote"),
    (re.compile(r"\w'\w"), "straight apostrophe"),
    (re.compile(r"\.\.\."), "three dots instead of …"),
    (re.compile(r"!"), "exclamation mark"),
)
QUOTED = re.compile(r"«\u00a0.*?\u00a0»", re.DOTALL)
READ_ATTRIBUTES = ("aria-label", "placeholder", "title", "alt")


class _Reader(HTMLParser):
    """Collects what is read, not what is only markup."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.texts += [value for name, value in attrs if name in READ_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden and data.strip():
            self.texts.append(data.strip())


def faults(page: str) -> list[str]:
    """List the faults of a page, each with its text; an empty list is a clean page.

    What stands between French quotation marks is someone else's text, kept as it is.
    """
    reader = _Reader()
    reader.feed(page)
    ours = [QUOTED.sub("«»", text) for text in reader.texts]
    return [f"{what}: {text}" for text in ours for pattern, what in WRONG if pattern.search(text)]
