"""What a browser would post from a page, nothing touched."""

from html.parser import HTMLParser

Fields = dict[str, list[str]]


def filled(page: str) -> Fields:
    """Return what the first form of the page's main part that posts would send."""
    reader = _Reader()
    reader.feed(page[page.index("<main") :])
    return reader.fields


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: Fields = {}
        self.is_inside = self.is_over = False
        self.select = self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form" and said.get("method") == "post" and not self.is_over:
            self.is_inside = True
        if not self.is_inside:
            return
        if tag == "select":
            self.select = said.get("name") or ""
        elif tag == "textarea":
            self.text = said.get("name") or ""
        elif (tag == "option" and "selected" in said) or (tag == "input" and _is_sent(said)):
            name = self.select if tag == "option" else said.get("name")
            self._add(name or "", said.get("value", "on" if "checked" in said else "") or "")

    def handle_data(self, data: str) -> None:
        if self.text:
            self._add(self.text, data)
            self.text = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.is_inside:
            self.is_inside, self.is_over = False, True

    def _add(self, name: str, value: str) -> None:
        if name and name != "csrfmiddlewaretoken":
            self.fields.setdefault(name, []).append(value)


def _is_sent(said: dict[str, str | None]) -> bool:
    return said.get("type") not in ("checkbox", "radio") or "checked" in said
