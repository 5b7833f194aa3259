"""The interview Inès prepares: a day, words to hold on to, a few practices; all invented."""

from datetime import UTC, date, datetime, time
from typing import Final

from tremplin.stories.domain.practice import Grade
from tremplin.stories.operations.interview import add_interview, prepare_answer, record_practice
from tremplin.stories.queries.interview import tales

INTERVIEW_ON: Final = date(2026, 4, 8)
AT: Final = datetime(2026, 3, 30, 18, 10, tzinfo=UTC)
ANSWERS: Final = (
    ("presentez-vous", "Le lundi de Yann", "L’atelier. Le lundi de Yann. Pourquoi la donnée me plaît."),
    ("desaccord", "Modératrice d’un serveur de jeu", "Des camps opposés. La charte réécrite avec eux."),
    ("argent", "Trésorière du BDE", "Trois devis par achat. Les règles écrites."),
    ("tuteur-absent", "Stage chez Transports Querrien", "La carte des flux. Mon point du vendredi."),
)
PRACTICES: Final = (
    ("presentez-vous", Grade.HARD, 78, "Commencer par le résultat."),
    ("desaccord", Grade.GOOD, 85, ""),
    ("argent", Grade.AGAIN, None, "Dire d’où vient le budget."),
)


def prepare_interview() -> None:
    """Prepare the interview of Inès."""
    add_interview(
        facts={
            "employer": "Nordelle",
            "role": "alternance, gestion des tournées",
            "on": INTERVIEW_ON,
            "at": time(14, 0),
            "place": "Angers, salle du premier étage",
            "known": "Un deuxième atelier depuis janvier (leur site).\nTournées suivies sur papier (visite).",
            "asked": "Que fait-on le premier mois\u00a0?\nQui me suivra\u00a0?",
        }
    )
    told = {one.title: one for one in tales()}
    for question, title, words in ANSWERS:
        tale = told[title]
        chosen = {"resilience" if tale.is_resilience else "story": tale.key}
        prepare_answer(question, revision=0, words=words, **chosen)
    for question, grade, seconds, remark in PRACTICES:
        record_practice(
            question, grade=grade, at=AT, interview_on=INTERVIEW_ON, seconds=seconds, remark=remark
        )
