"""One door to every format: look at the bytes, check the bounds, call the right reader."""

from collections.abc import Callable
from pathlib import Path

from tremplin.rights.agreement.pages import Document, UnreadableFile
from tremplin.rights.agreement.reading.kinds import kind_of
from tremplin.rights.agreement.reading.limits import LIMITS, Limits

Progress = Callable[[int, int], None]


def read(
    path: str | Path, *, name: str | None = None, progress: Progress | None = None, limits: Limits = LIMITS
) -> Document:
    """Return the pages of a file, read in this process.

    Args:
        path: the file; it is only read.
        name: how to call it in sentences; its own name when None.
        progress: called with the page just read and the number of pages.
        limits: what may be asked of the reader.

    Returns:
        The document. Pages that could not be read are listed with a sentence.

    Raises:
        UnreadableFile: the file cannot be read at all; the message says why and what to do.
    """
    path = Path(path)
    name = name or path.name
    return read_bytes(_bytes_of(path, name, limits), name, progress=progress, limits=limits)


def read_bytes(
    data: bytes, name: str, *, progress: Progress | None = None, limits: Limits = LIMITS
) -> Document:
    """Return the pages of a file already in memory; see `read`."""
    tell = progress or _say_nothing
    kind = kind_of(data, name)
    document = _read_kind(kind, data, name, tell, limits)
    empty = not any(page.lines for page in document.pages)
    if empty and not document.unreadable:
        raise UnreadableFile(
            f"« {name} » ne contient aucun texte : toutes ses pages sont blanches. "
            "Vérifiez que c’est bien la convention remplie."
        )
    return document


def _read_kind(kind: str, data: bytes, name: str, tell: Progress, limits: Limits) -> Document:
    if kind == "pdf":
        from tremplin.rights.agreement.reading.pdf import read_pdf

        return read_pdf(data, name, tell, limits)
    if kind == "docx":
        from tremplin.rights.agreement.reading.docx import read_docx

        return read_docx(data, name, limits)
    if kind == "odt":
        from tremplin.rights.agreement.reading.odt import read_odt

        return read_odt(data, name, limits)
    if kind == "image":
        from tremplin.rights.agreement.reading.ocr import read_image

        return read_image(data, name, tell, limits)
    from tremplin.rights.agreement.reading.plain import read_text

    return read_text(data, name)


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            what = "est un dossier" if path.is_dir() else "est introuvable"
            raise UnreadableFile(f"« {name} » {what} : indiquez le fichier de la convention.")
        size = path.stat().st_size
        if size > limits.bytes:
            raise UnreadableFile(
                f"« {name} » pèse {size / 1_000_000:.0f} Mo, plus que les {limits.bytes // 1_000_000} Mo que "
                "Tremplin lit. Déposez la convention seule, ou numérisez-la moins finement."
            )
        return path.read_bytes()
    except OSError:
        raise UnreadableFile(
            f"« {name} » n’a pas pu être ouvert. "
            "Vérifiez qu’il existe encore et que vous avez le droit de le lire."
        ) from None


def _say_nothing(page: int, pages: int) -> None:
    """Do nothing: nobody asked for progress."""
