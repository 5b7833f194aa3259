"""`tremplin prospecting`: companies, their stock and the day's gestures from the terminal."""

import click

from tremplin.kit.lazy import Door, LazyGroup

DOORS = {
    "search": Door("tremplin.prospecting.stock_cli:search", "Chercher dans toute la France, hors ligne."),
    "import-sirene": Door("tremplin.prospecting.stock_cli:import_sirene", "Importer les fichiers Sirene."),
    "lookup": Door("tremplin.prospecting.lookup_cli:lookup", "Chercher une entreprise en ligne."),
    "today": Door("tremplin.prospecting.today_cli:today", "Dire ce qui est dû aujourd’hui."),
}


@click.group(cls=LazyGroup, doors=DOORS, subcommand_metavar="COMMANDE [ARGUMENTS]…")
def prospecting() -> None:
    """Chercher des entreprises, importer Sirene, suivre vos contacts."""
