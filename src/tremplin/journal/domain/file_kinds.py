"""What may be kept as proof: the type is read in the content, and the name must agree."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

LARGEST: Final = 25_000_000
LOOKED_AT: Final = 4096
LISTED_IN: Final = 65_536

IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
BOM: Final = b"\xef\xbb\xbf"
OFFICE_PARTS: Final = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis.opendocument")
SUFFIXES: Final[Mapping[str, tuple[str, ...]]] = {
    "image": (".png", ".jpg", ".jpeg", ".gif", ".webp"),
    "pdf": (".pdf",),
    "office": (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"),
    "text": (".txt", ".md", ".csv", ".eml", ".json"),
}
INSIDE: Final = {
    "image": "une image",
    "pdf": "un PDF",
    "office": "un document bureautique",
    "text": "du texte",
}
ACCEPTED: Final = "PNG, JPEG, GIF, WebP, PDF, Word, Excel, PowerPoint, OpenDocument ou texte"
ACCEPTED_SUFFIXES: Final = tuple(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)


class RefusedFile(ValueError):
    """The file is not kept; the message is a French sentence that says why and what to do."""


def kind_of(head: bytes, *, name: str, size: int, tail: bytes = b"") -> str:
    """Return what a file is, from its bytes; its name must agree.

    Args:
        head: its first bytes, at least `LOOKED_AT` unless it is shorter.
        name: as the student's computer calls it.
        size: bytes.
        tail: its last bytes, where an office document lists its parts.

    Returns:
        « image », « pdf », « office » or « text ».

    Raises:
        RefusedFile: it is empty, too large, none of these, or another than its name says.
    """
    refuse_size(size, name=name)
    suffix = PurePath(name).suffix.lower()
    kind = _kind_inside(head, tail, suffix)
    if not kind:
        raise RefusedFile(
            f"« {name} » n’est pas d’un type accepté comme preuve ({ACCEPTED}). "
            "Enregistrez-le en PDF, ou faites-en une capture d’écran."
        )
    if suffix not in SUFFIXES[kind]:
        raise RefusedFile(
            f"« {name} » contient {INSIDE[kind]}, mais son nom dit autre chose. "
            f"Si c’est bien votre fichier, renommez-le avec la fin {SUFFIXES[kind][0]}."
        )
    return kind


def _kind_inside(head: bytes, tail: bytes, suffix: str) -> str:
    """Read the kind in the content; a text says nothing of itself, so its name must."""
    if head.startswith(IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    if head.removeprefix(BOM).lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "office" if any(part in head + tail for part in OFFICE_PARTS) else ""
    return "text" if suffix in SUFFIXES["text"] and _reads_as_text(head) else ""


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
