"""A complete, lawful agreement made of clauses, each of which a test may replace or remove."""

from datetime import date

from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.pages import Document, Line, Page
from tremplin.rights.agreement.values import Audit

CLAUSES = {
    "title": "CONVENTION DE STAGE",
    "school": "Établissement d’enseignement : Université de Vaudremer",
    "school_address": "Adresse : 4 rue des Tilleuls, 21000 Dijon",
    "host": "Organisme d’accueil : Ateliers Morvandiaux SARL",
    "host_address": "Adresse du stage : 12 rue du Port, 71400 Autun",
    "student": "Stagiaire : Nora BELLANGER",
    "birth": "Née le : 12/04/2003",
    "training": "Formation suivie : Master 1 Génie mécanique",
    "volume": "Volume horaire d’enseignement : 420 heures par an",
    "referent": "Enseignant référent : Paul GARNIER",
    "tutor": "Tuteur dans l’organisme : Lina ROCHE, ingénieure",
    "dates": "Le stage se déroule du 2 mars 2026 au 28 août 2026.",
    "total": "Durée totale : 868 heures de présence effective.",
    "weekly": "Durée hebdomadaire de présence : 35 heures, du lundi au vendredi.",
    "special": "Présence la nuit, le dimanche ou un jour férié : aucune.",
    "missions": "Activités confiées : étude d’un banc d’essai ; dessin de pièces mécaniques ; essais et "
    "compte rendu.",
    "skills": "Compétences à acquérir : dessiner une pièce mécanique ; conduire des essais ; rédiger un "
    "compte rendu.",
    "supervision": "Suivi : une visite de l’enseignant référent en mai et un point hebdomadaire avec le "
    "tuteur.",
    "pay": "La gratification est fixée à 4,50 € par heure de présence effective.",
    "payment": "Elle est versée chaque mois par virement.",
    "benefits": "Avantages : restaurant d’entreprise et remboursement de 50 % de l’abonnement de transport.",
    "protection": "Le stagiaire conserve son régime de sécurité sociale et il est couvert pour les accidents "
    "du travail.",
    "liability": "Le stagiaire a souscrit une assurance de responsabilité civile.",
    "absences": "Le stagiaire peut s’absenter pour ses examens, sur convocation de l’école.",
    "leave": "Congés : deux jours par mois, en accord avec le tuteur.",
    "ending": "La convention peut être suspendue ou résiliée par écrit par chacune des parties.",
    "interruption": "Si le stage est interrompu pour maladie, l’université valide le stage ou propose une "
    "autre modalité.",
    "rules": "Le stagiaire respecte le règlement intérieur de l’entreprise.",
    "certificate": "À la fin, l’entreprise remet au stagiaire une attestation de stage.",
    "signed": "Fait à Dijon, le 12 janvier 2026",
    "sign_school": "Pour l’établissement d’enseignement",
    "name_school": "Anne MARTINET",
    "sign_host": "Pour l’organisme d’accueil",
    "name_host": "Hugo CHAUVIN",
    "sign_student": "Le stagiaire",
    "name_student": "Nora BELLANGER",
    "sign_referent": "L’enseignant référent",
    "name_referent": "Paul GARNIER",
    "sign_tutor": "Le tuteur",
    "name_tutor": "Lina ROCHE",
}


def document(**changes: str | None) -> Document:
    """Build the agreement with some clauses replaced; None removes one; lines split at line breaks."""
    clauses = CLAUSES | changes
    lines = [line for text in clauses.values() if text is not None for line in text.split("\n")]
    return from_lines(lines)


def from_lines(lines: list[str]) -> Document:
    """Build a one-page document from its lines."""
    return Document(
        name="convention.txt",
        kind="text",
        pages=(
            Page(number=1, lines=tuple(Line(text=line, block=index) for index, line in enumerate(lines))),
        ),
        page_count=1,
    )


def audited(**changes: str | None) -> Audit:
    """Audit the agreement with some clauses replaced or removed."""
    return audit(document(**changes), on=date(2026, 11, 24))


def reported(**changes: str | None) -> set[str]:
    """Return the ids reported for the agreement with some clauses replaced or removed."""
    return {finding.id for finding in audited(**changes).reported}
