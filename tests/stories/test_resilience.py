"""The resilience story: six parts, three lengths, a line; the weeks that remain; the triage."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.evidence.figures import Figure
from tremplin.stories.domain.bodies import bodies
from tremplin.stories.domain.facts import Fact, Unreadable, as_text, from_bytes, to_bytes
from tremplin.stories.domain.lacks import lacks, lacks_named
from tremplin.stories.domain.neutral import Hidden, findings
from tremplin.stories.domain.resilience import (
    Resilience,
    drafted,
    examples,
    held,
    mended_story,
    read,
    spoken,
    telling,
    written,
)
from tremplin.stories.domain.salvage import MOST_WEEKS, salvage_plan
from tremplin.stories.domain.telling import spoken_seconds
from tremplin.stories.domain.triage import found, law_on, stops_at_help, trouble_at, troubles

NOBODY = Hidden()
TODAY = date(2026, 11, 30)
SYLVIE = Resilience(
    fact="Stage dans une PME de l’agroalimentaire.",
    constraint="J’ai travaillé sans encadrement direct, dans un environnement non structuré.",
    decision="J’ai pris l’initiative de cartographier les processus logistiques.",
    effect="J’ai repéré les goulets d’étranglement.",
    learnt="Cette expérience m’a appris à opérer en totale autonomie.",
    now="Aujourd’hui, je dessine le flux avant d’ouvrir un tableau.",
)


def test_sylvie_tells_it_in_twenty_and_in_sixty_seconds() -> None:
    told = telling(SYLVIE, hidden=Hidden(employers=("Conserverie du Levant",)))

    assert told.can_leave
    assert told.short.seconds is not None
    assert told.long.seconds is not None
    assert told.short.seconds <= 20
    assert told.short.seconds < told.long.seconds <= 60
    assert told.short.text.startswith("Cette expérience m’a appris")
    assert told.line.startswith("Cartographie des processus logistiques")


def test_a_story_that_names_the_employer_does_not_leave() -> None:
    named = Resilience(**{**as_parts(SYLVIE), "fact": "Stage chez C.D.L. cet été."})
    hidden = Hidden(employers=("Conserverie du Levant",))

    assert not telling(named, hidden=hidden).can_leave
    assert list(read(named, hidden=hidden, given=())) == ["fact"]


def test_a_story_without_a_decision_does_not_leave() -> None:
    assert not telling(Resilience(fact="Un stage.", learnt="L’autonomie."), hidden=NOBODY).can_leave


def test_a_name_cut_between_two_parts_is_still_seen() -> None:
    cut = Resilience(
        **{**as_parts(SYLVIE), "fact": "Un stage à Conserverie", "constraint": "du Levant, seule."}
    )

    assert not telling(cut, hidden=Hidden(employers=("Conserverie du Levant",))).can_leave


WORDS = st.lists(st.sampled_from(("avancer", "écrire", "mesurer", "flux", "stage")), max_size=90).map(
    " ".join
)


@given(st.builds(Resilience, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS), st.sampled_from((20, 60)))
def test_a_spoken_length_is_kept_unless_one_part_alone_is_too_long(story: Resilience, seconds: int) -> None:
    said = spoken(story, seconds=seconds)

    parts = [part for part in as_parts(story).values() if part.strip()]
    alone = {spoken_seconds(part) for part in parts}
    assert spoken_seconds(said) <= seconds or spoken_seconds(said) in alone
    assert seconds == 20 or bool(said) is bool(parts)


def test_a_part_that_does_not_fit_in_twenty_seconds_is_left_out() -> None:
    long = Resilience(**{**as_parts(SYLVIE), "effect": "mesurer " * 50})

    assert "mesurer" not in spoken(long, seconds=20)
    assert "mesurer" in spoken(long, seconds=60)


def test_names_and_blame_go_from_every_part_and_figures_stay() -> None:
    said = Resilience(fact="Chez Nordelle, c’était nul.", effect="J’ai trouvé 14 flux.")

    mended = mended_story(said, hidden=Hidden(employers=("Nordelle",), described="une PME"))

    assert mended == Resilience(
        fact="Dans une PME, le fonctionnement restait à structurer.", effect="J’ai trouvé 14 flux."
    )


def test_each_figure_leads_to_the_entry_that_gives_it() -> None:
    proof = Figure(kind="quantity", entry=7, on=TODAY, value=Decimal(14), unit="flux")
    said = Resilience(decision="J’ai suivi 14 flux.", effect="J’ai trouvé 3 goulets, puis 14 flux.")

    proved = held(said, given=("8 semaines", proof))

    assert [(one.words, one.figure.entry) for one in proved] == [("14 flux", 7)]


def test_a_draft_without_a_lack_stays_as_written() -> None:
    assert drafted(SYLVIE, ()) == SYLVIE


def test_answers_are_sorted_and_pages_found_by_their_address() -> None:
    assert [one.key for one in found(["boredom", "danger", "inconnu"])] == ["danger", "boredom"]
    assert trouble_at("harcelement") in troubles()
    assert trouble_at("rien") is None


def test_what_only_the_student_can_say_is_offered_and_never_written_for_them() -> None:
    lacking = lacks_named(["no_manager"])

    begun = drafted(Resilience(), lacking)

    assert (begun.learnt, begun.now) == ("", "")
    assert set(examples(begun, lacking)) == {"learnt", "now"}
    assert set(examples(SYLVIE, lacking)) == set()
    assert examples(begun, ()) == {}


def test_the_whole_story_is_written_in_three_paragraphs() -> None:
    assert len(written(SYLVIE).split("\n")) == 3


def test_a_lack_begins_a_story_and_never_replaces_what_was_written() -> None:
    begun = drafted(Resilience(learnt="J’ai appris à compter."), lacks_named(["chaos", "no_manager"]))

    assert begun.learnt == "J’ai appris à compter."
    assert (
        begun.constraint == "J’ai travaillé sans encadrement direct. Le fonctionnement restait à structurer."
    )


def test_every_lack_has_its_own_skill_and_says_it_without_blame() -> None:
    every = lacks()

    assert len(every) >= 10
    assert len({one.skill for one in every}) == len(every)
    for one in every:
        assert findings(f"{one.constraint} {one.learnt} {one.now}", hidden=NOBODY) == (), one.key


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-30, 400))
def test_a_plan_has_one_gesture_a_week_until_the_last_day(today: date, days: int) -> None:
    last = today + timedelta(days=days)

    plan = salvage_plan(today=today, last_day=last)

    assert len(plan) <= MOST_WEEKS
    assert all(today <= week.first_on <= week.last_on <= last for week in plan)
    assert all(one.last_on < other.first_on for one, other in pairwise(plan))
    assert all(week.first_on.weekday() < 5 for week in plan)


def test_one_week_left_is_for_the_ghost_project_and_two_for_showing_it() -> None:
    one = salvage_plan(today=TODAY, last_day=TODAY + timedelta(days=4))
    two = salvage_plan(today=TODAY, last_day=TODAY + timedelta(days=11))

    assert ["fantôme" in week.gesture.title for week in one] == [True]
    assert "livrable" in two[-1].gesture.title


def test_a_finished_internship_has_no_plan() -> None:
    assert salvage_plan(today=TODAY, last_day=TODAY - timedelta(days=1)) == ()


def test_the_triage_asks_ten_questions_and_the_gravest_come_first() -> None:
    every = troubles()

    assert len(every) == 10
    assert [one.serious for one in every] == [True] * 3 + [False] * 7
    assert stops_at_help(every)
    assert not stops_at_help(every[3:])


def test_a_serious_trouble_has_a_first_thing_to_do_and_someone_to_call() -> None:
    for one in troubles():
        if one.serious:
            assert one.first
            assert one.calls
        assert one.who
        assert one.keep


def test_what_the_law_kept_here_does_not_cover_is_said() -> None:
    for one in troubles():
        said = law_on(one, on=TODAY)

        assert said.steps or one.uncovered, one.key
    by_key = {one.key: one for one in troubles()}
    assert by_key["discrimination"].uncovered
    assert by_key["danger"].uncovered
    assert law_on(by_key["discrimination"], on=TODAY).steps == ()


@pytest.mark.parametrize(("on", "hourly"), [(date(2025, 12, 31), "4,35"), (date(2026, 1, 1), "4,50")])
def test_the_gratification_follows_the_figures_of_the_day(on: date, hourly: str) -> None:
    unpaid = next(one for one in troubles() if one.key == "unpaid")

    assert any(hourly in step.says for step in law_on(unpaid, on=on).steps)


def test_every_number_has_the_page_where_it_was_read_and_the_day() -> None:
    for one in bodies().values():
        assert one.page.startswith("https://")
        assert one.source
        assert one.read_on <= date(2026, 11, 30)
        assert one.dial.isdigit()
        assert one.dial in one.number.replace(" ", "").replace("\u00a0", "")


FACTS = st.builds(
    Fact,
    on=st.dates(),
    says=st.text(max_size=50),
    seen_by=st.text(max_size=20),
    kept=st.text(max_size=20),
    written_on=st.none() | st.dates(),
)


@given(st.lists(FACTS, max_size=5))
def test_facts_come_back_as_they_were_written(facts: list[Fact]) -> None:
    assert from_bytes(to_bytes(facts)) == tuple(sorted(facts, key=lambda one: one.on))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"facts": [1]}', b'{"facts": [{"on": "hier"}]}', b"\xff"]
)
def test_bytes_of_another_shape_are_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        from_bytes(content)


def test_the_text_says_when_each_fact_was_written() -> None:
    fact = Fact(on=date(2026, 1, 12), says="Il a crié.", seen_by="Bob", written_on=date(2026, 1, 13))

    assert as_text([fact]) == (
        "12\u00a0janvier 2026\u00a0: Il a crié.\nTémoins\u00a0: Bob\nNoté le 13\u00a0janvier 2026.\n"
    )


def as_parts(story: Resilience) -> dict[str, str]:
    """Return a story by part."""
    return {name: getattr(story, name) for name in story.__slots__}
