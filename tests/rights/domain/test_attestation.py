from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.rights.domain.attestation import StatedAttestation, audited_attestation, read_attestation

ON = date(2026, 3, 2)
OFFICIAL_FORM = """ATTESTATION DE STAGE à remettre au stagiaire à l’issue du stage
DURÉE DU STAGE
Date de début et de fin du stage : du 2 février 2026 au 3 juillet 2026
Représentant une durée totale de
{duration}
La durée totale du stage est appréciée en tenant compte de la présence effective du stagiaire dans
l’organisme, sous réserve des droits à congés (art. L. 124-18 du code de l’éducation). Chaque période au
moins égale à 7 heures de présence consécutives ou non est considérée comme équivalente à un jour de stage
et chaque période au moins égale à 22 jours de présence consécutifs ou non est considérée comme équivalente
à un mois.
MONTANT DE LA GRATIFICATION VERSÉE AU STAGIAIRE
Le stagiaire a perçu une gratification de stage pour un montant total de {amount}
"""


@pytest.mark.parametrize(
    ("duration", "amount", "stated"),
    [
        ("735 heures", "3 307,50 €", StatedAttestation(Decimal(735), gratification=Decimal("3307.5"))),
        ("105 jours", "3307,50 euros", StatedAttestation(days=105, gratification=Decimal("3307.5"))),
        ("4 mois et 17 jours", "trois mille euros", StatedAttestation(None, 4, 17, Decimal(3000))),
        ("……… mois", "………… €", StatedAttestation()),
        ("20 semaines", "4,50 € par heure", StatedAttestation()),
        ("735 h, à 35 h par semaine", "4,50 € par heure, soit 3 307,50 € en tout",
         StatedAttestation(Decimal(735), gratification=Decimal("3307.5"))),
    ],
)  # fmt: skip
def test_the_official_form_is_read(duration: str, amount: str, stated: StatedAttestation) -> None:
    assert read_attestation(OFFICIAL_FORM.format(duration=duration, amount=amount)) == stated


def test_a_plain_letter_is_read() -> None:
    letter = (
        "Je certifie que Madame Inès Marchetti a effectué un stage dans notre entreprise. "
        "Elle y a été présente pour une durée de 441 heures et la gratification versée s’élève à 1 984,50 €."
    )

    assert read_attestation(letter) == StatedAttestation(Decimal(441), gratification=Decimal("1984.5"))


@pytest.mark.parametrize(
    ("stated", "right"),
    [
        (StatedAttestation(Decimal(735), gratification=Decimal("3307.50")), True),
        (StatedAttestation(days=105, gratification=Decimal("3307.50")), True),
        (StatedAttestation(months=4, days=17, gratification=Decimal("3307.50")), True),
        (StatedAttestation(Decimal(734), gratification=Decimal("3307.50")), False),
        (StatedAttestation(days=104, gratification=Decimal("3307.50")), False),
        (StatedAttestation(months=5, gratification=Decimal("3307.50")), False),
        (StatedAttestation(Decimal(735), gratification=Decimal("3307.49")), False),
    ],
)
def test_a_duration_in_hours_days_or_months_is_compared_with_presence(
    stated: StatedAttestation, right: bool
) -> None:
    outcome = audited_attestation(
        stated, hours_present=Decimal(735), gratification_paid=Decimal("3307.50"), on=ON
    )

    assert isinstance(outcome, Holds) is right


def test_a_certificate_that_states_nothing_is_refused_on_both_points() -> None:
    outcome = audited_attestation(
        StatedAttestation(), hours_present=Decimal(735), gratification_paid=Decimal(3000), on=ON
    )

    assert isinstance(outcome, DoesNotHold)
    assert [step.says.replace("\u00a0", " ") for step in outcome.steps] == [
        "L’attestation doit indiquer la durée effective : 735 h.",
        "L’attestation doit indiquer la gratification versée : 3 000,00 €.",
    ]


def test_without_the_presence_facts_are_asked_for() -> None:
    outcome = audited_attestation(StatedAttestation(), hours_present=None, gratification_paid=None, on=ON)

    assert outcome.answer == "needs facts"
