"""Where the student stands and the one next move."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.cap.domain.agreement import what_is_left
from tremplin.cap.domain.gesture import A_PAST_POINT, Doors, Gesture, next_gesture
from tremplin.cap.domain.journey import FLAG_WIDTH, Journey, Milestone, journey
from tremplin.cap.domain.project import Case, EntryLine, Notebook, Place, Project, Stone
from tremplin.cap.domain.proofs import best_proofs
from tremplin.cap.domain.rooms import missions_to_say, slipping, tasks
from tremplin.cap.domain.standing import standing
from tremplin.cap.domain.week import Task, minutes, this_week
from tremplin.evidence.figures import Figure
from tremplin.law.words import NBSP

FEBRUARY, JULY = date(2026, 2, 2), date(2026, 7, 3)
ALL_DOORS = Doors(agreements="/a/", gratification="/g/", answers="/r/")


@dataclass(frozen=True)
class Read:
    """An agreement as Droits sums it up."""

    host: str = "Cargolière"
    city: str = "Angers"
    starts_on: date | None = FEBRUARY
    ends_on: date | None = JULY
    read_on: date = date(2026, 1, 8)
    url: str = "/a/1/"
    to_correct: int = 0
    to_clarify: int = 0
    to_check: int = 0
    points: tuple[str, ...] = ()
    at_stake: Decimal | None = None


def test_the_internship_of_the_example_has_22_weeks_and_is_in_its_ninth() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=date(2026, 4, 2))

    assert len(path.weeks) == 22
    assert path.week == 9
    assert [week.opens_month for week in path.weeks if week.opens_month] == [
        "févr.", "mars", "avr.", "mai", "juin", "juil.",
    ]  # fmt: skip


def test_milestones_are_the_middle_three_quarters_and_15_days_before_the_end() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert [stone.on for stone in path.milestones] == [
        date(2026, 4, 18),
        date(2026, 5, 26),
        date(2026, 6, 18),
    ]


def test_every_milestone_sits_on_its_week() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert [week.milestone for week in path.weeks if week.milestone] == list(path.milestones)


@pytest.mark.parametrize("ends_on", [date(2026, 2, 2), date(2026, 2, 6), date(2026, 3, 6)])
def test_a_very_short_internship_has_no_milestone(ends_on: date) -> None:
    path = journey(starts_on=FEBRUARY, ends_on=ends_on, on=FEBRUARY)

    assert path.milestones == ()
    assert path.week == 1


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2026, 1, 31), f"Votre stage commence dans 2{NBSP}jours."),
        (date(2026, 2, 1), f"Votre stage commence dans 1{NBSP}jour."),
        (date(2026, 2, 2), f"Semaine 1 sur 22.\nLe point mi-parcours est dans 75{NBSP}jours."),
        (date(2026, 4, 18), "Semaine 11 sur 22.\nLe point mi-parcours est aujourd’hui."),
        (date(2026, 7, 3), "Semaine 22 sur 22."),
        (date(2026, 7, 4), f"Votre stage s’est terminé le 3{NBSP}juillet 2026."),
    ],
)
def test_the_title_says_where_the_day_falls(on: date, title: str) -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=on)

    assert standing(Read(), path, phase="agreement")[0] == title


def test_the_line_under_it_names_host_place_and_dates() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert standing(Read(), path, phase="agreement")[1] == (
        f"Stage chez Cargolière, Angers, du 2{NBSP}février 2026 au 3{NBSP}juillet 2026."
    )


def test_what_was_not_read_is_left_out() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert standing(Read(host="", city=""), path, phase="")[1].startswith("Stage du 2")
    assert "dates manquent" in standing(Read(starts_on=None), None, phase="")[1]


@pytest.mark.parametrize(("phase", "url"), [("searching", "/r/"), ("agreement", "/a/"), ("started", "/g/")])
def test_before_any_agreement_the_move_follows_the_door(phase: str, url: str) -> None:
    gesture = next_gesture(None, ALL_DOORS, phase=phase)

    assert gesture
    assert gesture.url == url


def gesture_after(agreement: Read) -> Gesture:
    """Return the move once an agreement was read."""
    gesture = next_gesture(agreement, ALL_DOORS, phase="agreement")
    assert gesture
    return gesture


def test_points_against_the_law_come_first_with_what_they_cost() -> None:
    agreement = Read(to_correct=2, to_clarify=3, points=("a", "b", "c", "d", "e"), at_stake=Decimal("110.25"))

    gesture = gesture_after(agreement)

    assert gesture.title == f"Faire corriger 2{NBSP}points de votre convention et en faire préciser 3"
    assert f"110,25{NBSP}€" in gesture.why
    assert [point.text for point in gesture.points] == ["a", "b", "c", "d"]
    assert gesture.url == "/a/1/"


@pytest.mark.parametrize(
    ("agreement", "left"),
    [
        (
            Read(to_correct=2, to_clarify=3),
            (("bad", f"2{NBSP}points à corriger"), ("warn", f"3{NBSP}à préciser")),
        ),
        (Read(to_clarify=1, to_check=4), (("warn", f"1{NBSP}point à préciser"),)),
        (Read(to_check=2), (("ask", f"2{NBSP}points à vérifier"),)),
        (Read(), (("ok", "rien à corriger"),)),
    ],
)
def test_what_is_left_of_an_agreement_counts_as_the_move_does(
    agreement: Read, left: tuple[tuple[str, str], ...]
) -> None:
    assert what_is_left(agreement) == left


def test_missing_points_alone_are_clarified() -> None:
    assert gesture_after(Read(to_clarify=1)).title == f"Faire préciser 1{NBSP}point de votre convention"


def test_nothing_to_ask_leads_to_the_gratification() -> None:
    gesture = gesture_after(Read(to_check=2))

    assert gesture.url == "/g/"
    assert f"Reste 2{NBSP}points à vérifier." in gesture.why


def test_nothing_to_ask_leads_back_to_the_reading_while_there_is_no_simulator() -> None:
    gesture = next_gesture(Read(), Doors(agreements="/a/"), phase="agreement")

    assert gesture
    assert gesture.url == "/a/1/"


def test_no_move_is_promised_while_its_room_is_not_built() -> None:
    assert next_gesture(None, Doors(), phase="agreement") is None


def test_a_month_that_opens_right_after_the_first_week_takes_its_place() -> None:
    path = journey(starts_on=date(2026, 2, 23), ends_on=date(2026, 4, 30), on=FEBRUARY)

    assert [week.opens_month for week in path.weeks[:3]] == ["mars", "", ""]


APRIL = date(2026, 4, 2)


def stone(kind: str, on: date, **changes: Any) -> Stone:
    """Return a milestone that is not done."""
    usual = {"name": "Point mi-parcours", "why": "Ce qui est prouvé.", "at": None, "is_done": False}
    return Stone(kind=kind, on=on, **{**usual, "minutes": 30, "url": "/m/", **changes})


def project(*stones: Stone, **changes: Any) -> Project:
    """Return the internship of the example, with one goal written."""
    usual: dict[str, Any] = {
        "title": "Stage", "url": "/s/", "tutor": "Samia Kaddour", "unsaid_missions": (), "goals": 1,
        "open_goals": (), "open_hypotheses": (), "overdue_projects": (), "goals_url": "/o/",
        "notebook": Notebook(url="/j/"),
    }  # fmt: skip
    return Project(stones=stones, **{**usual, **changes})


def path(on: date = APRIL, **changes: Any) -> Journey:
    """Return the internship of the example in its ninth week."""
    return journey(starts_on=FEBRUARY, ends_on=JULY, on=on, milestones=(), **changes)


def move(what: Project, on: date = APRIL, agreement: Read | None = None) -> Gesture:
    """Return the move once an internship is followed."""
    gesture = next_gesture(agreement, ALL_DOORS, phase="agreement", project=what, path=path(on))
    assert gesture
    return gesture


def test_a_past_milestone_asks_to_be_noted_or_moved_before_anything_else() -> None:
    what = project(stone("mid_term", date(2026, 3, 30)), stone("defence", date(2026, 4, 10)))

    gesture = move(what, agreement=Read(to_correct=2))

    assert A_PAST_POINT in gesture.why
    assert gesture.other_url == "/m/#h-deplacer"


def test_a_talk_within_two_weeks_is_prepared_with_the_tutor_s_name_and_its_hour() -> None:
    gesture = move(
        project(stone("mid_term", date(2026, 4, 14), at=time(14, 30)), notebook=Notebook(with_figure=3))
    )

    assert gesture.title == "Préparer le point mi-parcours avec Samia Kaddour"
    assert gesture.why.startswith(f"Mardi 14{NBSP}avril 2026, 14{NBSP}h{NBSP}30.")
    assert [point.is_done for point in gesture.points] == [True, True, True, False]


def test_a_talk_further_than_two_weeks_away_waits() -> None:
    assert move(project(stone("mid_term", date(2026, 4, 17)))).title == "Noter la semaine 9"


def test_a_date_set_by_law_comes_and_goes_without_asking() -> None:
    what = project(stone("legal", date(2026, 3, 1)))

    assert move(what).title == "Noter la semaine 9"
    assert slipping(what, path()) == ()


def test_points_to_ask_come_before_the_week() -> None:
    assert move(project(), agreement=Read(to_clarify=1)).url == "/a/1/"


def test_from_half_way_the_missions_without_an_asset_are_the_move() -> None:
    what = project(unsaid_missions=(Place("Tenir un inventaire", "/x/"),))

    assert move(what, on=APRIL).title == "Noter la semaine 9"
    assert move(what, on=date(2026, 4, 20)).title == f"Dire ce que vous gardez de 1{NBSP}mission"


def test_without_any_goal_the_move_is_to_write_one() -> None:
    assert move(project(goals=0)).url == "/o/"


def test_an_agreement_with_nothing_to_ask_becomes_an_internship_in_one_click() -> None:
    gesture = next_gesture(Read(), Doors(agreements="/a/", new_internship="/n/"), phase="agreement")

    assert gesture
    assert (gesture.url, gesture.posts) == ("/n/", True)


OVER = date(2026, 7, 4)


def over(*stones: Stone, **changes: Any) -> Project:
    """Return the internship of the example with the pages its end leads to."""
    return project(*stones, ending_url="/fin/", tell_url="/recits/", **changes)


def test_a_past_internship_asks_for_its_certificate_then_to_be_told() -> None:
    talk = stone("mid_term", date(2026, 4, 14))
    certificate = stone("end_papers", date(2026, 6, 26), is_certificate=True)
    received = stone("end_papers", date(2026, 6, 26), is_certificate=True, is_done=True)

    owed = move(over(talk, certificate, goals=0), on=OVER)

    assert (owed.url, owed.title) == ("/fin/", "Vérifier l’attestation de stage")
    assert move(over(talk, received, goals=0), on=OVER).url == "/recits/"
    assert move(over(received), on=OVER, agreement=Read(to_correct=1)).url == "/a/1/"


def test_nothing_of_a_past_internship_is_moved_nor_aimed_at() -> None:
    what = over(stone("mid_term", date(2026, 4, 14)), stone("defence", date(2026, 6, 18)), goals=0)

    assert slipping(what, path(OVER)) == ()
    assert "/o/" not in {task.url for task in tasks(what, path(OVER))}
    assert "/recits/" in {task.url for task in tasks(what, path(OVER))}


def test_a_past_agreement_is_kept_in_the_path_not_followed() -> None:
    gesture = next_gesture(
        Read(), Doors(agreements="/a/", new_internship="/n/"), phase="agreement", path=path(OVER)
    )

    assert gesture
    assert (gesture.label, gesture.url, gesture.posts) == ("Garder ce stage", "/n/", True)


def test_an_internship_without_journal_nor_talk_falls_back_on_the_agreement() -> None:
    gesture = move(project(notebook=Notebook()), agreement=Read())

    assert gesture.url == "/g/"


@pytest.mark.parametrize(
    ("durations", "kept"),
    [((15, 5, 4), 3), ((15, 5, 5), 2), ((30,), 0), ((3, 3, 3, 3), 3), ((20, 10, 4), 2)],
)
def test_a_week_holds_three_tasks_and_stays_under_25_minutes(durations: tuple[int, ...], kept: int) -> None:
    offered = [Task(str(n), "", duration, "/", -n) for n, duration in enumerate(durations)]

    chosen = this_week(offered)

    assert len(chosen) == kept
    assert minutes(chosen) < 25


def test_the_week_asks_to_note_then_completes_what_lacks_something() -> None:
    line = EntryLine(1, date(2026, 3, 5), "Rédiger les fiches panne.", "/e/1/")
    draft = EntryLine(2, date(2026, 3, 6), "Ranger", "/e/2/")
    book = Notebook(
        url="/j/", this_week=2, without_feedback=(draft, line), without_figure=(draft, line), drafts=(draft,)
    )

    chosen = this_week(tasks(project(notebook=book), path()))

    assert [task.title for task in chosen] == [
        "Noter la semaine 9",
        f"Finir l’entrée «{NBSP}Ranger{NBSP}»",
        f"Demander un retour sur «{NBSP}Rédiger les fiches panne{NBSP}»",
    ]
    assert chosen[0].why == f"2{NBSP}entrées cette semaine. Une de plus suffit."


def test_nothing_is_to_be_noted_in_a_week_at_school() -> None:
    away = path(away={date(2026, 3, 30)})

    assert list(tasks(project(), away)) == []


def test_feedback_is_not_asked_for_the_next_day() -> None:
    line = EntryLine(1, date(2026, 4, 1), "Rédiger", "/e/1/")

    assert list(tasks(project(notebook=Notebook(without_feedback=(line,))), path())) == []


def test_papers_of_the_end_and_legal_dates_join_the_week_they_fall_in() -> None:
    what = project(
        stone("legal", date(2026, 4, 3), name="Plus de 308 h", minutes=5),
        stone("end_papers", date(2026, 6, 26), name="Attestation", minutes=10),
        notebook=Notebook(),
    )

    assert [task.title for task in tasks(what, path())] == ["Plus de 308 h"]


def test_near_the_end_hypotheses_are_concluded_and_goals_looked_at() -> None:
    what = project(
        open_hypotheses=(Place("À l’aise avec les données", "/h/"),),
        open_goals=(Place("Un livrable", "/o/1/"),),
        unsaid_missions=(Place("Tenir", "/x/"),),
        notebook=Notebook(),
    )
    june = path(date(2026, 6, 8))

    assert [task.url for task in this_week(tasks(what, june))] == ["/x/", "/h/"]
    assert slipping(what, june) == (Place("Un livrable\u00a0: pas encore atteint.", "/o/1/"),)


def test_what_slips_is_said_without_blame() -> None:
    what = project(
        stone("expectations", date(2026, 2, 4), name="Échange sur les attentes"),
        stone("mid_term", date(2026, 3, 30)),
        overdue_projects=(Place("Suivi des pannes", "/p/"),),
        notebook=Notebook(url="/j/", outside_percent=38),
    )

    said = [place.title for place in slipping(what, path())]

    assert said == [
        f"Échange sur les attentes{NBSP}: prévu le 4{NBSP}février 2026, à noter ou à déplacer.",
        f"Suivi des pannes{NBSP}: la date d’arrêt est passée.",
        f"38{NBSP}% de vos entrées sont hors des missions convenues.",
    ]


def test_one_entry_holds_a_week_and_school_weeks_do_not_count() -> None:
    monday = date(2026, 3, 9)
    held = path(
        entries={FEBRUARY: 1, FEBRUARY + timedelta(weeks=1): 7}, away={monday, FEBRUARY + timedelta(weeks=2)}
    )

    assert (held.held, held.begun) == (2, 7)
    assert [week.height for week in held.weeks[:3]] == [1, 5, 0]


def test_a_milestone_that_is_done_is_no_longer_the_next() -> None:
    done = Milestone("Le point mi-parcours", "Mi-parcours", date(2026, 4, 14), is_done=True)

    assert journey(starts_on=FEBRUARY, ends_on=JULY, on=APRIL, milestones=[done]).next_milestone is None


def test_an_apprenticeship_is_named_so() -> None:
    title, lead = standing(None, path(date(2026, 8, 1)), phase="", place="Cargolière", noun="alternance")

    assert title == f"Votre alternance s’est terminée le 3{NBSP}juillet 2026."
    assert lead.startswith("Alternance chez Cargolière")


def figure(entry: int, **changes: Any) -> Figure:
    """Return a figure of an entry."""
    return Figure(
        **{"kind": "quantity", "entry": entry, "on": APRIL, "unit": "h", "method": "measured", **changes}
    )


def test_the_best_proofs_are_compared_ones_one_per_entry_three_at_most() -> None:
    figures = [
        figure(1, value=Decimal(3)),
        figure(2, kind="before_after", before=Decimal("4.5"), after=Decimal(1), subject="le point du lundi"),
        figure(2, value=Decimal(9)),
        figure(3, value=Decimal(7), unit="mécaniciens", witness="Samia"),
        figure(4, value=Decimal(1), method="estimated"),
    ]

    proofs = best_proofs(figures, actions={3: "Réunir les mécaniciens"}, urls={2: "/e/2/"})

    assert [proof.now for proof in proofs] == [f"1{NBSP}h", f"7{NBSP}mécaniciens", f"3{NBSP}h"]
    assert (proofs[0].was, proofs[0].what, proofs[0].url) == (
        f"4{NBSP}h{NBSP}30",
        "le point du lundi",
        "/e/2/",
    )
    assert proofs[1].what == "Réunir les mécaniciens"


@pytest.mark.parametrize(
    ("ends_on", "months"),
    [
        (date(2027, 8, 31), ["oct.", "janv.", "avr.", "juil."]),
        (date(2029, 8, 31), ["janv.", "juil.", "janv.", "juil.", "janv.", "juil."]),
    ],
)
def test_a_long_apprenticeship_names_few_months_so_that_they_never_touch(
    ends_on: date, months: list[str]
) -> None:
    long = journey(starts_on=date(2026, 9, 1), ends_on=ends_on, on=APRIL)

    assert long.is_long
    assert [week.opens_month for week in long.weeks if week.opens_month] == months
    assert [week.number for week in long.weeks if week.near_end][-1] == len(long.weeks)


def test_points_of_the_agreement_join_the_week() -> None:
    agreement = Read(to_correct=1, to_clarify=1)

    found = list(tasks(project(), path(), agreement=agreement))

    assert (f"Faire corriger 1{NBSP}point de votre convention et en faire préciser 1", "/a/1/") in [
        (task.title, task.url) for task in found
    ]
    assert "/a/1/" not in [task.url for task in tasks(project(), path(), agreement=Read(to_check=1))]


def flags(on: date, *, ends_on: date = JULY) -> dict[int, str]:
    """Return the side of each flag by week."""
    line = journey(starts_on=FEBRUARY, ends_on=ends_on, on=on)
    return {week.number: week.flag for week in line.weeks if week.flag}


def test_milestones_and_today_are_written_above_their_week() -> None:
    assert flags(APRIL) == {9: "end", 11: "start", 17: "end", 20: "end"}


def test_today_changes_side_or_falls_silent_rather_than_covering_a_milestone() -> None:
    assert flags(date(2026, 4, 21)) == {11: "start", 17: "end", 20: "end"}
    assert flags(date(2026, 5, 27))[17] == "end"
    assert flags(date(2026, 6, 3)) == {11: "start", 17: "end", 20: "end"}
    assert flags(FEBRUARY)[1] == "start"


def test_a_long_line_shows_only_the_next_milestone_above_it() -> None:
    assert list(flags(APRIL, ends_on=date(2028, 1, 31)).values()) == ["start", "start"]


def test_a_long_course_names_the_milestones_to_come_only() -> None:
    stones = [Milestone("Le point", "Mi-parcours", date(2026, month, 5)) for month in range(3, 12)]
    long = journey(starts_on=FEBRUARY, ends_on=date(2028, 1, 31), on=APRIL, milestones=stones)

    assert [stone.on.month for stone in long.named_milestones] == [4, 5, 6, 7]


def test_results_nobody_saw_are_worth_ten_minutes_once_there_are_three() -> None:
    two = project(case=Case(("Trier", "Ranger"), "/v/"))
    three = project(case=Case(("Trier", "Ranger", "Compter"), "/v/"))

    assert "/v/" not in [task.url for task in tasks(two, path())]
    found = next(task for task in tasks(three, path()) if task.url == "/v/")
    assert found.title == f"Montrer 3{NBSP}résultats à Samia Kaddour"
    assert "Trier" in found.why


def test_a_talk_is_prepared_in_valeur_when_it_is_open() -> None:
    talk = stone("mid_term", date(2026, 4, 10), prepare_url="/v/points/")

    assert move(project(talk)).url == "/v/points/"
    assert move(project(talk)).other_url == "/m/#h-deplacer"


def test_missions_without_an_asset_are_shown_from_half_way_on() -> None:
    what = project(unsaid_missions=(Place("Tenir", "/x/"), Place("Trier", "/y/")))

    assert missions_to_say(what, path(date(2026, 4, 17))) == ()
    assert missions_to_say(what, path(date(2026, 4, 20))) == what.unsaid_missions
    assert missions_to_say(what, path(date(2026, 5, 27))) == what.unsaid_missions


@given(st.integers(0, 1200), st.integers(-10, 1210))
def test_words_above_the_line_never_cover_one_another(length: int, after: int) -> None:
    line = journey(
        starts_on=FEBRUARY, ends_on=FEBRUARY + timedelta(days=length), on=FEBRUARY + timedelta(days=after)
    )
    places = {week.number: (week.number - 0.5) / len(line.weeks) for week in line.weeks if week.flag}
    now = next((week for week in line.weeks if week.is_current and week.flag and not week.milestone), None)

    if now is not None:
        left = places.pop(now.number) - (FLAG_WIDTH if now.flag == "end" else 0)
        assert 0 <= left <= 1 - FLAG_WIDTH
        for week in line.weeks:
            if week.number in places:
                start = places[week.number] - (FLAG_WIDTH if week.flag == "end" else 0)
                assert abs(start - left) >= FLAG_WIDTH - 1e-9
