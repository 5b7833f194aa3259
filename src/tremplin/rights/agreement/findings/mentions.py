"""Does the agreement state the fifteen things the decree asks for, and leave?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.law.internship.leave import LEAVE, leave_clause
from tremplin.law.internship.mentions import CONTENTS, MENTIONS, Mention
from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.rights.agreement import content
from tremplin.rights.agreement.annexes import certificate_model
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import MEANINGS, Unit, stated
from tremplin.rights.agreement.evidence import figure_of
from tremplin.rights.agreement.findings import pay
from tremplin.rights.agreement.numbers import NUMBER
from tremplin.rights.agreement.terms.totals import days_present
from tremplin.rights.agreement.topics import left_blank, spoken
from tremplin.rights.agreement.values import Finding, Level


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one mention: its published id, its matter, titles when missing or present, reason, request."""

    id: str
    matter: str
    missing: str
    present: str
    why: str
    ask: str
    searched: tuple[str, ...] = ()


WORDINGS: dict[str, Wording] = {
    "1a": Wording(
        "1a_intitule_formation",
        "intitulé de votre formation",
        "L’intitulé de la formation manque",
        "Intitulé de la formation indiqué",
        "La convention donne l’intitulé complet de votre formation : il prouve que le stage fait partie de "
        "vos études.",
        "Pouvez-vous ajouter l’intitulé complet de ma formation dans la convention ?",
        ("formation", "diplôme", "cursus", "inscrit en"),
    ),
    "1b": Wording(
        "1b_volume_horaire",
        "volume horaire de votre formation",
        "Le volume horaire de la formation manque",
        "Volume horaire de la formation indiqué",
        "La convention donne le nombre d’heures d’enseignement de l’année ou du semestre : un stage "
        "suppose une vraie formation à côté.",
        "Pouvez-vous indiquer le nombre d’heures d’enseignement de ma formation, par année ou par semestre ?",
        ("volume horaire", "heures d’enseignement", "heures de formation"),
    ),
    "2a": Wording(
        "2a_enseignant_referent",
        "nom de l’enseignant référent",
        "Le nom de l’enseignant référent manque",
        "Enseignant référent nommé",
        "Une personne de votre école suit votre stage. Son nom figure dans la convention, pour que vous "
        "sachiez qui appeler.",
        "Pouvez-vous indiquer le nom de l’enseignant référent qui suivra mon stage ?",
        ("enseignant référent", "tuteur pédagogique", "référent"),
    ),
    "2b": Wording(
        "2b_tuteur",
        "nom du tuteur",
        "Le nom du tuteur manque",
        "Tuteur nommé",
        "L’organisme d’accueil désigne la personne qui vous accueille et vous guide. « Le responsable » ne "
        "suffit pas : il faut un nom.",
        "Pouvez-vous indiquer le nom et la fonction de la personne qui sera mon tuteur ?",
        ("tuteur", "tutrice", "maître de stage"),
    ),
    "3": Wording(
        "3_competences",
        "compétences à acquérir",
        "Les compétences à acquérir manquent",
        "Compétences à acquérir indiquées",
        "La convention dit ce que vous devez apprendre. C’est ce qui distingue un stage d’un emploi.",
        "Pouvez-vous préciser, avec mon enseignant référent, les compétences que ce stage doit me "
        "permettre d’acquérir ?",
        ("compétences", "savoir-faire", "objectifs pédagogiques"),
    ),
    "4": Wording(
        "4_activites",
        "activités confiées",
        "Les activités confiées manquent",
        "Activités confiées indiquées",
        "La convention décrit ce que vous ferez, à partir des objectifs de votre formation. Sans cela, "
        "tout peut vous être demandé.",
        "Pouvez-vous décrire dans la convention les activités qui me seront confiées ?",
        ("activités", "missions", "tâches", "programme"),
    ),
    "5a": Wording(
        "5a_dates",
        "dates du stage",
        "Les dates du stage manquent",
        "Dates du stage indiquées",
        "La convention donne le premier et le dernier jour : ils décident de votre couverture en cas "
        "d’accident.",
        "Pouvez-vous indiquer la date de début et la date de fin du stage ?",
        ("du … au …", "date de début", "date de fin"),
    ),
    "5b": Wording(
        "5b_duree_totale",
        "durée totale du stage",
        "La durée totale du stage manque",
        "Durée totale indiquée",
        "La convention donne la durée totale prévue, en présence effective. Elle décide si une "
        "gratification est due.",
        "Pouvez-vous indiquer la durée totale du stage, en heures de présence effective ?",
        ("durée totale", "heures de présence", "jours de présence"),
    ),
    "6": Wording(
        "6_duree_hebdo",
        "présence par semaine",
        "La durée de présence par semaine manque",
        "Présence par semaine indiquée",
        "La convention donne vos heures par semaine, et vos présences de nuit, le dimanche ou un jour "
        "férié s’il y en a.",
        "Pouvez-vous indiquer le nombre d’heures de présence par semaine ?",
        ("durée hebdomadaire", "heures par semaine", "horaires"),
    ),
    "7": Wording(
        "7_encadrement",
        "suivi et encadrement",
        "Les modalités de suivi manquent",
        "Suivi et encadrement prévus",
        "La convention dit comment l’enseignant référent et le tuteur vous suivent : visites, appels, "
        "points réguliers.",
        "Pouvez-vous préciser comment le tuteur et l’enseignant référent suivront le stage (visites, "
        "appels, points réguliers) ?",
    ),
    "8a": Wording(
        "8a_gratification_montant",
        "montant de la gratification",
        "Le montant de la gratification manque",
        "Montant de la gratification indiqué",
        "Votre stage dépasse le seuil au-delà duquel une gratification est due. Son montant figure dans la "
        "convention ; rappeler la loi ne suffit pas.",
        "Pouvez-vous inscrire dans la convention le montant de la gratification, par heure de présence ?",
        ("gratification", "montant", "euros", "par heure"),
    ),
    "8b": Wording(
        "8b_gratification_versement",
        "versement de la gratification",
        "Les modalités de versement de la gratification manquent",
        "Versement de la gratification précisé",
        "La convention dit comment la gratification vous est versée : chaque mois, par quel moyen, à "
        "quelle date.",
        "Pouvez-vous préciser comment et quand la gratification me sera versée chaque mois ?",
    ),
    "9a": Wording(
        "9a_protection_sociale",
        "protection sociale et accidents du travail",
        "La protection sociale n’est pas mentionnée",
        "Protection sociale et accidents du travail mentionnés",
        "La convention dit de quel régime vous relevez, y compris si vous avez un accident pendant le "
        "stage ou sur le trajet.",
        "Pouvez-vous ajouter la clause sur ma protection sociale et sur les accidents du travail ?",
    ),
    "9b": Wording(
        "9b_responsabilite_civile",
        "assurance de responsabilité civile",
        "L’assurance de responsabilité civile n’est pas mentionnée",
        "Assurance de responsabilité civile mentionnée",
        "Si une assurance de responsabilité civile est demandée, la convention le dit : elle paie les "
        "dégâts que vous pourriez causer. Si aucune n’est exigée, une phrase suffit.",
        "Pouvez-vous préciser si une assurance de responsabilité civile est demandée, et qui la souscrit ?",
    ),
    "10": Wording(
        "10_absences",
        "absences autorisées",
        "Les cas d’absence autorisée manquent",
        "Absences autorisées prévues",
        "La convention dit quand vous pouvez vous absenter : examens, convocations de l’école, congés.",
        "Pouvez-vous préciser dans quels cas je peux m’absenter, notamment pour les obligations de mon "
        "école ?",
    ),
    "11": Wording(
        "11_suspension_resiliation",
        "suspension et résiliation",
        "Rien ne dit comment suspendre ou arrêter la convention",
        "Suspension et résiliation prévues",
        "La convention dit comment on peut l’arrêter ou la suspendre, pour vous comme pour l’organisme "
        "d’accueil.",
        "Pouvez-vous ajouter une clause sur la suspension et la résiliation de la convention ?",
    ),
    "12": Wording(
        "12_validation_interruption",
        "validation en cas d’interruption",
        "Rien ne dit comment le stage est validé s’il est interrompu",
        "Validation en cas d’interruption prévue",
        "Si le stage s’arrête tôt (maladie, accident, grossesse, fin décidée par l’organisme), l’école le "
        "valide quand même ou propose une autre solution. La convention le précise.",
        "Pouvez-vous préciser comment mon stage sera validé s’il est interrompu ?",
    ),
    "13": Wording(
        "13_avantages",
        "avantages",
        "Les avantages ne sont pas listés",
        "Avantages indiqués",
        "La convention liste ce à quoi vous avez droit : restaurant ou titres-restaurant, transport, "
        "activités sociales et culturelles. S’il n’y en a pas, elle le dit.",
        "Pouvez-vous indiquer les avantages prévus : repas, transport, activités du comité social et "
        "économique ?",
    ),
    "14": Wording(
        "14_reglement_interieur",
        "règlement intérieur",
        "Le règlement intérieur n’est pas mentionné",
        "Règlement intérieur mentionné",
        "Si l’organisme a un règlement intérieur, la convention cite les clauses qui s’appliquent à vous. "
        "S’il n’en a pas, une phrase suffit.",
        "Pouvez-vous préciser si un règlement intérieur s’applique à moi, et m’en remettre une copie ?",
    ),
    "15": Wording(
        "15_attestation",
        "attestation de stage",
        "L’attestation de stage n’est pas prévue",
        "Attestation de stage prévue",
        "À la fin, l’organisme vous remet une attestation : durée réelle et total versé. Elle sert à votre "
        "CV et à votre retraite.",
        "Pouvez-vous ajouter que l’attestation de stage me sera remise à la fin du stage ?",
    ),
}
BY_FACT = {
    "1a": "training_title",
    "1b": "training_hours",
    "2a": "referent",
    "2b": "tutor",
    "3": "skills",
    "4": "missions",
    "6": "weekly_hours",
}
CONDITIONAL = frozenset({"9b", "14"})
LENGTH = re.compile(
    rf"(?:duree|represent\w*|lasts?|length|duration|correspond\w*|"
    rf"total)\b[^.\n]{{0,90}}?(?P<count>{NUMBER})\s*(?:jours?|semaines?|mois|journees?|days?|weeks?|"
    rf"months?)\b"
)
NOT_LENGTH = re.compile(
    r"maxim|superieur|exced|inferieur|au-dela|plus de|moins de|limite|preavis|delai|exceed|more than|conge|"
    r"chaque|par (?:mois|semaine)|equival|essai|previs|"
    r"visite|semaine \d|appel|point|premier|leave|notice|moins|jours? de (?:teletravail|conge)|dans les|"
    r"sous|within|minimum|valable|apres|before|avant|telet"
)


