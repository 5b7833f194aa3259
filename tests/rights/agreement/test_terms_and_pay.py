from datetime import date
from decimal import Decimal

import pytest

from tests.rights.agreement.builder import audited, document, reported
from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.values import Gratification, GratificationUnit, Level

SHORT = {
    "dates": "Le stage se déroule du 2 mars 2026 au 24 avril 2026.",
    "total": "Durée totale : 266 heures de présence effective.",
    "leave": None,
}


@pytest.mark.parametrize(
    ("pay", "amount", "unit"),
    [
        ("Gratification : 4,50 €/h", "4.50", "hour"),
        ("La gratification s’élève à 4 € 50 de l’heure.", "4.50", "hour"),
        ("Montant horaire de la gratification : 4,50 euros", "4.50", "hour"),
        ("Gratification mensuelle : 693,00 €", "693.00", "month"),
        ("Il perçoit une gratification de sept cents euros par mois.", "700", "month"),
        ("Gratification : 3 906,00 € pour toute la durée du stage", "3906.00", "total"),
        ("An allowance of EUR 4.50 per hour is paid to the intern.", "4.50", "hour"),
        ("The intern receives a stipend of €1,200 per month.", "1200", "month"),
        (
            "Gratification : quinze pour cent (15 %) du plafond horaire de la sécurité sociale",
            "15",
            "percent_ceiling",
        ),
        ("Aucune gratification n’est prévue.", "0", "none"),
        ("Gratification : ☐ oui ☒ non", "0", "none"),
        ("Le stage n’est pas gratifié.", "0", "none"),
    ],
)
def test_a_gratification_is_read_with_its_unit(pay: str, amount: str, unit: GratificationUnit) -> None:
    found = audited(pay=pay).facts.value("gratification")

    assert found == Gratification(Decimal(amount), unit)


@pytest.mark.parametrize(
    "pay",
    [
        "Gratification : 4,35 € par heure",
        "Gratification : 550 € par mois",
        "Gratification : 12,5 % du plafond horaire",
    ],
)
def test_a_gratification_under_the_minimum_is_reported_with_the_euros_missing(pay: str) -> None:
    finding = next(one for one in audited(pay=pay).reported if one.id == "gratification_below_minimum")

    assert finding.stake is not None
    assert finding.stake > 0


def test_the_euros_missing_come_from_the_hours_printed() -> None:
    finding = next(one for one in audited(pay="Gratification : 4,35 € par heure").reported)

    assert finding.stake == Decimal("130.20")


def test_the_2025_rate_is_lawful_for_an_agreement_signed_in_2025() -> None:
    found = reported(pay="Gratification : 4,35 € par heure", signed="Fait à Dijon, le 15 décembre 2025")

    assert found == set()


def test_no_gratification_above_the_threshold_is_reported() -> None:
    assert "gratification_missing" in reported(pay="Aucune gratification n’est versée.", payment=None)


def test_no_gratification_under_the_threshold_is_lawful() -> None:
    assert reported(**SHORT, pay="Aucune gratification n’est versée.", payment=None) == set()


def test_exactly_308_hours_need_no_gratification_nor_leave() -> None:
    found = reported(
        dates="Le stage se déroule du 2 mars 2026 au 30 avril 2026.",
        total="Durée totale : 308 heures de présence effective.",
        leave=None,
        pay=None,
        payment=None,
    )

    assert found == set()


@pytest.mark.parametrize(
    "payment",
    [
        "Elle est versée en une seule fois, à la fin du stage.",
        "Versement : unique, au terme du stage",
        "Périodicité du versement : trimestrielle",
        "It is paid in a lump sum at the end of the internship.",
        "La gratification sera réglée à l’issue du stage.",
    ],
)
def test_a_gratification_not_paid_each_month_is_reported(payment: str) -> None:
    assert "gratification_not_monthly" in reported(payment=payment)


def test_more_than_924_hours_is_reported() -> None:
    found = reported(
        dates="Le stage se déroule du 5 janvier 2026 au 31 juillet 2026.",
        total="Durée totale : 1 008 heures de présence effective.",
        signed="Fait à Dijon, le 2 janvier 2026",
    )

    assert "duration_exceeds_max" in found


def test_exactly_924_hours_is_lawful() -> None:
    assert "duration_exceeds_max" not in reported(total="Durée totale : 924 heures de présence effective.")


@pytest.mark.parametrize(
    "weekly",
    ["Durée hebdomadaire : 50 heures", "Le stagiaire est présent 10 heures par jour, 5 jours par semaine."],
)
def test_more_than_48_hours_a_week_is_reported(weekly: str) -> None:
    assert "weekly_hours_excessive" in reported(weekly=weekly)


