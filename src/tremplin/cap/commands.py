"""What the palette and the search page offer: places to go, things to do."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from tremplin.cap.addresses import address
from tremplin.rights.answers.questions import QUESTIONS


@dataclass(frozen=True)
class Command:
    """A link the student can reach by typing a word of it."""

    name: str | Promise
    page: str
    icon: str
    words: str | Promise = ""
    letter: str = ""
    url: str = ""


COMMANDS = (
    Command(_("Vérifier une convention"), "rights:agreements", "file", _("déposer pdf audit loi contrat")),
    Command(
        _("Calculer une gratification"),
        "rights:gratification",
        "droits",
        _("simuler paie salaire minimum mois"),
    ),
    Command(
        _("Réponses rapides"),
        "rights:answers",
        "ask",
        _("questions loi article"),
    ),
    Command(
        _("Stages"),
        "internships:home",
        "cap",
        _("jalons alternance objectifs missions calendrier"),
    ),
    Command(_("Noter une action"), "journal:home", "pen", _("journal entrée écrire")),
    Command(_("Cap"), "cap:home", "cap", _("accueil prochain geste semaine"), "c"),
    Command(_("Droits"), "rights:agreements", "droits", _("convention loi"), "d"),
    Command(_("Journal"), "journal:home", "journal", _("entrées preuves"), "j"),
    Command(_("Trouver"), "prospecting:home", "trouver", _("cibles tableau entreprises marché caché"), "t"),
    Command(_("Ajouter une cible"), "prospecting:add", "plus", _("entreprise nouvelle trouver")),
    Command(
        _("Chercher des entreprises"),
        "prospecting:search",
        "trouver",
        _("registre sirene activité carte commune"),
    ),
    Command(_("Réseau"), "network:home", "reseau", _("carte personnes contacts introduire"), "r"),
    Command(_("Qui peut m’introduire chez…"), "network:home", "reseau", _("chemin poignées de main")),
    Command(_("Ajouter des personnes"), "network:add", "plus", _("contacts réseau nom")),
    Command(_("Importer des contacts"), "network:import", "file", _("linkedin vcard carnet réseau")),
    Command(_("Liens à réveiller"), "network:dormant", "clock", _("réseau endormis écrire")),
    Command(
        _("Choisir"), "decision:home", "choisir", _("stage alternance comparer options salaire net"), "o"
    ),
    Command(_("Ouvrir une décision"), "decision:new", "plus", _("choisir comparer offres")),
    Command(_("Valeur"), "value:home", "valeur", _("soutenance points projets"), "v"),
    Command(_("Soutenance de Valeur"), "value:deck", "valeur", _("diapos présenter powerpoint pdf")),
    Command(_("Points carrière"), "value:talks", "clock", _("mi-parcours trois quarts tuteur entretien")),
    Command(_("Récits"), "stories:home", "recits", _("histoires cv entretien raconter"), "e"),
    Command(_("Raconter une expérience"), "stories:choose", "plus", _("récit hors travail association jeu")),
    Command(_("Mon CV"), "stories:cv", "file", _("curriculum importer europass linkedin lettre")),
    Command(_("Préparer un entretien"), "stories:interview", "clock", _("questions recruteur répondre")),
    Command(
        _("Demander plus que le minimum"),
        "stories:negotiate",
        "pen",
        _("salaire gratification négocier paie"),
    ),
    Command(_("Brancher un assistant"), "stories:assistant", "lock", _("reformuler modèle clé facultatif")),
    Command(
        _("Mon stage se passe mal"), "stories:hardship", "alert", _("harcèlement danger tuteur ennui aide")
    ),
    Command(_("Raconter un stage décevant"), "stories:resilience", "recits", _("résilience entretien")),
    Command(_("Réglages"), "accounts:settings", "grid", _("thème sombre clair raccourcis clavier prénom")),
    Command(_("Sauvegarder ou restaurer"), "keeping:home", "down", _("sauvegarde copie exporter rouvrir")),
    Command(_("Tout effacer"), "keeping:erase", "x", _("supprimer données")),
    Command(_("Revoir les trois portes"), "accounts:welcome", "arrow", _("bienvenue début")),
)


def available() -> list[Command]:
    """List the commands whose page exists, with its address."""
    found = (
        Command(
            command.name, command.page, command.icon, command.words, command.letter, address(command.page)
        )
        for command in COMMANDS
    )
    return [command for command in found if command.url]


def questions() -> list[Command]:
    """List the quick questions, which the palette offers once something is typed."""
    return [
        Command(each.title, "rights:answer", "ask", each.words, url=address("rights:answer", each.slug))
        for each in QUESTIONS
    ]


def matching(query: str, commands: Sequence[Command]) -> list[Command]:
    """Keep the commands that hold every word typed, accents and capitals aside."""
    words = _plain(query).split()
    return [
        command
        for command in commands
        if all(word in _plain(f"{command.name} {command.words}") for word in words)
    ]


def palette(request: HttpRequest) -> dict[str, object]:
    """Give every page its palette, built only where it is shown."""
    return {"commands": SimpleLazyObject(available), "quick_questions": SimpleLazyObject(questions)}


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
