"""The end of an internship: the outline of its report, the people to keep, the recommendation to ask for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tremplin.accounts.queries import current_student
from tremplin.documents.deck import Quote
from tremplin.documents.report_outline import ReportEntry, ReportOutline
from tremplin.internships import queries as internships
from tremplin.journal import queries as journal
from tremplin.journal.domain.table import KEPT_BACK
from tremplin.law.words import NBSP, day
from tremplin.network import queries as network
from tremplin.value import queries
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import Result


@dataclass(frozen=True, slots=True)
class Met:
    """Someone of the internship, and why they matter to the student."""

    name: str
    why: str
    is_kept: bool


def report_outline(internship: Followed, *, on: date, is_whole: bool = False) -> ReportOutline:
    """Return the outline of the internship report (*rapport de stage*).

    Args:
        internship: the internship.
        on: the day of the file.
        is_whole: whether the company agreed that the school reads what was written for it alone.

    Returns:
        Entries the company may read, by mission and by skill, their proofs at the end; those meant for
        the company keep their day, mission and skills alone unless `is_whole`.
    """
    row = internships.internship(internship.pk)
    kept = journal.entries(journal.Filters(experience=internship.experience_id))
    read = [one for one in kept if not one.draft and one.visibility != "private"]
    entries = [_entry(one) if is_whole or one.visibility == "public" else _kept_back(one) for one in read]
    student = current_student().first_name
    return ReportOutline(
        subject=internship.subject_of(student),
        produced_on=on,
        cover=_cover(internship, row),
        missions=tuple(line.title for line in internships.mission_lines(row)) if row else (),
        skills=tuple(dict.fromkeys(skill for one in entries for skill in one.skills)),
        entries=tuple(reversed(entries)),
        people=tuple(one.name for one in people(internship)),
        author=student,
    )


def _entry(one: Any) -> ReportEntry:
    quotes = (queries.words_of(feedback) for feedback in one.feedback.all())
    return ReportEntry(
        entry=one.pk,
        on=one.date,
        action=one.action,
        mission=one.mission.title if one.mission else "",
        skills=tuple(skill.name for skill in one.skills.all()),
        figures=journal.figures_of(one),
        quotes=tuple(
            Quote(said.says, said.author, said.role, said.on, one.pk) for said in quotes if said.quotable
        ),
    )


def _kept_back(one: Any) -> ReportEntry:
    return replace(_entry(one), action=KEPT_BACK, figures=(), quotes=())


def _cover(internship: Followed, row: Any) -> tuple[str, ...]:
    school = internships.school_of(row) if row else ""
    dates = f"Du {day(internship.starts_on)} au {day(internship.last_day)}"
    tutor = f"Tuteur ou tutrice{NBSP}: {internship.tutor}" if internship.tutor else ""
    referent = f"Enseignant référent{NBSP}: {row.referent.full_name}" if row and row.referent else ""
    return tuple(filter(None, (school, internship.host, dates, tutor, referent)))


def people(internship: Followed, found: Iterable[Result] | None = None) -> tuple[Met, ...]:
    """Return the people of an internship, each once: who followed the student, who saw a result.

    Args:
        internship: the internship.
        found: results already read; None to read them.

    Returns:
        The tutor first; `is_kept` says whether they are already in the network.
    """
    row = internships.internship(internship.pk)
    followers = [(internship.tutor, "vous a suivi dans l’entreprise")]
    if row is not None and row.referent is not None:
        followers.append((row.referent.full_name, "vous a suivi pour l’école"))
    results = queries.results(internship) if found is None else found
    speakers = [(words.author, "vous a fait un retour") for words in queries.words_at_large(internship)]
    met = dict(reversed([*followers, *_seers(results), *speakers]))
    known = {person.full_name for person in network.people()}
    return tuple(Met(name, why, name in known) for name, why in reversed(met.items()) if name)


def _seers(results: Iterable[Result]) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    for result in results:
        seen += [(figure.witness, "a constaté un résultat") for figure in result.figures]
        seen += [(words.author, "vous a fait un retour") for words in result.words]
    return seen
