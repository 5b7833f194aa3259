"""The proposal Inès wrote for Troquinette: proved by her three signals and two entries of her journal."""

from datetime import UTC, date, datetime
from typing import Final

from tremplin.prospecting.models import Target
from tremplin.prospecting.operations.proposals import keep_version, save_proposal, start_proposal
from tremplin.prospecting.queries import proposals as queries

KEPT_AT: Final = datetime(2026, 3, 30, 16, 42, tzinfo=UTC)
PROVING: Final = ("écarts passent", "50 min au lieu")
TEXTS: Final = {
    "promise": "Que chaque article affiché en ligne soit vraiment en rayon",
    "finding": "38\u00a0avis sur 140 lus en ligne citent un article introuvable, soit 27\u00a0%. "
    "À Rezé, 5\u00a0articles sur 12 testés étaient absents du rayon.",
    "cost": "Un déplacement pour rien, un avis négatif, une vente perdue. "
    "Et du temps d’équipe\u00a0: une offre de renfort «\u00a0inventaire\u00a0» publiée deux fois.",
    "mission": "Fiabiliser le stock affiché dans trois boutiques pilotes, "
    "puis livrer une méthode aux huit autres.",
    "sought": "apprenticeship",
    "starts_on": date(2026, 9, 7),
    "weeks": 52,
    "deliverables": "Mois 1\u00a0: mesure de l’écart dans 3 boutiques\n"
    "Mois 3\u00a0: inventaire tournant, 20\u00a0min par jour\n"
    "Mois 6\u00a0: tableau d’écarts par boutique\n"
    "Mois 12\u00a0: méthode écrite et 8 boutiques formées",
    "indicators": "Part d’articles introuvables, relevée chaque mois dans les boutiques pilotes.",
    "why_me": "Chez Cargolière, loueur de vélos-cargos, j’ai ramené les écarts d’inventaire "
    "de 18\u00a0% à 6\u00a0% et le point du lundi de 4\u00a0h\u00a030 à 50\u00a0min.",
    "needs": "Un référent en boutique une heure par semaine, et l’accès en lecture au stock.",
    "ask": "Vingt minutes la semaine du 13 avril\u00a0? Je vous montre le relevé de Rezé et les trois "
    "premières mesures à faire.",
    "sender": "Inès Marchetti\nM1 Management des opérations, Université de Valmont\n"
    "ines.marchetti@exemple.fr",
    "place": "Angers",
}


def load_proposal(target: Target, *, on: date) -> None:
    """Write the proposal of the example and keep its first version.

    Args:
        target: Troquinette, with its signals.
        on: the day written on the page kept.
    """
    choice = queries.offered(target)
    signals = [one.pk for one in choice.signals]
    kept = start_proposal(target, fields=TEXTS, signals=signals)
    proofs = [one.key for one in choice.entries if any(said in one.action for said in PROVING)]
    whom = next((one.key for one in choice.people if one.is_operational), None)
    kept = save_proposal(
        kept, revision=kept.revision, changes={"recipient_id": whom}, signals=signals, proofs=proofs
    )
    values = queries.values_of(kept)
    page = queries.page_of(target, values, choice=choice, on=on)
    keep_version(kept, content=queries.frozen(values, page), why="imprimée en PDF", at=KEPT_AT)
