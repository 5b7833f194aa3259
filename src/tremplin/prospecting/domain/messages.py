"""A first message and its follow-ups, written from what is known of a target."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.law.words import MONTHS, NBSP
from tremplin.prospecting.domain.addressing import Signature, closing, greeting, signed
from tremplin.prospecting.domain.lengths import limit_of, measured

DATA: Final = Path(__file__).with_name("messages.toml")
SLOT: Final = re.compile(r"\{(\w+)\}")
HIGH_SIGNS: Final = re.compile(r" ([:;!?»%€])")
CLASSES: Final = {"inmail": "message", "phone": "spoken", "in_person": "spoken"}
READERS: Final = {"junior": "insider", "insider": "insider", "hr": "hr"}
SPOKEN: Final = frozenset({"phone", "in_person"})
SHORT: Final = frozenset({"note", "inmail"})
LONGEST_SUBJECT: Final = 60
LONGEST_QUOTE: Final = 320
LONGEST_SPOKEN: Final = 160
SHORTEST_QUOTE: Final = 30
SEEN: Final = {
    "news": ("J’ai lu ceci", "Lu dans la presse"),
    "product": ("J’ai relevé ceci", "Relevé chez vous"),
    "reviews": ("J’ai lu dans vos avis clients", "Lu dans vos avis clients"),
    "job_ad": ("J’ai lu dans l’une de vos offres d’emploi", "Lu dans votre offre d’emploi"),
    "observation": ("J’ai constaté ceci", "Constaté sur place"),
    "conversation": ("On m’a dit ceci", "On m’a dit ceci"),
}
OWN_WORDS: Final = frozenset({"observation"})
CONFIDENTIAL: Final = frozenset({"conversation"})
ELIDED: Final = frozenset({"L’", "D’", "L'", "D'"})
BLANKS: Final = {
    "seen": "[ce que vous avez vu ou lu chez eux, avec sa date]",
    "seen_short": "[ce que vous avez vu chez eux]",
    "problem": "[le problème que vous avez trouvé]",
    "idea": "[votre idée en une phrase]",
    "topic": "[le problème en cinq mots]",
    "project_topic": "[votre projet en cinq mots]",
    "project": "[le titre de votre projet]",
    "link": "[son adresse]",
    "proof": "[une chose faite, avec son résultat]",
    "event": "[l’événement]",
    "at_event": "à [l’événement]",
    "met_on": "[le jour]",
    "said": "[ce que la personne a dit]",
    "said_event": "[ce que la personne a dit, et où]",
    "new_element": "[l’élément nouveau]",
    "sent_on": "[le jour]",
}
TO_THE: Final = {
    **dict.fromkeys(("forum", "salon", "webinaire", "séminaire", "congrès", "colloque", "festival"), "au "),
    **dict.fromkeys(("sommet", "hackathon", "meetup", "meet-up", "carrefour", "petit-déjeuner"), "au "),
    **dict.fromkeys(("conférence", "rencontre", "visite", "journée", "soirée", "table", "foire"), "à la "),
    **dict.fromkeys(("atelier", "afterwork", "événement", "échange"), "à l’"),
    **dict.fromkeys(("journées", "rencontres", "assises", "rendez-vous", "portes"), "aux "),
}
SPOKEN_TO: Final = {
    "a": "avez", "est": "êtes", "cherche": "cherchez", "recrute": "recrutez", "veut": "voulez",
    "pense": "pensez", "parle": "parlez", "travaille": "travaillez", "explique": "expliquez",
    "propose": "proposez", "dirige": "dirigez", "gère": "gérez", "utilise": "utilisez",
    "prépare": "préparez", "lance": "lancez", "refait": "refaites", "fait": "faites", "doit": "devez",
    "peut": "pouvez", "va": "allez", "développe": "développez", "teste": "testez",
}  # fmt: skip
"""How a line typed about someone, « cherche un outil de tri », is said to them."""


@dataclass(frozen=True, slots=True)
class Hook:
    """A signal as a message quotes it; `kind` as rows name it."""

    kind: str
    source: str
    seen_on: date
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a message is written from; whatever is unknown is empty.

    `replied` says that the person answered; `search` is what is looked for, in words.
    """

    channel: str
    medium: str
    position: str = ""
    premium: bool = False
    civility: str = ""
    full_name: str = ""
    function: str = ""
    company: str = ""
    hook: Hook | None = None
    problem: str = ""
    idea: str = ""
    search: str = ""
    any_search: str = "un stage"
    project: str = ""
    link: str = ""
    limits: str = ""
    proof: str = ""
    event: str = ""
    met_on: date | None = None
    said: str = ""
    is_speaker: bool = False
    promised: str = ""
    replied: bool = False
    student: Signature = field(default_factory=Signature)


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to read again; the subject is empty where there is none."""

    subject: str
    body: str


def draft(facts: Facts) -> Draft:
    """Write a first message from what is known; what is missing stays between square brackets.

    Args:
        facts: the way in, the medium, the person, the company.

    Returns:
        A text in the length of its medium; a note of invitation quotes as much of the signal as fits.
    """
    text = _text_for(facts)
    subject = ""
    if facts.medium in {"email", "inmail"}:
        subject = _one_line(
            _filled(text.get("subject") or _email_subject(facts), _words(facts)), LONGEST_SUBJECT
        )
    body = _framed(facts, _filled(text["body"], _words(facts)))
    if (over := _too_long(facts, body)) > 0:
        shorter = max(len(facts.hook.quote if facts.hook else facts.said) - over - 1, SHORTEST_QUOTE)
        body = _framed(facts, _filled(text["body"], _words(facts, longest=shorter)))
    return Draft(subject, body)


def follow_up(facts: Facts, *, sent_on: date, number: int, new_element: str) -> str:
    """Write a follow-up around something new.

    Args:
        facts: of the first message.
        sent_on: the day of the message it follows.
        number: 1 or 2; the second says it is the last.
        new_element: what is new since; a passage to fill in when empty.

    Returns:
        A short text.
    """
    texts = _texts()["follow_up"]
    words = {
        "sent_on": _day(sent_on),
        "new_element": _inside(new_element),
        "ask": texts["asks"].get(facts.channel, texts["asks"]["other"]),
    }
    return _framed(facts, _filled(texts["first" if number == 1 else "second"]["body"], words))


def typeset(text: str) -> str:
    """Put the no-break spaces of French before high signs and inside quotation marks."""
    return HIGH_SIGNS.sub(rf"{NBSP}\1", text).replace("« ", f"«{NBSP}")


def _too_long(facts: Facts, body: str) -> int:
    """Return by how many characters a short medium is exceeded: what it takes, or what gets read."""
    limit = limit_of(facts.medium, premium=facts.premium)
    return measured(body, limit).used - limit.advised if facts.medium in SHORT else 0


def _text_for(facts: Facts) -> Mapping[str, str]:
    texts = _texts()[facts.channel if facts.channel in _texts() else "direct"]
    if facts.replied and "replied" in texts:
        return dict(texts["replied"]["any"])
    by_reader = texts[CLASSES.get(facts.medium, facts.medium)]
    return dict(by_reader.get(READERS.get(facts.position, "any"), by_reader["any"]))


def _email_subject(facts: Facts) -> str:
    texts = _texts()[facts.channel if facts.channel in _texts() else "direct"]
    return str(texts["email"]["any"]["subject"])


def _framed(facts: Facts, body: str) -> str:
    """Put the greeting, the closing and the signature around a text."""
    hello = greeting(facts.full_name, civility=facts.civility, position=facts.position, medium=facts.medium)
    bye = closing(civility=facts.civility, position=facts.position, medium=facts.medium)
    name = signed(facts.student, medium=facts.medium)
    if facts.medium == "note":
        return "\n".join(filter(None, (hello, body, name)))
    ending = (
        "\n".join(filter(None, (bye, name))) if bye.endswith(",") else "\n\n".join(filter(None, (bye, name)))
    )
    return "\n\n".join(filter(None, (hello, body, ending)))


def _words(facts: Facts, *, longest: int = 0) -> dict[str, str]:
    """Give each slot its words; empty when unknown."""
    seen = _seen_short if facts.medium in SHORT else _seen
    return {
        "company": facts.company or "[l’entreprise]",
        "seen": seen(facts.hook, longest=longest or LONGEST_QUOTE),
        "seen_short": _seen_short(facts.hook, longest=longest or LONGEST_SPOKEN),
        "problem": _inside(facts.problem),
        "idea": _inside(facts.idea),
        "topic": _bare(facts.idea or facts.problem),
        "search": facts.search,
        "any_search": facts.search or facts.any_search,
        "me": _me(facts),
        "function": facts.function,
        "project": _inside(facts.project),
        "project_topic": _bare(facts.project),
        "link": facts.link,
        "limits": _inside(facts.limits),
        "proof": _inside(facts.proof),
        "event": facts.event,
        "at_event": _at(facts.event),
        "met_on": f"le {_day(facts.met_on)}" if facts.met_on else "",
        "said": _said(facts, longest=longest or LONGEST_QUOTE),
        "said_event": _said(facts, longest=longest or LONGEST_SPOKEN, there=True),
        "promised": _inside(facts.promised),
    }


def _seen(hook: Hook | None, *, longest: int) -> str:
    if hook is None:
        return ""
    where = "" if hook.kind in CONFIDENTIAL else f"{hook.source}, "
    verb = SEEN[hook.kind][0]
    return f"{verb} ({where}{_day(hook.seen_on)}) : {_quoted(hook, longest)}"


def _seen_short(hook: Hook | None, *, longest: int) -> str:
    return f"{SEEN[hook.kind][1]} : {_quoted(hook, longest)}" if hook else ""


def _quoted(hook: Hook, longest: int) -> str:
    """Quote their words; a count is the student's own and takes no quotation marks."""
    if hook.kind in OWN_WORDS or any(one.isdigit() for one in hook.quote):
        return f"{_bare(_cut(hook.quote, longest))}."
    return f"« {_inner(_bare(_cut(hook.quote, longest)))} »."


