"""The rules of Valeur: briefs, sums, scores, the gauge, check-ins."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.evidence.derived import Range
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.proposals import proposals
from tremplin.value.domain import arithmetic
from tremplin.value.domain.arithmetic import (
    Assumptions,
    Frequency,
    compared,
    savings,
    total_hours,
    total_value,
)
from tremplin.value.domain.briefs import about, brief, signed
from tremplin.value.domain.candidates import CRITERIA, scored, weeks_left
from tremplin.value.domain.checkins import invitation, prepared, talks_title, update_message
from tremplin.value.domain.letters import hello
from tremplin.value.domain.offers import There, offers
from tremplin.value.domain.readiness import Facts, gauge
from tremplin.value.domain.recommendations import recommendation_request
from tremplin.value.domain.results import Proven, Result, Words, ranked, witnesses
from tremplin.value.domain.support import supported

DAY = date(2026, 3, 31)
WEEKS = Range(Decimal(44), Decimal(46), "semaines")
READY = Facts(
    figures=5,
    complete_figures=3,
    witnesses=("Yann Le Goff", "Samia Kaddour"),
    quotes=2,
    tutor="Samia Kaddour",
    talked=True,
    budget_holder="Élodie Vasseur",
    project="Le suivi des pannes",
    project_measured=True,
    slides=5,
    plan_steps=3,
)


def figure(kind: Any = "quantity", **values: Any) -> Figure:
    """Return a measured figure of the entry 1."""
    numbers = {name: Decimal(str(value)) for name, value in values.items() if isinstance(value, int | float)}
    return Figure(**{"kind": kind, "entry": 1, "on": DAY, "method": "measured", **values, **numbers})


def found(action: str, words: str) -> Figure:
    """Return a figure as the recogniser reads it in an action."""
    one = next(one for one in proposals(action) if one.words == words)
    return Figure(
        one.kind,
        1,
        DAY,
        one.quantity,
        one.unit,
        one.before,
        one.after,
        one.period,
        one.subject,
        words=one.words,
    )


def result(action: str = "J’ai rangé.", *figures: Figure, **more: Any) -> Result:
    """Return a result with these figures."""
    proofs = tuple(Proven(number, one) for number, one in enumerate(figures, 1))
    return Result(**{"entry": 1, "on": DAY, "action": action, "proofs": proofs, **more})


SAVED = figure("before_after", before=270, after=50, unit="min", period="semaine", witness="Yann Le Goff")


# --- briefs


@pytest.mark.parametrize(
    ("action", "words", "expected"),
    [
        ("J’ai rédigé 4 fiches panne.", "4 fiches", "panne"),
        ("J’ai animé le point atelier avec 7 mécaniciens.", "7 mécaniciens", "J’ai animé le point atelier"),
        ("Fait. Le point se prépare en 50 min au lieu de 4 h.", "50 min au lieu de 4 h", "Le point"),
        ("J’ai suivi le stock, les écarts passent de 18 % à 6 %.", "de 18 % à 6 %", "les écarts"),
    ],
)
def test_what_a_figure_measures_is_said_without_it(action: str, words: str, expected: str) -> None:
    assert about(action, found(action, words)) == expected


def test_a_brief_never_says_a_number_that_nothing_proves() -> None:
    said = brief("J’ai trié 40 dossiers avec Karim, en équipe, et classé 3 armoires.", ())

    assert not unsupported_numbers(said, ())
    assert said == "en équipe"


def test_a_date_is_no_figure_and_does_not_choose_the_sentence() -> None:
    assert (
        brief("J’ai présenté le tableau. Elle le veut au comité du 16 avril.", ())
        == "J’ai présenté le tableau"
    )


def test_a_long_brief_is_cut_where_french_cuts_it() -> None:
    action = "J’ai repris chaque fiche de réparation en papier, comparé les stocks, " * 3

    said = brief(action, ())

    assert len(said) <= 111
    assert said.endswith(("papier", "stocks", "…"))


def test_a_sentence_asks_its_own_entry_first_and_takes_no_more_than_it_needs() -> None:
    mine, other = figure(value=12, unit="fiches"), figure(value=12, unit="fiches", subject="ailleurs")

    assert supported("Douze fiches.", own=(mine,), others=(other,)).given == (mine,)
    assert supported("Aucun chiffre.", own=(mine,), others=(other,)).given == ()
    assert supported("15 %.", own=(mine,), others=(other,)).given == ()


# --- results


def test_a_change_goes_before_a_count_and_a_complete_figure_before_an_estimation() -> None:
    count = result("Compte", figure(value=7, unit="mécaniciens"), entry=1)
    change = result("Passage", SAVED, entry=2)
    guess = result(
        "Au jugé", figure("before_after", before=9, after=2, unit="h", method="estimated"), entry=3
    )
    bare = result("Sans chiffre", entry=4)

    assert [one.entry for one in ranked([bare, guess, count, change])] == [2, 1, 3, 4]


def test_witnesses_are_counted_once_and_only_those_who_agree_to_be_quoted() -> None:
    told = result(
        "Passage", SAVED, words=(Words(1, "Bien.", "Yann Le Goff", quotable=True), Words(2, "Chut.", "Karim"))
    )

    assert witnesses([told]) == ("Yann Le Goff",)


# --- sums


def test_time_saved_is_worth_hours_then_euros_with_the_formula() -> None:
    assumptions = Assumptions(WEEKS, cost=Range(Decimal(20), Decimal(25), "€"))

    (saving,) = savings([result("Point", SAVED)], assumptions, {})

    assert str(saving.hours) == "162 à 168\u00a0h"
    assert str(saving.value) == "3\u00a0227 à 4\u00a0216\u00a0€"
    assert saving.formula == "3\u00a0h\u00a040 × 44 à 46\u00a0semaines × 20 à 25\u00a0€ par heure"


def test_nothing_is_invented_without_frequency_or_cost() -> None:
    once = figure("before_after", before=9, after=2, unit="h")

    (saving,) = savings([result("Point", once)], Assumptions(WEEKS), {})
    (stated,) = savings(
        [result("Point", once)], Assumptions(WEEKS), {1: Frequency(Range(Decimal(4), Decimal(5), "fois"))}
    )

    assert (saving.hours, saving.missing) == (None, "Combien de fois par an\u00a0?")
    assert str(stated.hours) == "28 à 35\u00a0h"
    assert stated.value is None


def test_one_entry_counts_its_time_once_unless_the_student_says_so() -> None:
    gained = figure("gained", value=220, unit="min", period="semaine")
    assumptions = Assumptions(WEEKS)

    both = savings([result("Point", SAVED, gained)], assumptions, {})
    more = savings([result("Point", SAVED, gained)], assumptions, {2: Frequency(counted=True)})

    assert [one.counted for one in both] == [True, False]
    assert str(total_hours(both)) == "162 à 168\u00a0h"
    assert str(total_hours(more)) == "323 à 337\u00a0h"


def test_a_count_of_hours_is_no_time_saved() -> None:
    assert (
        savings([result("Point", figure(value=3, unit="h", period="semaine"))], Assumptions(WEEKS), {}) == ()
    )


def test_a_sum_is_what_a_calculator_gives_from_its_formula() -> None:
    eight = figure("gained", value=8, unit="h", period="semaine")
    cost = Range(Decimal(25), Decimal("32.5"), "€")

    (one,) = savings([result("Point", eight)], Assumptions(WEEKS, cost=cost), {})

    assert str(one.value) == "8\u00a0800 à 11\u00a0960\u00a0€"
    assert one.formula == "8\u00a0h × 44 à 46\u00a0semaines × 25 à 32,50\u00a0€ par heure"


@given(st.integers(1, 600), st.integers(1, 53), st.integers(100, 9999), st.integers(0, 5000))
def test_printed_bounds_stay_inside_the_exact_ones_and_near(
    minutes: int, weeks: int, cents: int, more: int
) -> None:
    time = figure("gained", value=minutes, unit="min", period="semaine")
    cost = Range(Decimal(cents) / 100, Decimal(cents + more) / 100, "€")

    (one,) = savings(
        [result("Point", time)], Assumptions(Range(Decimal(weeks), Decimal(weeks)), cost=cost), {}
    )

    assert one.value is not None
    low, high = (Decimal(minutes) / 60 * weeks * bound for bound in (cost.low, cost.high))
    error = Decimal("0.005")
    assert low - error <= one.value.low <= low * Decimal("1.01") + error
    assert high * Decimal("0.99") - error <= one.value.high <= high + error


def test_value_is_set_against_the_stated_cost_with_break_even() -> None:
    assumptions = Assumptions(WEEKS, cost=Range(Decimal(20), Decimal(25), "€"))
    value = total_value(savings([result("Point", SAVED)], assumptions, {}))

    set_against = compared(value, Range(Decimal(30000), Decimal(36000), "€"))

    assert set_against is not None
    assert set_against.covered == "9 à 14\u00a0%"
    assert set_against.months == "85 à 134\u00a0mois"
    assert "÷" in set_against.covered_formula
    assert compared(value, None) is None


def test_every_sum_prints_the_entries_it_comes_from() -> None:
    told = savings(
        [result("Point", SAVED)], Assumptions(WEEKS, cost=Range(Decimal(20), Decimal(20), "€")), {}
    )

    assert [one.entries for one in arithmetic.sums(told)] == [(1,), (1,)]


# --- projects


def test_six_weights_make_a_hundred_and_a_full_score() -> None:
    assert sum(one.weight for one in CRITERIA) == 100
    assert scored({one.key: 5 for one in CRITERIA}).total == 100
    assert scored({one.key: 0 for one in CRITERIA}).total == 0


def test_a_missing_score_gives_no_total_and_is_named() -> None:
    some = scored({one.key: 3 for one in CRITERIA if one.key != "proof"})

    assert (some.total, some.missing) == (None, ("Preuve possible",))


def test_weeks_left_are_whole_and_never_negative() -> None:
    assert weeks_left(today=date(2026, 6, 20), last_day=date(2026, 7, 3)) == 2
    assert weeks_left(today=date(2026, 8, 1), last_day=date(2026, 7, 3)) == 0


# --- gauge


def test_ten_checks_done_fill_the_gauge() -> None:
    full = gauge(READY)

    assert len(full.checks) == 10
    assert (full.percent, full.held_back) == (100, None)


@pytest.mark.parametrize(
    ("lack", "ceiling"),
    [({"talked": False}, 50), ({"budget_holder": ""}, 80), ({"witnesses": ("Yann Le Goff",)}, 90)],
)
def test_a_ceiling_holds_the_gauge_and_says_what_to_do(lack: dict[str, Any], ceiling: int) -> None:
    kept = {name: getattr(READY, name) for name in READY.__dataclass_fields__}

    held = gauge(Facts(**{**kept, **lack}))

    assert held.percent == ceiling
    assert [one.percent for one in held.ceilings] == [ceiling]
    assert held.ceilings[0].next.endswith(".")


def test_the_lowest_ceiling_wins() -> None:
    assert gauge(Facts(figures=5)).percent <= 50
    assert [one.percent for one in gauge(Facts()).ceilings] == [50, 80, 90]
    assert gauge(Facts()).percent == 0


# --- check-ins


def test_a_check_in_sorts_the_journal_into_columns() -> None:
    trouble = result("Chaque lundi, tout est ressaisi à la main.", pain_point=True, entry=2)
    win = result("J’ai automatisé le point.", SAVED, words=(Words(1, "Merci.", "Yann", quotable=True),))

    page = prepared("mid_term", [trouble, win], promised=["Fiabiliser"], coming=["La procédure"], since=None)

    assert page.blocked == "Chaque lundi, tout est ressaisi à la main"
    assert page.wins == "J’ai automatisé le point (de 4\u00a0h\u00a030 à 50\u00a0min par semaine)"
    said = "De 4\u00a0h\u00a030 à 50\u00a0min par semaine\u00a0: j’ai automatisé le point."
    assert page.proved == f"{said} «\u00a0Merci.\u00a0» Yann"
    assert (page.promised, page.next) == ("Fiabiliser", "La procédure")
    assert page.question.endswith("?")


def test_a_second_check_in_takes_what_came_since_the_first() -> None:
    old, new = result("Ancien", on=date(2026, 3, 1)), result("Nouveau", on=date(2026, 5, 1))

    page = prepared("three_quarters", [old, new], promised=[], coming=[], since=date(2026, 4, 14))

    assert page.done == "Nouveau"


def test_messages_name_the_tutor_the_day_and_no_unproved_figure() -> None:
    said = invitation("mid_term", tutor="Samia KADDOUR", student="Inès", on=date(2026, 4, 14))
    update = update_message([result("J’ai trié 40 dossiers.")], tutor="", student="Inès")

    assert said.startswith("Bonjour,\n")
    assert said.endswith("Merci,\nInès")
    assert "mardi 14 avril" in said
    assert "40" not in update


@pytest.mark.parametrize(
    ("to", "first"),
    [
        ("Yann KERMARREC", "Bonjour,"),
        ("", "Bonjour,"),
        ("Mme Samia KADDOUR-LE GOFF", "Bonjour Mme\u00a0Samia Kaddour-Le Goff,"),
        ("monsieur Le Goff", "Bonjour M.\u00a0Le Goff,"),
    ],
)
def test_a_message_greets_by_title_only_when_it_is_known(to: str, first: str) -> None:
    assert hello(to) == first


def test_a_message_without_first_name_is_not_signed() -> None:
    said = recommendation_request([], to="", student="", is_ending=False)

    assert said.endswith("\n\nMerci.")
    assert "se termine" not in said
    assert said.count("quelques") == 1
    assert "Mon stage se termine." in recommendation_request([], to="", student="", is_ending=True)


@pytest.mark.parametrize(
    ("count", "says"), [(1, "1 chiffre complet, mesuré ou"), (11, "mesurés ou constatés")]
)
def test_complete_figures_agree_in_number(count: int, says: str) -> None:
    checks = gauge(Facts(complete_figures=count)).checks

    assert says in checks[1].says.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("action", "words", "expected"),
    [
        ("Le traitement des tickets va deux fois plus vite.", "deux fois", "Le traitement des tickets"),
        ("Le 12/11, 20 personnes sont venues.", "20 personnes", "sont venues"),
    ],
)
def test_a_label_is_never_cut_on_a_verb_nor_left_as_a_bare_day(
    action: str, words: str, expected: str
) -> None:
    plain = figure(value=20, unit="personnes", words=words)

    assert about(action, plain) == expected


def test_a_minus_is_one_sign_and_a_range_keeps_its_dash() -> None:
    assert (
        signed("–15 % et -3 h, de 10–12, porte-à-porte") == "\u221215 % et \u22123 h, de 10–12, porte-à-porte"
    )


def test_an_offer_never_says_its_subject_twice() -> None:
    budget = figure("percent", value=-15, unit="%", subject="budget")

    (offer,) = offers("change", [result("Budget réduit.", budget)], There())

    assert offer.says == "\u221215\u00a0% (budget)"


@pytest.mark.parametrize(
    ("held", "waiting", "said"),
    [
        (
            0,
            [date(2026, 4, 14), date(2026, 6, 9)],
            "Aucun point tenu, le prochain le 14\u00a0avril 2026",
        ),
        (1, [date(2026, 6, 9)], "Un\u00a0point tenu, le prochain le 9\u00a0juin 2026"),
        (1, [date(2026, 3, 1)], "Un\u00a0point tenu"),
        (2, [], "Deux\u00a0points tenus"),
        (0, [], "Deux points pour parler de la suite"),
    ],
)
def test_the_check_ins_say_how_many_were_held_and_when_the_next_is(
    held: int, waiting: list[date], said: str
) -> None:
    assert talks_title(held=held, waiting=waiting, today=date(2026, 4, 2)) == said


def test_what_the_gauge_asks_for_always_has_its_button() -> None:
    measured = gauge(Facts())

    assert all(check.action for check in measured.checks)
    assert all(ceiling.action for ceiling in measured.ceilings)
