"""What may be kept as proof: the type is read in the content, never trusted from the name."""

from pathlib import PurePath
from typing import Final

LARGEST: Final = 25_000_000
LOOKED_AT: Final = 4096

IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
OFFICE_SUFFIXES: Final = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
TEXT_SUFFIXES: Final = frozenset({".txt", ".md", ".csv", ".eml", ".json"})
ACCEPTED: Final = "PNG, JPEG, GIF, WebP, PDF, Word, Excel, PowerPoint, OpenDocument ou texte"
ACCEPTED_SUFFIXES: Final = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".pdf",
    *sorted(OFFICE_SUFFIXES | TEXT_SUFFIXES),
)


class RefusedFile(ValueError):
    """The file is not kept; the message is a French sentence that says why and what to do."""


def kind_of(head: bytes, *, name: str, size: int) -> str:
    """Return what a file is, from its first bytes.

    Args:
        head: its first bytes, at least `LOOKED_AT` unless it is shorter.
        name: as the student's computer calls it; only tells apart files whose content looks alike.
        size: bytes.

    Returns:
        « image », « pdf », « office » or « text ».

    Raises:
        RefusedFile: it is empty, too large, or none of these.
    """
    refuse_size(size, name=name)
    suffix = PurePath(name).suffix.lower()
    if head.startswith(IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") and suffix in OFFICE_SUFFIXES:
        return "office"
    if suffix in TEXT_SUFFIXES and _reads_as_text(head):
        return "text"
    raise RefusedFile(
        f"« {name} » n’est pas d’un type accepté comme preuve ({ACCEPTED}). "
        "Enregistrez-le en PDF, ou faites-en une capture d’écran."
    )


def refuse_size(size: int, *, name: str) -> None:
    """Refuse an empty or an oversized file.

    Args:
        size: bytes.
        name: as the student's computer calls it.

    Raises:
        RefusedFile: it is empty or weighs more than `LARGEST`.
    """
    if not size:
        raise RefusedFile(f"« {name} » est vide : il ne contient aucun octet. Vérifiez le fichier d’origine.")
    if size > LARGEST:
        raise RefusedFile(
            f"« {name} » dépasse {LARGEST // 1_000_000} Mo. Gardez la page utile, ou une capture d’écran."
        )


def _reads_as_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "cp1252"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as problem:
            if encoding == "utf-8" and problem.start >= len(head) - 3 and len(head) >= LOOKED_AT:
                return True
            continue
        return True
    return False
