"""What the intern will do, learn and receive, as passages of the agreement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tremplin.rights.agreement.annexes import after_signatures
from tremplin.rights.agreement.fields import (
    ARTICLE_HEADING,
    Field,
    is_blank,
    section_of,
    starts_with_label,
    whole_label,
)
from tremplin.rights.agreement.text import LineSpan, Text, fold

SAME_ROW = 0.002
"""Gap of height, as a share of the page, under which two lines stand side by side."""

MISSIONS_SAID = re.compile(
    r"\b(?:(?:activites|missions?|taches|travaux)(?: [\w'-]+){0,14} (?:suivante?s?|ci-apres|ci-dessous)|"
    r"(?:est|sera|seront|etre|est ainsi) chargee?s?(?:\(e\)|[.·]e)? (?:notamment )?(?:de |d'|du |des )|"
    r"(?:a|aura|ont|auront) (?:notamment )?pour (?:missions?|taches?|activites?)|"
    r"(?:participe|contribue|collabore|assiste|travaille)(?:ra|nt)? (?:a |au |aux |sur |notamment )|"
    r"consiste(?:ra|nt|ront)? (?:a |en |notamment )|"
    r"(?:aura|ont|auront) (?:notamment )?a\s?:|il s'agi(?:t|ra) (?:notamment )?(?:de |d')|"
    r"le travail (?:porte|portera|"
    r"consiste)|travaillera (?:sur|a|au|avec)|pren(?:d|dra) (?:part|en charge)|"
    r"(?:intern|student|trainee)(?:'s)? (?:role|job|work|main task)|se (?:verra|voit) confier|(?:lui|"
    r"leur) (?:sont|seront|est|sera) confiee?s?|missions? (?:principales? "
    r")?(?:est|sont|sera|seront)|"
    r"(?:following|main|principal) (?:tasks|activities|duties|missions|assignments|responsibilities)|"
    r"(?:will|shall) (?:be (?:responsible for|in charge of|involved in|entrusted with|asked to|"
    r"assigned)|"
    r"participate in|take part in|contribute to|assist|work on|carry out|help)|(?:tasks|activities|duties|"
    r"work) (?:assigned|entrusted|include|are|consist)|"
    r"tasks? (?:will|shall) (?:be|include|consist)|(?:il|elle|iel|le stagiaire|la stagiaire|l'etudiant\S*|"
    r"l'eleve) (?:realise|effectue)(?:ra)? )"
)
GENERAL_MISSIONS = re.compile(
    r"conformes? (?:au|a son|avec le) (?:projet|programme)|definie?s? (?:par|dans|en|ci-dessus|"
    r"conjointement)|programme general|approuvee?s? par|"
    r"(?:consistent|in line|accordance) with|approved by|ne (?:peut|peuvent|saurait|pourra)|may not|shall "
    r"not|cannot|avec une remuneration|"
    r"aux activites sociales|demarches|declaration|\bne (?:se|s')|sont exclus|caisse primaire|"
    r"activites sociales et culturelles|a "
    r"l'evaluation|frais|sans prejudice|reunions?|salarie absent|suivi du stagiaire|assurer le suivi|"
    r"d'assurer (?:le suivi|l'encadrement|l'accueil)|l'accueil et l'accompagnement|social and cultural|"
    r"pour objet (?:de (?:definir|regler|fixer)|l'execution|le remplacement)|pour objet d"
)
SKILLS_SAID = re.compile(
    r"competences?(?: [\w'-]+){0,9}? (?:suivantes?|visees|attendues|a (?:acquerir|developper|mobiliser|"
    r"valider|travailler)|developpees|mobilisees|ciblees|travaillees|concernees|du (?:referentiel|"
    r"bloc))|"
    r"(?:acquerir|developper|consolider|approfondir|mobiliser|renforcer|valider) (?:notamment |ou (?:de |"
    r"d')?(?:acquerir|developper) )?(?:les |des |ses |ces )?(?:competences|capacites|savoir|aptitudes|"
    r"connaissances)|"
    r"(?:doit|devra|devrait|vise a|permet(?:tra|tant|te)?)(?: \w+){0,4} (?:d'|de |a )(?:apprendre|acquerir|"
    r"maitriser|savoir|developper|concevoir|mettre en)|"
    r"ce qu(?:e |')[^.:;\n]{0,40}(?:apprendre|apprendra|retirer|acquerir|saura|savoir faire)\b|"
    r"(?:vient|va|pourra|doit|devra|souhaite|cherche a|amene\S* a) (?:y )?(?:apprendre|acquerir|maitriser|"
    r"decouvrir|"
    r"s'initier|se former|se familiariser)|"
    r"(?:developp|acquer|acquier|renforc|exerc|mobilis|approfondi|consolid)\w* (?:\w+ ){0,2}(?:capacites?|"
    r"competences?|aptitudes?|savoirs?|maitrise)|acquis (?:d'apprentissage|vises|attendus)|"
    r"(?:capable|apte) de|(?:skills?|competenc(?:e|ie)s|abilities)(?: \w+){0,5} (?:following|acquired|"
    r"developed|targeted|expected)|(?:following|expected|target) (?:skills|competenc(?:e|ie)s|"
    r"learning)|"
    r"(?:acquire|develop|strengthen|gain|learn)(?: \w+){0,5} (?:skills?|competenc(?:e|ie)s|abilit|how to|"
    r"to)|learning (?:outcomes?|objectives?|goals?)|"
    r"apprentissages? vises|objectifs? (?:d'apprentissage|pedagogiques?|de formation)|blocs? de "
    r"competences|will (?:learn|be able)"
)
GENERAL_SKILLS = re.compile(
    r"met en [oe]*uvre les acquis|acquiert des competences professionnelles|en vue de l'obtention|"
    r"acquires? (?:professional|vocational) skills|insertion professionnelle|"
    r"evaluation des competences|competences? (?:de la|du) (?:juridiction|tribunal)|tribun|juridiction|"
    r"temporaire de mise en situation|competent (?:court|jurisdiction)|service competent|"
    r"competences? (?:juridictionnelle|exclusive|territoriale)|dans le domaine de competence|autorite "
    r"competente|puts? into practice"
)

EMPTY_WORDS = frozenset(
    [
        "stage",
        "stagiaire",
        "etudiant",
        "etudiante",
        "eleve",
        "entreprise",
        "organisme",
        "accueil",
        "service",
        "equipe",
        "competences",
        "competence",
        "activites",
        "activite",
        "missions",
        "mission",
        "taches",
        "suivantes",
        "suivante",
        "acquerir",
        "developper",
        "confiees",
        "confies",
        "dans",
        "leurs",
        "notre",
        "votre",
        "selon",
        "entre",
        "autres",
        "skills",
        "tasks",
        "intern",
        "internship",
    ]
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that says something, by offsets."""

    start: int
    end: int


