"""One file in, a résumé out: the format is told by the content, never by the name alone."""

import re
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any, Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.attachments import attachments_of, opened_pdf
from tremplin.stories.cv.reading.badges import PNG, badge_in_image, badge_in_picture, is_badge, read_badge
from tremplin.stories.cv.reading.bounds import LARGEST_FILE
from tremplin.stories.cv.reading.decoding import decoded
from tremplin.stories.cv.reading.europass import read_candidate
from tremplin.stories.cv.reading.json_resume import parsed, resume_of
from tremplin.stories.cv.reading.linkedin_pdf import read_linkedin_pdf
from tremplin.stories.cv.reading.linkedin_tables import (
    read_linkedin_archive,
    read_linkedin_table,
    table_of,
)
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.rendercv import is_rendercv, read_rendercv
from tremplin.stories.cv.reading.skills_passport import read_skills_passport, tree_of
from tremplin.stories.cv.reading.trees import bare_name, parsed_tree

EXPECTED: Final = (
    "Tremplin lit JSON Resume (.json), Europass (.xml ou .pdf), le profil LinkedIn (.pdf), "
    "l’archive LinkedIn (.zip) et RenderCV (.yaml)."
)
CONTACTS: Final = "Les contacts et les relations s’importent dans Réseau."
WEB_PAGE: Final = re.compile(r"(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html)", re.I | re.S)
BLANK: Final = b"\0\r\n\t \xef\xbb\xbf\xff\xfe"
SNIFFED: Final = 4096
EUROPASS: Final = frozenset({"Candidate", "SkillsPassport", "LearnerInfo", "Europass"})
ZIP: Final = b"PK"
PDF: Final = b"%PDF-"


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
    if not content.strip(BLANK):
        raise UnreadableResume("Ce fichier est vide. Exportez de nouveau votre CV.")
    if len(content) > LARGEST_FILE:
        raise UnreadableResume("Ce fichier est trop gros pour un CV\u00a0: il n’a pas été lu.")
    gathering = Gathering(name or "un fichier sans nom")
    if PDF in content[:1024]:
        return _pdf(content, gathering)
    if content.startswith(PNG):
        return _image(content, gathering)
    if content.startswith(ZIP):
        return read_linkedin_archive(content, gathering)
    return _text(content, gathering)


def _image(content: bytes, gathering: Gathering) -> Reading:
    if badge := badge_in_image(content):
        return _json(parsed(badge, gathering), gathering)
    raise UnreadableResume("Ce fichier est une image, sans texte à lire. " + EXPECTED)


def _text(content: bytes, gathering: Gathering) -> Reading:
    start = decoded(content[:SNIFFED], Gathering("start")).lstrip("\ufeff \t\r\n\0")
    if WEB_PAGE.match(start):
        raise UnreadableResume("Ce fichier est une page web, pas un CV. " + EXPECTED)
    if start.startswith("<"):
        return _xml(parsed_tree(content), gathering)
    text = decoded(content, gathering)
    if start.startswith(("{", "[")) or gathering.file.lower().endswith(".json"):
        return _json(parsed(text, gathering), gathering)
    if gathering.file.lower().endswith((".yaml", ".yml")) or is_rendercv(text):
        return read_rendercv(text, gathering)
    if table := table_of(text, gathering.file):
        return read_linkedin_table(content, table, gathering)
    hint = CONTACTS if gathering.file.lower().endswith((".csv", ".vcf")) else EXPECTED
    raise UnreadableResume(f"Ce fichier n’est pas un CV que Tremplin sait lire. {hint}")


def _json(value: Any, gathering: Gathering) -> Reading:
    if isinstance(value, dict) and isinstance(value.get("SkillsPassport"), dict):
        return read_skills_passport(tree_of(value["SkillsPassport"]), gathering)
    if is_badge(value):
        return read_badge(value, gathering)
    return resume_of(value, gathering)


def _xml(root: Element, gathering: Gathering) -> Reading:
    name = bare_name(root)
    if name == "Candidate":
        return read_candidate(root, gathering)
    if name in EUROPASS:
        return read_skills_passport(root, gathering)
    if name == "svg" and (badge := badge_in_picture(root)):
        return _json(parsed(badge, gathering), gathering)
    raise UnreadableResume(
        f"Ce XML n’est pas un CV Europass\u00a0: sa racine est {quoted(name)}, et non {quoted('Candidate')}."
    )


def _trees_in(pdf: Any) -> Iterator[Element]:
    """Give each XML file a PDF carries; an invoice or a damaged one hides no other."""
    for _, attached in attachments_of(pdf):
        if attached.lstrip(BLANK).startswith(b"<"):
            with suppress(UnreadableResume):
                yield parsed_tree(attached)


def _pdf(content: bytes, gathering: Gathering) -> Reading:
    with closing(opened_pdf(content)) as pdf:
        for root in _trees_in(pdf):
            if bare_name(root) in EUROPASS:
                return _xml(root, gathering)
        if found := read_linkedin_pdf(pdf, gathering):
            return found
    raise UnreadableResume(
        "Ce PDF n’est ni un profil LinkedIn, ni un CV Europass qui porte ses données. " + EXPECTED
    )