def mentions(case: Case) -> Iterator[Finding]:
    """Yield one finding for each mention that applies: missing or present."""
    waived = {"1a", "1b"} if case.value("gap_year") else set()
    if not pay.owed(case):
        waived |= {"8a", "8b"}
    for mention in MENTIONS:
        if mention.id not in waived:
            yield judged(case, mention)
    yield from leave(case)


def judged(case: Case, mention: Mention) -> Finding:
    """Return the finding for one mention: present, spoken of but not clear, or missing."""
    place = where(case, mention.id)
    if place is not None:
        return present(mention, place)
    sure = denied(case, mention.id) or (
        left_blank(mention.id, case.reading) and figure_of(mention.id, case.reading, case.units) is None
    )
    unclear = None if sure else spoken(mention.id, case.reading, case.units)
    return missing(case, mention) if unclear is None else doubtful(case, mention, unclear)


def denied(case: Case, mention: str) -> bool:
    """Tell whether the student said that the agreement does not state what was read in it."""
    name = BY_FACT.get(mention, "")
    return name in case.reading.facts.found and case.fact(name) is None


def present(mention: Mention, place: tuple[str, int | None]) -> Finding:
    """Return the finding of a mention that the agreement states."""
    wording = WORDINGS[mention.id]
    return Finding(
        id=f"mention:{wording.id}",
        level=Level.COMPLIANT,
        title=wording.present,
        why="",
        sources=(mention.because,),
        quote=place[0],
        page=place[1],
    )


