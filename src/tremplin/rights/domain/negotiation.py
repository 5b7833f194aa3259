"""What may be asked beyond the minimum, and what the law already gives: the sheet to hold in hand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tremplin.documents.negotiation_sheet import NegotiationSheet, Topic
from tremplin.documents.paper import Cited, Figure
from tremplin.law.internship.gratification import hourly_minimum
from tremplin.law.outcome import Holds
from tremplin.law.parameters import OFFICIAL, Figures, NoValueInForce
from tremplin.law.sources import Source, education_code, labour_code
from tremplin.law.words import cents, euros, hours, percent
from tremplin.rights.agreement.values import Audit, Finding, Gratification, Level
from tremplin.rights.domain.citations import citations
from tremplin.rights.domain.report import subject
from tremplin.rights.domain.typed_facts import pay

STEP = Decimal("0.50")
"""The rise per hour that the sheet prices, so that any other is easy to work out."""

AMOUNT = (education_code("L. 124-6"), education_code("D. 124-8"))
LIKE_EMPLOYEES = education_code("L. 124-13")
TRANSPORT = (LIKE_EMPLOYEES, labour_code("L. 3261-2"))
ACTIVITIES = (education_code("D. 124-4"), education_code("L. 124-7"))
PAY_FINDINGS = ("gratification_below_minimum", "gratification_missing")


def negotiation_sheet(audit: Audit, *, on: date, figures: Figures = OFFICIAL) -> NegotiationSheet:
    """Return what may be asked for one internship.

    Args:
        audit: facts and findings of the agreement.
        on: day written at the top, whose figures apply when the agreement bears no date.
        figures: published figures.

    Returns:
        The model that `documents` prints and the page shows.

    Limits: knows no collective agreement, nor what the host gives its employees.
    """
    day = audit.facts.value("signature_date") or audit.facts.value("start_date") or on
    least = _least(day, figures)
    topics = tuple(_topics(audit, least, day, figures))
    return NegotiationSheet(
        subject=subject(audit.facts),
        title=_title(audit),
        summary=(
            "Ce que la loi donne déjà, puis ce qui se demande. "
            "Un organisme d’accueil peut refuser ce qui dépasse la loi."
        ),
        figures=tuple(_figures(audit, least)),
        topics=topics,
        sentences=tuple(_sentences(audit)),
        note=(
            "Une convention collective ou un accord de branche peut prévoir plus. "
            "Demandez-le au service du personnel."
        ),
        produced_on=on,
        author=audit.facts.value("student_name") or "",
    )


def _least(day: date, figures: Figures) -> Decimal | None:
    try:
        outcome = hourly_minimum(signed_on=day, figures=figures)
    except NoValueInForce:
        return None
    return outcome.value if isinstance(outcome, Holds) else None


def _short(audit: Audit) -> Finding | None:
    """Return the finding that the pay is short of the minimum, if there is one."""
    return next((one for one in audit.findings if one.id in PAY_FINDINGS), None)


def _is_due(audit: Audit) -> bool:
    return all(one.id != "gratification_not_due" for one in audit.findings)


def _title(audit: Audit) -> str:
    short = _short(audit)
    if short is not None and short.stake:
        return f"Il manque {euros(short.stake)} pour atteindre le minimum"
    if short is not None:
        return "Le minimum n’est pas atteint"
    if not _is_due(audit):
        return "Rien n’est obligatoire pour cette durée, beaucoup se demande"
    if audit.facts.get("gratification") is None:
        return "Le montant n’est pas lu : commencez par lui"
    return "Le minimum est acquis, le reste se demande"


def _figures(audit: Audit, least: Decimal | None) -> Iterator[Figure]:
    offered: Gratification | None = audit.facts.value("gratification")
    short = _short(audit)
    if least is not None and _is_due(audit):
        yield Figure(euros(least), "par heure de présence : le minimum à la date de la convention.")
    if offered is not None and offered.unit != "none":
        amount, _, unit = pay(offered).partition(" ")
        yield Figure(amount, f"{unit} : ce que dit la convention.")
    if short is not None and short.stake:
        yield Figure(euros(short.stake), "de moins que le minimum, sur tout le stage.", proof=True)
    elif offered is not None and offered.unit == "hour" and least is not None and offered.amount > least:
        yield Figure(euros(offered.amount - least), "de plus que le minimum, par heure.", proof=True)


def _topics(audit: Audit, least: Decimal | None, day: date, figures: Figures) -> Iterator[Topic]:
    yield _rate(audit, least)
    yield _transport(audit, day, figures)
    yield Topic(
        "Repas",
        "Restaurant d’entreprise ou titres-restaurant dans les mêmes conditions que les salariés.",
        "Demandez ce que reçoivent les salariés, et faites-le écrire.",
        _cited(LIKE_EMPLOYEES),
    )
    yield _leave(audit)
    yield Topic(
        "Télétravail",
        "Rien dans les textes vérifiés.",
        "Un jour par semaine à partir du deuxième mois, écrit dans la convention.",
    )
    yield Topic(
        "Mission",
        "Les activités découlent des compétences à acquérir. Un stage ne remplit pas un poste permanent.",
        "Pour chaque activité, la compétence qu’elle travaille et ce que vous livrez à la fin.",
        _cited(*ACTIVITIES),
    )


def _rate(audit: Audit, least: Decimal | None) -> Topic:
    worked = audit.facts.value("total_hours")
    worth = f"{euros(cents(STEP * worked))} pour {euros(STEP)} de plus par heure" if worked else ""
    cited = _cited(*AMOUNT)
    if audit.facts.value("host_public"):
        law = "Un organisme de droit public ne peut pas verser plus que le taux légal."
        return Topic(
            "Gratification", law, "Rien au-delà : demandez plutôt les autres points.", _cited(AMOUNT[1])
        )
    if not _is_due(audit):
        law = "Pas de gratification obligatoire pour cette durée."
        return Topic(
            "Gratification", law, "Une gratification volontaire, au taux légal ou plus.", cited, worth
        )
    law = f"Au moins {euros(least)} par heure de présence." if least else "Un minimum par heure de présence."
    over = f", sur {hours(worked)}" if worked else ""
    return Topic("Gratification", law, f"Un taux au-dessus du minimum{over}.", cited, worth)


def _transport(audit: Audit, day: date, figures: Figures) -> Topic:
    is_public = bool(audit.facts.value("host_public"))
    name = f"transport_share_{'public' if is_public else 'private'}"
    share = figures.find("internship", name, on=day)
    refunded = percent(share.value) if share else "Une part"
    doubt = " Pour un organisme public, ce taux n’est pas certain." if is_public else ""
    law = f"{refunded} de l’abonnement aux transports publics, avant la fin du mois suivant.{doubt}"
    ask = "Le reste de l’abonnement, ou une indemnité pour le vélo ou la voiture."
    return Topic("Transport", law, ask, _cited(*TRANSPORT))


def _leave(audit: Audit) -> Topic:
    law = (
        "Au-delà de deux mois, la convention prévoit congés et absences. "
        "Leur nombre est libre et rien n’oblige à les payer."
    )
    ask = "Deux jours par mois, avec maintien de la gratification."
    return Topic("Congés", law, ask, _cited(LIKE_EMPLOYEES))


def _sentences(audit: Audit) -> Iterator[Cited]:
    for finding in audit.findings:
        if finding.ask and finding.level in (Level.TO_CORRECT, Level.TO_CLARIFY) and _is_negotiated(finding):
            yield Cited(finding.ask, tuple(str(one) for one in citations(finding.sources)))
    if not audit.facts.value("host_public"):
        yield Cited("Serait-il possible de prévoir une gratification au-dessus du minimum légal ?")
    yield Cited(
        "Quels avantages ont les salariés pour les repas et les transports ? "
        "Pouvons-nous les inscrire dans ma convention ?",
        _cited(LIKE_EMPLOYEES),
    )
    yield Cited("Un jour de télétravail par semaine vous conviendrait-il à partir du deuxième mois ?")


def _is_negotiated(finding: Finding) -> bool:
    return finding.id in PAY_FINDINGS or finding.id == "missing_leave_clause"


def _cited(*sources: Source) -> tuple[str, ...]:
    return tuple(str(citation) for citation in citations(sources))
