"""The small values that several documents print: a fact, a figure, a sentence with its proof."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of the internship, and where it was read.

    Attributes:
        label: what it is, in two or three words.
        value: as a reader expects it, already in French.
        place: « page 2 », « saisi par vous »; empty when it does not matter.
    """

    label: str
    value: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure set large, with the sentence that says what it measures.

    Attributes:
        value: figure and unit, « 110,25 € ».
        says: what it measures, one or two short sentences.
        proof: highlight it: it is computed and can be checked.
    """

    value: str
    says: str
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of which one figure is a proof, hence highlighted.

    Attributes:
        says: the whole sentence.
        figure: the words of it to highlight, first occurrence; none when empty or absent.
    """

    says: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence and the texts it rests on, « Code de l’éducation, art. L. 124-6 »."""

    says: str
    citations: tuple[str, ...] = ()
