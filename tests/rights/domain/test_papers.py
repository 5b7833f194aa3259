"""The message, the report and the negotiation sheet."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.rights.domain.audits import make_audit, make_finding
from tremplin.documents.negotiation_sheet import NegotiationSheet
from tremplin.law.outcome import Doubt
from tremplin.rights.agreement.values import Finding, Gratification, Level
from tremplin.rights.domain.correction_mail import correction_mail, points_to_ask, proposed
from tremplin.rights.domain.moment import Moment
from tremplin.rights.domain.negotiation import negotiation_sheet
from tremplin.rights.domain.report import audit_report, subject

ON = date(2026, 3, 2)
PAY = Gratification(Decimal("4.35"), "hour")
BELOW = make_finding(
    "gratification_below_minimum",
    title="La gratification est sous le minimum",
    stake=Decimal("110.25"),
    quote="4,35",
    page=2,
)


def test_the_message_numbers_its_points_and_signs() -> None:
    mail = correction_mail(make_audit(BELOW), (BELOW,), moment=Moment.DRAFT)

    assert mail.subject == "Convention de stage chez Cargolière\u00a0: 1\u00a0point à revoir"
    assert "Avant de la signer, pouvons-nous revoir ce point\u00a0?" in mail.body
    assert "1. La gratification est sous le minimum (page 2).\n" in mail.body
    assert mail.body.endswith("Cordialement,\n\nInès Marchetti")
    assert mail.link_is_whole


def test_a_signed_agreement_is_corrected_by_an_amendment() -> None:
    mail = correction_mail(make_audit(), (BELOW, make_finding()), moment=Moment.BINDING)

    assert "j’ai relevé ces points. Un avenant peut les corriger." in mail.body
    assert "renvoyer l’avenant" in mail.body


def test_a_message_without_names_or_articles_stays_polite() -> None:
    audit = make_audit(company=None, student_name=None)

    mail = correction_mail(audit, (make_finding(sources=()),), moment=Moment.DRAFT)

    assert mail.subject.startswith("Convention de stage\u00a0:")
    assert mail.body.endswith("Cordialement,")
    assert "Référence" not in mail.body


def test_a_long_message_opens_the_mail_program_with_its_subject_only() -> None:
    mail = correction_mail(make_audit(), (make_finding(),) * 12, moment=Moment.DRAFT)

    assert not mail.link_is_whole
    assert mail.link.startswith("mailto:?subject=")
    assert "body" not in mail.link


def test_only_points_with_a_sentence_can_be_asked() -> None:
    silent, fine = make_finding(ask=""), make_finding("duration", Level.COMPLIANT)

    assert points_to_ask(make_audit(BELOW, silent, fine)) == (BELOW,)


def test_a_doubt_is_asked_as_a_question_without_our_own_label() -> None:
    doubt = make_finding("missing_mention:10", Level.TO_CHECK, title="À relire : absences autorisées", page=3)

    mail = correction_mail(make_audit(), (BELOW, doubt), moment=Moment.DRAFT)

    assert "2. Pouvez-vous l’ajouter ? (page 3)" in mail.body.replace("\u00a0", " ")
    assert "À relire" not in mail.body


def test_doubts_are_proposed_only_when_there_is_nothing_else() -> None:
    doubt = make_finding("carence", Level.TO_CHECK)

    assert proposed((BELOW, doubt), moment=Moment.DRAFT) == (BELOW,)
    assert proposed((doubt,), moment=Moment.BINDING) == (doubt,)


def test_once_over_the_message_asks_for_what_is_owed() -> None:
    certificate = make_finding("missing_mention:15_attestation", Level.TO_CLARIFY)
    points = proposed((BELOW, make_finding(), certificate), moment=Moment.OVER)

    mail = correction_mail(make_audit(), points, moment=Moment.OVER)

    assert points == (BELOW, certificate)
    assert "Mon stage est terminé." in mail.body
    assert "Il manque 110,25\u00a0€ par rapport au minimum légal." in mail.body
    assert "me remettre l’attestation de stage" in mail.body
    assert all(word not in mail.body for word in ("avenant", "signer", "version corrigée"))


def test_the_report_holds_every_point_with_its_words_or_their_absence() -> None:
    absent = make_finding(searched=("congé", "absence"))
    doubtful = make_finding("carence", Level.TO_CHECK, doubts=(Doubt("A18", "Le texte ne tranche pas."),))
    fine = make_finding("duration", Level.COMPLIANT, title="Durée", page=1, quote="735 h")

    report = audit_report(make_audit(BELOW, absent, doubtful, fine), version=2, on=ON)

    below, missing, doubt = report.findings
    assert (below.place, below.stake and below.stake.figure) == ("page 2", "110,25\u00a0€")
    assert missing.absence == "Rien dans les 4\u00a0pages. Mots cherchés\u00a0: congé, absence."
    assert (missing.place, doubt.place) == ("mention absente", "")
    assert doubt.doubts == ("Le texte ne tranche pas.",)
    assert report.compliant[0].detail == "page 1"
    assert report.verdict.startswith("Cette convention")


def test_the_report_says_which_page_could_not_be_read() -> None:
    absent = make_finding(level=Level.TO_CHECK, searched=("congé",))
    late = "La page 3 est une image trop longue à reconnaître : elle n’a pas été lue."

    report = audit_report(make_audit(absent, unreadable=((2, "Page floue."), (3, late))), version=1, on=ON)

    assert report.unreadable == (
        "La page 3 n’a pas été lue\u00a0: reconnaissance trop longue. "
        "Relancez la lecture, ou demandez la convention en PDF texte.",
        "Page 2 illisible. Page floue.",
    )
    assert report.findings[0].place == "pas lu\u00a0: pages 2 et 3"
    assert report.findings[0].absence.startswith("Rien dans les pages lues. Pas lu\u00a0: pages 2 et 3.")
    assert "n’a pas pu être lue en entier" in report.verdict


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Stage d’Inès Marchetti chez Cargolière"),
        ({"student_name": "Théo Le Goff"}, "Stage de Théo Le Goff chez Cargolière"),
        ({"student_name": None}, "Stage chez Cargolière"),
        ({"student_name": None, "company": None}, "Stage"),
    ],
)
def test_the_subject_names_who_and_where_as_far_as_known(facts: dict[str, Any], words: str) -> None:
    assert subject(make_audit(**facts).facts) == words


def sheet(*findings: Finding, **facts: Any) -> NegotiationSheet:
    """Return the sheet of an agreement of January 2026."""
    return negotiation_sheet(make_audit(*findings, **facts), on=ON)


def test_the_sheet_opens_on_what_is_missing() -> None:
    made = sheet(BELOW, gratification=PAY, total_hours=Decimal(735))

    assert made.title == "Il manque 110,25\u00a0€ pour atteindre le minimum"
    assert [figure.value for figure in made.figures] == ["4,50\u00a0€", "4,35\u00a0€", "110,25\u00a0€"]
    assert made.topics[0].stake == "367,50\u00a0€ pour 0,50\u00a0€ de plus par heure"
    assert made.sentences[0].says == BELOW.ask


def test_above_the_minimum_the_gap_is_a_gain() -> None:
    made = sheet(gratification=Gratification(Decimal(6), "hour"))

    assert made.title == "Le minimum est acquis, le reste se demande"
    assert made.figures[-1].value == "1,50\u00a0€"


def test_a_short_internship_owes_nothing_but_may_ask() -> None:
    made = sheet(make_finding("gratification_not_due", Level.COMPLIANT, ask=""))

    assert made.title == "Rien n’est obligatoire pour cette durée, beaucoup se demande"
    assert made.topics[0].law == "Pas de gratification obligatoire pour cette durée."
    assert made.figures == ()


def test_a_public_body_may_not_pay_more_and_its_transport_share_is_doubtful() -> None:
    made = sheet(host_public=True, gratification=PAY)

    assert "ne peut pas verser plus" in made.topics[0].law
    assert made.topics[1].law.startswith("75\u00a0% de l’abonnement")
    assert made.topics[1].law.endswith("ce taux n’est pas certain.")
    assert all("au-dessus du minimum" not in sentence.says for sentence in made.sentences)


def test_an_unread_amount_is_said_and_one_without_stake_too() -> None:
    assert sheet().title == "Le montant n’est pas lu\u00a0: commencez par lui"
    assert sheet(make_finding("gratification_missing", stake=None)).title == "Le minimum n’est pas atteint"


def test_before_the_first_known_figures_the_sheet_gives_no_amount() -> None:
    made = sheet(signature_date=date(1990, 1, 8), gratification=PAY)

    assert [figure.value for figure in made.figures] == ["4,35\u00a0€"]
    assert made.topics[0].law == "Un minimum par heure de présence."
    assert made.topics[1].law.startswith("Une part de l’abonnement")
