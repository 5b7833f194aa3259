"""What a story becomes: a line of a résumé, forty-five seconds aloud, an answer in a form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.documents.proposal import count_words
from tremplin.evidence.guard import Evidence, Unsupported
from tremplin.law.words import NBSP, counted, number, one_line
from tremplin.stories.domain.acts import as_nouns, infinitive_as_noun
from tremplin.stories.domain.car import Car

LONGEST_LINE: Final = 220
LONGEST_FORM: Final = 500
LONGEST_SPOKEN: Final = 45
WORDS_A_MINUTE: Final = 150
UNIT: Final = "jour|heure|semaine|fois|soir|an|mois|personne"
LEADS: Final = re.compile(
    r"^(?:(?:dans le cadre|au sein) (?:de (?=l[a’'])|du |des |de |d[’'])(?:l[’']|une? |la |le |les )?"
    rf"|(?:(?:dans|sur|chez|pour) )?une? (?!(?:{UNIT})))",
    re.IGNORECASE,
)
SENTENCE: Final = re.compile(
    r"\b(?:je|on|nous|mon|ma|mes|notre|nos|il|elle|ils|elles|ai|a|est|étaient|avaient|avons|sont"
    r"|(?!(?:f|l|parf|tr|portr|souh|extr|retr|attr)ait\b)[^\W\d_]+ait)\b|j[’']",
    re.IGNORECASE,
)
SUBJECT: Final = re.compile(r"\b(?:je|on|nous)\b(?![’'])|\bj[’']", re.IGNORECASE)
"""What a line of a résumé never says: « je », « on », « nous »."""
LABEL: Final = re.compile(r"^résultat\s*:\s*", re.IGNORECASE)
ALLOWED: Final = re.compile(
    r"^(?:ce qui|cela|ça) (?:a|m[’']a|nous a) permis (?:de |d[’'])(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
DETERMINER: Final = re.compile(
    r"^(?:(?:une?|l[ae]s?|des|mon|ma|mes|notre|nos|ce|cette)\b|l[’'])", re.IGNORECASE
)
OPENING: Final = re.compile(r"^(?:dans|sur|au|aux|à|en|chez|pour|lors|pendant|avec|depuis)\b", re.IGNORECASE)
SENTENCES: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ«])")
ENDS: Final = ".!?…»"


@dataclass(frozen=True, slots=True)
class Output:
    """A text ready to be used, and what of it nothing proves; an unproved one is never printed."""

    text: str
    unproved: tuple[Unsupported, ...] = ()
    is_complete: bool = True

    @property
    def is_printable(self) -> bool:
        """Whether it says something, and every number of it is given."""
        return bool(self.text) and self.is_complete and not self.unproved


@dataclass(frozen=True, slots=True)
class Outputs:
    """The three forms of a story."""

    line: Output
    spoken: Output
    form: Output


def outputs_of(
    car: Car, *, title: str, skills: Iterable[str] = (), given: Iterable[Evidence] = (), line: str = ""
) -> Outputs:
    """Return the three forms of a story, each checked against its evidence.

    Args:
        car: the story.
        title: what it is called.
        skills: what it shows, most telling first.
        given: confirmed figures of its dated notes.
        line: the line of the résumé as the student worded it; empty to have it composed.

    Returns:
        Texts; incomplete while a part is missing, when the line still has a subject, or when the answer is
        too long for a form.
    """
    evidence = tuple(given)
    is_complete = not car.missing

    def checked(text: str, *, fits: bool = True) -> Output:
        printed = text.replace("'", "’")
        return Output(printed, unproved(printed, evidence, same_noun=True), is_complete and fits)

    answer = form_answer(car)
    said = line.strip() or cv_line(car)
    return Outputs(
        checked(said, fits=SUBJECT.search(said) is None),
        checked(spoken(car, title=title, skills=skills)),
        checked(answer, fits=len(answer) <= LONGEST_FORM),
    )


def cv_line(car: Car) -> str:
    """Compose one line of a résumé: what was done in nouns, then what it changed.

    Args:
        car: the story.

    Returns:
        One sentence without « je »; the context leads when it is short and is no sentence itself.
        Empty without an action.
    """
    action = "\u00a0; ".join(as_nouns(one) for one in _sentences(car.action))
    if not action:
        return ""
    result = _result_in_nouns(car.result)
    context = _as_noun_phrase(car.context)
    whole = _joined(context, action, result)
    return whole if context and len(whole) <= LONGEST_LINE else _joined("", action, result)


def spoken(car: Car, *, title: str, skills: Iterable[str] = ()) -> str:
    """Compose what is said aloud, in the first person.

    Args:
        car: the story.
        title: what it is called.
        skills: what it shows.

    Returns:
        A few sentences; empty without an action.
    """
    if not car.action.strip():
        return ""
    kept = ", ".join(lowered(one) for one in skills)
    said = (
        f"Un exemple{NBSP}: {lowered(title)}." if title.strip() else "",
        _told(car),
        f"J’en retiens{NBSP}: {kept}." if kept else "",
    )
    return " ".join(filter(None, said))


def form_answer(car: Car) -> str:
    """Compose the answer of an application form, within 500 characters when the words allow.

    Args:
        car: the story.

    Returns:
        Context, action and result; the context goes when all three are too long.
    """
    if not car.action.strip():
        return ""
    whole = _told(car)
    return whole if len(whole) <= LONGEST_FORM else _told(replace(car, context=""))


def spoken_seconds(text: str) -> int:
    """Return how long a text takes aloud, at a calm pace.

    Args:
        text: what is said; each digit of a number is a word.

    Returns:
        Whole seconds, rounded up.
    """
    digits = sum(len(one) - 1 for one in re.findall(r"\d+", text))
    return -(-(count_words(text) + digits) * 60 // WORDS_A_MINUTE)


def length_says(text: str, most: int) -> str:
    """Say how many characters a text has, and how many are too many."""
    said = f"{number(len(text))} sur {counted(most, 'caractère')}"
    return f"{said}{NBSP}: {number(len(text) - most)} de trop" if len(text) > most else said


def lowered(text: str) -> str:
    """Return a text that goes on a sentence: its first capital goes, unless the word is an acronym."""
    plain = text.strip()
    first = re.match(r"[^\W\d_]+[’']?", plain)
    is_name = first is not None and len(first[0]) > 1 and first[0][1:] != first[0][1:].lower()
    return plain if is_name else plain[:1].lower() + plain[1:]


def _joined(context: str, action: str, result: str) -> str:
    said = f"{context}{NBSP}: {lowered(action)}" if context else _capital(action)
    link = f"{NBSP}; " if context else f"{NBSP}: "
    return f"{said}{link}{result}." if result else f"{said}."


def _told(car: Car) -> str:
    """Say the three parts as sentences that follow each other."""
    context, action, result = (
        one_line(part) for part in (car.context, car.action, LABEL.sub("", car.result))
    )
    if context and OPENING.match(context) and not SENTENCE.search(context):
        action = f"{context.rstrip('.')}, {lowered(action)}"
    else:
        action = " ".join(filter(None, (_ended(_introduced(context)), action)))
    if result.lower().startswith("ce qui "):
        return _ended(f"{action.rstrip('.')}, {lowered(result)}")
    told = f"Résultat{NBSP}: {lowered(result)}" if result else ""
    return " ".join(filter(None, map(_ended, (action, told))))


def _introduced(context: str) -> str:
    """Lead a context that has no verb, so that it can be said aloud."""
    if not context or SENTENCE.search(context):
        return context
    said = lowered(context) if DETERMINER.match(context) else context
    return f"Le contexte{NBSP}: {said}"


def _result_in_nouns(result: str) -> str:
    plain = LABEL.sub("", one_line(result))
    allowed = ALLOWED.match(plain)
    said = infinitive_as_noun(allowed["rest"]) if allowed else as_nouns(plain)
    return re.sub(r"^une? (?=[^\W\d_])", "", lowered(said.rstrip(".")))


def _as_noun_phrase(context: str) -> str:
    """Return a context that can lead a line; empty when it is a sentence of its own."""
    plain = one_line(context).rstrip(".")
    if not plain or SENTENCE.search(plain) or SENTENCES.search(plain):
        return ""
    return _capital(LEADS.sub("", plain, count=1))


def _sentences(text: str) -> list[str]:
    return [one for one in SENTENCES.split(one_line(text)) if one.strip()]


def _ended(text: str) -> str:
    plain = one_line(text)
    return plain if not plain or plain[-1] in ENDS else f"{plain}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