def field_passages(text: Text, fields: tuple[Field, ...], kind: str, before: int) -> Iterator[Passage]:
    """Yield the values of the fields of one kind, over as many lines as they take."""
    annex = after_signatures(text, before)
    for field in fields:
        if field.kind != kind or before <= field.start < annex:
            continue
        end = passage_end(text, field)
        words = text.folded[field.start : end]
        if not is_blank(re.sub(r"[☐☒]", "", words)) and re.search(r"[a-z]{3}", words):
            yield Passage(field.start, end)


def passage_end(text: Text, field: Field) -> int:
    """Return where a long value ends: at the next label, heading or article."""
    first, index = text.line_index(field.start), text.line_index(max(field.start, field.end - 1))
    for line in text.lines[first + 1 : index + 1]:
        if field.start < line.start and beside_label(text, line):
            return line.start - 1
    end = field.end
    for line in text.lines[index + 1 : index + 14]:
        folded = text.folded[line.start : line.end]
        if (
            ARTICLE_HEADING.match(folded)
            or section_of(folded)
            or whole_label(folded)
            or starts_with_label(text, line.start, line.end)
            or beside_label(text, line)
        ):
            break
        bullet = re.match(r"\s*[-•*>▪●○–]\s", folded)
        if line.opens and not bullet:
            break
        end = line.end
    return end


def beside_label(text: Text, line: LineSpan) -> bool:
    """Tell whether a line starts a row of a table, because a label stands at its left."""
    if line.top <= 0:
        return False
    level = round(line.top * 100)
    return any(
        text.lines[other].left < line.left
        and text.lines[other].block != line.block
        and abs(text.lines[other].top - line.top) < SAME_ROW
        and text.lines[other].opens
        for key in (level - 1, level, level + 1)
        for other in text.levels.get((line.page, key), ())
    )