def test_39_hours_are_lawful_for_an_adult_and_not_for_a_minor() -> None:
    weekly = "Durée hebdomadaire de présence : 39 heures"

    assert "weekly_hours_excessive" not in reported(weekly=weekly)
    assert "weekly_hours_excessive" in reported(weekly=weekly, birth="Née le : 12/04/2009")


def test_a_last_day_before_the_first_is_reported() -> None:
    assert "incoherent_dates" in reported(dates="Le stage se déroule du 28 août 2026 au 2 mars 2026.")


def test_a_total_that_dates_cannot_give_is_reported() -> None:
    assert "incoherent_duration" in reported(total="Durée totale : 300 heures de présence effective.")


def test_an_agreement_signed_after_the_start_is_reported() -> None:
    assert "signed_after_start" in reported(signed="Fait à Dijon, le 20 mars 2026")


def test_no_leave_above_two_months_is_reported() -> None:
    assert "missing_leave_clause" in reported(leave=None)


@pytest.mark.parametrize(
    "leave",
    [
        "Congés : aucun",
        "En cas de grossesse, de paternité ou d’adoption, "
        "le stagiaire bénéficie de congés comme les salariés.",
    ],
)
def test_leave_for_parents_alone_or_none_at_all_is_no_leave_clause(leave: str) -> None:
    assert "missing_leave_clause" in reported(leave=leave)


@pytest.mark.parametrize(
    "missions",
    [
        "Activités confiées : accueil des visiteurs chaque dimanche ; dessin de pièces ; essais.",
        "Activités confiées : relevés de 22 h à 2 h ; dessin de pièces ; essais.",
        "Activités confiées : permanence de nuit au laboratoire ; dessin de pièces ; essais.",
        "Tasks: helping on the stand every Sunday; design of parts; bench tests",
    ],
)
def test_nights_and_sundays_hidden_in_the_missions_are_reported(missions: str) -> None:
    assert "night_sunday_not_declared" in reported(missions=missions)


def test_declared_sundays_are_lawful() -> None:
    found = reported(
        special="Présence le dimanche : oui, les 7 et 14 juin 2026, avec un repos le lundi.",
        missions="Activités confiées : accueil sur le stand le dimanche 7 juin ; dessin de pièces ; essais.",
    )

    assert found == set()


def test_without_any_date_the_day_of_the_audit_gives_the_minimum() -> None:
    changes = {"signed": "Fait à Dijon", "dates": None, "pay": "Gratification : 4,35 € par heure"}
    before = audit(document(**changes), on=date(2025, 6, 1))
    after = audit(document(**changes), on=date(2026, 6, 1))

    assert "gratification_below_minimum" not in {one.id for one in before.reported}
    assert "gratification_below_minimum" in {one.id for one in after.reported}


def test_a_correction_replaces_what_was_read_and_the_audit_follows() -> None:
    read = document(pay="Gratification : 4,35 € par heure")
    corrected = audit(
        read, on=date(2026, 11, 24), corrections={"gratification": Gratification(Decimal("4.50"), "hour")}
    )

    assert corrected.reported == ()
    assert corrected.facts.found["gratification"].certainty == "entered"


def test_a_fact_the_student_denies_is_missing() -> None:
    denied = audit(document(), on=date(2026, 11, 24), corrections={"tutor": None})

    assert [one.id for one in denied.reported] == ["missing_mention:2b_tuteur"]


def test_missions_that_train_no_skill_are_a_doubt_and_not_a_finding() -> None:
    found = audited(missions="Activités confiées : photocopies ; café ; courrier ; rangement")

    assert "missions_without_skills" in {one.id for one in found.at(Level.TO_CHECK)}
    assert found.reported == ()


@pytest.mark.parametrize(
    "weekly",
    [
        "Le stagiaire est présent 35 h/semaine.",
        "A 35-hour week, Monday to Friday.",
        "L’horaire hebdomadaire est fixé à trente-cinq heures, la durée maximale étant de 48 heures.",
        "On travaille trente-cinq heures par semaine, de dix heures à dix-huit heures.",
        "Durée du travail. L’élève mineur ne peut dépasser 8 heures par jour.\nHoraire hebdomadaire : 35 "
        "heures",
        "Chaque semaine, la stagiaire est présente 35 heures.",
        "Horaires : 35 heures, réparties sur cinq jours",
        "Le travail de nuit, de 22 heures à 6 heures, est interdit aux mineurs. Durée par semaine : 35 "
        "heures",
    ],
)
def test_the_week_is_told_from_limits_and_times_of_day(weekly: str) -> None:
    assert audited(weekly=weekly).facts.value("weekly_hours") == 35


