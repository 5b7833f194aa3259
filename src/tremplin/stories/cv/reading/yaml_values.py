"""YAML 1.2 as its author sees it: every scalar keeps its own letters, whatever a program would make of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from tremplin.stories.cv.reading.bounds import DEEPEST, LARGEST_YAML, MOST_VALUES
from tremplin.stories.cv.reading.outcome import UnreadableResume, quoted

TAG: Final = "tag:yaml.org,2002:"
MERGE: Final = "<<"
ENDLESS: Final = "Ce YAML se déplie sans fin\u00a0: il n’a pas été lu."
ADVICE: Final[Mapping[str, str]] = {
    "'\\t'": "YAML refuse les tabulations en début de ligne\u00a0: remplacez-les par des espaces",
    "mapping values are not allowed": "un deux-points dans un texte\u00a0: mettez ce texte entre guillemets",
    "undefined alias": "un texte qui commence par une étoile\u00a0: mettez-le entre guillemets",
    "cannot start any token": "un texte commence par un signe réservé\u00a0: mettez-le entre guillemets",
    "while scanning a quoted scalar": "un guillemet n’est pas fermé",
    "unexpected end of stream": "un guillemet n’est pas fermé",
    "expected <block end>": "le décalage vers la droite n’est pas le même que celui des lignes voisines",
    "could not find expected ':'": "il manque un deux-points après le nom du champ",
    "another document": "un second document commence ici\u00a0: gardez-en un seul",
    "or ']'": "un crochet n’est pas fermé",
    "or '}'": "une accolade n’est pas fermée",
}
"""What to do, by words of the parser's own message."""


@dataclass(slots=True)
class Yaml:
    """A document: its values, and for each place the line and what YAML 1.2 takes the scalar for.

    Attributes:
        values: texts, lists and objects; every scalar is its own letters, null is None.
        lines: from 1, by place: « cv.sections.Profil[0] ».
        kinds: « int », « float », « bool », « timestamp » of the scalars that are no text.
        doubled: places written twice; the last one is read.
    """

    values: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    _count: int = 0

    def read(self, node: Node, place: str, depth: int) -> Any:
        """Return the value of a node, noting where it stands."""
        self._count += 1
        if depth > DEEPEST or self._count > MOST_VALUES:
            raise UnreadableResume(ENDLESS)
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, SequenceNode):
            return [self.read(one, f"{place}[{at}]", depth + 1) for at, one in enumerate(node.value)]
        if isinstance(node, MappingNode):
            return dict(self._pairs(node, place, depth))
        return self._scalar(node, place)

    def _pairs(self, node: MappingNode, place: str, depth: int) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, value in _merged_first(node.value):
            if key.value == MERGE and not isinstance(value, ScalarNode):
                parts = value.value if isinstance(value, SequenceNode) else [value]
                for part in parts:
                    merged = self.read(part, place, depth + 1)
                    yield from merged.items() if isinstance(merged, dict) else ()
                continue
            name = str(key.value) if isinstance(key, ScalarNode) else quoted(str(key.start_mark.line + 1))
            inner = f"{place}.{name}" if place else name
            if name in seen:
                self.doubled.append(inner)
            seen.add(name)
            yield name, self.read(value, inner, depth + 1)

    def _scalar(self, node: Node, place: str) -> Any:
        kind = str(node.tag).removeprefix(TAG)
        if kind == "null":
            return None
        if kind != "str":
            self.kinds[place] = kind
        return str(node.value)


def _merged_first(pairs: list[Any]) -> list[Any]:
    return sorted(pairs, key=lambda pair: pair[0].value != MERGE)


def read_yaml(text: str) -> Yaml:
    """Return what a YAML 1.2 text holds.

    Args:
        text: one document.

    Returns:
        Its values and their places.

    Raises:
        UnreadableResume: no YAML, with the line and what to do; or unfolding without end.
    """
    if len(text) > LARGEST_YAML:
        raise UnreadableResume("Ce YAML est trop gros pour un CV\u00a0: il n’a pas été lu.")
    parser = YAML(typ="safe", pure=True)
    parser.composer.warn_double_anchors = False
    try:
        node = parser.compose(text)
    except MarkedYAMLError as problem:
        raise UnreadableResume(_fault(problem)) from problem
    except RecursionError as problem:
        raise UnreadableResume(ENDLESS) from problem
    except YAMLError as problem:
        raise UnreadableResume("Ce YAML contient des caractères invisibles\u00a0: retirez-les.") from problem
    found = Yaml()
    if node is not None:
        found.values = found.read(node, "", 0)
    return found


def typed(value: str, kind: str) -> Any:
    """Return what YAML 1.2 makes of a scalar: « 1.5 » a number, « true » a truth."""
    if kind == "bool":
        return value.casefold() == "true"
    try:
        return int(value) if kind == "int" else float(value) if kind == "float" else value
    except ValueError:
        return value


def _fault(problem: MarkedYAMLError) -> str:
    """Say where the YAML breaks, and what to do."""
    mark = problem.problem_mark or problem.context_mark
    place = f"ligne {mark.line + 1}, colonne {mark.column + 1}" if mark else "à la fin"
    said = f"{problem.context or ''} {problem.problem or ''}"
    advice = next((words for key, words in ADVICE.items() if key in said), "")
    return f"Ce YAML n’est pas lisible {place}\u00a0: {advice or 'vérifiez cette ligne'}."