def doubtful(case: Case, mention: Mention, unit: Unit) -> Finding:
    """Return the doubt about a matter that the agreement speaks of in words not understood."""
    wording, text = WORDINGS[mention.id], case.reading.text
    return Finding(
        id=f"missing_mention:{wording.id}",
        level=Level.TO_CHECK,
        title=f"À relire : {wording.matter}",
        why=f"La convention en parle, mais rien n’a pu être lu avec certitude. Relisez ce passage. "
        f"{wording.why}",
        sources=(mention.because,),
        quote=text.quote(unit.start, max(unit.start + 1, unit.end)),
        page=text.page_at(unit.start),
        ask=wording.ask,
    )


def missing(case: Case, mention: Mention) -> Finding:
    """Return the finding of a mention that nothing in the agreement speaks of."""
    wording = WORDINGS[mention.id]
    return Finding(
        id=f"missing_mention:{wording.id}",
        level=Level.TO_CLARIFY if case.complete else Level.TO_CHECK,
        title=wording.missing,
        why=wording.why,
        sources=(mention.because,),
        searched=wording.searched or MEANINGS[mention.id].searched,
        ask=wording.ask,
    )


def where(case: Case, mention: str) -> tuple[str, int | None] | None:
    """Return the words and the page that state a mention, None when it is missing."""
    if mention in BY_FACT:
        fact = case.fact(BY_FACT[mention])
        return None if fact is None else (fact.quote, fact.page)
    if mention == "5a":
        return both_dates(case)
    if mention == "5b":
        return total_duration(case)
    if mention == "8a":
        fact = case.fact("gratification")
        return None if fact is None else (fact.quote, fact.page)
    return clause(case, mention)


