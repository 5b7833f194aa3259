"""What follows an agreement in the same file and is not the agreement: models to fill in later."""

import re
from dataclasses import replace

from tremplin.rights.agreement.text import Text

CERTIFICATE = re.compile(
    r"(?:annexe\s*\w*\s*[-:.)]*\s*)?(?:modele (?:d'|de l')?)?(?:attestation|certificat) de (?:fin de )?stage|"
    r"(?:internship|placement) certificate|certificate of (?:internship|placement)"
)
CERTIFIES = re.compile(r"certifi|atteste|soussigne|remettre au stagiaire|hereby")
ANNEX = re.compile(
    r"\s*(?:annexes?|appendix|schedule|fiche (?:de )?(?:mission|descriptive|pedagogique|de poste|de stage)|"
    r"volet (?:pedagogique|financier)|descriptif (?:du|de) |programme du stage|cahier des charges|"
    r"(?:conditions|clauses|dispositions|stipulations) (?:generales|particulieres|communes|applicables|"
    r"complementaires)|"
    r"(?:general|special|standard) (?:terms|conditions|provisions)|terms and conditions)\b"
)
ROLES_LEFT = re.compile(r"\b(?:annexes?|pieces?) (?:jointes?|a la|:)|conservee?s?|exemplaire")
CLAUSE = re.compile(
    r"\s*(?:(?:article|art\.?) ?\d{1,2}|[a-z]?\d{1,2}(?:\.\d+)?)\s?[.):–-]+ [a-z][a-z ',-]{3,60}[.:–-] "
    r"(?:l[ae]s? |l'|toute?s? |chaque |une? |the |each |any |si |lorsque |en cas |pour |il |elle |"
    r"if )[^…]{25,}"
)
"""A numbered clause with its title and its first words, which no place to sign holds."""
NEXT_ANNEX = re.compile(r"\s*(?:annexe|fiche|convention|avenant|volet)\b")


def certificate_model(text: Text) -> tuple[int, int] | None:
    """Return the extent of the blank certificate printed after the agreement, if any."""
    for index, line in enumerate(text.lines):
        if not CERTIFICATE.fullmatch(text.folded[line.start : line.end].strip(" :.*")):
            continue
        following = text.lines[index + 1 : index + 12]
        if following and CERTIFIES.search(text.folded, line.end, following[-1].end):
            rest = (
                other.start
                for other in text.lines[index + 8 :]
                if NEXT_ANNEX.match(text.folded, other.start, other.end)
            )
            return line.start, next(rest, len(text.raw))
    return None


def after_signatures(text: Text, signing: int) -> int:
    """Return where an annex that follows the signatures starts, the length of the text when none does."""
    for line in text.lines[text.line_index(signing) + 1 :] if signing < len(text.raw) else ():
        words = text.folded[line.start : line.end]
        if line.opens and len(words) < 90 and ANNEX.match(words) and not ROLES_LEFT.search(words):
            return line.start
        if line.opens and CLAUSE.match(words):
            return line.start
    return len(text.raw)


def without_models(text: Text) -> Text:
    """Return the text in which blank models are masked, offsets unchanged."""
    extent = certificate_model(text)
    if extent is None:
        return text
    start, end = extent
    hidden = " " * (end - start)
    return replace(
        text,
        folded=text.folded[:start] + hidden + text.folded[end:],
        prose=text.prose[:start] + hidden + text.prose[end:],
    )
