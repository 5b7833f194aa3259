"""One file in, a résumé out: the format is told by the content, never by the name alone."""

import re
from typing import Final

from tremplin.stories.cv.reading.bounds import LARGEST_FILE
from tremplin.stories.cv.reading.json_resume import read_json_resume
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume

WEB_PAGE: Final = re.compile(rb"\s*(?:<!doctype html|<html)", re.I)
EXPECTED: Final = (
    "Tremplin lit JSON Resume (.json), Europass (.xml ou .pdf), le profil LinkedIn (.pdf), "
    "l’archive LinkedIn (.zip) et RenderCV (.yaml)."
)


def read_resume(content: bytes, *, name: str) -> Reading:
    """Return the résumé of a file, whatever its format.

    Args:
        content: the whole file.
        name: as the student's computer calls it; every line read will cite it.

    Returns:
        The résumé, and what was refused, repaired or kept without being shown.

    Raises:
        UnreadableResume: nothing can be read; the sentence says why and what to do.
    """
    if not content.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UnreadableResume("Ce fichier est vide. Exportez de nouveau votre CV.")
    if len(content) > LARGEST_FILE:
        raise UnreadableResume("Ce fichier est trop gros pour un CV\u00a0: il n’a pas été lu.")
    if WEB_PAGE.match(content):
        raise UnreadableResume("Ce fichier est une page web. " + EXPECTED)
    return read_json_resume(content, Gathering(name))