@pytest.mark.parametrize(
    "dates",
    [
        "Stage from 2 March 2026 to 28 August 2026",
        "Entrée le 2 mars 2026, sortie le 28 août 2026",
        "Le stage débutera le lundi 2 mars 2026 pour se terminer le vendredi 28 août 2026.",
        "Le poste a été tenu du 1er juillet 2025 au 30 janvier 2026 par une autre élève.\n"
        "Le stage débute le 2 mars 2026 et s’achève le 28 août 2026.",
    ],
)
def test_the_period_is_that_of_this_internship(dates: str) -> None:
    facts = audited(dates=dates).facts

    assert (facts.value("start_date"), facts.value("end_date")) == (date(2026, 3, 2), date(2026, 8, 28))


@pytest.mark.parametrize(
    "total",
    [
        "Volume horaire du stage : 868 heures",
        "It represents 868 hours of actual attendance.",
        "Elle correspond à huit cent soixante-huit heures (868 h) de présence effective.",
    ],
)
def test_the_total_is_told_from_the_lessons(total: str) -> None:
    facts = audited(total=total).facts

    assert (facts.value("total_hours"), facts.value("training_hours")) == (868, 420)


@pytest.mark.parametrize(
    "signed",
    [
        "Convention établie le 12 janvier 2026 à Dijon",
        "Date : 12/01/2026 Lieu : Dijon",
        "Place and date: Dijon, 12/01/2026",
        "Signed at Dijon, January 12, 2026",
    ],
)
def test_the_day_and_town_of_signature_are_read(signed: str) -> None:
    facts = audited(signed=signed).facts

    assert (facts.value("signature_date"), facts.value("signature_city")) == (date(2026, 1, 12), "Dijon")


def test_a_letter_bears_its_date_at_the_head() -> None:
    facts = audited(title="Dijon, le 12 janvier 2026", signed="Fait en cinq exemplaires").facts

    assert facts.value("signature_date") == date(2026, 1, 12)


@pytest.mark.parametrize(
    "dates",
    [
        "Le stage se déroule du 2 mars 2026 au 28 août 2026, une semaine sur deux.",
        "Le stage se déroule du 2 mars au 28 août 2026, en alternance avec les cours.",
    ],
)
def test_an_internship_with_gaps_may_count_fewer_hours(dates: str) -> None:
    assert reported(dates=dates, total="Durée totale : 420 heures") == set()


def test_a_second_first_day_is_incoherent() -> None:
    later = "Prise de fonctions. La stagiaire débutera son stage le 6 avril 2026."

    assert "incoherent_dates" in reported(special=f"Présence le dimanche : aucune.\n{later}")


@pytest.mark.parametrize(
    "missions",
    [
        "Activités confiées : étude de la faune nocturne ; dessin de pièces ; essais.",
        "Activités confiées : enquête sur le travail du dimanche ; dessin de pièces ; essais.",
        "Activités confiées : mise en page de l’édition du dimanche ; dessin de pièces ; essais.",
    ],
)
def test_a_study_of_nights_or_sundays_is_no_presence(missions: str) -> None:
    assert reported(missions=missions) == set()


@pytest.mark.parametrize(
    "training",
    [
        "L’étudiante est inscrite pour l’année 2025-2026 en Diplôme national d’art, mention design.",
        "Cursus / Degree programme: Diplôme national d’art, mention design",
    ],
)
def test_the_title_of_the_curriculum_is_read(training: str) -> None:
    title = audited(training=training).facts.value("training_title")

    assert title == "Diplôme national d’art, mention design"


ACROSS_JANUARY = {
    "dates": "Le stage se déroule du 1er décembre 2025 au 15 février 2026.",
    "total": "Durée totale : 371 heures de présence effective.",
    "pay": "La gratification est fixée à 4,35 € par heure de présence effective.",
    "signed": "Fait à Dijon, le 10 novembre 2025",
}


@pytest.mark.parametrize(
    "weekly", ["Durée hebdomadaire de présence : 35 heures, du lundi au vendredi.", None]
)
def test_both_readings_of_a_ceiling_that_changes_in_january_are_told(weekly: str | None) -> None:
    found = {one.id: one for one in audited(**ACROSS_JANUARY, weekly=weekly).findings}

    assert "32,55\u00a0€" in found["ceiling_change"].why
    for finding in (found["ceiling_change"], found["gratification_amount"]):
        doubt = next(doubt for doubt in finding.doubts if doubt.rule == "A9.rate_date")
        assert "1\u00a0613,85\u00a0€" in doubt.says
        assert "1\u00a0646,40\u00a0€" in doubt.says


