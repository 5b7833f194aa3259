"""The outline of the example student's report, and a bare one."""

from datetime import date

from tests.documents.decks import MECHANICS, MONDAY, MORNING, ORDERS, SAVED, STOCK
from tremplin.documents.report_outline import ReportEntry, ReportOutline

FIRST_WEEK = ReportEntry(
    3,
    date(2026, 2, 9),
    "J’ai suivi les mécaniciens dans l’atelier.",
    "Suivi des pannes",
    ("Animation",),
    (MECHANICS,),
)
COUNTED = ReportEntry(
    24,
    date(2026, 3, 19),
    "J’ai compté les références avec Maud et corrigé les emplacements.",
    "Inventaire",
    ("Gestion de stock",),
    (STOCK,),
)
FOLLOWED = ReportEntry(
    28, date(2026, 3, 26), "J’ai suivi les commandes de pièces.", "", ("Cartographie",), (ORDERS,)
)
AUTOMATED = ReportEntry(
    31,
    date(2026, 3, 31),
    "J’ai automatisé le point du lundi à partir des fiches de réparation.",
    "Suivi des pannes",
    ("Analyse de données",),
    (MONDAY, SAVED),
    (MORNING,),
)
OUTLINE = ReportOutline(
    subject="Stage d’Inès Marchetti chez Cargolière",
    cover=("Licence professionnelle Logistique, Université d’Angers", "Du 2 février au 3 juillet 2026"),
    missions=("Suivi des pannes", "Inventaire", "Accueil des clients"),
    skills=("Analyse de données", "Gestion de stock", "Anglais"),
    entries=(FIRST_WEEK, COUNTED, FOLLOWED, AUTOMATED),
    people=("Samia Kaddour, responsable des opérations", "Yann Le Goff, chef d’atelier"),
    produced_on=date(2026, 6, 26),
    author="Inès Marchetti",
)
BARE_OUTLINE = ReportOutline(subject="Stage de Karim Ould", produced_on=date(2026, 6, 26))
