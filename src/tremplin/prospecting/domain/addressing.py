"""How a French message greets, closes and is signed: a civility is known, never guessed."""

import re
from dataclasses import dataclass
from typing import Final

TITLES: Final = {"mme": "Madame", "m": "Monsieur"}
BOTH: Final = "Madame, Monsieur"
CIVILITY: Final = re.compile(
    r"^(m|mr|monsieur|mme|madame|mlle|dr|docteur|pr|professeur)\.?\s+", re.IGNORECASE
)
SAID: Final = {"m": "m", "mr": "m", "monsieur": "m", "mme": "mme", "madame": "mme", "mlle": "mme"}
SHOUTED: Final = re.compile(r"[^\W\d_]{2,}")
PHONE: Final = re.compile(r"[+\d][\d\s.]{8,}")
FORMAL: Final = frozenset({"executive", "hr"})
WRITTEN: Final = frozenset({"email"})
SIGNED: Final = frozenset({"email", "message", "inmail"})


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; every part may be empty."""

    name: str = ""
    studies: str = ""
    phone: str = ""


def signature_in(sender: str) -> Signature:
    """Read who signs in the lines typed at the top of a proposal.

    Args:
        sender: a name, then studies, an e-mail, a telephone, one a line; may be empty.

    Returns:
        The first line as the name; the first other one that is no address nor telephone as the studies.
    """
    name, *others = [line.strip() for line in sender.splitlines() if line.strip()] or [""]
    phone = next((line for line in others if PHONE.fullmatch(line)), "")
    studies = next((line for line in others if "@" not in line and line != phone and "/" not in line), "")
    return Signature(name, studies, phone)


def civility_in(typed: str) -> str:
    """Return the civility a name was typed with: « Mme Hélène Quintard » gives « mme »; empty without one."""
    found = CIVILITY.match(typed.strip())
    return SAID.get(found[1].lower(), "") if found else ""


def last_name(full_name: str) -> str:
    """Return the family name: the words in capitals if there are, else all but the first.

    Args:
        full_name: first and last name, in either order when the last one is in capitals.

    Returns:
        « Le Goff » for « Hélène LE GOFF » and for « Hélène Le Goff ».
    """
    words = CIVILITY.sub("", " ".join(full_name.split())).split()
    shouted = [word for word in words if word.isupper() and len(word) > 1]
    if shouted and len(shouted) < len(words):
        return SHOUTED.sub(lambda word: word[0].title(), " ".join(shouted))
    return " ".join(words[1:] or words)


def greeting(full_name: str, *, civility: str, position: str, medium: str) -> str:
    """Return the first line of a message.

    Args:
        full_name: whom it is for; may be empty.
        civility: « mme », « m », or empty when unknown.
        position: where they stand.
        medium: how it travels.

    Returns:
        « Madame Quintard, » when written formally, else « Bonjour Madame Quintard, »; « Madame, Monsieur, »
        while the civility is unknown.
    """
    title = TITLES.get(civility)
    if title is None or not full_name.strip():
        return f"{BOTH},"
    named = f"{title} {last_name(full_name)},"
    return named if medium in WRITTEN and position in FORMAL else f"Bonjour {named}"


def closing(*, civility: str, position: str, medium: str) -> str:
    """Return the closing formula: one agrees to the expression of a consideration, never of greetings.

    Args:
        civility: « mme », « m », or empty when unknown.
        position: where they stand.
        medium: how it travels.

    Returns:
        The formula; empty where there is no room for one.
    """
    if medium not in SIGNED:
        return ""
    if medium in WRITTEN and position in FORMAL:
        title = TITLES.get(civility, BOTH)
        return f"Je vous prie d’agréer, {title}, l’expression de ma considération distinguée."
    return "Bien cordialement,"


def signed(signature: Signature, *, medium: str) -> str:
    """Return what signs a message: the name, and in an e-mail the studies and the telephone too."""
    if medium in WRITTEN:
        return "\n".join(filter(None, (signature.name, signature.studies, signature.phone)))
    return signature.name if medium in SIGNED | {"note"} else ""
