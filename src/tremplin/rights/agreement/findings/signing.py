"""Does everyone who must sign have a place to sign?"""

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


def signing(case: Case) -> Iterator[Finding]:
    """Yield the places to sign that are missing."""
    level = Level.TO_CORRECT if case.complete else Level.TO_CHECK
    if not case.reading.blocks:
        yield Finding(
            id="missing_signature_block",
            level=level,
            title="Aucune place n’est prévue pour signer",
            why="La convention est signée par vous, l’organisme d’accueil, l’école, l’enseignant référent "
            "et le tuteur.",
            sources=(DECREE,),
            searched=("fait à", "signature", "pour l’établissement", "pour l’organisme"),
            ask="Pouvez-vous ajouter la place pour les cinq signatures : stagiaire, organisme d’accueil, "
            "établissement, enseignant référent et tuteur ?",
        )
        return
    outcome = missing_signatures(signed=present(case), minor=False)
    if not isinstance(outcome, DoesNotHold):
        return
    missing = [one for one in SIGNATORIES if one.id not in present(case)]
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


def present(case: Case) -> frozenset[str]:
    """Return who has a place to sign: by role, by name, or by « Pour … »."""
    found = {IDS[block.role] for block in case.reading.blocks if block.role}
    zone = signatures.signing_words(case.reading.text, case.reading.signing)
    for role, name in (("tutor", "tutor"), ("supervising_teacher", "referent"), ("intern", "student_name")):
        words = [word for word in fold(case.value(name) or "").split() if len(word) > 2]
        if words and all(word in zone for word in words):
            found.add(role)
    for party, name in (("school", "school"), ("host", "company")):
        if names_line(case, fold(case.value(name) or "")):
            found.add(party)
    generic = signatures.generic_parties(case.reading.text, case.reading.signing)
    generic += sum(not block.role for block in case.reading.blocks)
    for party in ("school", "host"):
        if party not in found and generic:
            found.add(party)
            generic -= 1
    return frozenset(found)


def names_line(case: Case, name: str) -> bool:
    """Tell whether a line of the signatures is nothing but words of a party's name."""
    words = set(name.replace("-", " ").split())
    for line in case.reading.text.lines:
        if line.start < case.reading.signing:
            continue
        printed = case.reading.text.folded[line.start : line.end].replace("-", " ").split()
        if printed and len(printed[0]) > 2 and words.issuperset(printed):
            return True
    return False
