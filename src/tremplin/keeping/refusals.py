"""Why a backup was not made or not restored, in sentences for the student."""

import errno

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Refused(Exception):
    """Nothing was changed; the message is a French sentence saying what to do next."""


class NotABackup(Refused):
    """The file is something else."""


class Damaged(Refused):
    """The file was cut short or altered."""


class TooRecent(Refused):
    """A newer Tremplin made it."""


class WrongPassphrase(Refused):
    """The passphrase is missing or does not open the file."""


class CannotWrite(Refused):
    """The disk is full, or refuses."""


def cannot_write(problem: OSError) -> CannotWrite:
    """Say that the disk refused, and which room is missing when it is room.

    Args:
        problem: what the system answered.

    Returns:
        The refusal to raise.
    """
    if problem.errno in _NO_ROOM:
        return no_room()
    reason = problem.strerror or str(problem)
    return CannotWrite(
        f"L’écriture n’a pas été possible ({reason}). Rien n’a changé. Choisissez un autre emplacement."
    )


def no_room() -> CannotWrite:
    """Say that the disk is full."""
    return CannotWrite(
        "Il n’y a plus assez de place sur le disque. Rien n’a changé. Libérez-en, puis recommencez."
    )
