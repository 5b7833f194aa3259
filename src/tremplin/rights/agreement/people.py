"""Names of persons as agreements print them: any order, capitals, titles, particles."""

import re

from tremplin.rights.agreement.text import fold

TITLE = (
    r"(?:(?:M\.|Mm?e\.?|MM\.|Mlle|Monsieur|Madame|Mademoiselle|Dr\.?|Pr\.?|Prof\.?|Professeure?|Docteure?|"
    r"Mr\.?|Mrs\.?|"
    r"Ms\.?|Me|MONSIEUR|MADAME|MME|M|MLLE|DR|PR|Monsieur/Madame|M\./Mme|Mme/M\.?)\s+)"
)
CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽŸĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽḀ-ỹ"
SMALL = "a-zà-öø-ÿœšžāăąćčďđēęěğģīįıķļłńņňōőřśşšţťūůűųźżžḁ-ỹ"
WORD = (
    rf"(?:[{CAPITAL}]{{2,}}(?:['’-][{CAPITAL}]+)*\b|[{CAPITAL}][{SMALL}]+(?:['’-]?[{CAPITAL}]?[{SMALL}]+"
    rf")*(?:-[{CAPITAL}]+)*|[A-Z]['’][{CAPITAL}][{CAPITAL}{SMALL}]+|[A-Z]\.)"
)
PARTICLE = (
    r"(?:de|du|des|da|dos|di|del|della|van|von|der|den|ten|le|la|el|al|ben|bin|ould|d['’]|de\sla|DE|"
    r"DU|DES|D['’]|EL|BEN|VAN|VON)"
)
NAME = re.compile(
    rf"(?P<title>{TITLE})?(?P<name>{WORD}(?:[ -](?:{PARTICLE}\s?)*{WORD}){{1,4}}|(?<=\s){WORD})"
)
FULL_NAME = rf"{TITLE}?{WORD}(?:[ -](?:{PARTICLE}\s?)*{WORD}){{1,4}}"
NOT_A_NAME = frozenset(
    [
        "article",
        "annexe",
        "fonction",
        "tel",
        "telephone",
        "mail",
        "mel",
        "email",
        "courriel",
        "adresse",
        "nom",
        "prenom",
        "date",
        "signature",
        "cachet",
        "service",
        "le",
        "la",
        "les",
        "un",
        "une",
        "l'entreprise",
        "entreprise",
        "societe",
        "etablissement",
        "organisme",
        "stagiaire",
        "etudiant",
        "etudiante",
        "tuteur",
        "tutrice",
        "enseignant",
        "enseignante",
        "referent",
        "referente",
        "universite",
        "ecole",
        "lycee",
        "institut",
        "faculte",
        "iut",
        "stage",
        "convention",
        "directeur",
        "directrice",
        "president",
        "presidente",
        "responsable",
        "ingenieur",
        "professeur",
        "professeure",
        "chef",
        "cheffe",
        "charge",
        "chargee",
        "gerant",
        "gerante",
        "maitre",
        "maitresse",
        "conseiller",
        "pour",
        "par",
        "est",
        "sera",
        "qualite",
        "et",
        "ou",
        "de",
        "du",
        "des",
        "en",
        "au",
        "aux",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "the",
        "of",
        "and",
        "for",
        "supervisor",
        "tutor",
        "academic",
        "host",
        "company",
        "school",
        "student",
        "intern",
        "university",
        "department",
        "head",
        "manager",
        "director",
        "internship",
        "agreement",
        "name",
        "title",
        "position",
        "phone",
        "address",
        "duree",
        "dates",
        "horaires",
        "lieu",
        "gratification",
        "signatures",
        "parties",
        "representant",
        "legal",
        "lu",
        "approuve",
        "fait",
        "paris",
        "france",
        "rue",
        "avenue",
        "boulevard",
        "place",
        "sujet",
        "theme",
        "projet",
        "mission",
        "missions",
        "activites",
        "competences",
        "modalites",
        "encadrement",
        "pedagogique",
        "professionnel",
        "technicien",
        "technicienne",
        "assistant",
        "assistante",
        "cadre",
        "formateur",
        "formatrice",
        "secretaire",
        "comptable",
        "infirmier",
        "infirmiere",
        "adjoint",
        "adjointe",
        "coordinateur",
        "coordinatrice",
        "administrateur",
        "administratrice",
        "architecte",
        "medecin",
        "pharmacien",
        "developpeur",
        "consultant",
        "consultante",
        "maire",
        "proviseur",
        "proviseure",
        "doyen",
        "doyenne",
        "delegue",
        "deleguee",
        "sans",
        "objet",
        "neant",
        "aucun",
        "non",
        "oui",
        "membre",
        "equipe",
        "agent",
        "vu",
        "animateur",
        "animatrice",
        "educateur",
        "educatrice",
        "eleve",
        "apprenant",
        "apprenante",
        "his",
        "her",
        "its",
        "tuteur·rice",
        "laboratoire",
        "unite",
        "bureau",
        "siege",
        "ville",
        "commune",
        "classe",
        "section",
        "bts",
        "but",
        "licence",
        "master",
        "bac",
        "baccalaureat",
        "diplome",
        "formation",
        "monsieur",
        "madame",
        "visa",
        "effectif",
        "siret",
        "lp",
        "lpo",
        "lep",
        "lgt",
        "legta",
        "sarl",
        "sas",
        "eurl",
        "campus",
        "groupe",
        "association",
        "college",
        "academie",
    ]
)
CUT = re.compile(
    r"\s[-–—]\s|[,;:()|/•…\[\]]|\d|\s{3,}|\s(?:tel|mail|email|mel|courriel|fonction|né|née)\b", re.IGNORECASE
)


def person(printed: str) -> str | None:
    """Return the name at the beginning of a value, without title; None when it is no name.

    Args:
        printed: what follows a label such as « Tuteur : », as printed.

    Returns:
        The name on one line, « Camille LE GOFF ».
    """
    value = printed.strip(" .…_-–:\t\n*")
    value = re.sub(r"[.…_]{3,}", "…", value)
    value = re.sub(rf"^{TITLE}", "", value).strip()
    head = CUT.split(value, maxsplit=1)[0].strip(" .'’\"«»")
    words = [word for word in head.split() if word]
    kept: list[str] = []
    for word in words:
        plain = fold(word).strip(".'")
        if (
            plain in NOT_A_NAME
            and plain not in {"de", "du", "des", "la", "le", "les", "maire", "paris", "mai", "juin"}
        ) or len(kept) == 6:
            break
        if not (
            word[0].isupper()
            or re.match(r"[dl]['’][A-ZÀ-ÖØ-Þ]", word)
            or plain in {"de", "du", "des", "la", "le", "d", "van", "von", "der", "el", "ben", "da", "dos"}
        ):
            break
        kept.append(word)
    while kept and fold(kept[-1]) in {"de", "du", "des", "la", "le", "les"}:
        kept.pop()
    name = " ".join(kept)
    letters = sum(character.isalpha() for character in name)
    return name if letters >= 2 and kept[0][0].isalpha() and not only_articles(kept) else None


def only_articles(words: list[str]) -> bool:
    """Tell whether nothing in these words can be a name."""
    return all(fold(word) in NOT_A_NAME or len(word) == 1 for word in words)
