"""Inès's network: fourteen people she knows, those they know, and what they last said. All invented."""

from datetime import date
from typing import Final

from tremplin.network.domain.quick import read_lines
from tremplin.network.models import Circle, Closeness, InteractionKind, TieKind
from tremplin.network.operations import change_person, find_or_add_person, record_exchange, record_tie
from tremplin.network.operations.quick import add_named

SOURCE: Final = "Écrit par vous."
NAMES: Final = {
    Circle.FAMILY: """
        Maman, infirmière, Clinique des Halles > Mathilde Perrin (santé)
        Tante Claire, comptable, Orvault > Julie Rousseau (boutique, Troquinette), Denis Aubin (assurance)
        Cousin Marc, ingénieur qualité, Nordelle > Fanny Briand (achats, Nordelle)
    """,
    Circle.SCHOOL: """
        Lina Haddad, alternante marketing, Bocage & Bois > Inès Collet (communication)
        Théo Martel, stagiaire data, Nordelle > Hugo Ferrand (informatique, Nordelle)
    """,
    Circle.TEACHERS: """
        Mme Odile Brossard, enseignante en supply chain, Université de Valmont
        Mme Odile Brossard > Karim Benyahia (analyste stock, Troquinette), Paul Leroux (transport)
        Mme Odile Brossard > Anaïs Guérin (conseil), Bruno Tessier (achats, Nordelle), Lina Haddad
        M. Salvy, professeur de statistiques, Université de Valmont
    """,
    Circle.JOB: """
        Samia Kaddour, responsable logistique, Cargolière SAS > Pierre Maillard (vente)
        Samia Kaddour > Nora Vidal (recrutement), Yann Le Goff, Olivier Renaud (transport)
        Yann Le Goff, chef d’atelier, Cargolière SAS > Rachid Amrani (maintenance)
        Élodie Vasseur, directrice générale, Cargolière SAS > Camille Roche (vente)
    """,
    Circle.LEISURE: """
        Coach Rémi, entraîneur, Handball Club de Rezé > Fatou Diarra (banque)
        Coach Rémi > Gaël Le Bris (immobilier), Jules Perez, Inaya Benali
        Inaya Benali, étudiante en droit > Salomé Picard (juriste)
    """,
    Circle.FRIENDS: """
        Sofia Lambert, chargée de marketing, Nordelle
        Jules Perez, développeur web, Atelier Pixel > Adam Costa (design)
    """,
}
LAST: Final = {
    "Odile Brossard": (date(2026, 3, 12), InteractionKind.MET, "Étude de cas sur les stocks dormants."),
    "M. Salvy": (date(2025, 6, 20), InteractionKind.MESSAGE, "Le projet sur les horaires de bus."),
    "Sofia Lambert": (date(2025, 9, 14), InteractionKind.CALL, "Elle cherchait un appartement."),
    "Cousin Marc": (date(2025, 8, 2), InteractionKind.MET, "Mariage d’Anna."),
    "Samia Kaddour": (date(2026, 4, 1), InteractionKind.MET, "Point du mercredi."),
    "Tante Claire": (date(2026, 3, 21), InteractionKind.CALL, "Elle écrit à Julie."),
    "Coach Rémi": (date(2026, 3, 28), InteractionKind.MET, "Entraînement."),
    "Lina Haddad": (date(2026, 3, 30), InteractionKind.MESSAGE, ""),
    "Théo Martel": (date(2026, 2, 11), InteractionKind.MESSAGE, "Il commence chez Nordelle."),
}
CLOSE: Final = {
    "Odile Brossard": Closeness.FAIR,
    "Tante Claire": Closeness.CLOSE,
    "Samia Kaddour": Closeness.FAIR,
    "Lina Haddad": Closeness.CLOSE,
}


def load(*, on: date) -> None:
    """Fill an empty network with the example.

    Args:
        on: the day the example is loaded.
    """
    for circle, lines in NAMES.items():
        people, _refused = read_lines(lines)
        add_named(people, circle=circle, source=SOURCE, on=on)
    for name, (day, kind, line) in LAST.items():
        record_exchange(find_or_add_person(name), on=day, kind=kind, line=line)
    for name, closeness in CLOSE.items():
        change_person(find_or_add_person(name), {"closeness": closeness})
    change_person(find_or_add_person("Odile Brossard"), {"is_connector": True})
    record_tie(find_or_add_person("Odile Brossard"), TieKind.TEACHER, since=date(2025, 9, 15))
