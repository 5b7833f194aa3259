"""Only the passphrase opens a sealed stream, whole and in order, or nothing does."""

import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tremplin.keeping.refusals import Damaged, Refused, WrongPassphrase
from tremplin.keeping.sealing import CHUNK, SealedWriter, is_sealed, unseal

QUICK = (4, 8, 1)  # guessing is not what these tests measure
HEADER = 42 + 32
SIZES = st.sampled_from([0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])
PHRASE = "Été à la plage"


def sealed(content: bytes, *, passphrase: str = PHRASE) -> bytes:
    target = io.BytesIO()
    writer = SealedWriter(target, passphrase=passphrase, cost=QUICK)
    for start in range(0, len(content), 50_000):
        writer.write(content[start : start + 50_000])
    writer.finish()
    return target.getvalue()


def opened(content: bytes, *, passphrase: str = PHRASE) -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(content), target, passphrase=passphrase)
    return target.getvalue()


@given(size=SIZES, passphrase=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
@settings(deadline=None, max_examples=40)
def test_what_was_sealed_opens_identical(size: int, passphrase: str) -> None:
    content = bytes(index * 7 % 251 for index in range(size))

    assert opened(sealed(content, passphrase=passphrase), passphrase=passphrase) == content


@pytest.mark.parametrize("wrong", ["Été à la plage ", "ete a la plage", "x"])
def test_another_passphrase_opens_nothing(wrong: str) -> None:
    with pytest.raises(WrongPassphrase, match="phrase secrète"):
        opened(sealed(b"secret"), passphrase=wrong)


def test_accents_count_the_same_however_the_keyboard_encodes_them() -> None:
    decomposed = unicodedata.normalize("NFD", PHRASE)

    assert decomposed != PHRASE
    assert opened(sealed(b"secret"), passphrase=decomposed) == b"secret"


@given(data=st.data())
@settings(deadline=None, max_examples=80)
def test_one_altered_byte_anywhere_is_refused(data: st.DataObject) -> None:
    content = bytearray(sealed(bytes(2 * CHUNK + 9)))
    place = data.draw(st.integers(16, len(content) - 1) | st.integers(16, HEADER))
    content[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises(Refused):
        opened(bytes(content))


@given(kept=st.integers(16, 2 * CHUNK + HEADER + 40) | st.sampled_from([HEADER, HEADER + CHUNK + 16]))
@settings(deadline=None, max_examples=60)
def test_a_stream_cut_anywhere_is_refused(kept: int) -> None:
    content = sealed(bytes(2 * CHUNK + 9))

    with pytest.raises(Refused):
        opened(content[:kept])


def test_chunks_in_another_order_are_refused() -> None:
    content = sealed(bytes(2 * CHUNK) + b"end")
    piece = CHUNK + 16
    first, second = content[HEADER : HEADER + piece], content[HEADER + piece : HEADER + 2 * piece]

    with pytest.raises(Damaged):
        opened(content[:HEADER] + second + first + content[HEADER + 2 * piece :])


def test_the_same_content_is_never_sealed_the_same_way() -> None:
    assert sealed(b"secret") != sealed(b"secret")


def test_a_sealed_file_is_known_by_its_first_bytes() -> None:
    assert is_sealed(io.BytesIO(sealed(b"x")))
    assert not is_sealed(io.BytesIO(b"PK\x03\x04"))
    assert not is_sealed(io.BytesIO(b""))


def test_an_unknown_file_cannot_ask_for_all_the_memory() -> None:
    greedy = bytearray(sealed(b"x"))
    greedy[32] = 40

    with pytest.raises(Damaged):
        opened(bytes(greedy))
