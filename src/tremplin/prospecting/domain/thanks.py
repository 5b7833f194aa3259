"""The message that thanks someone for their time, the day after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from urllib.parse import quote

from tremplin.law.words import MONTHS, NBSP

Civility = Literal["", "mme", "m", "first_name"]

LONGEST_QUOTE: Final = 220
LONGEST_LINK: Final = 1900
"""Characters of a mailto link that every mail program still opens; Windows cuts at about 2,000."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """What is written to someone after a conversation."""

    to: str
    subject: str
    body: str

    @property
    def link(self) -> str:
        """The mailto link; without its text when it would be cut on the way."""
        subject = quote(self.subject)
        whole = f"mailto:{quote(self.to)}?subject={subject}&body={quote(self.body)}"
        return whole if len(whole) <= LONGEST_LINK else f"mailto:{quote(self.to)}?subject={subject}"


def thanks(
    *,
    name: str,
    civility: Civility = "",
    talked_on: date,
    on: date,
    learnt: str = "",
    named: Sequence[str] = (),
    student: str = "",
    email: str = "",
) -> Thanks:
    """Write the thanks for a conversation, with what was learnt in it.

    Args:
        name: whom to thank.
        civility: how to address them; empty when unknown, it is never guessed.
        talked_on: the day of the conversation.
        on: today.
        learnt: what was learnt, in the student's words; its first sentence is quoted.
        named: whom they advised to speak to.
        student: the first name signed with.
        email: their address; empty when unknown.

    Returns:
        A short text, to be read again before it leaves.
    """
    familiar = civility == "first_name"
    body = [_greeting(name, civility), _for_the_time(talked_on, on=on, familiar=familiar)]
    if learnt.strip():
        body.append(f"Voici ce que j’ai retenu. {first_sentence(learnt)}")
    if named:
        body.append(_for_the_names(named, familiar=familiar))
    told = "Je te dirai" if familiar else "Je vous dirai"
    body.append(f"{told} ce que j’en aurai fait.")
    body.append(f"{'À bientôt' if familiar else 'Bien cordialement'},\n{student}".rstrip())
    return Thanks(to=email, subject="Merci pour notre conversation", body="\n\n".join(body))


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, closed by a full stop.

    Args:
        text: the student's words, on one line or several.

    Returns:
        At most the length a short message bears, cut between two words.
    """
    line = next(filter(None, (one.strip(" -–•\t") for one in text.splitlines())), "")
    end = min((at for mark in (". ", "? ", "; ") if (at := line.find(mark)) > 0), default=len(line))
    sentence = line[: end + 1].strip(" ;")
    if len(sentence) > LONGEST_QUOTE:
        sentence = sentence[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return sentence if sentence.endswith((".", "?", "…")) else f"{sentence}."


def _greeting(name: str, civility: Civility) -> str:
    first, _, last = name.partition(" ")
    match civility:
        case "mme":
            return f"Bonjour Madame {last or first},"
        case "m":
            return f"Bonjour Monsieur {last or first},"
        case "first_name":
            return f"Bonjour {first},"
    return "Bonjour,"


def _for_the_time(talked_on: date, *, on: date, familiar: bool) -> str:
    days = (on - talked_on).days
    when = {0: "aujourd’hui", 1: "hier"}.get(days, f"le {_day(talked_on)}")
    given = "tu m’as donné" if familiar else "vous m’avez donné"
    return f"Merci pour le temps que {given} {when}."


def _for_the_names(named: Sequence[str], *, familiar: bool) -> str:
    *first, last = named
    whom = f"{', '.join(first)} et {last}" if first else last
    your, suits = ("ton", "te") if familiar else ("votre", "vous")
    them = "leur" if first else "lui"
    writing = f"Je {them} écrirai en citant {your} nom, si cela {suits} convient."
    return f"Merci aussi de m’avoir parlé de {whom}. {writing}"


def _day(on: date) -> str:
    return f"{'1er' if on.day == 1 else on.day}{NBSP}{MONTHS[on.month - 1]}"
