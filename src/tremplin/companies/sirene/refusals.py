"""Why a Sirene file, an import or a search was refused, in sentences for the student."""

from typing import Final

NO_ESTABLISHMENT: Final = "Il manque StockEtablissement, qui dit où sont les entreprises."


class Refused(Exception):
    """Nothing was changed; the message is a French sentence saying what to do next."""


class NotSirene(Refused):
    """The file is something else, or can no longer be read."""


class NoRoom(Refused):
    """The disk or the memory does not suffice."""


class Busy(Refused):
    """Another import is running."""


class NothingImported(Refused):
    """No stock was imported on this machine."""
