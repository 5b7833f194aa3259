"""Rich and bare examples of every document, for the example student of the design."""

from datetime import date
from decimal import Decimal

from tremplin.documents.audit_report import AuditReport, CompliantPoint, ReportedFinding
from tremplin.documents.gratification_statement import GratificationStatement, PaidMonth, Reading
from tremplin.documents.letter import Account, AccountLine, Letter, Listing
from tremplin.documents.negotiation_sheet import NegotiationSheet, Topic
from tremplin.documents.paper import Cited, Fact, Figure, Marked

SUBJECT = "Stage d’Inès Marchetti chez Cargolière"
ON = date(2026, 1, 8)
PAY = ("Code de l’éducation, art. L. 124-6", "Code de l’éducation, art. D. 124-8")
LEAVE = ("Code de l’éducation, art. L. 124-13",)

BELOW_MINIMUM = ReportedFinding(
    level="à corriger",
    title="La gratification est sous le minimum",
    law="Pour une convention signée en 2026, le minimum est de 4,50 € par heure.",
    quote="La gratification est fixée à 4,35 € par heure de présence.",
    place="page 2, article 6",
    citations=PAY,
    stake=Marked("Sur 735 heures, il vous manque 110,25 €.", "110,25 €"),
    ask="L’article 6 reprend le taux de 2025. Pouvez-vous le porter à 4,50 € par heure ?",
)
NO_LEAVE = ReportedFinding(
    level="à corriger",
    title="Aucun congé n’est prévu",
    law="Au-delà de deux mois, la convention doit prévoir la possibilité de congés.",
    absence="Rien dans les 4 pages. Mots cherchés : congé, absence.",
    place="mention absente",
    citations=LEAVE,
    ask="Pouvez-vous ajouter un article sur les congés ?",
)
TO_CHECK = ReportedFinding(
    level="à vérifier",
    title="Délai entre deux stages sur le même poste",
    law="Le délai dépend de la durée du stage précédent.",
    place="hors convention",
    doubts=("Le texte seul ne suffit pas à trancher.",),
)
UNNAMED_TUTOR = ReportedFinding(
    level="à préciser", title="Le nom du tuteur manque", quote="Le responsable", place="page 1"
)

