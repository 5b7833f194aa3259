"""Messages to people one knows, or is introduced to: they ask for advice, never for a favour."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from tremplin.network.domain.circles import circle
from tremplin.network.domain.graph import Member, Network
from tremplin.network.domain.names import folded
from tremplin.network.domain.paths import Handshake, Path, Target

Hook = Literal["memory", "news", "useful"]

HOOKS: Final[Mapping[Hook, str]] = {
    "memory": "Un souvenir commun",
    "news": "Une nouvelle de son côté",
    "useful": "Quelque chose qui lui servira",
}
TO_FILL: Final[Mapping[Hook, str]] = {
    "memory": "[Le moment vécu ensemble]",
    "news": "[La nouvelle, et ce qu’elle vous a appris]",
    "useful": "[Ce que vous envoyez, et à quoi cela peut servir]",
}
CIVILITIES: Final = {
    "mme": "Madame",
    "madame": "Madame",
    "m": "Monsieur",
    "mr": "Monsieur",
    "monsieur": "Monsieur",
}

KIN: Final = {
    "tante",
    "oncle",
    "cousin",
    "cousine",
    "tonton",
    "tata",
    "papi",
    "mamie",
    "coach",
    "parrain",
    "marraine",
}
CLOSING: Final = {"tu": "À bientôt,", "vous": "Bien cordialement,"}
THERE: Final = {
    "there": {"tu": "Tu y travailles", "vous": "Vous y travaillez"},
    "left": {"tu": "Tu y as travaillé", "vous": "Vous y avez travaillé"},
    "field": {"tu": "Tu connais ce sujet", "vous": "Vous connaissez ce sujet"},
}
OPENING: Final[Mapping[Hook, Mapping[str, str]]] = {
    "memory": {
        "tu": "Un souvenir m’est revenu\u00a0: {line}",
        "vous": "Un souvenir m’est revenu\u00a0: {line}",
    },
    "news": {
        "tu": "J’ai appris une nouvelle de ton côté\u00a0: {line}",
        "vous": "J’ai appris une nouvelle de votre côté\u00a0: {line}",
    },
    "useful": {
        "tu": "Voici quelque chose qui peut te servir\u00a0: {line}",
        "vous": "Voici quelque chose qui peut vous servir\u00a0: {line}",
    },
}
STUDIES: Final = "etudiant"
ASK_STUDENT: Final = {
    "tu": "Tu y étudies\u00a0: aurais-tu quinze minutes pour me raconter ta formation "
    "et ce qui t’a surpris\u00a0?",
    "vous": "Vous y étudiez\u00a0: auriez-vous quinze minutes pour me raconter votre formation "
    "et ce qui vous a surpris\u00a0?",
}
ASK_INSIDER: Final = {
    "tu": "aurais-tu quinze minutes pour me raconter ton métier et ce qui t’a surpris\u00a0?",
    "vous": "auriez-vous quinze minutes pour me raconter votre métier et ce qui vous a surpris\u00a0?",
}
KNOW: Final = {
    "known": {"tu": "Je crois que tu connais {who}.", "vous": "Je crois que vous connaissez {who}."},
    "supposed": {"tu": "Est-ce que tu connais {who}\u00a0?", "vous": "Connaissez-vous {who}\u00a0?"},
}
ASK_RELAY: Final = {
    "tu": "À ma place, comment lui demanderais-tu quinze minutes pour parler de son métier\u00a0?",
    "vous": "À ma place, comment lui demanderiez-vous quinze minutes pour parler de son métier\u00a0?",
}
ASK_THE_NEXT: Final = (
    "Auriez-vous quinze minutes pour me parler de votre métier\u00a0? "
    "Votre avis m’aidera à choisir où chercher."
)
ASK_AROUND: Final = {
    "tu": "Par où commencerais-tu, à ma place\u00a0? Dix minutes au téléphone me suffisent.",
    "vous": "Par où commenceriez-vous, à ma place\u00a0? Dix minutes au téléphone me suffisent.",
}
ASK_ADVICE: Final = {
    "tu": "J’aimerais ton avis\u00a0: {matter}\u00a0? Dix minutes au téléphone me suffisent.",
    "vous": "J’aimerais votre avis\u00a0: {matter}\u00a0? Dix minutes au téléphone me suffisent.",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be reread.

    Attributes:
        to: whom it is for.
        text: the whole of it.
        when: what must happen before it is sent; empty when nothing.
    """

    to: Member
    text: str
    when: str = ""


