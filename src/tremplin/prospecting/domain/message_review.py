"""What is wrong with a message before it leaves, in place and with its reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.law.words import NBSP
from tremplin.prospecting.domain.addressing import SIGNED, last_name
from tremplin.prospecting.domain.asking import asked_for, requests_in
from tremplin.prospecting.domain.generic import fits_any_company, generic_phrases, plain_letters
from tremplin.prospecting.domain.lengths import Length, limit_of, measured, subject_says

WRITTEN: Final = frozenset({"email", "inmail", "message"})
SUBJECTED: Final = frozenset({"email", "inmail"})
SPOKEN: Final = frozenset({"phone", "in_person"})
FIRST_SENTENCE: Final = re.compile(r".+?(?:[.?!](?=\s)|$(?![\s\S]))", re.DOTALL)
BLANK: Final = re.compile(r"\[[^\[\]\n]{2,80}\]")
MISTER: Final = re.compile(r"\bMr\.?(?=\s)|\bMme\.|\bMdme\b|\bMle\b")
CUT_SHORT: Final = re.compile(r"(?<!\w)(?:cdt|cdlt|bien cdt|crdlt|slt|bjr)(?!\w)")
GREETINGS_EXPRESSED: Final = re.compile(r"l'expression de mes (?:sinceres |meilleures )?salutations")
FAMILIAR: Final = re.compile(
    r"(?<![\w-])(?:(?:tu|te|toi|tes)(?![\w'])|t'(?=\w)|(?<!le )(?<!un )(?<!ce )ton(?!\w))"
)
CLOSING: Final = re.compile(
    r"cordialement|je vous prie d'agreer|veuillez agreer|salutations|bonne journee|bien a vous"
)
LAST_WORDS: Final = re.compile(r"(?:cordialement|distinguee?s?|salutations|bonne journee|bien a vous)\W*$")
UNSIGNED: Final = "Le message n’est pas signé."
WHO_WRITES: Final = "[votre formation]"
FIRST_NAME_ALONE: Final = re.compile(
    r"^(?:bonjour|cher|chere|salut)\s+(?!madame|monsieur|mme|m\.|a tous|et )([a-z-]+)\s*,"
)
OWN_LENGTH: Final = re.compile(r"(?:stage|alternance|apprentissage|mission|contrat)\s+(?:de|d'|sur)\s*$")
PLAN: Final = (
    "dix minutes", "quinze minutes", "vingt minutes", "trente minutes", "10 minutes", "15 minutes",
    "20 minutes", "30 minutes", "une page", "un nom", "une phrase", "deux lignes", "trois questions",
    "deux questions", "une question", "deux semaines", "une semaine", "la première fois",
    "dernière relance", "deux relances",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whom a message is for, by what way, and what is known of their company.

    `quotes` are what was read or seen there, `journal` what the student did, `plan` texts whose figures are
    the student's own offer; `replied` says that the person answered already.
    """

    channel: str
    medium: str
    premium: bool = False
    full_name: str = ""
    names: Sequence[str] = ()
    quotes: Sequence[str] = ()
    journal: Sequence[Evidence] = ()
    plan: Sequence[str] = ()
    replied: bool = False
    is_follow_up: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to mend; `start` and `end` tell where in the body, both 0 when it is about the whole.

    `level` is « bad » when the message should not leave so, « warn » when it would be better otherwise.
    """

    level: str
    reason: str
    instead: str = ""
    start: int = 0
    end: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `number` is that of the remark that underlines it, 0 for none."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """A message read again; `on_subject` are remarks on its subject, places counted there."""

    length: Length
    subject: str
    remarks: tuple[Remark, ...]
    body: str
    on_subject: tuple[Remark, ...] = ()

    @property
    def must_wait(self) -> bool:
        """Whether something in it should not leave so."""
        said = (*self.remarks, *self.on_subject)
        return any(one.level == "bad" for one in said) or self.length.level == "bad"

    @property
    def lacks_who_writes(self) -> bool:
        """Whether the student's name or studies are missing, which the settings keep for every message."""
        return any(one.reason == UNSIGNED or one.words == WHO_WRITES for one in self.remarks)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The body cut around what is underlined; joined, it is the body."""
        pieces: list[Piece] = []
        at = 0
        for number, one in enumerate(self.remarks, 1):
            if one.end > one.start >= at:
                pieces += [Piece(self.body[at : one.start]), Piece(self.body[one.start : one.end], number)]
                at = one.end
        return tuple(piece for piece in (*pieces, Piece(self.body[at:])) if piece.text)


def review(body: str, *, subject: str = "", reader: Reader) -> Review:
    """Read a message again as its reader would.

    Args:
        body: the message.
        subject: that of an e-mail; empty elsewhere.
        reader: whom it is for, and what is known.

    Returns:
        Its length, what of the subject is seen, and remarks: those in place come first, in order; those on
        the subject are apart.
    """
    text = body.replace("\r\n", "\n").strip()
    is_read = reader.medium in SUBJECTED and not reader.is_follow_up
    seen = subject_says(subject) if reader.medium == "email" and not reader.is_follow_up else ""
    length = measured(text, limit_of(reader.medium, premium=reader.premium))
    on_subject = _each_once(_in_place(subject.strip(), reader)) if is_read else ()
    return Review(
        length, seen, (*_each_once(_in_place(text, reader)), *_whole(text, reader)), text, on_subject
    )


def _each_once(remarks: Iterator[Remark]) -> tuple[Remark, ...]:
    """Put remarks in the order of the text, the longest where two overlap."""
    kept: list[Remark] = []
    for one in sorted(remarks, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _in_place(text: str, reader: Reader) -> Iterator[Remark]:
    folded = plain_letters(text)
    for blank in BLANK.finditer(text):
        yield _at(
            text, blank.span(), "bad", "Ce passage reste à remplir.", "Complétez-le, ou retirez la phrase."
        )
    for found in generic_phrases(text, names=reader.names, quotes=reader.quotes):
        yield Remark("warn", found.reason, found.instead, found.start, found.end, found.words)
    yield from _asked_too_soon(text, reader)
    yield from _unproved(text, reader)
    yield from _manners(text, folded, reader)


def _asked_too_soon(text: str, reader: Reader) -> Iterator[Remark]:
    reason, instead = _rule_on_asking(reader)
    for found in requests_in(text) if reason else ():
        yield Remark("bad", reason, instead, found.start, found.end, found.words)
    if not reason and (first := _asked_first(text, reader)):
        yield _at(
            text, first, "warn", "Vous demandez avant d’avoir dit ce que vous avez vu chez eux.",
            "Commencez par le fait, puis le problème. La demande vient en dernier.",
        )  # fmt: skip


def _rule_on_asking(reader: Reader) -> tuple[str, str]:
    if reader.channel == "interview":
        return (
            "Une interview de 15\u00a0minutes ne demande jamais de stage ni d’emploi.",
            "Posez une question sur leur travail. La suite viendra d’eux, ou d’un autre message.",
        )
    if reader.channel == "event" and not reader.replied:
        return (
            "Après un événement, votre recherche ne se dit qu’après une réponse.",
            "Posez une question sur ce que la personne a dit.",
        )
    return "", ""


def _asked_first(text: str, reader: Reader) -> tuple[int, int] | None:
    """Find a request that comes in the first sentence, before any quote of a signal."""
    first = FIRST_SENTENCE.match(text)
    found = asked_for(first[0]) if first and not reader.is_follow_up else None
    return (found.start, found.end) if found else None


def _unproved(text: str, reader: Reader) -> Iterator[Remark]:
    said = (*reader.quotes, *reader.plan, *PLAN)
    missing_from_journal = {
        (one.start, one.end)
        for one in unsupported_numbers(text, (*reader.journal, *reader.plan, *PLAN), same_noun=True)
    }
    for one in unsupported_numbers(text, said):
        is_own = OWN_LENGTH.search(plain_letters(text[max(one.start - 30, 0) : one.start]))
        if (one.start, one.end) in missing_from_journal and not is_own:
            reason = "Ce chiffre n’est dans aucun signal de la cible ni dans votre journal."
            instead = "Notez d’où il vient, ou retirez-le."
            yield Remark("bad", reason, instead, one.start, one.end, one.words)


def _manners(text: str, folded: str, reader: Reader) -> Iterator[Remark]:
    for found in MISTER.finditer(text):
        yield _at(
            text,
            found.span(),
            "warn",
            "En français\u00a0: «\u00a0M.\u00a0» et «\u00a0Mme\u00a0», sans autre point.",
        )
    for found in CUT_SHORT.finditer(folded):
        yield _at(
            text,
            found.span(),
            "warn",
            "Cette abréviation passe pour de la négligence.",
            "Écrivez le mot entier.",
        )
    for found in GREETINGS_EXPRESSED.finditer(folded):
        yield _at(
            text, found.span(), "warn", "On agrée des salutations, ou l’expression d’une considération.",
            "«\u00a0l’expression de ma considération distinguée\u00a0»",
        )  # fmt: skip
    for found in FAMILIAR.finditer(folded):
        yield _at(text, found.span(), "warn", "Vous tutoyez la personne.", "Dites «\u00a0vous\u00a0».")
    if alone := FIRST_NAME_ALONE.search(folded):
        yield _at(
            text, alone.span(1), "warn", "Un prénom seul est trop familier pour un premier message.",
            "Écrivez «\u00a0Madame\u00a0» ou «\u00a0Monsieur\u00a0» et le nom.",
        )  # fmt: skip


def _whole(text: str, reader: Reader) -> Iterator[Remark]:
    if not text:
        yield Remark("bad", "Le message est vide.")
        return
    if not reader.is_follow_up and not reader.replied:
        yield from _about_them(text, reader)
    if reader.medium in WRITTEN and not CLOSING.search(plain_letters(text)):
        yield Remark("warn", "Il manque une formule de fin.", "«\u00a0Bien cordialement,\u00a0» suffit.")
    if reader.medium in SIGNED and LAST_WORDS.search(plain_letters(text)):
        yield Remark("warn", UNSIGNED, "Écrivez votre nom après la formule de fin.")
    name = last_name(reader.full_name) if reader.full_name else ""
    if (
        name
        and plain_letters(name) not in plain_letters(text)
        and "madame, monsieur" not in plain_letters(text)
    ):
        yield Remark("warn", f"Le nom de la personne n’est pas écrit{NBSP}: {name}.", "Ouvrez par son nom.")


def _about_them(text: str, reader: Reader) -> Iterator[Remark]:
    quotes = tuple(filter(None, reader.quotes))
    if not quotes and reader.channel != "event":
        yield Remark(
            "warn", "Aucun signal n’est noté pour cette cible\u00a0: le message ne peut rien citer d’elle.",
            "Notez un fait, sa source et sa date.",
        )  # fmt: skip
    if fits_any_company(text, names=reader.names, quotes=quotes):
        yield Remark(
            "bad", "Ce message marcherait tel quel pour n’importe quelle entreprise.",
            "Citez un fait lu ou vu chez elle, ou nommez ce qu’elle fait.",
        )  # fmt: skip
    elif quotes and fits_any_company(text, names=(), quotes=quotes):
        yield Remark(
            "warn", "Aucun de vos signaux n’est cité\u00a0: vous nommez l’entreprise sans rien dire d’elle.",
            "Reprenez les mots ou le chiffre d’un signal.",
        )  # fmt: skip


def _at(text: str, span: tuple[int, int], level: str, reason: str, instead: str = "") -> Remark:
    return Remark(level, reason, instead, *span, text[slice(*span)])