REPORT = AuditReport(
    subject=SUBJECT,
    version="version 1, 4 pages",
    verdict="Deux points contraires à la loi, un à préciser",
    summary="Texte comparé au Code de l’éducation en vigueur au 1er janvier 2026.",
    facts=(
        Fact("Dates", "du 2 février au 3 juillet 2026", "page 1"),
        Fact("Présence", "735 h, 35 h par semaine", "page 1"),
        Fact("Gratification", "4,35 € par heure", "page 2"),
        Fact("Organisme d’accueil", "Cargolière", "saisi par vous"),
    ),
    findings=(BELOW_MINIMUM, NO_LEAVE, UNNAMED_TUTOR, TO_CHECK),
    compliant=(CompliantPoint("Durée", "5 mois"), CompliantPoint("Temps de présence", "35 h par semaine")),
    unreadable=("La page 3 est une image que la lecture n’a pas déchiffrée.",),
    request="Un avenant sur les articles 3 et 6, avant le 2 février.",
    disclaimer="Relevé automatique, à faire relire par l’école. Il ne remplace pas un avis juridique.",
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_REPORT = AuditReport(subject="", verdict="Rien à relever", disclaimer="", produced_on=ON)

SHEET = NegotiationSheet(
    subject=SUBJECT,
    title="Le minimum est acquis, trois points se demandent",
    summary="735 heures du 2 février au 3 juillet 2026.",
    figures=(
        Figure("4,50 €", "par heure : le minimum en 2026."),
        Figure("4,35 €", "par heure : ce que dit votre convention."),
        Figure("110,25 €", "de moins sur 735 heures.", proof=True),
    ),
    topics=(
        Topic("Taux horaire", "Au moins 4,50 € par heure.", "6,00 € par heure.", PAY, "+ 1 102,50 €"),
        Topic("Congés", "Possibilité de congés au-delà de deux mois.", "Deux jours par mois.", LEAVE),
        Topic("Télétravail", "Rien dans les textes vérifiés.", "Un jour par semaine."),
    ),
    sentences=(
        Cited("Pouvez-vous porter le taux à 4,50 € par heure ?", PAY),
        Cited("Pouvons-nous prévoir deux jours d’absence par mois ?", LEAVE),
        Cited("Un jour de télétravail par semaine vous conviendrait-il ?"),
    ),
    note="Une convention de branche peut prévoir plus.",
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_SHEET = NegotiationSheet(subject="", title="Rien à demander", produced_on=ON)

FEBRUARY = PaidMonth(
    label="Février 2026",
    days=20,
    hours=Decimal(140),
    real=Decimal(630),
    smoothed=Decimal("661.50"),
    paid=Decimal(609),
    due=Decimal(21),
    state="versé",
)
MARCH = PaidMonth("Mars 2026", 22, Decimal(154), Decimal(693), Decimal("661.50"))
STATEMENT = GratificationStatement(
    subject=SUBJECT,
    title="Au moins 1 323,00 € sur deux mois",
    summary="294 heures de présence à 4,50 €.",
    assumptions=(Fact("Dates", "du 2 février au 31 mars 2026", "page 1"), Fact("Absences", "aucune")),
    months=(FEBRUARY, MARCH),
    total=PaidMonth("Total", 42, Decimal(294), Decimal(1323), Decimal(1323), Decimal(609), Decimal(21)),
    table_note="Au réel : heures du mois. Lissé : même total réparti.",
    figures=(Figure("21,00 €", "restent dus.", proof=True),),
    milestones=(Fact("2 avril 2026", "309e heure : la gratification est due.", PAY[0]),),
    readings=(
        Reading("Taux du jour de signature", "Un seul taux.", Decimal(1323), PAY, kept=True),
        Reading("Taux de chaque année", "Un taux par année.", Decimal("1344.50")),
    ),
    difference="La différence est de 21,50 €.",
    doubts=(Cited("Les textes ne disent pas quel plafond s’applique.", PAY),),
    sources=(PAY[1], "Plafond horaire de la Sécurité sociale : 30 € en 2026"),
    disclaimer="Calcul fait sur cet ordinateur.",
    produced_on=ON,
    author="Inès Marchetti",
)
BARE_STATEMENT = GratificationStatement(subject="", title="Aucune gratification", produced_on=ON)

LETTER = Letter(
    sender=("Inès Marchetti", "12 rue des Tanneurs", "49000 Angers"),
    recipient=("Cargolière", "À l’attention de Samia Kaddour", "49100 Angers"),
    subject="Complément de gratification, février 2026",
    salutation="Madame,",
    body=(
        "Je suis stagiaire dans votre entreprise depuis le 2 février 2026.",
        Account(
            lines=(AccountLine("Février 2026", Decimal(630), Decimal(609), Decimal(21)),),
            total=AccountLine("Total", Decimal(630), Decimal(609), Decimal(21)),
        ),
        "Deux points restent à corriger.",
        Listing(("le taux horaire", "la date du versement")),
    ),
    closing="Je vous prie d’agréer, Madame, mes salutations distinguées.",
    place="Angers",
    delivery="Remise en main propre",
    enclosures=("Convention de stage signée", "Relevé de gratification"),
    produced_on=date(2026, 4, 2),
)
BARE_LETTER = Letter(sender=(), recipient=(), subject="", salutation="", body=(), closing="", produced_on=ON)

RICH = (REPORT, SHEET, STATEMENT, LETTER)
BARE = (BARE_REPORT, BARE_SHEET, BARE_STATEMENT, BARE_LETTER)
