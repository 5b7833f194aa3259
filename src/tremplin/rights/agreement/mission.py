"""A mission alone, before any agreement: does it serve a purpose the law forbids?"""

from dataclasses import replace
from datetime import date

from tremplin.law.parameters import OFFICIAL
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import units
from tremplin.rights.agreement.facts import read
from tremplin.rights.agreement.findings.uses import uses
from tremplin.rights.agreement.pages import Document, Line, Page
from tremplin.rights.agreement.values import Facts, Finding

LABEL = "Activités confiées : "


def mission_findings(mission: str, *, on: date) -> tuple[Finding, ...]:
    """Return the forbidden purposes and the dangers that the words of a mission reveal.

    Args:
        mission: sentences or lines, as the student would put them in an agreement.
        on: the day of the check.

    Returns:
        Findings with the words quoted, as the audit of an agreement makes them; empty when none.

    Sources: Code de l'éducation, art. L. 124-7, L. 124-14.
    Limits: reads words, not what will really be asked of the intern.
    """
    written = [line.strip() for line in mission.splitlines() if line.strip()]
    lines = tuple(Line(text=LABEL + line, block=number) for number, line in enumerate(written))
    if not lines:
        return ()
    reading = read(Document("mission", "text", (Page(1, lines),), page_count=1))
    case = Case(reading, units(reading), Facts({}), on, OFFICIAL, complete=True)
    return tuple(replace(one, quote=one.quote.removeprefix(LABEL)) for one in uses(case))
