"""What Inès weighs for her second year: an apprenticeship, or an internship with a job; invented."""

from datetime import UTC, date, datetime
from decimal import Decimal

from tremplin.accounts.operations import state_birth_date
from tremplin.decision.models import Alternation, Criterion, Decision, Kind, Nationality, Option
from tremplin.decision.operations import (
    Given,
    add_criterion,
    add_exam,
    add_option,
    fix_weights,
    give_scores,
    start_decision,
)
from tremplin.network.operations import find_or_add_organization

BORN_ON = date(2003, 5, 14)
FIXED_AT = datetime(2026, 3, 28, 18, 0, tzinfo=UTC)
HANDBALL = "Handball trois soirs par semaine"
WEIGHTS = {
    "pay": 15, "experience": 22, "flexibility": 16, "employability": 10, "internal_training": 5,
    "missions": 12, "guidance": 8, "load": 6, "": 6,
}  # fmt: skip
SCORES: dict[str, tuple[Given, Given]] = {
    "pay": (Given(4, "high", "1 250 € brut, mois par mois plus bas."), Given(2, "high", "Minimum légal.")),
    "experience": (Given(5, "medium", "Un an, un projet entier."), Given(3, "medium", "Cinq mois.")),
    "flexibility": (
        Given(2, "low", "Le CFA n’a pas répondu sur l’étranger."),
        Given(5, "high", "Libre ensuite."),
    ),
    "employability": (Given(4, "low", "Deux anciens interrogés."), Given(3, "low", "Un ancien interrogé.")),
    "internal_training": (Given(3, "low"), Given(2, "low")),
    "missions": (Given(4, "medium", "Les tournées du mardi."), Given(4, "medium", "Les retours clients.")),
    "guidance": (Given(4, "high", "Une heure le lundi."), Given(3, "medium")),
    "load": (Given(2, "medium", "Trois semaines sur quatre."), Given(4, "medium")),
    "": (Given(2, "high", "Deux soirs au mieux."), Given(4, "high")),
}


def load(*, on: date) -> None:
    """Fill Choisir with the choice Inès has to make.

    Args:
        on: the day of loading; unused, the dates are those of the example.
    """
    state_birth_date(BORN_ON)
    decision = start_decision(title="Mon M2, 2026-2027", nationality=Nationality.FRENCH)
    nordelle, stage = _apprenticeship(decision), _internship(decision)
    add_criterion(decision, name=HANDBALL, one="je devrais arrêter", five="je garde mes trois soirs")
    add_exam(decision, name="Partiels de janvier", first_on=date(2027, 1, 11), last_on=date(2027, 1, 15))
    keys = {row.key: row.pk for row in Criterion.objects.filter(decision=decision)}
    weights = {pk: WEIGHTS.get(key, 0) for key, pk in keys.items()}
    decision = fix_weights(decision, revision=decision.revision, weights=weights, at=FIXED_AT)
    given = {
        (option.pk, keys[key]): score
        for key, pair in SCORES.items()
        for option, score in zip((nordelle, stage), pair, strict=True)
    }
    give_scores(decision, revision=decision.revision, scores=given)


def _apprenticeship(decision: Decision) -> Option:
    facts = {
        "name": "Apprentissage chez Nordelle",
        "kind": Kind.APPRENTICESHIP,
        "organization_id": find_or_add_organization("Nordelle").pk,
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 8, 31),
        "signed_on": date(2026, 6, 15),
        "offered": Decimal(1250),
        "public_employer": False,
        "transport": Decimal(44),
        "meals": Decimal(90),
        "rent": Decimal(380),
        "alternation": Alternation.WEEKS,
        "company_part": 3,
        "school_part": 1,
        "school_hours": Decimal(30),
        "commute_minutes": 35,
    }
    return add_option(decision, facts=facts)


def _internship(decision: Decision) -> Option:
    facts = {
        "name": "Stage chez Troquinette et petit emploi",
        "kind": Kind.INTERNSHIP,
        "organization_id": find_or_add_organization("Troquinette").pk,
        "starts_on": date(2027, 2, 1),
        "ends_on": date(2027, 6, 30),
        "signed_on": date(2026, 12, 1),
        "public_employer": False,
        "validated": True,
        "teaching_hours": Decimal(420),
        "job_weekly_hours": Decimal(8),
        "transport": Decimal(44),
        "meals": Decimal(80),
        "rent": Decimal(380),
        "tuition": Decimal(600),
        "commute_minutes": 20,
    }
    return add_option(decision, facts=facts)
