"""What a student does in the journal: one function, one transaction each."""

from tremplin.journal.models import ExperienceKind, ImpactKind, Method, Visibility
from tremplin.journal.operations.entries import (
    add_entry,
    bring_back,
    change_entry,
    delete_entry,
    erase_deleted,
)
from tremplin.journal.operations.experiences import add_experience, add_mission, change_experience
from tremplin.journal.operations.feedback import add_feedback, change_feedback
from tremplin.journal.operations.impacts import (
    ImpactValues,
    as_values,
    change_impact,
    keep_impact,
)
from tremplin.journal.operations.importing import import_framework, import_rows
from tremplin.journal.operations.noting import Noted, catch_up, note, ticked_figures
from tremplin.journal.operations.proofs import (
    attach,
)
from tremplin.journal.operations.skills import (
    CannotMerge,
    add_skills,
    aim_for,
    find_or_add_skill,
    merge_skills,
    unmerge_skill,
)
from tremplin.journal.operations.undoing import NothingToUndo, erase_removed, merge, remove, undo, way_back

__all__ = [
    "CannotMerge",
    "ExperienceKind",
    "ImpactKind",
    "ImpactValues",
    "Method",
    "Noted",
    "NothingToUndo",
    "Visibility",
    "add_entry",
    "add_experience",
    "add_feedback",
    "add_mission",
    "add_skills",
    "aim_for",
    "as_values",
    "attach",
    "bring_back",
    "catch_up",
    "change_entry",
    "change_experience",
    "change_feedback",
    "change_impact",
    "delete_entry",
    "erase_deleted",
    "erase_removed",
    "find_or_add_skill",
    "import_framework",
    "import_rows",
    "keep_impact",
    "merge",
    "merge_skills",
    "note",
    "remove",
    "ticked_figures",
    "undo",
    "unmerge_skill",
    "way_back",
]
