"""The deck of the example student, a bare one, and one that holds far too much."""

from datetime import date
from decimal import Decimal

from tremplin.documents.deck import (
    Bar,
    BigFigure,
    Change,
    Chart,
    Deck,
    Need,
    Plan,
    PlanStep,
    Quote,
    Sentence,
    SkillProof,
    Skills,
    Slide,
)
from tremplin.evidence.derived import Range, yearly_hours
from tremplin.evidence.figures import Figure

MONDAY = Figure(
    kind="before_after",
    entry=31,
    on=date(2026, 3, 31),
    before=Decimal(270),
    after=Decimal(50),
    unit="min",
    period="semaine",
    subject="point du lundi",
    method="measured",
    witness="Yann Le Goff",
)
SAVED = Figure(
    kind="gained", entry=31, on=date(2026, 3, 31), value=Decimal(220), unit="min", period="semaine",
    method="measured", witness="Yann Le Goff",
)  # fmt: skip
STOCK = Figure(
    kind="before_after",
    entry=24,
    on=date(2026, 3, 19),
    before=Decimal(18),
    after=Decimal(6),
    unit="%",
    subject="écarts d’inventaire sur 42 références",
    method="measured",
)
SHEETS = Figure(
    kind="quantity", entry=12, on=date(2026, 3, 5), value=Decimal(4), unit="fiches", method="witnessed",
    witness="Samia Kaddour",
)  # fmt: skip
BIKES = Figure(
    kind="quantity", entry=3, on=date(2026, 2, 9), value=Decimal(210), unit="vélos-cargos", method="measured"
)
MECHANICS = Figure(
    kind="quantity", entry=3, on=date(2026, 2, 9), value=Decimal(7), unit="mécaniciens", method="measured"
)
ORDERS = Figure(
    kind="quantity", entry=28, on=date(2026, 3, 26), value=Decimal(64), unit="commandes", method="estimated"
)
YEARLY = yearly_hours(MONDAY, times=Range(Decimal(44), Decimal(46), "semaines"))
MORNING = Quote("Je récupère mon lundi matin.", "Yann Le Goff", "chef d’atelier", date(2026, 3, 31), 31)
CLERK = Quote("Le lundi, je faisais du secrétariat.", "Yann Le Goff", "chef d’atelier", date(2026, 2, 9), 3)


def measured(week: int, minutes: int) -> Bar:
    """Return one bar of the Monday chart, with the entry that holds it."""
    on = date.fromisocalendar(2026, week + 5, 1)
    figure = Figure(
        kind="quantity", entry=100 + week, on=on, value=Decimal(minutes), unit="min", method="measured"
    )
    return Bar(f"S{week}", Decimal(minutes), figure)


