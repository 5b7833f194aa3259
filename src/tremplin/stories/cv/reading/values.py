"""The values of a record read one by one: what is not of the expected kind is kept aside and told."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from tremplin.stories.cv.reading.bounds import MOST_ENTRIES
from tremplin.stories.cv.reading.outcome import Gathering, quoted
from tremplin.stories.cv.reading.words import says_present
from tremplin.stories.cv.resume import Line, Period, When

Read = TypeVar("Read")
ONGOING: Final = "x-ongoing"
"""Where Tremplin writes that something goes on, or not, when a missing end says otherwise."""
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANK: Final[tuple[Any, ...]] = (None, "", [], {})
SEPARATOR: Final = re.compile(r"[,;\n]")


def cleaned(value: Any, gathering: Gathering) -> Any:
    """Return a value whose texts hold nothing unprintable; say once when some did."""
    found = False

    def clean(one: Any) -> Any:
        nonlocal found
        if isinstance(one, str):
            found = found or UNPRINTABLE.search(one) is not None
            return UNPRINTABLE.sub("", one)
        if isinstance(one, Mapping):
            return {clean(key): clean(inner) for key, inner in one.items()}
        return [clean(inner) for inner in one] if isinstance(one, list) else one

    result = clean(value)
    if found:
        gathering.warn("Des caractères invisibles qui ne s’impriment pas ont été retirés.")
    return result


class Record:
    """One object of a file, read key by key; what nobody asked for is set aside."""

    def __init__(self, values: Mapping[str, Any], where: str, gathering: Gathering) -> None:
        """Remember the values, and where they stand for the sentences."""
        self.values = values
        self.where = where
        self.gathering = gathering
        self._taken: set[str] = set()

    def place(self, key: str) -> str:
        """Return where a key stands in the file: « work[1].startDate »."""
        return f"{self.where}.{key}" if self.where else key

    def aside(self) -> dict[str, Any]:
        """Return what was not taken: unknown keys, blanks, values of another kind; name what speaks."""
        rest = {key: value for key, value in self.values.items() if key not in self._taken}
        told = (key for key, value in rest.items() if value not in BLANK and key != "$schema")
        self.gathering.unshown += [self.place(key) for key in told]
        return rest

    def take(self, key: str) -> Any:
        """Return a value and count it as read."""
        self._taken.add(key)
        return self.values.get(key)

    def text(self, key: str, *older: str) -> str:
        """Return a text; a number is written out, anything else stays aside, both told."""
        for name in (key, *older):
            value = self.values.get(name)
            words = self._words(name, value)
            if words.strip():
                self._taken.add(name)
                if name != key:
                    self.gathering.warn(f"ancien nom de champ, lu comme {quoted(key)}.", self.place(name))
                return words
        return ""

    def _words(self, name: str, value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, bool) or value is None:
            if value is not None:
                self._odd(name, value, "un texte")
            return ""
        if isinstance(value, int | float):
            self.gathering.warn(
                f"{quoted(value)} est un nombre\u00a0: il est lu comme un texte.", self.place(name)
            )
            return str(value)
        if value:
            self._odd(name, value, "un texte")
        return ""

    def _odd(self, name: str, value: Any, wanted: str) -> None:
        why = f"{quoted(value)} devrait être {wanted}\u00a0: gardé tel quel, affiché nulle part."
        self.gathering.warn(why, self.place(name))

    def line(self, key: str, *older: str) -> Line | None:
        """Return a text with its source."""
        words = self.text(key, *older)
        return Line(words, self.gathering.source) if words else None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        value = self.values.get(key)
        if value is None or value == []:
            return ()
        if isinstance(value, str):
            return self._one_text(key, value)
        if not isinstance(value, list):
            self._odd(key, value, "une liste de textes")
            return ()
        self._taken.add(key)
        return tuple(self._each(key, value))

    def _one_text(self, key: str, value: str) -> tuple[str, ...]:
        if not value.strip():
            return ()
        self._taken.add(key)
        self.gathering.warn("un texte au lieu d’une liste\u00a0: lu comme un seul point.", self.place(key))
        return (value,)

    def _each(self, key: str, value: Sequence[Any]) -> Iterator[str]:
        for at, one in enumerate(value):
            place = f"{self.place(key)}[{at}]"
            if isinstance(one, str):
                yield one
            elif isinstance(one, int | float) and not isinstance(one, bool):
                self.gathering.warn(f"{quoted(one)} est un nombre\u00a0: il est lu comme un texte.", place)
                yield str(one)
            elif one is not None:
                self.gathering.refuse(f"{quoted(one)} n’est pas un texte\u00a0: laissé de côté.", place)

    def lines(self, key: str) -> tuple[Line, ...]:
        """Return a list of texts with their source."""
        return tuple(Line(one, self.gathering.source) for one in self.words(key))

    def when(self, key: str, *older: str) -> When | None:
        """Return a date as the file writes it; one that does not exist is kept as words, and told."""
        words = self.text(key, *older).strip()
        if not words:
            return None
        when = When(words)
        if when.parts is None:
            why = f"{quoted(words)} n’est pas une date AAAA, AAAA-MM ou AAAA-MM-JJ\u00a0: gardé tel quel."
            self.gathering.warn(why, self.place(key))
        return when

    def period(self, start: str = "startDate", end: str = "endDate", *, goes_on: bool = False) -> Period:
        """Return from when to when.

        Args:
            start: the key of the first day.
            end: the key of the last one.
            goes_on: whether a beginning without an end still goes on, as the format has it.

        Returns:
            The period; an end before its beginning is kept and told.
        """
        first, last = self.when(start), self.when(end)
        if first and last and is_before(last, first):
            why = f"la fin ({last}) est avant le début ({first})\u00a0: vérifiez ces dates."
            self.gathering.warn(why, self.place(end))
        if isinstance(self.values.get(ONGOING), bool):
            goes_on = self.take(ONGOING)
        current = says_present(last.text) if last else goes_on and first is not None
        return Period(first, last, current)


def is_before(one: When, other: When) -> bool:
    """Say whether a date is surely before another, at the precision both have."""
    first, second = one.parts, other.parts
    if first is None or second is None:
        return False
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def entries(
    value: Any,
    key: str,
    gathering: Gathering,
    read: Callable[[Record], Read],
    *,
    bare: str,
    second: str = "",
) -> tuple[Read, ...]:
    """Return the entries of a section, whatever shape it was given.

    Args:
        value: the list the format wants; an object, a text or pairs are read too, and told.
        key: the name of the section.
        gathering: where sentences go.
        read: reads one entry.
        bare: the key that a text alone stands for.
        second: the key that the other half of a pair stands for.

    Returns:
        The entries; what is none is refused with its place.
    """
    found = []
    for where, one in _listed(value, key, gathering, bare, second):
        if isinstance(one, str) and one.strip():
            gathering.warn(f"un texte seul, lu comme {quoted(bare)}.", where)
            found.append(read(Record({bare: one}, where, gathering)))
        elif isinstance(one, Mapping):
            if one:
                found.append(read(Record(one, where, gathering)))
        elif one not in (None, ""):
            gathering.refuse(f"{quoted(one)} n’est pas une entrée\u00a0: laissé de côté.", where)
    return tuple(found)


def _listed(value: Any, key: str, gathering: Gathering, bare: str, second: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        if len(value) > MOST_ENTRIES:
            gathering.refuse(
                f"{len(value)} entrées\u00a0: seules les {MOST_ENTRIES} premières sont lues.", key
            )
        yield from ((f"{key}[{at}]", one) for at, one in enumerate(value[:MOST_ENTRIES]))
    elif value is not None and value != "":
        found = list(_unlisted(value, bare, second))[:MOST_ENTRIES]
        if not found:
            gathering.refuse(f"{quoted(value)} n’est pas une liste\u00a0: laissé de côté.", key)
            return
        entries = f"{len(found)} entrées lues" if len(found) > 1 else "1 entrée lue"
        gathering.warn(f"{quoted(value)} n’est pas une liste\u00a0: {entries}.", key)
        yield from ((key, one) for one in found)


def _unlisted(value: Any, bare: str, second: str) -> Iterator[Mapping[str, Any]]:
    """Give the entries of a text separated by commas, of one object, or of pairs."""
    if isinstance(value, str):
        yield from ({bare: one.strip()} for one in SEPARATOR.split(value) if one.strip())
    elif isinstance(value, Mapping) and bare in value:
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, Mapping):
                yield {bare: name, **inner}
            elif second and isinstance(inner, str | int | float):
                yield {bare: name, second: inner}
