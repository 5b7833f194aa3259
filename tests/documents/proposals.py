"""A proposal with everything, and one with nothing."""

from datetime import date
from decimal import Decimal

from tremplin.documents.proposal import Proposal, Source
from tremplin.evidence.figures import Figure

ON = date(2026, 4, 2)
REVIEWS = Source("Avis publics", date(2026, 3, 18), "38 avis sur 140 citent un article introuvable")
VISIT = Source("Visite de Rezé", date(2026, 3, 28), "5 articles sur 12 testés manquaient")
STOCK = Figure(
    "before_after",
    1,
    date(2026, 3, 19),
    unit="%",
    before=Decimal(18),
    after=Decimal(6),
    subject="écarts d’inventaire",
    method="measured",
)

PROPOSAL = Proposal(
    company="Troquinette",
    title="Que chaque article affiché en ligne soit vraiment en rayon",
    produced_on=ON,
    problem="38 avis sur 140 citent un article introuvable, soit 27\u00a0%. "
    "À Rezé, 5 articles sur 12 manquaient.",
    cost="Un déplacement pour rien, un avis négatif, une vente perdue.",
    mission="Fiabiliser le stock affiché dans trois boutiques pilotes, puis livrer une méthode.",
    frame="Stage de 16 semaines à partir du 4 mai 2026.",
    deliverables=("Semaine 4 : mesure de l’écart dans 3 boutiques", "Semaine 16 : méthode écrite"),
    indicators="Part d’articles introuvables, relevée chaque mois.",
    why_me="J’ai ramené les écarts d’inventaire de 18 % à 6 %.",
    needs="Un référent en boutique une heure par semaine.",
    ask="Vingt minutes la semaine du 13 avril ?",
    sender=("Inès Marchetti", "M1 Management des opérations", "ines.marchetti@exemple.fr"),
    recipient="Hélène Quintard, responsable e-commerce",
    place="Angers",
    sources=(REVIEWS, VISIT),
    figures=(STOCK,),
)
BARE = Proposal(company="", title="", produced_on=ON)