NEED = Slide(
    title="Chaque lundi, 4 h 30 pour savoir quels vélos roulent",
    body=Need(
        (
            Sentence(
                "210 vélos-cargos, 7 mécaniciens, des fiches de réparation en papier.", (BIKES, MECHANICS)
            ),
            Sentence(
                "Le point du lundi demandait de tout ressaisir avant d’ouvrir l’atelier : 4 h 30.", (MONDAY,)
            ),
        ),
        CLERK,
    ),
    source="Cargolière, stage du 2 février au 3 juillet 2026",
    notes=("Commencer par la scène du lundi.",),
)
CHANGE = Slide(
    title="Trois résultats mesurés",
    body=Change(
        (
            BigFigure(SAVED, "gagnées chaque semaine sur le point du lundi"),
            BigFigure(STOCK, "d’écarts d’inventaire sur 42 références"),
            BigFigure(SHEETS, "panne en service dans l’atelier"),
        )
    ),
    source="Sources : relevés du lundi, inventaires du 17 février et du 19 mars",
)
PROOF = Slide(
    title="Le point du lundi, de 4 h 30 à 50 min",
    body=Chart(
        tuple(measured(*one) for one in ((3, 270), (4, 270), (5, 255), (7, 150), (8, 80), (9, 50))),
        "Temps de préparation, par semaine",
        (Sentence("Sur une année : 162 à 168 h.", (YEARLY,)),),
        MORNING,
    ),
    source="Hypothèse à valider avec Samia Kaddour",
)
SKILLS = Slide(
    title="Ce que je sais faire maintenant",
    body=Skills(
        (
            SkillProof(
                "Analyse de données",
                Sentence("Point du lundi automatisé : 4 h 30 à 50 min", (MONDAY,)),
                MORNING,
            ),
            SkillProof("Gestion de stock", Sentence("Inventaire tournant, écarts de 18 % à 6 %", (STOCK,))),
            SkillProof(
                "Animation",
                Sentence("Point atelier, 7 mécaniciens", (MECHANICS,)),
                Quote("Court et utile.", "Samia Kaddour"),
            ),
            SkillProof("Cartographie", Sentence("64 commandes suivies", (ORDERS,))),
        ),
        (Sentence("Personne d’autre ne tient le tableau des pannes ni la procédure d’inventaire."),),
    ),
    source="Détail dans le journal de bord",
)
PLAN = Slide(
    title="Mes 90 premiers jours si je reste",
    body=Plan(
        (
            PlanStep(30, "Point du lundi transféré à l’équipe, sans moi", "deux lundis tenus sans aide"),
            PlanStep(
                60, "Délai d’une pièce ramené de 11 à 7 jours", "délai moyen relevé", "accès fournisseurs"
            ),
            PlanStep(90, "Inventaire tournant étendu aux 180 références"),
        ),
        "Accès fournisseurs, 1 h par semaine avec Samia Kaddour",
    ),
)
DECK = Deck(
    subject="Stage d’Inès Marchetti chez Cargolière",
    slides=(NEED, CHANGE, PROOF, SKILLS, PLAN),
    produced_on=date(2026, 6, 26),
    author="Inès Marchetti",
)
TO_CONFIRM = Deck(
    subject="Stage de Karim Ould",
    slides=(
        Slide("Le besoin de départ", Need((Sentence("Les commandes étaient suivies à la main."),))),
        Slide(
            "Ce qui a changé",
            Change((BigFigure(ORDERS, "suivies depuis mars"),)),
            to_confirm=("Le nombre de commandes est estimé.", "Le temps gagné n’est pas encore mesuré."),
        ),
        Slide("Mes premiers jours", Plan((PlanStep(30, "Suivi repris par l’équipe"),))),
    ),
    produced_on=date(2026, 6, 26),
)
MARKUP_DECK = Deck(
    subject="Stage",
    slides=(Slide("<b>&amp; {x} #gras", Need((Sentence("</a:t> \x07 \U0001f600 <b>&amp; {x} #gras"),))),),
    produced_on=date(2026, 6, 26),
)
LONG = (
    "Pendant les premières semaines du stage, j’ai repris chaque fiche de réparation en papier pour "
    "comprendre, avec les mécaniciens de l’atelier et la responsable des opérations, pourquoi le relevé du "
    "lundi demandait une ressaisie complète avant que les vélos-cargos ne puissent repartir chez les clients."
)
WORD = "anticonstitutionnellement" * 6
TOO_MUCH = Deck(
    subject="Stage d’Inès Marchetti",
    slides=(
        Slide(LONG, Need(tuple(Sentence(LONG) for _ in range(9)), Quote(LONG, WORD)), source=LONG * 3),
        Slide(WORD, Need((Sentence(LONG * 12),))),
        Slide(
            "Ce qui a changé",
            Change(
                tuple(BigFigure(one, LONG) for one in (SAVED, STOCK, SHEETS, YEARLY, ORDERS)),
                (Sentence(LONG), Sentence(WORD)),
            ),
            to_confirm=(LONG, LONG),
        ),
        Slide(
            "La preuve",
            Chart(
                tuple(measured(week, 200 - week) for week in range(1, 16)),
                LONG,
                (Sentence(LONG),),
                Quote(LONG, LONG),
            ),
        ),
        Slide(
            "Mes compétences",
            Skills(
                tuple(SkillProof(LONG, Sentence(LONG, (ORDERS,)), Quote(LONG, WORD)) for _ in range(5)),
                (Sentence(LONG),),
            ),
        ),
        Slide("Mon plan", Plan(tuple(PlanStep(days, LONG, LONG, WORD) for days in (30, 60, 90)), LONG * 2)),
    ),
    produced_on=date(2026, 6, 26),
)
