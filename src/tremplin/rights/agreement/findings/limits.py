"""How many interns the host, the tutor and the teacher have; teaching hours; waiting period."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tremplin.law.internship.quota import interns_within_quota
from tremplin.law.internship.supervision import supervising_teacher_limit, tutor_limit
from tremplin.law.internship.teaching_volume import teaching_volume
from tremplin.law.internship.waiting_period import waiting_period
from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.law.parameters import NoValueInForce
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.findings.made import breach, compliant
from tremplin.rights.agreement.values import Finding

OTHER_POST = re.compile(
    r"(?:autre|different\w*|distinct\w*|sans (?:lien|rapport)|nouveau) (?:poste|service|sujet|mission|post|"
    r"position|role)|(?:poste|service|sujet|mission|post|position|role)s? (?:different\w*|distinct\w*|"
    r"autre)|another (?:post|position|subject|role|team)|pas (?:sur |le |du )*(?:meme|le meme) poste|"
    r"different (?:post|position|role)|autre equipe"
)
BY_INTERN = re.compile(
    r"(?:initiative|decision|demande|choix) (?:d[ue] |de la |de l')?(?:stagiaire|etudiant\w*|eleve|intern)|"
    r"(?:stagiaire|etudiant\w*) (?:\w+ ){0,3}(?:a mis fin|a interrompu|a quitte|ayant interrompu)|"
    r"(?:at|by) the (?:intern|student)'?s?|ended by the intern"
)


def limits(case: Case) -> Iterator[Finding]:
    """Yield findings on numbers of interns, teaching hours and the waiting period."""
    yield from quota(case)
    yield from followed(case)
    yield from teaching(case)
    yield from waiting(case)


def quota(case: Case) -> Iterator[Finding]:
    """Yield whether the host may have that many interns at once."""
    try:
        outcome = interns_within_quota(
            interns=case.value("interns_present"),
            headcount=case.value("headcount"),
            on=case.day,
            figures=case.figures,
        )
    except NoValueInForce:
        return
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="quota_exceeded",
            title="L’organisme accueille trop de stagiaires en même temps",
            ask="Le nombre de stagiaires accueillis en même temps semble dépasser la limite pour "
            "l’effectif indiqué. Pouvez-vous le vérifier ?",
            fact="interns_present",
        )
    elif isinstance(outcome, Holds):
        yield compliant(
            case, outcome, id="quota", title="Nombre de stagiaires dans la limite", fact="interns_present"
        )


def followed(case: Case) -> Iterator[Finding]:
    """Yield whether the tutor and the teacher follow too many interns."""
    tutor = tutor_limit(interns=case.value("tutor_interns"), on=case.day, figures=case.figures)
    if isinstance(tutor, DoesNotHold):
        yield breach(
            case,
            tutor,
            id="tutor_over_limit",
            title="Le tuteur suit trop de stagiaires",
            ask="Le tuteur désigné suit déjà d’autres stagiaires. Pouvez-vous en désigner un autre pour ce "
            "stage ?",
            fact="tutor_interns",
        )
    teacher = supervising_teacher_limit(
        interns=case.value("referent_interns"),
        higher_education=not case.value("secondary_school"),
        on=case.day,
        figures=case.figures,
    )
    if isinstance(teacher, DoesNotHold):
        yield breach(
            case,
            teacher,
            id="referent_over_limit",
            title="L’enseignant référent suit trop de stagiaires",
            ask="L’enseignant référent suit déjà le nombre maximum de stagiaires. Pouvez-vous en désigner "
            "un autre ?",
            fact="referent_interns",
        )


def teaching(case: Case) -> Iterator[Finding]:
    """Yield whether the curriculum has its minimum of teaching."""
    total = case.value("training_hours")
    if total is None:
        return
    text = case.reading.text.prose
    half = (
        re.search(
            r"semestr\w+|per semester", text[max(0, text.find("volume") - 200) : text.find("volume") + 400]
        )
        if "volume" in text
        else None
    )
    outcome = teaching_volume(
        total_hours=Decimal(total),
        hours_in_presence=None,
        higher_education=not case.value("secondary_school"),
        on=case.day,
        gap_year=bool(case.value("gap_year")),
        figures=case.figures,
    )
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="training_volume_below_200h",
            title="La formation a trop peu d’heures d’enseignement",
            ask="Le volume d’enseignement indiqué semble inférieur au minimum. Pouvez-vous le vérifier "
            "pour l’année entière ?",
            fact="training_hours",
            why=" ".join(step.says for step in outcome.steps)
            + (" Vérifiez s’il s’agit d’un semestre." if half else ""),
        )
    elif not isinstance(outcome, DoesNotHold) and isinstance(outcome, Holds):
        yield compliant(
            case,
            outcome,
            id="teaching_volume",
            title="Volume d’enseignement suffisant",
            fact="training_hours",
        )


def waiting(case: Case) -> Iterator[Finding]:
    """Yield whether the post may already take an intern again."""
    fact = case.fact("previous_end")
    if fact is None:
        return
    first, last = fact.value
    outcome = waiting_period(
        previous_starts_on=first,
        previous_ends_on=last,
        next_starts_on=case.starts_on,
        same_post=not OTHER_POST.search(case.reading.passage("previous_end")),
        ended_by_intern=bool(BY_INTERN.search(case.reading.passage("previous_end"))),
        figures=case.figures,
    )
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="carence_not_respected",
            title="Le délai entre deux stages sur le même poste n’est pas respecté",
            ask="Un stage vient de se terminer sur ce poste. Pouvez-vous vérifier le délai de carence, ou "
            "repousser le début du stage ?",
            fact="previous_end",
        )
    elif isinstance(outcome, Holds) and case.starts_on is not None:
        yield compliant(
            case, outcome, id="waiting_period", title="Délai entre deux stages respecté", fact="previous_end"
        )
