"""A first version that is too long leaves what tells the least, in a known order."""

from tremplin.stories.cv.parts import Choice, ChosenLine, ChosenPart, Origin, Part
from tremplin.stories.cv.resume import BY_HAND, Education, Interest, Post, Reference
from tremplin.stories.cv.shortening import fitted

ORIGIN = Origin("écrit à la main")
PARTS = (
    Part("late", "work", Post(BY_HAND, position="Équipière"), ORIGIN),
    Part("old", "work", Post(BY_HAND, position="Caissière"), ORIGIN),
    Part("studies", "education", Education(BY_HAND, study_type="Licence"), ORIGIN),
    Part("voile", "interests", Interest(BY_HAND, name="Voile"), ORIGIN),
    Part("tutor", "references", Reference(BY_HAND, name="Anaël"), ORIGIN),
)
WHOLE = Choice(
    parts=tuple(
        ChosenPart(one.key, tuple(ChosenLine(f"{one.key}:{rank}", "Suivi") for rank in range(4)))
        if one.is_post
        else ChosenPart(one.key)
        for one in PARTS
    )
)


def printed(choice: Choice) -> int:
    """Count what a page prints: each part and each line takes one line."""
    return sum(1 + len(one.lines) for one in choice.parts)


def short(page: int) -> Choice:
    return fitted(WHOLE, parts=PARTS, excess=lambda choice: max(0, printed(choice) - page))


def kept(choice: Choice) -> list[str]:
    return [key for one in choice.parts for key in (one.key, *(line.key for line in one.lines))]


def test_what_holds_is_left_as_it_is() -> None:
    assert short(page=13) == WHOLE


def test_references_go_first_then_interests_then_the_last_lines_of_the_oldest_post() -> None:
    assert "tutor" not in kept(short(page=12))
    assert "voile" in kept(short(page=12))
    assert set(kept(WHOLE)) - set(kept(short(page=10))) == {"tutor", "voile", "old:3"}


def test_each_post_keeps_its_strongest_line_and_no_diploma_goes() -> None:
    found = kept(short(page=5))

    assert {"late:0", "old:0", "studies"} <= set(found)
    assert len(found) == 5


def test_what_can_go_no_further_is_given_back_too_long() -> None:
    assert {"late", "old", "studies"} <= set(kept(short(page=1)))
