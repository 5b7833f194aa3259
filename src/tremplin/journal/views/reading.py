"""What Tremplin reads in a text while it is written: figures to confirm, questions, recurrent troubles."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from tremplin.evidence.figures import Figure
from tremplin.evidence.probes import Probe, pain_points, probes
from tremplin.evidence.proposals import Proposal, proposals
from tremplin.evidence.wording import worded
from tremplin.journal.domain.words import plain_text
from tremplin.journal.models import Entry


@dataclass(frozen=True)
class Spotted:
    """A figure found in a text: where, and as it would be kept."""

    key: str
    words: str
    shown: str
    ticked: bool = False

    @property
    def says_more(self) -> bool:
        """Whether what would be kept reads differently from the text."""
        return self.shown.replace("\u00a0", " ").casefold() != self.words.replace("\u00a0", " ").casefold()


@dataclass(frozen=True)
class Reading:
    """What a text holds and lacks."""

    figures: tuple[Spotted, ...] = ()
    questions: tuple[Probe, ...] = ()
    pains: tuple[Probe, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.figures or self.questions or self.pains)


def read(text: str, *, ticked: Collection[str] = (), known: Collection[str] = ()) -> Reading:
    """Return what a text holds, to be proposed.

    Args:
        text: what is typed.
        ticked: places of the figures already ticked.
        known: words of the figures already kept, left out.
    """
    plain = plain_text(text)
    found = (_spotted(one, ticked) for one in proposals(plain) if one.words not in known)
    return Reading(tuple(found), probes(plain), pain_points(plain))


def read_entry(one: Entry) -> Reading:
    """Return what an entry's text holds beyond the figures it keeps."""
    found = read(one.action, known={impact.words for impact in one.impacts.all()})
    return replace(found, pains=()) if one.pain_point else found


def _spotted(one: Proposal, ticked: Collection[str]) -> Spotted:
    figure = Figure(
        kind=one.kind,
        entry=0,
        on=None,  # type: ignore[arg-type]  # only its words are shown
        value=one.quantity,
        unit=one.unit,
        before=one.before,
        after=one.after,
        period=one.period,
        subject=one.subject,
        against=one.against,
    )
    key = f"{one.start}-{one.end}"
    return Spotted(key, one.words, worded(figure), key in ticked)
