"""The verb of an act: whether there is one, and the noun a résumé uses instead."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("verbs.toml")
S: Final = r"[ \u00a0\u202f\t\n]+"
ADVERBS: Final = (
    "aussi|également|ensuite|d[’']abord|enfin|régulièrement|entièrement|ainsi|bien|toujours|souvent|seule?"
)
I_HAVE: Final = re.compile(rf"\bj[’']ai{S}(?:(?:{ADVERBS}){S})?(?P<verb>[^\W\d_]+)", re.IGNORECASE)
I_DO: Final = re.compile(rf"\b(?:je{S}|j[’'])(?:m[’']|me{S})?(?P<verb>[^\W\d_]+)", re.IGNORECASE)
I_WAS: Final = re.compile(rf"^(?:j[’']étais|je{S}suis|j[’']ai{S}été){S}", re.IGNORECASE)
I_TENDED: Final = re.compile(rf"\bje{S}(?:me{S}suis|m[’']étais){S}occupée?s?\b", re.IGNORECASE)
MYSELF: Final = re.compile(rf"^je{S}me{S}suis{S}", re.IGNORECASE)
SUBJECT: Final = re.compile(
    rf"(?:^|(?<=[,;:][ \u00a0])|(?<=\bet[ \u00a0])|(?<=\bpuis[ \u00a0]))j[’']ai{S}(?:(?:{ADVERBS}){S})?",
    re.IGNORECASE,
)
IN_CHARGE: Final = re.compile(r"\bresponsable\b", re.IGNORECASE)
NO_ACT: Final = frozenset({
    "ai", "suis", "étais", "serai", "avais", "peux", "pouvais", "dois", "devais", "fais", "faisais", "veux",
    "voulais", "vais", "allais", "sais", "savais", "aime", "aimais", "pense", "pensais", "crois",
})  # fmt: skip
ELIDING: Final = re.compile(
    r"[aàâeéèêëiîïouùûœ]|y(?![aeo])|h(?:abit|eur|omm|ôt|istoir|oraire|erb|ôpit)", re.IGNORECASE
)
FULL: Final = re.compile(r"(?:onz|oui)", re.IGNORECASE)
DEFINITE: Final = {"le": "du", "les": "des"}
LEFT_OVER: Final = re.compile(
    r"(?:, |\bet |\bpuis )[^\W\d_]+(?:é|i|u|it|is|ert) (?:une?|l[ae]|les|des|du|mon|ma|mes|\d+|l[’'])(?!\w)"
)
TOOLS: Final = re.compile(
    r"(?:à|au|aux|avec|en|pour|par|sur|dans|chez|auprès|contre|vers|sans|entre|selon|comme|que|où)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Acts:
    """What a text says of acts: strong verbs in the first person, and weak ones."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]


def acts_of(text: str) -> Acts:
    """Return the verbs a text conjugates in the first person.

    Args:
        text: what I did.

    Returns:
        Verbs as written, those that tell an act apart from those that tell none (« participé »).
    """
    weak = frozenset(_data()["weak"]["words"])
    done = [match["verb"].lower() for match in I_HAVE.finditer(text)]
    doing = [verb for match in I_DO.finditer(text) if (verb := match["verb"].lower()) not in NO_ACT]
    charged = ["responsable"] if IN_CHARGE.search(text) else []
    strong = tuple(verb for verb in [*done, *doing, *charged] if verb not in weak)
    return Acts(strong, tuple(verb for verb in done if verb in weak))


def as_nouns(sentence: str) -> str:
    """Write a sentence as a résumé does: « J’ai modéré un forum » becomes « modération d’un forum ».

    Args:
        sentence: one sentence in the first person.

    Returns:
        The same without « je », in nouns when its first act has one, else in past participles; without
        a first person, the sentence itself. No full stop.
    """
    told = I_TENDED.sub("prise en charge", sentence.strip().rstrip(".").strip())
    plain = I_DO.sub(_in_the_past, I_WAS.sub("", MYSELF.sub("", told)))
    bare = SUBJECT.sub("", plain)
    if bare == plain:
        return plain
    named = _act().sub(_as_noun, bare)
    return bare if LEFT_OVER.search(named) else named


def infinitive_as_noun(words: str) -> str:
    """Write words that begin with an infinitive as a noun: « réduire les files » is « réduction des files ».

    Args:
        words: an infinitive and what follows.

    Returns:
        The same with a noun when the verb has one, else unchanged.
    """
    verb, _, rest = words.partition(" ")
    participle = _data()["infinitives"].get(verb.lower(), re.sub(r"er$", "é", verb.lower()))
    return _act().sub(_as_noun, f"{participle} {rest}", count=1) if participle in _nouns() else words


def of(noun: str, following: str, *, article: str = "") -> str:
    """Return a noun and the « de » that ties it to what follows, which is left out.

    Args:
        noun: « gestion ».
        following: the words after the article.
        article: « le », « les », « des », « du », « de la », or nothing.

    Returns:
        « gestion du », « gestion d’ », « gestion de », ready to be followed.
    """
    if article in DEFINITE:
        return f"{noun} {DEFINITE[article]} "
    is_elided = ELIDING.match(following) is not None and not FULL.match(following)
    return f"{noun} d’" if is_elided else f"{noun} de "


def _as_noun(match: re.Match[str]) -> str:
    noun, article = _nouns()[match["verb"].lower()], (match["article"] or "").lower()
    rest = match.string[match.end() :]
    if match["alone"] is not None:
        return match["lead"] + noun.removesuffix(" avec")
    if noun.endswith(" avec"):
        return f"{match['lead']}{noun} {match['article'] or ''} ".replace("  ", " ")
    if TOOLS.match(rest) and not article:
        return f"{match['lead']}{noun} "
    return match["lead"] + of(noun, rest, article=article)


def _in_the_past(match: re.Match[str]) -> str:
    """Put « je gère » and « je gérais » in the past when the verb is known."""
    verb = match["verb"].lower()
    stem = re.sub(r"(?:ais|e)$", "", verb)
    accented = re.sub(r"è(?=[^\W\d_]+$)", "é", stem)
    irregular = (_data()["infinitives"].get(f"{stem}{ending}", "") for ending in ("ir", "re"))
    guesses = (f"{stem}é", f"{accented}é", re.sub(r"iss$", "i", stem), *irregular)
    known = next((one for one in guesses if one in _nouns()), "")
    return f"j’ai {known}" if stem != verb and known else match[0]


@cache
def _act() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in sorted(_nouns(), key=len, reverse=True))
    lead = rf"(?P<lead>^|[,;:]{S}|(?:{S}|(?<=\s))(?:et|puis){S})(?:(?:{ADVERBS}){S})?"
    article = rf"{S}(?:(?P<article>des|du|de la|les|le){S})?"
    alone = rf"(?P<alone>(?=,|$|{S}(?:et|puis|ou)\b))"
    return re.compile(rf"{lead}(?P<verb>{verbs})(?:{alone}|{article})", re.IGNORECASE)


@cache
def _nouns() -> Mapping[str, str]:
    found: dict[str, str] = _data()["nouns"]
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
