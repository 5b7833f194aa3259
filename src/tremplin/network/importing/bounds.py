"""How much a file may hold: enough for any true network, too little for a trap."""

from typing import Final

LARGEST_FILE: Final = 64 << 20  # bytes, once unpacked
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
MOST_MEMBERS: Final = 5_000
MOST_PACKED: Final = 200  # times smaller packed than unpacked
SMALL: Final = 4 << 20  # bytes below which the packing does not matter
DEEPEST: Final = 100
MOST_NODES: Final = 50_000
LONGEST_CELL: Final = 300
LONGEST_PROPERTY: Final = 20_000  # bytes of one line of a card or an event, unfolded