def _said(facts: Facts, *, longest: int, there: bool = False) -> str:
    if not facts.said:
        return ""
    place = f", {_at(facts.event)}" if there and facts.event else ""
    first, _space, rest = facts.said.strip().partition(" ")
    if first.lower() in SPOKEN_TO:
        return f"Vous {SPOKEN_TO[first.lower()]} {_bare(_cut(rest, longest))}{place}."
    told = ("Vous avez dit" if facts.is_speaker else "Vous m’avez dit") + place
    return f"{told} : « {_inner(_bare(_cut(facts.said, longest)))} »."


def _me(facts: Facts) -> str:
    studies = facts.student.studies
    spoken = f"Je m’appelle {facts.student.name}. " if facts.medium in SPOKEN and facts.student.name else ""
    if not studies:
        return f"{spoken}Je suis en [votre formation]."
    is_whole = studies.lower().startswith(("étudiant", "élève", "en ", "apprenti", "alternant"))
    return f"{spoken}Je suis {'' if is_whole else 'en '}{_bare(studies)}."


def _filled(template: str, words: Mapping[str, str]) -> str:
    """Fill the slots of a text; an optional line joins the one before, or goes when a word is missing."""
    lines: list[str] = []
    for line in template.strip().splitlines():
        slots = SLOT.findall(line)
        if line.startswith("? "):
            if not all(words.get(name) for name in slots):
                continue
            lines[-1] += f" {_with_words(line[2:], words)}"
            continue
        lines.append(_with_words(line, words))
    return typeset("\n".join(lines))