ACTS = (
    r"(?:actualis|realis|redig|develop|developp|particip|anim|analys|concev|concoi|prepar|contribu|assist|"
    r"construi|produi|organis|collabor|etudi|mesur|programm|test|observ|accompagn|elabor|install|"
    r"controle|rechercher|recherch|cartograph|dessin|prototyp|document|interrog|interview|present|assur|"
    r"effectu|recev|instrui|tiend|repond|travaill|interven|modelis|"
    r"saisi|class|recens|recueill|enquet|gere|cre|mett|fabriqu|assembl|decouvr|suiv|prend|aid|visit|"
    r"trait|evalu)"
)
WILL_DO = re.compile(
    rf"\b(?:stagiaire|etudiante?(?:[.]e)?|eleve|il|elle|iel|jeune|apprenante?)\b(?: y| va| pourra| devra| "
    rf"aura a| sera amene\S* a)?[^.;\n]{{0,90}}\b{ACTS}(?:era|ira|dra|tra|ra|uira)\b"
    rf"[^.\n]{{8,}}"
)
MAY_DO = re.compile(
    rf"\b(?:stagiaire|etudiante?(?:[.]e)?|eleve|il|elle|iel|jeune|apprenante?)\b[^.;\n]{{0,30}} (?:va|"
    rf"pourra|devra|"
    rf"doit|aura a|(?:sera|est) amene\S* a)\s(?:notamment )?{ACTS}\w{{0,4}}(?:er|ir|re)\b[^.\n]{{8,}}"
)
WILL_LEARN = re.compile(
    r"\b(?:stagiaire|etudiante?(?:[.]e)?|eleve|il|elle|iel|jeune|apprenante?|intern|student)\b[^.;"
    r"\n]{0,60}\b(?:apprendra|apprend|va apprendre|saura|sera capable|se formera|decouvrira|s'initiera|"
    r"se familiarisera|maitrisera|will learn|learns)\b[^.\n]{10,}"
)


def missions(text: Text, fields: tuple[Field, ...], before: int) -> tuple[Passage, ...]:
    """Return the passages that entrust activities to the intern."""
    found = keep_specific(text, list(field_passages(text, fields, "activities", before)), GENERAL_MISSIONS)
    return tuple(
        without_overlap(
            [
                *found,
                *(
                    one
                    for start, end in body(text, before)
                    for one in (
                        *said(text, MISSIONS_SAID, GENERAL_MISSIONS, start, end),
                        *told(text, WILL_DO, start, end),
                        *told(text, MAY_DO, start, end),
                        *titled(text, TASKS_TITLE, GENERAL_MISSIONS, start, end),
                    )
                ),
            ]
        )
    )


RUN_IN = (
    r"^\s*(?:(?:article|art\.?|section|titre)\s*)?(?:[ivxl]{{1,5}}|\d{{1,2}}(?:\.\d+)*|[a-z]\d{{0,2}})?\s*[.)°:–—-]*"
    r"\s*[.)°:–—-]*\s*(?:(?:l[ae]s?|mes|tes|ses|vos|des|your|the) )?(?:{title})"
    r"(?: (?!est|sont|ser|ne |is |are )[\w'()-]+){{0,5}}"
    r"\s?[.–—-]\s+(?P<words>[^\n]+)"
)
TASKS_TITLE = (
    r"(?:activites?|missions?|taches|travaux|programme d[ue] (?:stage|travail)|contenu d[ue] stage|"
    r"objet d[ue] stage|"
    r"sujet d[ue] stage|tasks|duties|assignments?|activities|work programme)"
    r"(?! (?:social|princip|de l|econom|d'accueil))"
)
SKILLS_TITLE = (
    r"competences?|savoirs?-faire|objectifs? pedagogiques?|acquis|skills|learning (?:outcomes|objectives)"
)


@cache
def run_in(title: str) -> re.Pattern[str]:
    """Return what a title that opens its own paragraph, then the paragraph, look like."""
    return re.compile(RUN_IN.format(title=title), re.MULTILINE)


def titled(text: Text, title: str, general: re.Pattern[str], start: int, before: int) -> Iterator[Passage]:
    """Yield the paragraphs that open with their title, when more than the law is under it."""
    for found in run_in(title).finditer(text.prose, start, before):
        words = re.split(r"(?<=[a-z]{2})\. ", found["words"])[0]
        if "…" not in words and len(re.findall(r"[a-z]{3,}", words)) > 3 and not general.search(words):
            yield Passage(found.start("words"), found.end())


