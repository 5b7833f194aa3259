"""Archives opened in memory, within bounds: no file is written, a bomb is refused."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from tremplin.network.importing.bounds import LARGEST_FILE, MOST_MEMBERS, MOST_PACKED, SMALL
from tremplin.network.importing.incoming import UnreadableContacts

PIECE: Final = 1 << 16
NOT_A_LETTER: Final = re.compile(r"[^a-z0-9.]")
READ: Final = (".csv", ".vcf")
DAMAGED: Final = (
    "Cette archive est incomplète ou abîmée. Téléchargez-la de nouveau\u00a0: "
    "le lien de LinkedIn vaut 72 heures."
)
ENDLESS: Final = "Cette archive se déplie sans fin\u00a0: elle n’a pas été ouverte."


def unpacked(content: bytes) -> Mapping[str, bytes]:
    """Return the tables and cards of an archive.

    Args:
        content: the archive.

    Returns:
        Bytes by bare file name, in lower case without folders, blanks, hyphens or
        underscores; a place and a slash in front when a member before it bears the same name.

    Raises:
        UnreadableContacts: cut, protected, or unpacking without end.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise UnreadableContacts(ENDLESS)
            wanted: dict[str, zipfile.ZipInfo] = {}
            for at, one in enumerate(members):
                if (name := bare_name(one.filename)).endswith(READ):
                    wanted[f"{at}/{name}" if name in wanted else name] = one
            return _read(archive, wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as problem:
        if isinstance(problem, UnreadableContacts):
            raise
        raise UnreadableContacts(DAMAGED) from problem


def bare_name(path: str) -> str:
    """Return a member's own name, fit to be compared: « Jobs/Saved_Jobs.csv » gives « savedjobs.csv »."""
    return NOT_A_LETTER.sub("", PurePosixPath(path.replace("\\", "/")).name.lower())


def _read(archive: zipfile.ZipFile, wanted: Mapping[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    left, found = LARGEST_FILE, {}
    for name, member in wanted.items():
        if member.flag_bits & 1:
            raise UnreadableContacts(
                "Cette archive est protégée par un mot de passe. Déballez-la, puis donnez ses fichiers .csv."
            )
        found[name] = _one(archive, member, left)
        left -= len(found[name])
    return found


def _one(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    most = min(left, max(SMALL, member.compress_size * MOST_PACKED))
    pieces, size = [], 0
    with archive.open(member) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > most:
                raise UnreadableContacts(ENDLESS)
            pieces.append(piece)
    return b"".join(pieces)
