"""The CV of Inès: one version for everyone, one for an offer; the offer is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tremplin.prospecting.queries.targets import target_of_name
from tremplin.stories.cv.choosing import first_choice
from tremplin.stories.models import NotePlace
from tremplin.stories.operations.cv import start_cv, write_note
from tremplin.stories.queries.cv import asked_of
from tremplin.stories.queries.cv_offered import offered

WRITTEN_ON = date(2026, 3, 29)
MADE_AT = datetime(2026, 3, 29, 18, 30, tzinfo=UTC)
TARGETED_AT = datetime(2026, 3, 31, 18, 0, tzinfo=UTC)
CONTACT = {"email": "ines.marchetti@exemple.fr", "place": "Angers", "design": "margin"}
HEADLINE = "Logistique et amélioration des opérations"
TARGETED = "Alternance dès septembre, tournées et stocks"
NOTES = (
    (
        NotePlace.EDUCATION,
        "Licence Gestion",
        "Université de Valmont",
        "relevé de notes, 2025",
        "2022",
        "2025",
    ),
    (NotePlace.LANGUAGES, "Français", "", "langue maternelle", "", ""),
    (NotePlace.LANGUAGES, "Italien", "courant", "parlé en famille", "", ""),
    (NotePlace.LANGUAGES, "Anglais", "professionnel", "certificat du semestre 6", "", ""),
)
OFFER = """\
Alternance, gestion des tournées (12 mois), Angers

Vous suivez les tournées de livraison et le stock de caisses. Vous analysez les données de livraison, \
tenez les indicateurs de la semaine (KPI) et animez le point du matin avec les livreurs.

Vous aimez le terrain. Vous connaissez le tableur et la cartographie de processus. Le permis B est un plus.
"""


def write_cvs() -> None:
    """Write both versions, with the lines the journal does not know."""
    for place, says, detail, source, since, until in NOTES:
        fields = {"place": place, "says": says, "detail": detail, "source": source}
        write_note(fields={**fields, "since": since, "until": until}, on=WRITTEN_ON)
    pool = offered()
    choice = replace(first_choice(pool.parts), headline=HEADLINE)
    start_cv(name="Pour tous", choice=choice, at=MADE_AT, contact=CONTACT)
    _answer_an_offer()


def _answer_an_offer() -> None:
    nordelle = target_of_name("Nordelle")
    if nordelle is None:
        return
    pool = offered()
    asked = asked_of(OFFER, choice=pool, host=str(nordelle))
    choice = replace(first_choice(pool.parts, asked=asked), headline=TARGETED)
    start_cv(name="Nordelle", choice=choice, at=TARGETED_AT, offer=OFFER, target_id=nordelle.pk)
