"""What a student seeks or is, said on top of a résumé: wishes and plain facts that no entry has to prove."""

import re
from typing import Final

NUMBER: Final = (
    r"(?<![\w,.])(?:\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize"
    r"|dix-huit|vingt|vingt-deux|vingt-quatre|trente-six)(?:\s*(?:à|ou|-|/)\s*\d{1,2})?"
)
DURATION: Final = rf"{NUMBER}\s+(?:mois|semaines?|ans?|années?)\b"
SHARE: Final = rf"{NUMBER}\s*(?:jours?|j|semaines?|sem\.?)(?!\w)"
CONTRACT: Final = (
    r"\b(?:stages?|alternance|apprentissage|professionnalisation|césure|contrat|CDD|VIE|mission"
    r"|service civique)\b"
)
HELD: Final = (
    r"(?!\s+(?:(?:de|d[’']|en)\s*)?"
    r"(?:exp|moins|plus|gain|gagn|économ|effectu|réalis|accompl|pass|retard|délai|baisse|hausse))"
)
AT_SCHOOL: Final = (
    r"(?:\s+(?:en|à l[’']|à la|au|de|d[’'])\s*(?:entreprise|école|cours|centre|CFA|IUT|université))"
)
SAID_OF_ONESELF: Final = (
    rf"(?P<kept>{CONTRACT}[^.,;:|()\d\n]{{0,50}}?\s*[,:(]?\s*(?:de\s+|d[’']\s*)?){DURATION}{HELD}",
    rf"{DURATION}(?=\s+(?:de\s+|d[’']\s*){CONTRACT}[^.;|\n]{{0,20}}(?:à partir|dès|à compter))",
    rf"(?P<asked>\b(?:re)?cherche\s+(?:un\s+)?){DURATION}(?=\s+(?:de\s+|d[’']\s*){CONTRACT})",
    rf"(?P<free>\bdisponible\s+(?:pour\s+)?)(?:{DURATION}|{SHARE}(?:\s+par\s+semaine)?){HELD}",
    rf"(?P<pace>\brythme\s*(?:de\s+|:\s*)?){SHARE}{AT_SCHOOL}?\s*(?:/|,|\+|et)\s*{SHARE}{AT_SCHOOL}?",
    rf"{SHARE}{AT_SCHOOL}\s*(?:/|,|\+|et)\s*{SHARE}{AT_SCHOOL}",
    rf"(?P<time>\b(?:temps plein|temps partiel|contrat|job étudiant)\s*[,:(]?\s*(?:de\s+)?)"
    rf"{NUMBER}\s*(?:h|heures?)\b(?:\s*(?:/|par)\s*semaine)?",
    r"(?P<start>^|[,|·–\n]\s*)(?:1[5-9]|[2-5]\d)\s+ans(?=\s*(?:$|[,|·–\n]))",
    r"(?P<licence>\b(?:CACES|permis)\s+)\d[A-E]?\b",
)
WISHES: Final = tuple(re.compile(one, re.IGNORECASE) for one in SAID_OF_ONESELF)
SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?\n]*")
LIVED: Final = re.compile(
    r"\b(?:j[’']ai|fait|effectué|réalisé|accompli|suivi|mené|tenu|obtenu|après|suite à|lors|durant|issu"
    r"|gagn|rédui|augment|économis|baiss|retard|délai)",
    re.IGNORECASE,
)
LOOKING: Final = re.compile(
    r"\b(?:cherche|recherche|souhait|voudrai|vise|postule|candidat|disponible|intégrer|à partir|dès|à compter"
    r"|prochain|débuter|commencer|rythme)",
    re.IGNORECASE,
)


def without_wishes(text: str, *, is_title: bool = True) -> str:
    """Return a text without the numbers that wish or present, and claim no result.

    « Stage de 6 mois », « Alternance 24 mois », « rythme 3 jours / 2 jours », an age, a licence: a
    duration told of the past, or beside a change, stays to be proved.

    Args:
        text: a headline or a summary, as written.
        is_title: whether it is a headline; a summary must say that something is sought.

    Returns:
        The text to hold against evidence; never what is printed.
    """
    return SENTENCE.sub(lambda found: _asking(found[0], is_title=is_title), text)


def _asking(sentence: str, *, is_title: bool) -> str:
    if LIVED.search(sentence) or not (is_title or LOOKING.search(sentence)):
        return sentence
    for wish in WISHES:
        sentence = wish.sub(lambda found: "".join(one or "" for one in found.groups()), sentence)
    return sentence
