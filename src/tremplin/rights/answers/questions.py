"""Every question, its words, its form and the rule that answers it."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tremplin.rights.answers import forms
from tremplin.rights.answers.domain import after, frame, host, money, presence, trouble
from tremplin.rights.answers.domain.answer import Answer


@dataclass(frozen=True, slots=True)
class Question:
    """One question a student asks; `ask` takes the form's facts and the day by name."""

    slug: str
    title: str | Promise
    theme: str | Promise
    form: type[forms.AnswerForm]
    ask: Callable[..., Answer]
    words: str | Promise = ""


MONEY, TIME, HOST = _("Argent"), _("Temps"), _("Organisme d’accueil")
TROUBLE, AFTER, FRAME = _("Problème"), _("Après le stage"), _("Cadre")

QUESTIONS = (
    Question(
        "gratification",
        _("Une gratification est-elle obligatoire ?"),
        MONEY,
        forms.GratificationForm,
        money.gratification,
        _("paie salaire minimum deux mois 308 heures rémunération"),
    ),
    Question(
        "au-dessus-du-minimum",
        _("L’organisme peut-il verser plus que le minimum ?"),
        MONEY,
        forms.AboveForm,
        money.above_minimum,
        _("public administration plafond maximum hôpital mairie"),
    ),
    Question(
        "transport",
        _("Que me rembourse-t-on du transport ?"),
        MONEY,
        forms.TransportForm,
        money.transport,
        _("navigo abonnement train bus frais"),
    ),
    Question(
        "avantages",
        _("Ai-je droit à la cantine et aux titres-restaurant ?"),
        MONEY,
        forms.BenefitsForm,
        money.benefits,
        _("repas ticket cse activités avantages"),
    ),
    Question(
        "duree",
        _("Mon stage est-il trop long ?"),
        TIME,
        forms.DurationForm,
        presence.duration,
        _("six mois 924 heures durée maximale prolonger"),
    ),
    Question(
        "horaires",
        _("Mes horaires sont-ils permis ?"),
        TIME,
        forms.TimetableForm,
        presence.timetable,
        _("temps travail mineur nuit dimanche repos pause heures"),
    ),
    Question(
        "conges",
        _("Ai-je droit à des congés ?"),
        TIME,
        forms.LeaveForm,
        presence.leave,
        _("vacances absence grossesse paternité adoption"),
    ),
    Question(
        "interruption",
        _("Que devient un stage qui s’arrête avant la fin ?"),
        TIME,
        forms.StopForm,
        presence.stop,
        _("rupture maladie accident abandon validation"),
    ),
    Question(
        "quota",
        _("Combien de stagiaires en même temps ?"),
        HOST,
        forms.QuotaForm,
        host.quota,
        _("quota effectif limite pfmp 15 %"),
    ),
    Question(
        "tuteur",
        _("Combien de stagiaires par tuteur ?"),
        HOST,
        forms.TutorForm,
        host.tutor,
        _("encadrant maître de stage trois"),
    ),
    Question(
        "referent",
        _("Combien de stagiaires par enseignant référent ?"),
        HOST,
        forms.TeacherForm,
        host.supervising_teacher,
        _("école professeur tuteur pédagogique"),
    ),
    Question(
        "carence",
        _("À partir de quand reprendre un stagiaire sur le même poste ?"),
        HOST,
        forms.WaitingForm,
        host.waiting,
        _("délai carence tiers succession"),
    ),
    Question(
        "usages-interdits",
        _("Ce stage cache-t-il un emploi ?"),
        HOST,
        forms.UsesForm,
        host.uses,
        _("remplacement saisonnier surcroît poste permanent interdit"),
    ),
    Question(
        "recours",
        _("À qui m’adresser ?"),
        TROUBLE,
        forms.RecourseForm,
        trouble.recourse,
        _("école inspection travail prud’hommes harcèlement plainte aide"),
    ),
    Question(
        "sanctions",
        _("Que risque l’organisme ?"),
        TROUBLE,
        forms.SanctionsForm,
        trouble.sanctions,
        _("amende 2 000 euros inspection"),
    ),
    Question(
        "requalification",
        _("Mon stage peut-il devenir un contrat de travail ?"),
        TROUBLE,
        forms.RealJobForm,
        trouble.real_job,
        _("requalification juge prud’hommes cdi"),
    ),
    Question(
        "periode-essai",
        _("Embauché ensuite : que reste-t-il de la période d’essai ?"),
        AFTER,
        forms.TrialForm,
        after.trial_period,
        _("cdi cdd embauche essai"),
    ),
    Question(
        "anciennete",
        _("Le stage compte-t-il dans mon ancienneté ?"),
        AFTER,
        forms.SeniorityForm,
        after.seniority,
        _("embauche cdi ancienneté"),
    ),
    Question(
        "retraite",
        _("Mon stage compte-t-il pour la retraite ?"),
        AFTER,
        forms.PensionForm,
        after.pension,
        _("trimestre rachat prix délai pension"),
    ),
    Question(
        "etranger",
        _("Stage à l’étranger : quelles règles ?"),
        FRAME,
        forms.AbroadForm,
        frame.abroad,
        _("international europe erasmus pays"),
    ),
    Question(
        "cesure",
        _("Stage de césure : que change-t-elle ?"),
        FRAME,
        forms.GapYearForm,
        frame.gap_year,
        _("année de césure pause études"),
    ),
)


def question(slug: str) -> Question | None:
    """Return one question by its address."""
    return next((each for each in QUESTIONS if each.slug == slug), None)


def matching(query: str) -> list[Question]:
    """Keep the questions that hold every word typed, accents and capitals aside."""
    words = _plain(query).split()
    return [each for each in QUESTIONS if all(word in _text(each) for word in words)]


def answer(asked: Question, facts: dict[str, Any]) -> Answer:
    """Ask the rule behind a question; `facts` holds the day too."""
    return asked.ask(**facts)


def _text(each: Question) -> str:
    return _plain(f"{each.title} {each.theme} {each.words}")


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("’", "'").replace("\u00a0", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