@pytest.mark.parametrize(
    "dates",
    [
        "Le stage se déroule du lundi 2 mars au vendredi 28 août deux mille vingt-six.",
        "Le stage se déroule du deux mars au vingt-huit août deux mille vingt-six (2026).",
        "From the second of March to the twenty-eighth of August two thousand and twenty-six",
        "Période : 2/3/26 – 28/8/26",
        "Période : du 02/03 au 28/08/2026",
        "Dates : 2026/03/02 au 2026/08/28",
        "Le stage va du 2-mars-2026 au 28-août-2026.",
        "Début du stage ........ : 2 mars 2026\nFin du stage ........ : 28 août 2026",
        "Du : 2 mars 2026 inclus au : 28 août de l’année 2026",
    ],
)
def test_days_and_years_in_words_or_short_are_read(dates: str) -> None:
    facts = audited(dates=dates).facts
    assert (facts.value("start_date"), facts.value("end_date")) == (date(2026, 3, 2), date(2026, 8, 28))


@pytest.mark.parametrize(
    "weekly",
    [
        "La durée hebdomadaire maximale de présence du stagiaire sera de 35 heures (temps complet).",
        "Combien d’heures par semaine ? 35 h 00",
        "Durée hebdomadaire ........ : trente-cinq heures",
        "Hebdo : 35h",
    ],
)
def test_the_week_of_a_form_is_read(weekly: str) -> None:
    assert audited(weekly=weekly).facts.value("weekly_hours") == 35


@pytest.mark.parametrize(
    "dates",
    [
        "Le stage se déroule du 2 mars 2026 au 28 août 2026, soit 26 semaines (868 heures).",
        "Le stage se déroule du 2 mars 2026 au 28 août 2026.\nCombien d’heures en tout ? 868",
        "Le stage se déroule du 2 mars 2026 au 28 août 2026.\nVolume : 868 h",
    ],
)
def test_a_total_beside_the_dates_is_read(dates: str) -> None:
    assert audited(dates=dates, total=None).facts.value("total_hours") == 868


@pytest.mark.parametrize(
    "dates",
    [
        "Le stage se déroule du 2 mars 2026 au 28 août 2026.\nDate de fin du stage : 24 juillet 2026",
        "Début du stage : 2 mars 2026\nFin du stage : 24 juillet 2026\nLe stage a lieu du 2 mars 2026 au 28 "
        "août 2026.",
    ],
)
def test_two_last_days_are_incoherent(dates: str) -> None:
    assert "incoherent_dates" in reported(dates=dates)


@pytest.mark.parametrize(
    "dates",
    [
        "Le stage se déroule du 2 mars 2026 au 28 août 2026.\nLe rapport est remis après la fin du stage, le "
        "11 septembre 2026.",
        "Le stage se déroule du 2 mars 2026 au 28 août 2026.\nL’entreprise est fermée du 3 août 2026 au 7 "
        "août 2026.",
    ],
)
def test_a_day_of_something_else_is_no_second_last_day(dates: str) -> None:
    assert "incoherent_dates" not in reported(dates=dates)


@pytest.mark.parametrize(
    ("clause", "id"),
    [
        ({"special": "Le stagiaire est présent 39 heures par semaine."}, "contradiction:weekly_hours"),
        ({"rules": "La durée totale du stage est de 700 heures."}, "contradiction:total_hours"),
    ],
)
def test_two_durations_for_one_internship_are_to_check(clause: dict[str, str], id: str) -> None:
    found = audited(**clause)
    assert id in {finding.id for finding in found.at(Level.TO_CHECK)}
    assert id not in {finding.id for finding in found.reported}


@pytest.mark.parametrize(
    "special",
    [
        "La durée légale du travail est de 39 heures par semaine au maximum.",
        "Les salariés de l’atelier travaillent 39 heures par semaine.",
        "Sauf la première semaine : 28 heures par semaine.",
    ],
)
def test_hours_of_somebody_else_contradict_nothing(special: str) -> None:
    found = {finding.id for finding in audited(special=special).findings}
    assert not [id for id in found if id.startswith("contradiction")]


def test_a_label_of_discontinuity_without_object_breaks_nothing() -> None:
    assert "incoherent_duration" in reported(
        total="Durée totale : 455 heures\nRépartition si présence discontinue : sans objet"
    )


@pytest.mark.parametrize(
    ("training", "title"),
    [
        ("Dans quelle formation ?\nIntitulé complet : Licence 3 Droit", "Licence 3 Droit"),
        ("Nora Bellanger est étudiante à l’Université, en Licence 3 Droit.", "Licence 3 Droit"),
        ("Elle suit la formation « Licence 3 Droit », niveau 6.", "Licence 3 Droit"),
        ("Licence 3 Droit", "Licence 3 Droit"),
    ],
)
def test_the_title_is_read_wherever_it_stands(training: str, title: str) -> None:
    assert audited(training=training).facts.value("training_title") == title
