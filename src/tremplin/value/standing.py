"""Where the student stands: the facts of every room, gathered for the gauge."""

from collections.abc import Iterable
from datetime import date

from tremplin.value import queries
from tremplin.value.composing import composed
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.readiness import Facts, Gauge, gauge
from tremplin.value.domain.results import Result, confirmed_count, witnesses


def gauge_of(internship: Followed) -> Gauge:
    """Measure a student's case today.

    Args:
        internship: the internship.

    Returns:
        Ten checks and the ceilings in force.
    """
    return gauge(facts_of(internship))


def facts_of(internship: Followed, results: Iterable[Result] | None = None) -> Facts:
    """Gather what the gauge rests on.

    Args:
        internship: the internship.
        results: results already read; None to read them.

    Returns:
        Counts of what is confirmed and kept.
    """
    found = queries.results(internship) if results is None else tuple(results)
    at_large = queries.words_at_large(internship)
    case = queries.case_of(internship)
    slides, to_mend = _slides(internship, found)
    best = next(iter(queries.candidates(internship)), None)
    project = best.project if best else None
    figures = [figure for one in found for figure in one.figures]
    return Facts(
        figures=confirmed_count(found),
        complete_figures=sum(not figure.estimated for figure in figures),
        witnesses=witnesses(found, at_large),
        quotes=sum(words.quotable for words in (*at_large, *(said for one in found for said in one.words))),
        unshown=len(queries.unshown(internship, found)),
        tutor=internship.tutor,
        talked=queries.has_talked(internship),
        budget_holder=case.budget_holder.full_name if case.budget_holder else "",
        project=project.title if project else "",
        project_measured=project is not None and None not in {project.before, project.after},
        slides=slides,
        slides_to_mend=to_mend,
        plan_steps=sum(bool(step.deliverable and step.indicator) for step in queries.plan_steps(case)),
    )


def _slides(internship: Followed, found: tuple[Result, ...]) -> tuple[int, int]:
    deck = queries.deck_of(internship)
    if deck is None:
        return 0, 0
    paper = composed(deck, internship, student="", on=date.min, found=found)
    return len(paper.slides), sum(bool(slide.to_confirm) for slide in paper.slides)
