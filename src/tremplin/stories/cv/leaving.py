"""A résumé ready to leave as a file: refused while a figure has no proof, or when it is too long."""

from dataclasses import dataclass, field, replace
from datetime import date

from tremplin.documents.curriculum import Curriculum, Design, Proof, curriculum_to_pdf
from tremplin.documents.one_page import TooLong
from tremplin.stories.cv.building import Built
from tremplin.stories.cv.resume import Location, Resume
from tremplin.stories.cv.writing.files import Format, write
from tremplin.stories.cv.writing.printing import curriculum_of


def excess_of(page: Curriculum) -> tuple[str, ...]:
    """Return the lines of a CV that fall off its page; empty when it holds."""
    try:
        curriculum_to_pdf(page)
    except TooLong as refusal:
        return refusal.excess
    return ()


class NotProved(ValueError):
    """A CV says figures that nothing proves; `says` holds the sentence of each."""

    def __init__(self, says: tuple[str, ...]) -> None:
        """Keep the sentences, and say them all."""
        super().__init__(" ".join(says))
        self.says = says


@dataclass(frozen=True, slots=True)
class Ready:
    """A CV, what stands in its way, how it looks, and what a file gave that no page shows."""

    made: Built
    design: Design = Design.CLASSIC
    photo: bytes = b""
    figures: tuple[Proof, ...] = field(default=())
    beside: Resume | None = None

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
        if form is Format.WORD and (excess := excess_of(self.page(on=on, design=design))):
            raise TooLong(excess)
        resume = self.made.resume
        if form is Format.JSON_RESUME and self.beside:
            resume = whole(resume, self.beside)
        return write(
            resume,
            form,
            on=on,
            design=design or self.design,
            photo=self.photo,
            proofs=self.figures,
        )

    def page(self, *, on: date, design: Design | None = None) -> Curriculum:
        """Return the page it prints."""
        look = design or self.design
        return curriculum_of(self.made.resume, on=on, design=look, photo=self.photo, proofs=self.figures)


def whole(resume: Resume, beside: Resume) -> Resume:
    """Return a résumé with what a file gave and no page shows, so that the file may come back whole.

    Args:
        resume: as it is printed; what it says wins.
        beside: the latest import; empty without one.

    Returns:
        The résumé with address, accounts and values kept as they were.
    """
    said, kept = resume.basics, beside.basics
    city, home = (said.location or Location()).city, kept.location or Location()
    basics = replace(
        said,
        image=said.image or kept.image,
        location=home if home.city == city else said.location,
        profiles=said.profiles or kept.profiles,
        url=said.url if kept.url or said.url not in {one.url for one in kept.profiles} else "",
        extra={**kept.extra, **said.extra},
    )
    return replace(resume, basics=basics, meta=beside.meta, extra=beside.extra)
