"""What stands under the title, in full, in short, and what is compared."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rights.domain.audits import make_audit, make_finding
from tremplin.rights.agreement.values import Audit, Facts, Level
from tremplin.rights.domain.comparison import compare
from tremplin.rights.domain.moment import Moment, moment_of
from tremplin.rights.domain.result_page import lead, result_page

VAGUE = make_finding("missing_mention:2b_tuteur", Level.TO_CLARIFY, searched=("tuteur",))
VAGUE_TOO = make_finding("missing_mention:13_avantages", Level.TO_CLARIFY)
DOUBT = make_finding("carence", Level.TO_CHECK)
WRONG = make_finding()
FINE = make_finding("duration", Level.COMPLIANT)
LEADS = [
    (make_audit(WRONG, VAGUE), "Un autre point est à préciser. Les corriger avant de signer prend"),
    (make_audit(WRONG, VAGUE, VAGUE_TOO), "Deux autres points sont à préciser. Les corriger"),
    (make_audit(WRONG), "Le corriger avant de signer prend en général un échange de mails."),
    (make_audit(WRONG, make_finding("autre")), "Les corriger avant de signer"),
    (make_audit(VAGUE), "Le préciser avant de signer"),
    (make_audit(unreadable=((3, "Page floue."),)), "Ce qui n’a pas été lu n’est pas déclaré conforme."),
    (make_audit(DOUBT), "Un point à vérifier\u00a0:"),
    (make_audit(FINE), "Une fois signée, déposez-la ici\u00a0:"),
]


@pytest.mark.parametrize(("audit", "begins"), LEADS)
def test_the_lead_says_what_remains(audit: Audit, begins: str) -> None:
    assert lead(audit, moment=Moment.DRAFT).startswith(begins)


def test_once_signed_an_amendment_is_needed() -> None:
    assert lead(make_audit(WRONG), moment=Moment.BINDING).startswith("Le corriger demande un avenant")


def test_once_over_the_lead_says_what_is_still_owed() -> None:
    short = make_finding("gratification_below_minimum", stake=Decimal(110))

    owed = lead(make_audit(short, VAGUE), moment=Moment.OVER)
    late = lead(make_audit(VAGUE), moment=Moment.OVER)

    assert owed.startswith("Le stage est terminé. Ce qui n’a pas été versé se réclame encore")
    assert "trop tard pour un avenant" in late
    assert all("attestation" in words and "signer" not in words for words in (owed, late))


@pytest.mark.parametrize("moment", Moment)
def test_the_lead_never_repeats_the_title(moment: Moment) -> None:
    audit = make_audit(VAGUE)

    assert audit.verdict == "Votre convention a un point à préciser"
    assert ("avant de signer" in lead(audit, moment=moment)) == (moment is Moment.DRAFT)


def test_nothing_wrong_leads_to_keeping_the_signed_file_or_to_the_certificate() -> None:
    fine = make_audit(FINE)

    assert lead(fine, moment=Moment.BINDING).startswith("Gardez ici la version signée")
    assert "attestation" in lead(fine, moment=Moment.OVER)


@pytest.mark.parametrize(
    ("is_signed", "on", "moment"),
    [
        (False, date(2026, 2, 1), Moment.DRAFT),
        (True, date(2026, 2, 1), Moment.BINDING),
        (False, date(2026, 2, 2), Moment.BINDING),
        (False, date(2026, 7, 3), Moment.BINDING),
        (True, date(2026, 7, 4), Moment.OVER),
    ],
)
def test_signature_then_dates_tell_where_an_internship_stands(
    is_signed: bool, on: date, moment: Moment
) -> None:
    facts = make_audit(start_date=date(2026, 2, 2), end_date=date(2026, 7, 3)).facts

    assert moment_of(facts, is_signed=is_signed, on=on) is moment


def test_without_dates_an_unsigned_agreement_is_a_draft() -> None:
    assert moment_of(make_audit().facts, is_signed=False, on=date(2026, 7, 4)) is Moment.DRAFT


def test_breaches_and_quoted_points_stand_in_full_the_others_in_short() -> None:
    quoted = make_finding("mission", Level.TO_CLARIFY, quote="tenir l’accueil", page=2)

    page = result_page(make_audit(WRONG, quoted, VAGUE, DOUBT, FINE), moment=Moment.DRAFT)

    assert [point.finding for point in page.in_full] == [WRONG, quoted]
    assert [point.finding for point in page.in_short] == [VAGUE, DOUBT]
    assert [point.finding for point in page.compliant] == [FINE]


def test_places_name_the_page_or_the_absence() -> None:
    quoted = make_finding(quote="rien", page=2)

    page = result_page(make_audit(quoted, VAGUE, DOUBT), moment=Moment.DRAFT)

    assert [point.place for point in (*page.in_full, *page.in_short)] == ["page 2", "mention absente", ""]


def test_counts_lead_to_the_first_point_of_each_level() -> None:
    page = result_page(make_audit(WRONG, WRONG, FINE, FINE), moment=Moment.DRAFT)

    assert [(count.number, count.word, count.anchor) for count in page.counts] == [
        (2, "à corriger", "p1"),
        (0, "à préciser", ""),
        (0, "à vérifier", ""),
        (2, "conformes", "conforme"),
    ]


@pytest.mark.parametrize(
    ("id", "entered", "says"),
    [
        ("incoherent_dates", (), "Deux passages se contredisent."),
        ("incoherent_dates", ("start_date",), "Votre correction contredit un autre passage."),
        ("incoherent_dates", ("start_date", "end_date"), "Vos corrections se contredisent."),
        ("incoherent_dates", ("city",), "Deux passages se contredisent."),
        ("contradiction:weekly_hours", ("weekly_hours",), "Votre correction contredit un autre passage."),
    ],
)
def test_statements_that_oppose_each_other_say_who_made_them(
    id: str, entered: tuple[str, ...], says: str
) -> None:
    opposed = make_finding(id, Level.TO_CLARIFY)
    audit = make_audit(
        opposed, WRONG, start_date=date(2026, 9, 1), end_date=date(2026, 7, 3), weekly_hours=35, city="Angers"
    )
    found = {
        name: replace(fact, certainty="entered") if name in entered else fact
        for name, fact in audit.facts.found.items()
    }

    page = result_page(replace(audit, facts=Facts(found)), moment=Moment.DRAFT)

    assert [(one.point.finding, one.says) for one in page.contradictions] == [(opposed, says)]


def test_a_new_version_that_corrects_everything() -> None:
    found = compare(make_audit(WRONG, VAGUE), make_audit(FINE))

    assert found.corrected == (WRONG, VAGUE)
    assert found.title == "La nouvelle version corrige tous les points relevés"
    assert (
        found.sentence(number=2, is_signed=True)
        == "La version 2, signée, corrige tous les points de la précédente."
    )


def test_a_new_version_that_corrects_one_point_of_two() -> None:
    found = compare(make_audit(WRONG, VAGUE), make_audit(VAGUE))

    assert (found.corrected, found.remaining, found.appeared) == ((WRONG,), (VAGUE,), ())
    assert found.title == "La nouvelle version corrige une partie des points"
    assert found.sentence(number=3, is_signed=False) == "La version 3 corrige un point de la précédente."


def test_a_new_version_that_adds_points_never_corrects_all() -> None:
    found = compare(make_audit(WRONG, VAGUE), make_audit(VAGUE_TOO))

    assert found.title == "La nouvelle version\u00a0: 2\u00a0points réglés, 1 nouveau"
    assert found.sentence(number=2, is_signed=False) == "La version 2\u00a0: 2\u00a0points réglés, 1 nouveau."
    assert (
        found.sentence(number=2, is_signed=True)
        == "La version 2, signée\u00a0: 2\u00a0points réglés, 1 nouveau."
    )
    assert not found.is_progress


def test_a_point_whose_text_is_gone_is_not_corrected() -> None:
    doubt = make_finding("missions_without_skills", Level.TO_CHECK, quote="lu : Trier", page=1)

    found = compare(make_audit(doubt, missions="Trier"), make_audit(VAGUE))

    assert (found.corrected, found.moot) == ((), (doubt,))
    assert found.sentence(number=2, is_signed=False) == "La version 2\u00a0: aucun point réglé, 1 nouveau."


def test_a_point_whose_text_was_rewritten_is_corrected() -> None:
    doubt = make_finding("missions_without_skills", Level.TO_CHECK, quote="lu : Trier", page=1)

    found = compare(make_audit(doubt, missions="Trier"), make_audit(missions="Gérer un réseau"))

    assert (found.corrected, found.moot) == ((doubt,), ())


def test_leave_no_longer_asked_for_want_of_a_duration_is_not_corrected() -> None:
    found = compare(make_audit(WRONG, total_hours=735), make_audit(VAGUE))

    assert (found.corrected, found.moot) == ((), (WRONG,))


@pytest.mark.parametrize(
    ("before", "after", "title", "says"),
    [
        (
            make_audit(WRONG),
            make_audit(WRONG),
            "La nouvelle version ne corrige aucun point",
            "La version 2 ne corrige aucun point de la précédente.",
        ),
        (
            make_audit(),
            make_audit(),
            "Aucun point ne change",
            "La version 2 ne corrige aucun point de la précédente.",
        ),
        (
            make_audit(),
            make_audit(WRONG, VAGUE),
            "La nouvelle version ajoute des points à revoir",
            "La version 2\u00a0: aucun point réglé, 2 nouveaux.",
        ),
    ],
)
def test_a_new_version_that_corrects_nothing(before: Audit, after: Audit, title: str, says: str) -> None:
    found = compare(before, after)

    assert found.title == title
    assert found.sentence(number=2, is_signed=False) == says


def test_nothing_is_called_corrected_when_a_page_could_not_be_read() -> None:
    found = compare(make_audit(WRONG), make_audit(unreadable=((2, "Page floue."),)))

    assert found.corrected == ()
    assert not found.is_complete


def test_two_points_of_one_kind_count_twice() -> None:
    found = compare(make_audit(WRONG, WRONG), make_audit(WRONG))

    assert (len(found.corrected), len(found.remaining)) == (1, 1)


def test_changed_facts_show_both_values() -> None:
    found = compare(make_audit(city="Angers"), make_audit(city="Nantes", tutor="Samia Kaddour"))

    assert [(fact.label, fact.before, fact.after) for fact in found.facts] == [
        ("Tuteur ou tutrice de stage", "", "Samia Kaddour"),
        ("Lieu du stage", "Angers", "Nantes"),
    ]
