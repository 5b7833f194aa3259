"""A résumé ready to leave as a file: refused while a figure has no proof, or when it is too long."""

from dataclasses import dataclass, field
from datetime import date

from tremplin.documents.curriculum import Design, Proof
from tremplin.stories.cv.building import Built
from tremplin.stories.cv.writing.files import Format, write


class NotProved(ValueError):
    """A CV says figures that nothing proves; `says` holds the sentence of each."""

    def __init__(self, says: tuple[str, ...]) -> None:
        """Keep the sentences, and say them all."""
        super().__init__(" ".join(says))
        self.says = says


@dataclass(frozen=True, slots=True)
class Ready:
    """A CV, what stands in its way, and how it looks."""

    made: Built
    design: Design = Design.CLASSIC
    photo: bytes = b""
    figures: tuple[Proof, ...] = field(default=())

    def as_file(self, form: Format, *, on: date, design: Design | None = None) -> bytes:
        """Return the file.

        Args:
            form: of the file.
            on: the day written in it.
            design: how it looks; None for the version's own.

        Returns:
            Its bytes.

        Raises:
            NotProved: a figure has no proof.
            TooLong: it does not hold on one page.
        """
        if self.made.blocking:
            raise NotProved(tuple(f"{one.place}\u00a0: {one.says}" for one in self.made.blocking))
        return write(
            self.made.resume,
            form,
            on=on,
            design=design or self.design,
            photo=self.photo,
            proofs=self.figures,
        )
