"""From bytes to text, as the contacts are read: marks, UTF-16, Windows-1252, damaged accents."""

from tremplin.network.importing.decoding import decoded as decoded_with_problems
from tremplin.stories.cv.reading.outcome import Gathering


def decoded(content: bytes, gathering: Gathering) -> str:
    """Return the text of a file; what was repaired in it is told."""
    text, problems = decoded_with_problems(content)
    for problem in problems:
        gathering.warn(problem.why)
    return text
