"""Who signs an internship agreement?"""

from collections.abc import Collection
from dataclasses import dataclass

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import Source, education_code

THREE_PARTIES = education_code("L. 124-1")
DECREE = education_code("D. 124-4")


@dataclass(frozen=True, slots=True)
class Signatory:
    """One person who signs: identifier, French words, article."""

    id: str
    label: str
    because: Source


SIGNATORIES: tuple[Signatory, ...] = (
    Signatory("intern", "le stagiaire", THREE_PARTIES),
    Signatory("host", "l’organisme d’accueil", THREE_PARTIES),
    Signatory("school", "l’établissement d’enseignement", THREE_PARTIES),
    Signatory("supervising_teacher", "l’enseignant référent", DECREE),
    Signatory("tutor", "le tuteur de stage", DECREE),
)
LEGAL_REPRESENTATIVE = Signatory("legal_representative", "le représentant légal du mineur", DECREE)


def required_signatories(*, minor: bool | None) -> Outcome[tuple[Signatory, ...]]:
    """Return who signs the agreement (*signataires*).

    Five: intern, host organization, school, supervising teacher (*enseignant référent*)
    and host tutor (*tuteur*). A minor's legal representative signs too, or instead.

    Args:
        minor: the intern is under 18; None if unknown, answered as an adult.

    Returns:
        Signatories in the usual order.

    Sources: Code de l'éducation, art. L. 124-1, D. 124-4.
    Limits: does not check who may sign for a legal person.
    """
    who = (*SIGNATORIES, LEGAL_REPRESENTATIVE) if minor else SIGNATORIES
    names = ", ".join(signatory.label for signatory in who)
    return Holds(who, (Step(f"Signent : {names}.", DECREE),))


def missing_signatures(
    *, signed: Collection[str] | None, minor: bool | None = False
) -> Outcome[tuple[str, ...]]:
    """Tell whether everyone who must sign does (*signatures manquantes*).

    Args:
        signed: ids of those who sign, or have a place to; None if not read.
        minor: the intern is under 18: the representative may sign in the intern's place.

    Returns:
        Ids of the signatories, when none is missing; one step for each missing.

    Sources: Code de l'éducation, art. L. 124-1, D. 124-4.
    Limits: does not check the signatures themselves.
    """
    if signed is None:
        return unknown(signed=signed)
    present = set(signed)
    if minor and LEGAL_REPRESENTATIVE.id in present:
        present.add("intern")
    required = (*SIGNATORIES, LEGAL_REPRESENTATIVE) if minor else SIGNATORIES
    missing = [signatory for signatory in required if signatory.id not in present]
    if missing:
        return DoesNotHold(
            tuple(Step(f"Il manque la signature : {who.label}.", who.because) for who in missing)
        )
    return Holds(tuple(who.id for who in required), (Step("Tous les signataires sont là.", DECREE),))