def _with_words(line: str, words: Mapping[str, str]) -> str:
    return SLOT.sub(lambda slot: words.get(slot[1]) or BLANKS.get(slot[1], ""), line)


def _one_line(text: str, longest: int) -> str:
    return _cut(" ".join(text.split(" ")), longest)


def _cut(text: str, longest: int) -> str:
    """Cut a text between two words; an ellipsis says it."""
    line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    if len(line) <= longest:
        return line
    return f"{line[: longest - 1].rsplit(' ', 1)[0].rstrip(',;:. ')}…"


def _bare(text: str) -> str:
    """Take off what ends a sentence, so that it can stand inside another."""
    return text.strip().rstrip(".").strip("« »\u00a0")


def _inside(text: str) -> str:
    """Write a sentence so that it stands after a colon: « Des articles… » becomes « des articles… »."""
    bare = _bare(text)
    first = bare.partition(" ")[0]
    return _lower(bare) if first in _texts()["small_words"].split() or first[:2] in ELIDED else bare


def _at(event: str) -> str:
    """Write « au Forum des métiers », « à la Conférence verte », « à « Supply Day » »."""
    for article, contracted in (("le ", "au "), ("les ", "aux "), ("la ", "à la "), ("l’", "à l’")):
        if event.lower().startswith(article):
            return contracted + event[len(article) :]
    before = TO_THE.get(event.partition(" ")[0].lower())
    if before or not event:
        return f"{before or ''}{event}"
    return f"à « {_inner(event)} »"


def _inner(text: str) -> str:
    """Turn quotation marks inside a quotation into the second kind."""
    return re.sub(r"«[\s\u00a0]*", "“", re.sub(r"[\s\u00a0]*»", "”", text))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _day(on: date) -> str:
    return f"{'1er' if on.day == 1 else on.day}{NBSP}{MONTHS[on.month - 1]}"


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