def clause(case: Case, mention: str) -> tuple[str, int | None] | None:
    """Return the clause that states a mention."""
    text = case.reading.text
    found = stated(case.reading, mention, case.units)
    if found is None and mention == "8b":
        found = pay.paid_otherwise(case)
    if found is not None:
        return text.quote(found.start, max(found.start + 1, found.end)), text.page_at(found.start)
    model = certificate_model(case.reading.whole) if mention == "15" else None
    return None if model is None else (text.words(model[0], model[0] + 90), text.page_at(model[0]))


def both_dates(case: Case) -> tuple[str, int | None] | None:
    """Return where first and last days are printed."""
    first, last = case.fact("start_date"), case.fact("end_date")
    return None if first is None or last is None else (first.quote, first.page)


def total_duration(case: Case) -> tuple[str, int | None] | None:
    """Return where the total duration is printed, in hours, days, weeks or months."""
    fact = case.fact("total_hours")
    if fact is not None:
        return fact.quote, fact.page
    text, before = case.reading.text, case.reading.signing
    days = days_present(text, before)
    if days is not None:
        return text.quote(days.start, days.end), text.page_at(days.start)
    for found in LENGTH.finditer(text.prose, 0, before):
        lead = text.prose[max(0, found.start() - 30) : found.end() + 12]
        span = text.sentence(found.start(), found.end())
        general = re.search(
            r"gratif|obligatoire|\bloi\b|lorsque|depass|suspen|mandatory|law\b",
            text.prose[span.start : span.end],
        )
        if not general and not NOT_LENGTH.search(lead):
            return text.quote(found.start("count"), found.end()), text.page_at(found.start())
    return None


def leave(case: Case) -> Iterator[Finding]:
    """Yield whether leave is foreseen, when the internship lasts more than two months."""
    if case.hours is None or case.value("abroad"):
        return
    found = stated(case.reading, "leave", case.units)
    unclear = None if found else spoken("leave", case.reading, case.units)
    outcome = leave_clause(
        hours_present=case.hours,
        clause_present=found is not None,
        on=case.ends_on or case.day,
        figures=case.figures,
    )
    text = case.reading.text
    if isinstance(outcome, DoesNotHold):
        yield Finding(
            id="missing_leave_clause",
            level=Level.TO_CORRECT if case.complete and unclear is None else Level.TO_CHECK,
            title="Aucun congé n’est prévu" if unclear is None else "À relire : les congés",
            why="Au-delà de deux mois de présence, la convention prévoit la possibilité de congés et "
            "d’autorisations d’absence. Leur nombre est libre.",
            sources=(LEAVE,),
            searched=MEANINGS["leave"].searched,
            quote="" if unclear is None else text.quote(unclear.start, max(unclear.start + 1, unclear.end)),
            page=None if unclear is None else text.page_at(unclear.start),
            ask="Le stage dure plus de deux mois. Pouvez-vous ajouter un article sur les congés et les "
            "autorisations d’absence ?",
            steps=tuple(step.says for step in outcome.steps),
        )
    elif isinstance(outcome, Holds) and outcome.value and found is not None:
        yield Finding(
            id="leave_clause",
            level=Level.COMPLIANT,
            title="Congés prévus",
            why=outcome.steps[-1].says,
            sources=(LEAVE,),
            quote=text.quote(found.start, max(found.start + 1, found.end)),
            page=text.page_at(found.start),
        )


def purpose(case: Case) -> Iterator[Finding]:
    """Yield a doubt when no activity shares a word with any of the skills to acquire."""
    activities, skills = case.fact("missions"), case.fact("skills")
    if activities is None or skills is None:
        return
    if content.share_vocabulary(activities.value, skills.value):
        return
    yield Finding(
        id="missions_without_skills",
        level=Level.TO_CHECK,
        title="Les activités ne semblent exercer aucune des compétences nommées",
        why="Les activités découlent des compétences à acquérir. Aucun mot ne relie les deux listes : le "
        "texte seul ne suffit pas à trancher.",
        sources=(CONTENTS,),
        quote=activities.quote,
        page=activities.page,
        ask="Pouvez-vous préciser quelle activité me permettra de travailler chacune des compétences "
        "indiquées ?",
    )
