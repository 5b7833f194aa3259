"""Unpacking a DOCX or ODT with bounds, and parsing its XML without external entities."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tremplin.rights.agreement.pages import UnreadableFile
from tremplin.rights.agreement.reading.limits import Limits

_CHUNK = 1 << 16
_MOST_ENTRIES = 5_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)


class Archive:
    """An opened DOCX or ODT; each part is unpacked on demand, within bounds."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        """Refuse at once an archive of countless parts."""
        self._archive, self._name, self._limits = archive, name, limits
        if len(archive.infolist()) > _MOST_ENTRIES:
            raise _bomb(name)

    def names(self) -> list[str]:
        """Return the names of the parts."""
        return self._archive.namelist()

    def part(self, entry: str) -> Element | None:
        """Return the root of an XML part, None when there is no such part.

        Raises:
            UnreadableFile: protected, damaged, or unpacking without end.
        """
        if entry not in self.names():
            return None
        try:
            root: Element = fromstring(self._unpacked(entry), forbid_dtd=False)
        except UnreadableFile:
            raise
        except (ParseError, DefusedXmlException, RecursionError, *_BROKEN):
            raise _broken(self._name) from None
        return root

    def _unpacked(self, entry: str) -> bytes:
        info = self._archive.getinfo(entry)
        if info.flag_bits & 1:
            raise protected(self._name)
        most = min(self._limits.unpacked, max(1_000_000, info.compress_size * self._limits.ratio))
        pieces, size = [], 0
        with self._archive.open(info) as stream:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                if size > most:
                    raise _bomb(self._name)
                pieces.append(piece)
        return b"".join(pieces)


@contextmanager
def opened(data: bytes, name: str, limits: Limits) -> Iterator[Archive]:
    """Open an archive already known to be one.

    Raises:
        UnreadableFile: it cannot be opened.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN:
        raise _broken(name) from None
    with archive:
        yield Archive(archive, name, limits)


def protected(name: str) -> UnreadableFile:
    """Return the refusal of a document closed by a password."""
    return UnreadableFile(
        f"« {name} » est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le, "
        "puis déposez-le de nouveau."
    )


def _broken(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"« {name} » est abîmé ou incomplet : il n’a pas pu être lu. "
        "Téléchargez-le ou enregistrez-le de nouveau."
    )


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"« {name} » se déplie en un volume anormal, comme un fichier piégé. Tremplin ne l’a pas lu : "
        "demandez un autre exemplaire à votre établissement."
    )
