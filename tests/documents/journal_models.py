"""Rich and bare examples of what the journal and the talks with the tutor print."""

from datetime import date

from tests.documents.decks import MECHANICS, MONDAY, ORDERS, PLAN, SHEETS, STOCK, YEARLY
from tremplin.documents.check_in import CheckIn
from tremplin.documents.deck import Plan, Sentence
from tremplin.documents.journal_table import JournalLine, JournalTable
from tremplin.documents.ninety_days import NinetyDayPlan

SUBJECT = "Stage d’Inès Marchetti chez Cargolière"
ON = date(2026, 4, 3)
assert isinstance(PLAN.body, Plan)

TALK = CheckIn(
    subject=SUBJECT,
    title="Point de mi-parcours",
    with_whom="Samia Kaddour, responsable des opérations",
    on=date(2026, 4, 14),
    wins=(
        Sentence("Le point du lundi est passé de 4 h 30 à 50 min", (MONDAY,)),
        Sentence("Les écarts d’inventaire sont tombés de 18 % à 6 %", (STOCK,)),
        Sentence("4 fiches panne servent dans l’atelier", (SHEETS,)),
    ),
    promised=("Un point du lundi en moins d’une heure", "Un inventaire par semaine"),
    done=(
        Sentence("Tableau des pannes partagé avec 7 mécaniciens", (MECHANICS,)),
        Sentence("64 commandes suivies depuis mars", (ORDERS,)),
    ),
    proved=(Sentence("Sur une année : 162 à 168 h gagnées", (YEARLY,)),),
    blocked=(Sentence("L’accès aux délais des fournisseurs n’est pas ouvert."),),
    next=("Ramener le délai d’une pièce de 11 à 7 jours", "Écrire la procédure d’inventaire"),
    question="Qui reprendra le tableau des pannes après le 3 juillet ?",
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_TALK = CheckIn(subject="", title="Point de mi-parcours", produced_on=ON)

NINETY_DAYS = NinetyDayPlan(
    subject="Inès Marchetti, Cargolière",
    title="Mes 90 premiers jours si je reste",
    steps=PLAN.body.steps,
    needs=(PLAN.body.needs,),
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_NINETY_DAYS = NinetyDayPlan(subject="", title="Mes 90 premiers jours", produced_on=ON)

TABLE = JournalTable(
    subject=SUBJECT,
    lines=(
        JournalLine(
            date(2026, 3, 31),
            "J’ai automatisé le point du lundi à partir des fiches de réparation.",
            ("Analyse de données", "Tableur"),
            ("de 4 h 30 à 50 min par semaine", "+3 h 40 par semaine"),
            ("« Je récupère mon lundi matin. » – Yann Le Goff",),
            "Suivi des pannes",
        ),
        JournalLine(
            date(2026, 3, 19),
            "J’ai compté 42 références avec Maud et corrigé les emplacements.",
            ("Gestion de stock",),
            ("de 18 % à 6 % (écarts d’inventaire)",),
        ),
        JournalLine(date(2026, 2, 9), "Première semaine dans l’atelier."),
    ),
    title="Ce que j’ai fait, et ce qui le prouve",
    note="version pour l’entreprise",
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_TABLE = JournalTable(subject="", lines=(), produced_on=ON)

RICH = (TALK, NINETY_DAYS, TABLE)
BARE = (BARE_TALK, BARE_NINETY_DAYS, BARE_TABLE)
