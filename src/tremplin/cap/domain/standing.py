"""Where the student stands, in one or two short sentences."""

from tremplin.cap.domain.agreement import AgreementSummary
from tremplin.cap.domain.journey import Journey
from tremplin.law.words import counted, day

BEFORE_AGREEMENT = {
    "searching": (
        "Vous cherchez. Commencez par un nom.",
        "Une entreprise, ou quelqu’un qui y travaille\u00a0: le reste suit.",
    ),
    "agreement": (
        "Votre convention n’est pas encore lue.",
        "Elle fixe les règles de votre stage\u00a0: tout part d’elle.",
    ),
    "started": ("Votre stage a commencé.", "Vérifiez ce qui vous est dû, puis ce que dit votre convention."),
}


def standing(
    agreement: AgreementSummary | None,
    path: Journey | None,
    *,
    phase: str,
    place: str = "",
    noun: str = "stage",
) -> tuple[str, str]:
    """Say where the student stands.

    Args:
        agreement: what was read; None before any agreement.
        path: the internship in time; None when its dates are not known.
        phase: the door the student chose.
        place: host and town of the internship; empty to take those of the agreement.
        noun: « stage » or « alternance ».

    Returns:
        The title and the line under it; the second may be empty.
    """
    if path is not None:
        return _in_time(path, noun), _where(place or _place(agreement), path, noun)
    if agreement is not None:
        return "Votre convention est lue.", "Ses dates manquent\u00a0: ajoutez-les pour voir vos semaines."
    return BEFORE_AGREEMENT.get(phase, BEFORE_AGREEMENT["agreement"])


def _in_time(path: Journey, noun: str) -> str:
    if path.on < path.starts_on:
        return f"Votre {noun} commence dans {counted((path.starts_on - path.on).days, 'jour')}."
    if path.on > path.ends_on:
        agreed = "terminée" if noun == "alternance" else "terminé"
        return f"Votre {noun} s’est {agreed} le {day(path.ends_on)}."
    week = f"Semaine {path.week} sur {len(path.weeks)}."
    stone = path.next_milestone
    if stone is None:
        return week
    left = (stone.on - path.on).days
    when = f"dans {counted(left, 'jour')}" if left else "aujourd’hui"
    return f"{week}\n{stone.name} est {when}."


def _where(place: str, path: Journey, noun: str) -> str:
    dates = f"du {day(path.starts_on)} au {day(path.ends_on)}"
    named = noun.capitalize()
    return f"{named} chez {place}, {dates}." if place else f"{named} {dates}."


def _place(agreement: AgreementSummary | None) -> str:
    if agreement is None:
        return ""
    return ", ".join(part for part in (agreement.host, agreement.city) if part)
