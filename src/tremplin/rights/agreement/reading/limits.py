"""How much a reader may be asked: size, pages, time and memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading.

    Attributes:
        bytes: size of the file.
        pages: pages of a PDF; an agreement with its annexes has fewer than thirty.
        seconds: whole reading, character recognition included.
        seconds_per_page: character recognition of one page.
        recognisers: pages recognised at the same time.
        memory: bytes of address space of the reading process, where the system can bound it.
        unpacked: bytes of any one part of a DOCX or ODT once unpacked.
        ratio: how many times its packed size a part may weigh once unpacked.
    """

    bytes: int = 30_000_000
    pages: int = 60
    seconds: float = 240.0
    seconds_per_page: float = 30.0
    recognisers: int = 2
    memory: int = 2_000_000_000
    unpacked: int = 40_000_000
    ratio: int = 400


LIMITS = Limits()