def introductions(network: Network, target: Target, path: Path, *, sender: str) -> tuple[Letter, ...]:
    """Return one message per handshake of a path.

    Args:
        network: everyone known.
        target: where the path leads.
        path: the chain of people.
        sender: how the student signs; may be empty.

    Returns:
        The first can be sent now, each other once the one before has agreed.
    """
    people = [one.person for one in path.handshakes]
    letters = [Letter(people[0], _first(network, target, path, sender))]
    for before, one in pairwise(people):
        advised = f"{before.name} m’a conseillé de vous écrire. {_interest(target)} {ASK_THE_NEXT}"
        text = _signed(f"{_hello(one)}\n\n{advised}", "Bien cordialement,", sender)
        letters.append(Letter(one, text, f"À envoyer quand {before.name} a dit oui."))
    return tuple(letters)


def ask_around(one: Member, target: Target, *, sender: str) -> str:
    """Return a message to someone who may know whom to ask, when no path is known.

    Args:
        one: whom it is for.
        target: what was looked for.
        sender: how the student signs; may be empty.

    Returns:
        The message: it asks where they would look, not to be introduced.
    """
    tu_or_vous = "tu" if circle(one.circle).says_tu else "vous"
    text = f"{_hello(one)}\n\n{_interest(target)} {ASK_AROUND[tu_or_vous]}"
    return _signed(text, CLOSING[tu_or_vous], sender)


def wake(one: Member, *, hook: Hook, line: str, question: str, sender: str) -> str:
    """Return a message that wakes a tie: why now, then a question on what they know.

    Args:
        one: whom it is for; the circle decides between « tu » and « vous ».
        hook: why now.
        line: the student's own sentence: the memory, the news, the useful thing. May be empty.
        question: what advice is asked on; may be empty.
        sender: how the student signs; may be empty.

    Returns:
        The message; without a line, its place is left to be filled, in brackets.
    """
    tu_or_vous = "tu" if circle(one.circle).says_tu else "vous"
    said = _sentence(line)
    opening = OPENING[hook][tu_or_vous].format(line=said) if said else TO_FILL[hook]
    matter = " ".join(question.split()).rstrip("?. \u00a0") or "[votre question]"
    advice = ASK_ADVICE[tu_or_vous].format(matter=matter)
    return _signed(f"{_hello(one)}\n\n{opening}\n\n{advice}", CLOSING[tu_or_vous], sender)


def _first(network: Network, target: Target, path: Path, sender: str) -> str:
    first = path.handshakes[0].person
    tu_or_vous = "tu" if circle(first.circle).says_tu else "vous"
    if len(path.handshakes) > 1:
        ask = _ask_of_relay(network, path.handshakes[1], tu_or_vous)
    elif target.aim == "organization" and _studies_there(network, target, first):
        ask = ASK_STUDENT[tu_or_vous]
    else:
        there = "left" if path.end_cost else "there" if target.aim == "organization" else "field"
        ask = f"{THERE[there][tu_or_vous]}\u00a0: {ASK_INSIDER[tu_or_vous]}"
    return _signed(f"{_hello(first)}\n\n{_interest(target)} {ask}", CLOSING[tu_or_vous], sender)


def _studies_there(network: Network, target: Target, one: Member) -> bool:
    held = network.held_at.get(target.key or 0, ())
    return any(
        other.key == one.key and role.is_present and folded(role.title).startswith(STUDIES)
        for other, role in held
    )


def _ask_of_relay(network: Network, following: Handshake, tu_or_vous: str) -> str:
    says = network.says(following.person)
    who = f"{following.person.name} ({says})" if says else following.person.name
    certain = "known" if following.certain else "supposed"
    return f"{KNOW[certain][tu_or_vous].format(who=who)} {ASK_RELAY[tu_or_vous]}"


def _interest(target: Target) -> str:
    if target.aim == "person":
        return f"Je m’intéresse au travail de {target.name}."
    if target.aim == "domain":
        return f"Je cherche à comprendre un domaine\u00a0: {target.name.lower()}."
    return f"Je m’intéresse à {target.name}, et je cherche ce que l’équipe aimerait améliorer."


def _hello(one: Member) -> str:
    """Greet by first name where one says « tu », else by civility when known, else by the whole name."""
    civility, _, rest = one.name.partition(" ")
    title = CIVILITIES.get(civility.rstrip(".").lower())
    if circle(one.circle).says_tu and not title and civility.lower() not in KIN:
        return f"Bonjour {civility},"
    return f"Bonjour {title} {rest.split()[-1]}," if title and rest else f"Bonjour {one.name},"


def _sentence(line: str) -> str:
    said = " ".join(line.split())
    return said if not said or said[-1] in ".?…" else f"{said}."


def _signed(text: str, closing: str, sender: str) -> str:
    return f"{text}\n\n{closing}\n{sender}".rstrip()
