"""A secret the student pastes, kept so that a backup alone cannot read it."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SHOWN = 4


def seal(text: str, *, by: str) -> str:
    """Return a text that only `by`, the secret of this data folder, opens again."""
    return _box(by).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str, *, by: str) -> str:
    """Return what was sealed; empty when it was sealed on another machine, or altered."""
    try:
        return _box(by).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return ""


def masked(text: str) -> str:
    """Return the last letters of a secret, enough to tell it from another and too few to use it."""
    return f"••••\u00a0{text[-SHOWN:]}" if len(text) >= SHOWN * 3 else "••••"


def _box(by: str) -> Fernet:
    derived = HKDF(SHA256(), 32, None, b"tremplin: keys of public services").derive(by.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
