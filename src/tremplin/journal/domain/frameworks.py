"""Lists of skills: Tremplin's own, ROME 4.0, ESCO in French, and a school's."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, Literal
from zipfile import BadZipFile, ZipFile

from tremplin.journal.domain.sheets import LARGEST, Table, UnreadableTable, read_table
from tremplin.journal.domain.words import folded

DATA: Final = Path(__file__).with_name("skills.toml")
Source = Literal["builtin", "rome", "esco", "school"]

NAME_HEADINGS: Final = (
    "competence", "competences", "libelle", "intitule", "nom", "libelle competence", "apprentissage critique",
    "apprentissages critiques", "skill",
)  # fmt: skip
CODE_HEADINGS: Final = ("code", "code competence", "id", "identifiant", "reference", "code rncp")
FAMILY_HEADINGS: Final = (
    "famille", "bloc", "bloc de competences", "domaine", "ue", "categorie", "activite", "niveau",
    "composante",
)  # fmt: skip
INSIDE_ZIP: Final = ("referentiel_competence", "referentiel_savoir", "skills_fr")


@dataclass(frozen=True, slots=True)
class ListedSkill:
    """One skill of a list."""

    name: str
    code: str = ""
    family: str = ""

    def as_row(self) -> Mapping[str, str]:
        """Return it as the operations take it."""
        return {"name": self.name, "code": self.code, "family": self.family}


@dataclass(frozen=True, slots=True)
class Framework:
    """A list of skills, where it comes from, and what was said while reading it."""

    source: Source
    skills: tuple[ListedSkill, ...]
    notes: tuple[str, ...] = ()


@cache
def builtin_skills() -> Framework:
    """Return Tremplin's own list of skills for students.

    Returns:
        Skills by family, without codes.
    """
    families = tomllib.loads(DATA.read_text("utf-8"))
    skills = (
        ListedSkill(name, f"tremplin:{folded(name)}", family)
        for family, content in families.items()
        for name in content["skills"]
    )
    return Framework("builtin", tuple(skills))


def builtin_skill(name: str) -> ListedSkill | None:
    """Return a skill of Tremplin's own list.

    Args:
        name: as typed, accents and capitals aside.

    Returns:
        The skill; None when the list does not name it.
    """
    return _builtin_by_name().get(folded(name))


@cache
def _builtin_by_name() -> Mapping[str, ListedSkill]:
    return {folded(skill.name): skill for skill in builtin_skills().skills}


def read_framework(content: bytes, *, name: str) -> Framework:
    """Return the skills a file lists, whatever list it is.

    Args:
        content: the whole file: CSV, XLSX, or the ZIP of ROME or ESCO.
        name: as the student's computer calls it.

    Returns:
        ROME, ESCO or school skills, told apart by their headings.

    Raises:
        UnreadableTable: no list of skills can be read in it; the sentence says why.
    """
    tables = list(_tables(content, name))
    found = [_from_table(table) for table in tables]
    skills = tuple(skill for framework in found for skill in framework.skills)
    if not skills:
        raise UnreadableTable(
            f"« {name} » ne contient aucune compétence. "
            "Il faut une colonne « Compétence » et, si possible, une colonne « Code »."
        )
    notes = tuple(note for framework in found for note in framework.notes)
    return Framework(found[0].source, skills, notes)


def _tables(content: bytes, name: str) -> Iterator[Table]:
    """Open a ZIP of CSV files, or the file itself."""
    if not content.startswith(b"PK\x03\x04") or not name.lower().endswith(".zip"):
        yield read_table(content, name=name)
        return
    try:
        with ZipFile(BytesIO(content)) as archive:
            for one in archive.infolist():
                inside = PurePosixPath(one.filename).name
                if any(part in inside.lower() for part in INSIDE_ZIP) and one.file_size <= LARGEST:
                    yield read_table(archive.read(one), name=inside)
    except BadZipFile as problem:
        raise UnreadableTable(f"« {name} » est abîmé ou incomplet. Téléchargez-le à nouveau.") from problem


def _from_table(table: Table) -> Framework:
    headings = [folded(heading).replace("_", " ") for heading in table.headings]
    if "concepturi" in headings:
        return _from_esco(table, headings)
    if "code ogr savoir" in headings:
        return _from_rome(
            table, headings, code="code ogr savoir", label="libelle savoir", family="categorie savoir"
        )
    if "code ogr" in headings and "libelle competence" in headings:
        return _from_rome(table, headings, code="code ogr", label="libelle competence", family="cat comp")
    return _from_school(table, headings)


def _from_rome(table: Table, headings: Sequence[str], *, code: str, label: str, family: str) -> Framework:
    columns = [_index(headings, (one,)) for one in (label, code, family)]
    return Framework("rome", tuple(_skills(table, columns)), table.notes)


def _from_esco(table: Table, headings: Sequence[str]) -> Framework:
    """Read ESCO skills; obsolete concepts are left out and counted."""
    status = _index(headings, ("status",))
    kept = [row for row in table.rows if status is None or row[1][status] in {"released", ""}]
    columns = [_index(headings, (one,)) for one in ("preferredlabel", "concepturi", "skilltype")]
    gone = len(table.rows) - len(kept)
    notes = (f"Retirées d’ESCO et laissées de côté : {gone}.",) if gone else ()
    skills = _skills(Table(table.headings, tuple(kept)), columns)
    return Framework("esco", tuple(skills), (*table.notes, *notes))


def _from_school(table: Table, headings: Sequence[str]) -> Framework:
    columns = [_index(headings, names) for names in (NAME_HEADINGS, CODE_HEADINGS, FAMILY_HEADINGS)]
    if columns[0] is None and len(headings) == 1:
        columns[0] = 0
    nameless = [number for number, cells in table.rows if columns[0] is not None and not cells[columns[0]]]
    notes = tuple(f"Ligne {number} : sans nom de compétence, laissée de côté." for number in nameless[:20])
    return Framework("school", tuple(_skills(table, columns)), (*table.notes, *notes))


def _skills(table: Table, columns: Sequence[int | None]) -> Iterator[ListedSkill]:
    name, code, family = columns
    if name is None:
        return
    for _, cells in table.rows:
        if cells[name]:
            yield ListedSkill(
                cells[name][:300],
                cells[code][:200] if code is not None else "",
                cells[family][:200] if family is not None else "",
            )


def _index(headings: Sequence[str], names: Iterable[str]) -> int | None:
    """Return the first column whose heading is one of the names, then begins with one."""
    wanted = tuple(names)
    exact = (index for index, heading in enumerate(headings) if heading in wanted)
    close = (index for index, heading in enumerate(headings) if heading.startswith(wanted))
    return next(exact, next(close, None))
