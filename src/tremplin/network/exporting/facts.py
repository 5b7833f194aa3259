"""What is written of someone beside their name, under the labels the import reads."""

from typing import Final

from tremplin.network.domain.careers import APART as JOBS_APART
from tremplin.network.domain.careers import jobs_in_words
from tremplin.network.domain.wording import CIRCLES, TIES, sector_in_words
from tremplin.network.exporting.directory import Listed

APART: Final = " ; "
ANSWERS: Final = {True: "oui", False: "non", None: ""}
NUMBER: Final = "Fiche"
UNFILED: Final = "sans cercle"


def facts_of(person: Listed) -> dict[str, str]:
    """Return the facts of someone, by label, the empty ones left out.

    Args:
        person: who.

    Returns:
        Texts in the order a reader wants them.
    """
    said = {
        "Entreprise": person.organization,
        "Fonction": person.title,
        "E-mail": APART.join(person.emails),
        "Téléphone": APART.join(person.phones),
        "Profil": APART.join(person.profiles),
        "Domaine": sector_in_words(person.expertise or person.domain),
        "Proximité": str(person.closeness or ""),
        "Connaît beaucoup de monde": ANSWERS.get(person.is_connector, "")
        if person.is_connector is not None
        else "",
        "En relation depuis": person.connected_on.isoformat() if person.connected_on else "",
        "Lien": TIES[person.tie] if person.is_known and person.tie != "contact" else "",
        "Connu par": "" if person.is_known else "quelqu’un d’autre",
        "Parcours": JOBS_APART.join(jobs_in_words(person.career)),
        NUMBER: str(person.key),
    }
    return {label: text for label, text in said.items() if text}


def circle_title(circle: str) -> str:
    """Return a circle as a heading."""
    return CIRCLES.get(circle, UNFILED).capitalize()
