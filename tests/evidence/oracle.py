"""An independent reader of the numbers a French text says, to judge the guard and exported files against.

It shares nothing with the product: it crosses out what is no figure, then takes whatever looks like a number.
"""

import re
import unicodedata

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
YEAR = r"(?:19|20)\d\d"
DATE = rf"(?:(?:{DAYS}) )?(?:1er|\d{{1,2}})(?: (?:au|et) (?:1er|\d{{1,2}}))? (?:{MONTHS})\b(?: {YEAR})?"
HOUR = r"\d{1,2} ?h(?: ?\d\d)?\b"
NO_FIGURES = (
    r"https?://\S+|\S+@\S+",
    rf"{DATE}(?: à {HOUR})?",
    rf"\b(?:{MONTHS}) {YEAR}",
    rf"\b(?:{DAYS}) (?:\d{{1,2}}\b(?! \w)|à {HOUR})",
    r"\b\d\d/\d\d/(?:20)?\d\d\b",
    r"\b20\d\d-\d\d-\d\d\b",
    r"\b(?:du|au|le) \d{1,2}/\d{1,2}\b(?! \w)",
    rf"\b(?:en|depuis|fin|début|rentrée|promotion|annuelle) {YEAR}\b(?! \w+s\b)",
    rf"\b{YEAR}[-/–]{YEAR}\b",
    rf"\b(?:réunion|rendez-vous|point|appel) à {HOUR}",
    r"\b(?:Python|Excel|Windows|Office|ISO|Android|Java|NF EN) ?\d[\d.]*\b(?! \w+s\b)",
    r"\b(?:pages?|p\.|diapo|article|annexe|chapitre|figure|étape|version|v|n°|semaine|salle) ?"
    r"(?:[LRD]\. ?)?\d[\d.-]*\b(?! \w+s\b)",
    r"\b[LRD]\. \d+-\d+\b",
    r"\b0\d(?: \d\d){4}\b",
    r"\b\d{5} [A-Z]\w+",
    r"\b(?:\d{1,3}(?:er|ère|e|ème)|[IVX]+e)\b",
    r"\b(?:(?!X\d)[A-Z]{1,5}-?\d{1,4}[A-Z]?|[2-5][DG])\b(?! ?[%€])(?! \w+s\b)",
    r"\bBac ?\+ ?\d\b",
    r"\b24h/24\b|\b7j/7\b",
)
WORDS = (
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?"
    r"|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille|millions?|milliards?"
    r"|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|milliers?|paires?|moitié"
    r"|tiers|quarts?|(?:cinqu|six|sept|huit|neuv|dix|cent|mill)ièmes?"
    r"|(?:doubl|tripl|quadrupl|quintupl|décupl|centupl)(?:e|é|ée|és|ées|er|ent|ant|a|ait|aient))\b"
)
DIGITS = r"\d+(?:[ '’.]\d{3}(?!\d))*(?:[.,]\d+)?"
ROMAN = r"\b(?=[IVXLCDM]{2})M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?= [a-zà-ÿ]+s\b)"


def numbers_said(text: str) -> tuple[str, ...]:
    """Return the numbers a text says, figures only, in order: digits without spaces, words in lower case.

    Args:
        text: French text, as written or as read back from a file.

    Returns:
        « 12000 », « 4,5 », « douze », « moitié », « XII ».
    """
    plain = _plain(text)
    for pattern in NO_FIGURES:
        plain = re.sub(pattern, " · ", plain, flags=re.IGNORECASE if pattern.startswith(r"\b(?:p") else 0)
    found = re.finditer(rf"{DIGITS}|(?i:{WORDS})|{ROMAN}", plain)
    return tuple(_written(match[0]) for match in found)


def _plain(text: str) -> str:
    """Write what a reader sees: no invisible sign, no fancy letter, one space, a single kind of hyphen."""
    seen = "".join(
        f"{unicodedata.numeric(one):g}" if unicodedata.category(one) in {"Nd", "No"} else one
        for one in unicodedata.normalize("NFKC", "".join(map(_counting, text)))
        if unicodedata.category(one) not in {"Cf", "Mn", "Me"} and (one.isspace() or one.isprintable())
    )
    return re.sub(r"\s+", " ", re.sub("[\u2010\u2011]", "-", seen))


def _counting(letter: str) -> str:
    """Write a Roman sign as its number, before it becomes letters."""
    return f" {unicodedata.numeric(letter):g} " if unicodedata.category(letter) == "Nl" else letter


def _written(number: str) -> str:
    digits = re.sub(r"[ '’]", "", number.lower())
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return digits.replace(".", "")
    digits = digits.replace(".", ",") if digits[0].isdigit() else digits
    return re.sub(r",0+$", "", digits)
