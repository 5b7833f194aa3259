"""The `tremplin` command: gathers each slice's commands, loaded only when called."""

import gettext
import os
from pathlib import Path

import click

from tremplin.kit.lazy import Door, LazyGroup
from tremplin.kit.terminal import name_types

DOORS = {
    "run": Door("tremplin.site.run:run", "Ouvrir Tremplin dans le navigateur (ce que fait tremplin seul)."),
    "rights": Door("tremplin.rights.cli:rights", "Lire et vérifier des conventions de stage."),
    "journal": Door("tremplin.journal.cli:journal", "Noter, retrouver et exporter ce que vous avez fait."),
    "internships": Door(
        "tremplin.internships.cli:internships", "Stages et alternances : dates, jalons, calendrier."
    ),
    "prospecting": Door(
        "tremplin.prospecting.cli:prospecting",
        "Chercher des entreprises, suivre vos contacts.",
    ),
    "network": Door("tremplin.network.cli:network", "Personnes, chemins, contacts."),
    "value": Door("tremplin.value.cli:value", "Soutenance de Valeur, résultats montrés, jauge."),
    "decision": Door(
        "tremplin.decision.cli:decision", "Comparer stage, apprentissage, professionnalisation."
    ),
    "stories": Door("tremplin.stories.cli:stories", "Récits, CV, entretien."),
    "law": Door("tremplin.law.cli:law", "Interroger les règles et leurs chiffres."),
    "backup": Door("tremplin.site.backup:backup", "Sauvegarder tout dans un fichier."),
    "restore": Door("tremplin.site.backup:restore", "Remettre une sauvegarde à la place des données."),
    "version": Door("tremplin.site.run:version", "Dire la version installée."),
}


@click.group(
    cls=LazyGroup,
    doors=DOORS,
    invoke_without_command=True,
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.pass_context
def tremplin(ctx: click.Context) -> None:
    """Tremplin : votre stage est un laboratoire de carrière."""
    ctx.obj = _open_data
    if ctx.invoked_subcommand is None:
        from tremplin.site.run import run

        ctx.invoke(run)


def _open_data() -> None:
    """Open the student's data; only a command that needs them pays for it."""
    from tremplin.site.data import open_data

    open_data()


def main() -> None:
    """Speak French, then obey."""
    speak_french()
    name_types()
    tremplin(prog_name="tremplin")


def speak_french() -> None:
    """Give click its own sentences in French, whatever the language of the terminal."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
