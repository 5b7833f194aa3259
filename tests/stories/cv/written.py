"""Résumés to be written, short and long, and the page a reader gets of them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from tremplin.stories.cv.resume import (
    BY_HAND,
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Location,
    Period,
    Post,
    Profile,
    Project,
    Reference,
    Resume,
    Skill,
    When,
    proved_by,
)

ON = date(2026, 7, 6)


def line(text: str, *keys: str) -> Line:
    """Return a line, proved when it names its evidence."""
    return Line(text, proved_by(*keys) if keys else BY_HAND)


CARGOLIERE = Post(
    proved_by("entry:1"),
    "Cargolière",
    "Stagiaire opérations",
    "Angers",
    "Location de vélos-cargos",
    "https://cargoliere.example",
    Period(When("2026-02"), When("2026-07-03")),
    None,
    (
        line("Point du lundi automatisé : préparation de 4 h 30 à 50 min par semaine", "impact:1"),
        line("Inventaire tournant : écarts de 18 % à 6 % sur 42 références", "impact:2"),
    ),
)
SERVER = Post(
    proved_by("story:2"),
    "Serveur de jeu",
    "Modératrice",
    period=Period(When("2023"), None, is_current=True),
    highlights=(line("Charte réécrite avec les 1 200 membres", "entry:9"),),
)
QUERRIEN = Post(
    proved_by("entry:3"), "Transports Querrien", "Stagiaire", period=Period(When("2025-05"), When("2025-06"))
)
INES = Resume(
    Basics(
        "Inès Marchetti",
        line("Alternance en logistique dès septembre 2026"),
        email="ines.marchetti@exemple.fr",
        phone="+33639982021",
        url="https://ines.example/",
        summary=line("Je mesure, je simplifie, je transmets.\nMobile dans l’Ouest."),
        location=Location("12 rue Imaginaire", "49000", "Angers", "FR"),
        profiles=(Profile("LinkedIn", "ines-marchetti"),),
        extra={"birth": "2004-02-11"},
    ),
    work=(CARGOLIERE, QUERRIEN),
    volunteer=(SERVER,),
    education=(
        Education(
            BY_HAND,
            "Université de Valmont",
            "Management des opérations",
            "M1",
            period=Period(When("2025-09"), When("2026-06")),
            courses=(line("Gestion des flux"), line("Statistiques")),
        ),
    ),
    projects=(
        Project(BY_HAND, "Carte des quais", line("Carte libre"), period=Period(When("2025"), When("2025"))),
    ),
    skills=(Skill(BY_HAND, "Données", "Avancé", ("Excel", "SQL")), Skill(BY_HAND, "Conduite de réunion")),
    languages=(
        Language(BY_HAND, "Français", "Langue maternelle"),
        Language(BY_HAND, "Anglais", "B2"),
        Language(BY_HAND, "Italien", "Courant"),
    ),
    certificates=(Certificate(BY_HAND, "Certification Excel", When("2025-11-08"), "Organisme Fictif"),),
    awards=(Award(BY_HAND, "Prix du défi", When("2026-03-14"), "Association fictive"),),
    interests=(Interest(BY_HAND, "Voile", ("Dériveur",)),),
    references=(Reference(BY_HAND, "Samia Kaddour", "Fiable et curieuse."),),
)
TOO_LONG = replace(INES, work=tuple(replace(CARGOLIERE, position=f"Poste {number}") for number in range(30)))


def portrait() -> bytes:
    """Return a small photo."""
    file = BytesIO()
    Image.new("RGB", (60, 80), "navy").save(file, "JPEG")
    return file.getvalue()
