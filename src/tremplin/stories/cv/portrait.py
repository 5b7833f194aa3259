"""A photo made ready for a CV: upright, cut to a portrait, without what the camera said."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

SIZE: Final = (600, 780)
KINDS: Final = ("JPEG", "PNG", "WEBP")
MOST_PIXELS: Final = 60_000_000
QUALITY: Final = 88
HIGH: Final = 0.35


class NotAPhoto(ValueError):
    """A file that is no photo; the message says why and what to do, in French."""


def portrait(content: bytes) -> bytes:
    """Write a photo again as a portrait.

    Args:
        content: a JPEG, PNG or WebP file.

    Returns:
        A JPEG of 600 by 780 pixels at most, cut from the upper middle: no place, no date, no camera.

    Raises:
        NotAPhoto: it cannot be read, or is too large.
    """
    try:
        with Image.open(BytesIO(content), formats=KINDS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NotAPhoto(
                    "Cette photo est trop grande. Enregistrez-la en plus petit, puis recommencez."
                )
            return _written(ImageOps.exif_transpose(opened))
    except UnidentifiedImageError as unread:
        raise NotAPhoto(
            "Ce fichier n’est pas une photo lisible. Choisissez un JPEG, un PNG ou un WebP."
        ) from unread
    except (OSError, SyntaxError, Image.DecompressionBombError) as damaged:
        raise NotAPhoto("Cette photo est abîmée. Enregistrez-la de nouveau, puis recommencez.") from damaged


def _written(photo: Image.Image) -> bytes:
    """Paste it on white, so that a transparent corner is no black one."""
    flat = Image.new("RGB", photo.size, "white")
    layered = photo.convert("RGBA")
    flat.paste(layered, mask=layered.getchannel("A"))
    size = SIZE if flat.width >= SIZE[0] and flat.height >= SIZE[1] else _within(flat.size)
    cut = ImageOps.fit(flat, size, Image.Resampling.LANCZOS, centering=(0.5, HIGH))
    kept = BytesIO()
    cut.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()


def _within(size: tuple[int, int]) -> tuple[int, int]:
    """Return the largest portrait a small photo holds, never enlarged."""
    width = min(size[0], size[1] * SIZE[0] // SIZE[1])
    return max(width, 1), max(width * SIZE[1] // SIZE[0], 1)
