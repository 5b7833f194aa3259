"""A stream only its passphrase opens: scrypt for the key, AES-256-GCM chunk by chunk.

The file is a header, its authentication, then chunks. Each chunk's nonce holds its rank and whether it is the
last one, so a chunk altered, moved, repeated or missing does not open (Rogaway's STREAM construction).
"""

import hmac
import io
import os
import struct
import unicodedata
from dataclasses import dataclass
from typing import IO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tremplin.keeping.refusals import Damaged, WrongPassphrase

MAGIC: Final = b"TREMPLIN-SEALED1"
CHUNK: Final = 1 << 16
_TAG = 16
_HEADER = struct.Struct(f">{len(MAGIC)}s16sBBB7s")
_CHECK = 32
COST: Final = (17, 8, 1)  # scrypt's log2 n, r and p: 128 MiB and about half a second
_MOST_COST = (20, 16, 4)  # what an unknown file may ask of this machine


@dataclass(frozen=True)
class _Header:
    """What is written in the clear: nothing secret, all of it authenticated."""

    salt: bytes
    cost: tuple[int, int, int]
    prefix: bytes

    @property
    def written(self) -> bytes:
        return _HEADER.pack(MAGIC, self.salt, *self.cost, self.prefix)

    def keys(self, passphrase: str) -> tuple[bytes, bytes]:
        """Derive the key of the chunks and the key that authenticates the header."""
        log_n, r, p = self.cost
        derived = Scrypt(salt=self.salt, length=64, n=1 << log_n, r=r, p=p).derive(
            _typed_anywhere(passphrase)
        )
        return derived[:32], derived[32:]

    def nonce(self, rank: int, *, last: bool) -> bytes:
        return self.prefix + struct.pack(">IB", rank, last)


class SealedWriter(io.RawIOBase):
    """Seals what is written to it; the file opens only once `finish` was called."""

    def __init__(self, target: IO[bytes], *, passphrase: str, cost: tuple[int, int, int] = COST) -> None:
        """Derive the key and write the header.

        Args:
            target: where the sealed bytes go.
            passphrase: any text; nothing of it is kept.
            cost: how hard guessing is; written in the header.
        """
        super().__init__()
        self._target = target
        self._header = _Header(salt=os.urandom(16), cost=cost, prefix=os.urandom(7))
        key, check = self._header.keys(passphrase)
        self._cipher = AESGCM(key)
        self._waiting = bytearray()
        self._rank = 0
        target.write(self._header.written + _check(check, self._header.written))

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, data: object) -> int:
        """Take bytes, and seal every chunk that cannot be the last."""
        taken = bytes(data)  # type: ignore[call-overload]  # any buffer
        self._waiting += taken
        while len(self._waiting) > CHUNK:
            self._seal(self._waiting[:CHUNK], last=False)
            del self._waiting[:CHUNK]
        return len(taken)

    def finish(self) -> None:
        """Seal the last chunk: without it the file is a truncated one."""
        self._seal(self._waiting, last=True)

    def _seal(self, chunk: bytes | bytearray, *, last: bool) -> None:
        nonce = self._header.nonce(self._rank, last=last)
        self._target.write(self._cipher.encrypt(nonce, bytes(chunk), None))
        self._rank += 1


def is_sealed(source: IO[bytes]) -> bool:
    """Say whether a file asks for a passphrase; the position is left at the start."""
    source.seek(0)
    start = source.read(len(MAGIC))
    source.seek(0)
    return start == MAGIC


def unseal(
    source: IO[bytes], target: IO[bytes], *, passphrase: str, most: tuple[int, int, int] = _MOST_COST
) -> None:
    """Open a sealed stream; what was written to `target` counts only if this returns.

    Args:
        source: the sealed bytes, from their start.
        target: where the clear bytes go.
        passphrase: the text given when sealing, however its accents are encoded.
        most: what the file may ask of this machine.

    Raises:
        WrongPassphrase: the passphrase is not the one, or the header was altered.
        Damaged: the rest was altered or cut short.
    """
    header = _read_header(source, most=most)
    key, check = header.keys(passphrase)
    if not hmac.compare_digest(source.read(_CHECK), _check(check, header.written)):
        raise WrongPassphrase(
            "La phrase secrète n’ouvre pas cette sauvegarde. Vérifiez majuscules et accents. Rien n’a changé."
        )
    cipher, rank = AESGCM(key), 0
    chunk = source.read(CHUNK + _TAG)
    while True:
        following = source.read(CHUNK + _TAG)
        target.write(_opened(cipher, header.nonce(rank, last=not following), chunk))
        if not following:
            return
        chunk, rank = following, rank + 1


def _opened(cipher: AESGCM, nonce: bytes, chunk: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, chunk, None)
    except (InvalidTag, ValueError) as problem:
        raise Damaged(
            "Cette sauvegarde est abîmée ou incomplète. Rien n’a changé. Reprenez-en une autre copie."
        ) from problem


def _read_header(source: IO[bytes], *, most: tuple[int, int, int]) -> _Header:
    raw = source.read(_HEADER.size)
    if len(raw) < _HEADER.size:
        raise Damaged("Cette sauvegarde est incomplète. Rien n’a changé. Reprenez-en une autre copie.")
    _, salt, log_n, r, p, prefix = _HEADER.unpack(raw)
    if not all(1 <= asked <= bound for asked, bound in zip((log_n, r, p), most, strict=True)):
        raise Damaged("Le début de cette sauvegarde est abîmé. Rien n’a changé. Reprenez-en une autre copie.")
    return _Header(salt, (log_n, r, p), prefix)


def _check(key: bytes, header: bytes) -> bytes:
    return hmac.digest(key, header, "sha256")


def _typed_anywhere(passphrase: str) -> bytes:
    """One spelling of the accents: keyboards and systems differ."""
    return unicodedata.normalize("NFKC", passphrase).encode()
