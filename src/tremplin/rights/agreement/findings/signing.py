"""Does everyone who must sign have a place to sign?"""

import re
from collections.abc import Iterator

from tremplin.law.internship.signatories import DECREE, SIGNATORIES, missing_signatures
from tremplin.law.outcome import DoesNotHold
from tremplin.rights.agreement import signatures
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.findings.made import sources_of
from tremplin.rights.agreement.text import fold
from tremplin.rights.agreement.values import Finding, Level

IDS = {
    "school": "school",
    "host": "host",
    "student": "intern",
    "referent": "supervising_teacher",
    "tutor": "tutor",
}
PUBLISHED = {
    "school": "etablissement",
    "host": "organisme",
    "intern": "stagiaire",
    "supervising_teacher": "enseignant_referent",
    "tutor": "tuteur",
}

LEAST_PRESENT = 2
"""Fewer parties than this were made out: the place of the signatures is not known well enough."""
GENERIC = frozenset(
    re.findall(
        r"\w+",
        "le la les l pour par de du des d et the for of sa sas sarl nom signature cachet visa m mme "
        "direction "
        "service societe",
    )
)


def signing(case: Case) -> Iterator[Finding]:
    """Yield the places to sign that are missing."""
    level = Level.TO_CORRECT if case.complete else Level.TO_CHECK
    found = present(case)
    if not case.reading.blocks:
        yield Finding(
            id="missing_signature_block",
            level=Level.TO_CHECK if spoken_of(case) else level,
            title="Aucune place n’est prévue pour signer",
            why="La convention est signée par vous, l’organisme d’accueil, l’école, l’enseignant référent "
            "et le tuteur.",
            sources=(DECREE,),
            searched=("fait à", "signature", "pour l’établissement", "pour l’organisme"),
            ask="Pouvez-vous ajouter la place pour les cinq signatures : stagiaire, organisme d’accueil, "
            "établissement, enseignant référent et tuteur ?",
        )
        return
    outcome = missing_signatures(signed=found, minor=False)
    if not isinstance(outcome, DoesNotHold):
        return
    if len(found) < LEAST_PRESENT or case.reading.places < case.reading.signing:
        level = Level.TO_CHECK
    missing = [one for one in SIGNATORIES if one.id not in found]
    for signatory in missing:
        yield Finding(
            id=f"missing_signature_block:{PUBLISHED[signatory.id]}",
            level=level,
            title=f"Il manque la place pour signer : {signatory.label}",
            why="Cinq personnes signent la convention. Sans l’une d’elles, la convention est incomplète.",
            sources=(signatory.because, *sources_of(outcome.steps))[:1],
            searched=(signatory.label,),
            ask=f"Pouvez-vous ajouter la place pour la signature suivante : {signatory.label} ?",
        )


def spoken_of(case: Case) -> bool:
    """Tell whether signatures that were not made out may still stand in the text."""
    text = case.reading.text
    made = signatures.MADE.search(text.folded)
    if made is None:
        return False
    below = [line for line in text.lines if made.end() < line.start < made.end() + 1500]
    return sum(signatures.is_name(text.raw[line.start : line.end]) for line in below) >= LEAST_PRESENT


def present(case: Case) -> frozenset[str]:
    """Return who has a place to sign: by role, by name, or by « Pour … »."""
    found = {IDS[block.role] for block in case.reading.blocks if block.role}
    zone = signatures.signing_words(case.reading.text, case.reading.places)
    for role, name in (("tutor", "tutor"), ("supervising_teacher", "referent"), ("intern", "student_name")):
        words = [word for word in fold(case.value(name) or "").split() if len(word) > 2]
        if words and all(word in zone for word in words):
            found.add(role)
    known = {
        party: names_line(case, fold(case.value(name) or ""))
        for party, name in (("school", "school"), ("host", "company"))
    }
    found |= {party for party, line in known.items() if line is not None}
    text, start = case.reading.text, case.reading.places
    spare = signatures.generic_parties(text, start, {line for line in known.values() if line is not None})
    spare += sum(not block.role for block in case.reading.blocks)
    spare = max(spare, signatures.unclaimed_signers(text, start, len(found)))
    for party in ("school", "host"):
        if party not in found and spare > 0:
            found.add(party)
            spare -= 1
    return frozenset(found)


def names_line(case: Case, name: str) -> int | None:
    """Return the line of the signatures that is nothing but words, or the initials, of a party's name."""
    known = set(plain_words(name)) - GENERIC
    initials = {acronym(name), *re.findall(r"\((\w{2,8})\)", name)} - {""}
    for index, line in enumerate(case.reading.text.lines):
        words = case.reading.text.folded[line.start : line.end]
        if line.start < case.reading.places or signatures.FOOTER.search(words):
            continue
        own = [word for word in plain_words(words) if word not in GENERIC]
        if len(own) <= 8 and own and (known.issuperset(own) or {*own, "".join(own)} & initials):
            return index
    return None


def plain_words(folded: str) -> list[str]:
    """Return the words of a folded text, marks left out."""
    return re.findall(r"[a-z0-9]+", folded)


def acronym(name: str) -> str:
    """Return the initials of a name: « inae » for « institut national d’agronomie et d’environnement »."""
    words = [word for word in plain_words(name) if word not in GENERIC]
    return "".join(word[0] for word in words) if len(words) > 2 else ""
