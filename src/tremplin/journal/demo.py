"""Nine weeks of Inès's journal at Cargolière, and her association: invented, dated, proved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tremplin.evidence.proposals import proposals
from tremplin.journal.models import Entry, Experience, ExperienceKind, Method, Visibility
from tremplin.journal.operations import (
    ImpactValues,
    Noted,
    add_experience,
    add_feedback,
    add_mission,
    aim_for,
    as_values,
    find_or_add_skill,
    note,
)
from tremplin.journal.queries import experiences
from tremplin.network.operations import TieKind, find_or_add_person, record_tie

PARIS = ZoneInfo("Europe/Paris")
EVENING = time(17, 10)
TARGETS = ("Analyse de données", "Gestion de projet", "Négociation")
FLOWS, INVENTORY, BREAKDOWNS, DESK, FAIR = "flux", "inventaire", "pannes", "accueil", "salon"
OUTSIDE = "Tenir le stand du salon du cycle"


@dataclass(frozen=True)
class Said:
    """Someone's words."""

    words: str
    name: str
    role: str
    quotable: bool | None = True


@dataclass(frozen=True)
class Day:
    """An entry of the example; `figures` are words of its text, each with how it is known and by whom."""

    on: date
    action: str
    skills: tuple[str, ...]
    figures: tuple[tuple[str, Method, str], ...] = ()
    said: tuple[Said, ...] = ()
    mission: str = ""
    minutes: int | None = None
    pain_point: bool = False
    visibility: Visibility = Visibility.COMPANY
    draft: bool = False


SAMIA = "Samia Kaddour"
YANN = "Yann Le Goff"
ELODIE = "Élodie Vasseur"

DAYS = (
    Day(
        date(2026, 2, 5),
        "J’ai relu la convention et les attentes avec Samia. Priorité à l’inventaire.",
        ("Cadrage d’un besoin",),
        mission=INVENTORY,
        minutes=60,
    ),
    Day(
        date(2026, 2, 12),
        "J’ai compté toutes les pièces de frein avec Bilel\u00a0: 42 références, dont 18\u00a0% "
        "avec un écart.",
        ("Gestion de stock",),
        (("42 références", Method.MEASURED, ""), ("18\u00a0%", Method.MEASURED, "")),
        mission=INVENTORY,
        minutes=300,
    ),
    Day(
        date(2026, 2, 20),
        "Chaque lundi, l’équipe ressaisit les fiches de réparation à la main. Cela prend 4 h 30.",
        ("Diagnostic de panne",),
        (("4 h 30", Method.WITNESSED, YANN),),
        (Said("Le lundi matin, je ne fais que ça.", YANN, "chef d’atelier"),),
        mission=BREAKDOWNS,
        minutes=90,
        pain_point=True,
    ),
    Day(
        date(2026, 2, 26),
        "J’ai construit un premier tableau des pannes avec les fiches de 3 mois.",
        ("Analyse de données", "Tableur avancé"),
        (("3 mois", Method.MEASURED, ""),),
        mission=BREAKDOWNS,
        minutes=420,
    ),
    Day(
        date(2026, 3, 5),
        "J’ai tenu le stand de l’entreprise au salon du cycle, à la place d’un vendeur absent.",
        ("Accueil du public",),
        mission=FAIR,
        minutes=840,
    ),
    Day(
        date(2026, 3, 6),
        "On a amélioré le rangement des transmissions.",
        ("Amélioration de processus",),
        mission=INVENTORY,
        minutes=180,
    ),
    Day(
        date(2026, 3, 19),
        "Inventaire tournant des freins et transmissions\u00a0: j’ai suivi 42 références, les "
        "écarts passent de "
        "18\u00a0% à 6\u00a0%.",
        ("Gestion de stock", "Amélioration de processus"),
        (("de 18\u00a0% à 6\u00a0%", Method.MEASURED, SAMIA), ("42 références", Method.MEASURED, "")),
        (Said("On commande enfin ce qui manque vraiment.", SAMIA, "responsable des opérations"),),
        mission=INVENTORY,
        minutes=240,
    ),
    Day(
        date(2026, 3, 24),
        "J’ai animé mon premier point atelier avec 7 mécaniciens. Cinq irritants listés en 25 "
        "min, deux réglés "
        "dans la semaine.",
        ("Animation de rituels d’équipe",),
        (("7 mécaniciens", Method.WITNESSED, SAMIA), ("Cinq irritants", Method.MEASURED, "")),
        (Said("Court et utile, on garde le format.", SAMIA, "responsable des opérations"),),
        mission=BREAKDOWNS,
        minutes=60,
    ),
    Day(
        date(2026, 3, 26),
        "J’ai suivi le trajet d’une pièce, du bon de commande au vélo\u00a0: 11 jours en "
        "moyenne sur 64 commandes, "
        "dont 5 jours d’attente de signature.",
        ("Cartographie de processus",),
        (("11 jours", Method.MEASURED, ""), ("64 commandes", Method.MEASURED, "")),
        mission=FLOWS,
        minutes=210,
    ),
    Day(
        date(2026, 3, 30),
        "Je n’ose pas dire que l’accueil mange mes matinées. À préparer pour le point du 14 avril.",
        ("Négociation",),
        mission=DESK,
        visibility=Visibility.PRIVATE,
        draft=True,
    ),
    Day(
        date(2026, 3, 31),
        "J’ai automatisé l’extraction des fiches de réparation. Le point du lundi se prépare en "
        "50 min au lieu "
        "de 4 h 30.",
        ("Analyse de données", "Automatisation de rapports"),
        (("50 min au lieu de 4 h 30", Method.MEASURED, YANN),),
        (Said("Je récupère mon lundi matin.", YANN, "chef d’atelier"),),
        mission=BREAKDOWNS,
        minutes=330,
    ),
    Day(
        date(2026, 4, 1),
        "J’ai présenté le tableau des pannes à Élodie Vasseur, la directrice générale. Elle le "
        "veut au comité "
        "du 16 avril.",
        ("Présentation orale",),
        said=(Said("On garde ce format pour le comité.", ELODIE, "directrice générale", None),),
        mission=BREAKDOWNS,
        minutes=45,
    ),
)
BESIDE = (
    Day(
        date(2026, 1, 24),
        "J’ai organisé la bourse aux vélos de l’association\u00a0: 85 vélos vendus en une journée.",
        ("Organisation d’événements",),
        (("85 vélos", Method.MEASURED, ""),),
        visibility=Visibility.PUBLIC,
    ),
)


