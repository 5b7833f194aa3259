"""What a file really is, whatever its name says, and the sentence for each kind we refuse."""

import re
import zipfile
from io import BytesIO

from tremplin.rights.agreement.pages import UnreadableFile, WrongKind

_ASKS = "Déposez la convention en PDF, DOCX, ODT, texte, ou une photo en PNG ou JPEG."

_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "est un document RTF, que Tremplin ne lit pas. Enregistrez-le en DOCX, ODT ou PDF."),
    (b"MZ", f"est un programme, pas une convention. Ne l’ouvrez pas si vous ignorez d’où il vient. {_ASKS}"),
    (b"\x7fELF", f"est un programme, pas une convention. {_ASKS}"),
    (b"GIF8", f"est une image GIF, que Tremplin ne lit pas. {_ASKS}"),
    (b"BM", f"est une image BMP, que Tremplin ne lit pas. {_ASKS}"),
    (b"II*\x00", f"est une image TIFF, que Tremplin ne lit pas. {_ASKS}"),
    (b"MM\x00*", f"est une image TIFF, que Tremplin ne lit pas. {_ASKS}"),
    (b"\x1f\x8b", f"est une archive compressée. Extrayez la convention, puis déposez-la seule. {_ASKS}"),
    (
        b"7z\xbc\xaf\x27\x1c",
        f"est une archive compressée. Extrayez la convention, puis déposez-la seule. {_ASKS}",
    ),
    (b"Rar!", f"est une archive compressée. Extrayez la convention, puis déposez-la seule. {_ASKS}"),
    (b"%!PS", "est un document PostScript, que Tremplin ne lit pas. Enregistrez-le en PDF."),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|meta|table|div)\b", re.I)
_HTML_SAYS = (
    "est une page web, pas un document : le lien de téléchargement a sans doute donné sa page d’accueil. "
    "Téléchargez la convention elle-même."
)


def kind_of(data: bytes, name: str) -> str:
    """Return what a file holds, told from its first bytes.

    Args:
        data: the whole file.
        name: its name, for the sentence.

    Returns:
        "pdf", "docx", "odt", "image" or "text".

    Raises:
        UnreadableFile: empty, damaged or protected; the sentence says what to do.
        WrongKind: of a kind that is not read; the sentence says which.
    """
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n\f"):
        raise UnreadableFile(
            f"« {name} » est vide : il n’y a rien à lire. Vérifiez que le fichier a été enregistré "
            "ou téléchargé jusqu’au bout."
        )
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return "image"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data, name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_old_office(data, name)
    for magic, says in _REFUSED:
        if head.startswith(magic) and not (magic in (b"BM", b"MZ") and _is_text(head)):
            raise WrongKind(f"« {name} » {says}")
    _refuse_pictures(head, name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(start) or (start.startswith(b"<") and _HTML.search(head)):
        raise WrongKind(f"« {name} » {_HTML_SAYS}")
    if not _is_text(data[:65536]):
        raise WrongKind(
            f"« {name} » n’est pas un document que Tremplin sait lire : son contenu n’est ni du texte, ni un "
            f"PDF, ni un document de traitement de texte. {_ASKS}"
        )
    return "text"


def _refuse_pictures(head: bytes, name: str) -> None:
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        raise WrongKind(
            f"« {name} » est une photo ou une vidéo dans un format que Tremplin ne lit pas (HEIC, WebP…). "
            "Enregistrez la photo en JPEG, ou la convention en PDF."
        )


def _refuse_old_office(data: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile(
            f"« {name} » est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, "
            "enregistrez-le, puis déposez-le de nouveau."
        )
    raise WrongKind(
        f"« {name} » est un ancien document Word ou Office (.doc), que Tremplin ne lit pas. "
        "Ouvrez-le et enregistrez-le en DOCX ou en PDF."
    )


def _kind_of_archive(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        raise UnreadableFile(
            f"« {name} » est abîmé ou incomplet : il n’a pas pu être ouvert. Téléchargez-le ou "
            "enregistrez-le de nouveau."
        ) from None
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", entry) for entry in names):
        return "docx"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    raise WrongKind(f"« {name} » {_archive_says(names)}")


def _archive_says(names: set[str]) -> str:
    if any(entry.startswith(("xl/", "ppt/")) for entry in names):
        return f"est un tableur ou une présentation, pas une convention. {_ASKS}"
    if any(entry.startswith("Index/") or entry.endswith(".iwa") for entry in names):
        return "est un document Pages, que Tremplin ne lit pas. Exportez-le en PDF ou en DOCX."
    return f"est une archive ZIP. Extrayez la convention, puis déposez-la seule. {_ASKS}"


def _is_text(sample: bytes) -> bool:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if 0 in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return max(even, odd) > 0.4 * len(sample) and min(even, odd) < 0.05 * len(sample)
    controls = sum(1 for byte in sample if byte < 32 and byte not in (9, 10, 12, 13, 27))
    return controls <= 0.01 * len(sample)
