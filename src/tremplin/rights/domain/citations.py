"""Articles as a jurist cites them, grouped by text."""

from collections.abc import Iterable
from dataclasses import dataclass

from tremplin.law.sources import Source


@dataclass(frozen=True, slots=True)
class Citation:
    """One text and its articles, « Code de l’éducation, art. L. 124-6 et D. 124-8 »."""

    text: str
    articles: tuple[Source, ...]

    def __str__(self) -> str:
        """Write it on one line."""
        named = [source.article for source in self.articles if source.article]
        if not named:
            return self.text
        most, last = ", ".join(named[:-1]), named[-1]
        return f"{self.text}, art. {most} et {last}" if most else f"{self.text}, art. {last}"


def citations(sources: Iterable[Source]) -> tuple[Citation, ...]:
    """Group articles by text, each once, in the order they come.

    Args:
        sources: articles, repeated or not.

    Returns:
        One citation per text.
    """
    by_text: dict[str, dict[Source, None]] = {}
    for source in sources:
        by_text.setdefault(source.text, {})[source] = None
    return tuple(Citation(text, tuple(articles)) for text, articles in by_text.items())