def load(*, on: date) -> None:
    """Write the entries of Inès in her internship, and one of her association.

    Args:
        on: the day of loading; unused, the example happens from January to April 2026.
    """
    internship = experiences().filter(kind=ExperienceKind.INTERNSHIP).first()
    if internship is None:
        return
    for name in TARGETS:
        aim_for(find_or_add_skill(name), target=True)
    missions = _missions(internship)
    for day in DAYS:
        _write(day, internship, missions)
    association = add_experience(
        kind=ExperienceKind.ASSOCIATION, title="Bénévole à l’atelier vélo", starts_on=date(2024, 9, 14)
    )
    for day in BESIDE:
        _write(day, association, {})


def _missions(internship: Experience) -> dict[str, int]:
    """Return the missions of the agreement by a word of their title, and the one outside it."""
    words = (FLOWS, INVENTORY, BREAKDOWNS, DESK)
    agreed = {
        word: mission.pk for word in words for mission in internship.missions.all() if word in mission.title
    }
    return {**agreed, FAIR: add_mission(internship, title=OUTSIDE, agreed=False).pk}


def _write(day: Day, experience: Experience, missions: dict[str, int]) -> None:
    columns = {
        "action": day.action,
        "date": day.on,
        "experience_id": experience.pk,
        "mission_id": missions.get(day.mission),
        "minutes": day.minutes,
        "visibility": day.visibility,
        "pain_point": day.pain_point,
        "draft": day.draft,
    }
    noted = Noted(columns=columns, skills=day.skills, figures=tuple(_figures(day)))
    entry = note(noted, at=datetime.combine(day.on, EVENING, tzinfo=PARIS))
    for said in day.said:
        _keep(entry, said)


def _figures(day: Day) -> Iterator[ImpactValues]:
    found = {one.words: as_values(one) for one in proposals(day.action)}
    for words, method, witness in day.figures:
        yield replace(found[words], method=method, witness_id=_person_id(witness) if witness else None)


def _keep(entry: Entry, said: Said) -> None:
    add_feedback(
        entry=entry,
        words=said.words,
        author_name=said.name,
        author_role=said.role,
        person_id=_person_id(said.name),
        given_on=entry.date,
        how="à l’oral",
        quotable=said.quotable,
    )


def _person_id(name: str) -> int:
    person = find_or_add_person(name)
    if not person.ties.exists():
        record_tie(person, TieKind.COLLEAGUE)
    return person.pk