def skills(text: Text, fields: tuple[Field, ...], before: int) -> tuple[Passage, ...]:
    """Return the passages that name what the intern must learn."""
    found = keep_specific(text, list(field_passages(text, fields, "skills", before)), GENERAL_SKILLS)
    return tuple(
        without_overlap(
            [
                *found,
                *(
                    one
                    for start, end in body(text, before)
                    for one in (
                        *said(text, SKILLS_SAID, GENERAL_SKILLS, start, end),
                        *told(text, WILL_LEARN, start, end),
                        *titled(text, SKILLS_TITLE, GENERAL_SKILLS, start, end),
                    )
                ),
            ]
        )
    )


def keep_specific(text: Text, found: list[Passage], general: re.Pattern[str]) -> list[Passage]:
    """Drop the passages that only restate the law; a list of several points never does."""
    return [
        one
        for one in found
        if enumerates(text.prose[one.start : one.end])
        or not general.search(text.prose[one.start : one.end][:400])
    ]


def enumerates(words: str) -> bool:
    """Tell whether a passage lists things."""
    after = words.rpartition(":")[2]
    marks = re.search(r"[;•\n]|^\s*-|\s-\s", after) or (":" in words and "," in after)
    return bool(marks) and len(re.findall(r"[a-z]{3,}", after)) >= 5


def body(text: Text, signing: int) -> tuple[tuple[int, int], ...]:
    """Return the extents of what is not a place to sign: the agreement, and an annex after it."""
    annex = after_signatures(text, signing)
    return ((0, signing), (annex, len(text.raw))) if annex < len(text.raw) else ((0, signing),)


def said(
    text: Text, pattern: re.Pattern[str], general: re.Pattern[str], start: int, before: int
) -> Iterator[Passage]:
    """Yield the sentences in which a pattern speaks, unless they restate the law or end blank."""
    for found in pattern.finditer(text.prose, start, before):
        span = text.sentence(found.start(), found.end())
        sentence = text.prose[span.start : span.end]
        rest = text.prose[found.end() : max(span.end, found.end())]
        if is_blank(rest) or len(re.findall(r"[a-z]{3,}", rest)) < 2:
            continue
        if general.search(sentence) and not (
            ":" in sentence and len(re.findall(r"[a-z]{3,}", sentence.rpartition(":")[2])) >= 4
        ):
            continue
        yield Passage(found.start(), end_of_list(text, span.end))


NOT_TOLD = re.compile(
    r"convention|reglement|attestation|assurance|accident|absen|conge|gratification|maladie|rapport de "
    r"stage|memoire|soutenance|secret|confiden|evalue(?:ra)? |referent|signe|conform|respect|prevenir|"
    r"previen|preavis|mettre fin|accord|droit|interdi|produi\w+ un rapport|rapport d'activite|cours\b|"
    r"examen|jury"
)


def told(text: Text, pattern: re.Pattern[str], start: int, before: int) -> Iterator[Passage]:
    """Yield the sentences that say in the future what the intern will do or learn."""
    for found in pattern.finditer(text.prose, start, before):
        if not NOT_TOLD.search(found.group()[:160]):
            yield Passage(found.start(), found.end())


def end_of_list(text: Text, end: int) -> int:
    """Return the end of the enumeration that a sentence opens."""
    index = text.line_index(max(0, end - 1))
    for line in text.lines[index + 1 : index + 12]:
        if not re.match(r"\s*[-•*>▪●○–]\s", text.folded[line.start : line.end]):
            break
        end = line.end
    return end


def without_overlap(found: list[Passage]) -> Iterator[Passage]:
    """Yield passages in order, those inside another left out."""
    last = -1
    for passage in sorted(found, key=lambda one: (one.start, -one.end)):
        if passage.end > last:
            yield passage
            last = passage.end


def share_vocabulary(activities: tuple[str, ...], skills: tuple[str, ...]) -> bool:
    """Tell whether activities and skills have the stem of at least one word in common."""
    return bool(stems(activities) & stems(skills))


def stems(passages: tuple[str, ...]) -> frozenset[str]:
    """Return the first letters of the words that carry meaning."""
    words = re.findall(r"[a-z]{5,}", fold(" ".join(passages)))
    return frozenset(word[:5] for word in words if word not in EMPTY_WORDS)
