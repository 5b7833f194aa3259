"""How much a résumé may weigh: enough for any true one with its photo, too little for a trap."""

from typing import Final

LARGEST_FILE: Final = 20 << 20  # bytes
LARGEST_YAML: Final = 128 << 10  # bytes; reading YAML is slow, and a true CV weighs a tenth of it
LARGEST_PHOTO: Final = 6 << 20  # characters of a `data:` address
DEEPEST: Final = 60
MOST_VALUES: Final = 50_000
MOST_ENTRIES: Final = 500  # of one section
MOST_PAGES: Final = 40
MOST_LETTERS: Final = 60_000  # of one page
MOST_ATTACHMENTS: Final = 50
SHOWN: Final = 60  # characters of a value quoted in a sentence
LARGEST_STREAM: Final = 64 << 20  # bytes of one stream of a PDF, unpacked
LARGEST_UNPACKED: Final = 256 << 20  # bytes of all of them
MOST_STREAMS: Final = 20_000
