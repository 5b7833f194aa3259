"""A table for a spreadsheet, which the import reads again."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from tremplin.documents.table import harmless
from tremplin.network.domain.careers import jobs_in_words
from tremplin.network.domain.wording import CIRCLES, TIES, sector_in_words
from tremplin.network.exporting.directory import Directory, Listed
from tremplin.network.exporting.facts import ANSWERS

SEVERAL: Final = " ::: "
ME: Final = "moi"
SOMEONE_ELSE: Final = "quelqu’un d’autre"
COLUMNS: Final = (
    "Prénom et nom",
    "Entreprise",
    "Fonction",
    "E-mail",
    "Téléphone",
    "Profil",
    "Cercle",
    "Domaine",
    "Proximité",
    "Connaît beaucoup de monde",
    "En relation depuis",
    "Lien",
    "Connu par",
    "Connaît",
    "Parcours",
    "Fiche Tremplin",
)


def to_csv(directory: Directory) -> bytes:
    """Return everyone as CSV: semicolons, byte order mark, CRLF, no cell that a spreadsheet would run.

    Args:
        directory: everyone.

    Returns:
        UTF-8; an apostrophe in front of a cell that looks like a formula, which the import takes off.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for person in directory.people:
        writer.writerow([disarmed(cell) for cell in _cells(directory, person)])
    return target.getvalue().encode("utf-8-sig")


def disarmed(cell: str) -> str:
    """Return a cell that no spreadsheet runs, and that reading gives back as it was."""
    bare = cell.strip()
    return f"'{bare}" if bare.startswith("'") else harmless(bare)


def _cells(directory: Directory, person: Listed) -> Iterator[str]:
    yield person.name
    yield person.organization
    yield person.title
    yield SEVERAL.join(person.emails)
    yield SEVERAL.join(person.phones)
    yield SEVERAL.join(person.profiles)
    yield CIRCLES.get(person.circle, "")
    yield sector_in_words(person.expertise or person.domain)
    yield str(person.closeness or "")
    yield "" if person.is_connector is None else ANSWERS[person.is_connector]
    yield person.connected_on.isoformat() if person.connected_on else ""
    yield TIES[person.tie] if person.is_known and person.tie != "contact" else ""
    parent = directory.parents.get(person.key)
    yield ME if person.is_known else directory.spelled(parent) if parent else SOMEONE_ELSE
    known = directory.outgoing.get(person.key, ())
    yield SEVERAL.join(f"{name} ({words})" if words else name for name, words, _ in known)
    yield SEVERAL.join(jobs_in_words(person.career))
    yield str(person.key)
