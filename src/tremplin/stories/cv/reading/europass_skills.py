"""Skills and languages of Europass, alone or in groups."""

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.europass_values import EXTRA, EuropassDraft, told_of
from tremplin.stories.cv.reading.long_texts import read_rich
from tremplin.stories.cv.reading.outcome import Gathering
from tremplin.stories.cv.reading.trees import bare_name, children, text
from tremplin.stories.cv.reading.words import dimension_called, language_called
from tremplin.stories.cv.resume import Language, Skill


def read_qualifications(part: Element, draft: EuropassDraft) -> None:
    """Read languages and skills of the trade."""
    for one in children(part):
        if bare_name(one) == "QualificationsSummary":
            draft.skills += [
                Skill(draft.source, name)
                for piece in read_rich(text(one)).whole.split(";")
                if (name := piece.strip())
            ]
        elif bare_name(one) == "PersonCompetency":
            _competency(one, draft)


def _competency(one: Element, draft: EuropassDraft) -> None:
    name = text(one, "CompetencyName", "CompetencyID")
    if not name:
        return
    if text(one, "TaxonomyID").casefold() == "language":
        draft.languages.append(_language(one, draft.gathering))
    else:
        level = text(one, "ProficiencyLevel/ScoreText")
        draft.skills.append(Skill(draft.source, name, level))


def _language(one: Element, gathering: Gathering) -> Language:
    code = text(one, "CompetencyID", "CompetencyName")
    levels = {
        text(scale, "CompetencyDimensionTypeCode"): text(scale, "Score/ScoreText")
        for scale in children(one, "CompetencyDimension")
    }
    known = {scale: level for scale, level in levels.items() if level}
    fluency = in_one_line(known) if known else text(one, "ProficiencyLevel/ScoreText")
    extra = {EXTRA: {"CompetencyID": code, **known}}
    return Language(gathering.source, language_called(code), fluency, extra)


def in_one_line(levels: Mapping[str, str]) -> str:
    """Return the levels of a language in one line: the usual one, then the scales that differ.

    Args:
        levels: by scale of the European framework.

    Returns:
        « B2 », or « B2 (s’exprimer : B1) »; of two levels as usual, the lower one comes first.
    """
    counts = Counter(levels.values())
    usual = min(counts, key=lambda level: (-counts[level], level))
    apart = [f"{dimension_called(scale)}\u00a0: {level}" for scale, level in levels.items() if level != usual]
    return f"{usual} ({', '.join(apart)})" if apart else usual


def read_skills(part: Element, draft: EuropassDraft) -> None:
    """Read skills alone, or in groups that bear a title."""
    for one in children(part):
        if bare_name(one) == "PersonCompetency":
            _competency(one, draft)
            continue
        names = [name for inner in children(one) if (name := _skill_name(inner))]
        title = text(one, "Title")
        told = told_of(one, "Description")
        if title and (names or told.whole):
            points = told.points or tuple(filter(None, [told.summary]))
            draft.skills.append(Skill(draft.source, title, keywords=(*names, *points)))
        elif title:
            draft.skills.append(Skill(draft.source, title))
        else:
            draft.skills += [Skill(draft.source, name) for name in (*names, *told.points)]


def _skill_name(element: Element) -> str:
    if bare_name(element) in {"Title", "Description", "Order"}:
        return ""
    return text(element, "CompetencyName", "Title", "Name") or text(element)
