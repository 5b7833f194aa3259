"""Files the student gave, kept byte for byte under the digest of their content."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex


class TooLarge(ValueError):
    """The file weighs more than may be kept; nothing was kept."""


@dataclass(frozen=True)
class Cupboard:
    """One folder of kept files; two files with the same content are one."""

    folder: Path

    def keep(self, chunks: Iterable[bytes], *, most: int) -> tuple[str, int]:
        """Write a file once, under its digest.

        Args:
            chunks: its bytes.
            most: bytes it may weigh.

        Returns:
            The SHA-256 of its content, in hexadecimal, and its size in bytes.

        Raises:
            TooLarge: it weighs more than `most`.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unnamed = self.folder / f".{token_hex(8)}.part"
        unnamed.touch(mode=0o600)
        try:
            digest, size = _write(chunks, unnamed, most)
            if not self.path_of(digest).exists():
                unnamed.replace(self.path_of(digest))
        finally:
            unnamed.unlink(missing_ok=True)
        return digest, size

    def keep_alone(self, content: bytes, *, most: int) -> str:
        """Keep one file that waits for an answer; any other that waited is erased.

        Args:
            content: the whole file.
            most: bytes it may weigh.

        Returns:
            Its digest.

        Raises:
            TooLarge: it weighs more than `most`.
        """
        digest, _size = self.keep([content], most=most)
        for other in self.digests() - {digest}:
            self.forget(other)
        return digest

    def take(self, digest: str) -> bytes | None:
        """Return a file, erased from the folder; None for a digest that is not there."""
        if digest not in self.digests():
            return None
        content = self.path_of(digest).read_bytes()
        self.forget(digest)
        return content

    def path_of(self, digest: str) -> Path:
        """Return where the file of that digest is kept, present or not."""
        return self.folder / digest

    def digests(self) -> frozenset[str]:
        """Return the digests of all kept files."""
        if not self.folder.is_dir():
            return frozenset()
        return frozenset(path.name for path in self.folder.iterdir() if not path.name.startswith("."))

    def forget(self, digest: str) -> None:
        """Erase a kept file; one already gone is no matter."""
        self.path_of(digest).unlink(missing_ok=True)


def _write(chunks: Iterable[bytes], path: Path, most: int) -> tuple[str, int]:
    sum_of_bytes, size = hashlib.sha256(), 0
    with path.open("wb") as target:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise TooLarge
            sum_of_bytes.update(chunk)
            target.write(chunk)
    return sum_of_bytes.hexdigest(), size
