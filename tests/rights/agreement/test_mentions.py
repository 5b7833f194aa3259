import pytest

from tests.rights.agreement.builder import CLAUSES, audited, reported
from tremplin.rights.agreement.values import Level

PARTS = {
    "training": "1a_intitule_formation",
    "volume": "1b_volume_horaire",
    "skills": "3_competences",
    "missions": "4_activites",
    "dates": "5a_dates",
    "total": "5b_duree_totale",
    "weekly": "6_duree_hebdo",
    "supervision": "7_encadrement",
    "pay": "8a_gratification_montant",
    "payment": "8b_gratification_versement",
    "protection": "9a_protection_sociale",
    "liability": "9b_responsabilite_civile",
    "absences": "10_absences",
    "ending": "11_suspension_resiliation",
    "interruption": "12_validation_interruption",
    "benefits": "13_avantages",
    "rules": "14_reglement_interieur",
    "certificate": "15_attestation",
}
VARIANTS = [
    ("training", "Intitulé du diplôme préparé : BTS Maintenance des systèmes, 2e année"),
    ("training", "L’étudiante est inscrite en troisième année de licence de physique."),
    ("training", "Cursus\nLicence professionnelle Métiers du bois"),
    ("training", "Degree programme: MSc in Mechanical Engineering"),
    ("training", "Classe : Terminale bac pro Maintenance des véhicules"),
    ("training", "NOM DE LA FORMATION : ......BUT GENIE CIVIL......"),
    ("volume", "Nombre d’heures de cours : 510"),
    ("volume", "La formation comporte 480 heures d’enseignement par an."),
    ("volume", "Volume pédagogique annuel : 600 h"),
    ("volume", "Teaching hours per year: 390"),
    ("volume", "Heures d’enseignement dispensées dans l’année : cinq cents heures"),
    ("referent", "Professeur chargé du suivi : Paul GARNIER"),
    ("referent", "Le stage est suivi par Mme Irène Vasseur, enseignante référente."),
    ("referent", "Tuteur pédagogique : M. Paul Garnier"),
    ("referent", "Academic supervisor: Dr Paul GARNIER"),
    ("referent", "L’enseignante référente est Mme Irène Vasseur."),
    ("referent", "Responsable pédagogique : GARNIER Paul"),
    ("tutor", "Maître de stage : Lina ROCHE"),
    ("tutor", "L’entreprise désigne comme tutrice Mme Lina Roche, ingénieure."),
    ("tutor", "Mme Lina Roche, ingénieure, est désignée tutrice du stagiaire."),
    ("tutor", "Company supervisor: Ms Lina Roche"),
    ("tutor", "Encadrant professionnel : ROCHE Lina"),
    ("tutor", "Nom et prénom du tuteur ou de la tutrice : ROCHE Lina"),
    (
        "skills",
        "À l’issue du stage, l’étudiant saura conduire un essai mécanique et en rédiger le compte rendu.",
    ),
    (
        "skills",
        "Le stage doit permettre d’acquérir les compétences suivantes : dessin industriel, "
        "essais, rédaction.",
    ),
    ("skills", "Objectifs pédagogiques : maîtriser un banc d’essai et analyser des mesures"),
    ("skills", "Learning outcomes: design a mechanical part; run tests; write a report"),
    ("skills", "Compétences visées\n- dessiner une pièce\n- conduire des essais"),
    ("skills", "Savoir-faire à développer : lecture de plans, métrologie"),
    ("missions", "La stagiaire sera chargée de dessiner des pièces et de conduire des essais."),
    ("missions", "Les missions confiées au stagiaire sont les suivantes : étude, dessin, essais."),
    ("missions", "Tasks: design of mechanical parts; bench tests; reporting"),
    ("missions", "Descriptif des tâches : dessin de pièces, essais, rédaction d’un rapport technique"),
    ("missions", "Elle participera à l’étude d’un banc d’essai et dessinera des pièces."),
    ("missions", "Programme du stage : étude du banc, dessin de pièces, essais"),
    ("missions", "The intern will be responsible for designing parts and running tests."),
    ("dates", "Période : du lundi 2 mars au vendredi 28 août 2026"),
    ("dates", "Date de début : 02/03/2026\nDate de fin : 28/08/2026"),
    ("dates", "Début 02.03.26 – Fin 28.08.26"),
    ("dates", "The internship runs from March 2nd, 2026 to August 28th, 2026."),
    ("dates", "Le stage commence le 2 mars 2026 et se termine le 28 août 2026."),
    ("dates", "Stage du 2026-03-02 au 2026-08-28"),
    ("total", "Soit un total de 868 h."),
    ("total", "Correspondant à 868 heures de présence effective"),
    ("total", "Nombre total d’heures : 868"),
    ("total", "Durée du stage : 124 jours"),
    ("total", "Total duration: 868 hours"),
    ("total", "Durée : 26 semaines"),
    ("weekly", "La présence est de trente-cinq heures par semaine."),
    ("weekly", "Temps de travail : 35 h / semaine"),
    ("weekly", "Weekly hours: 35"),
    ("weekly", "Le stagiaire est présent 7 heures par jour, 5 jours par semaine."),
    ("weekly", "Horaire hebdomadaire : 35h00"),
    (
        "supervision",
        "Le tuteur reçoit le stagiaire chaque semaine ; l’enseignant référent l’appelle deux fois.",
    ),
    ("supervision", "Modalités d’encadrement : visite sur site à mi-parcours"),
    (
        "supervision",
        "Follow-up: an on-site visit by the academic supervisor and a weekly meeting with the tutor",
    ),
    (
        "supervision",
        "L’étudiant est suivi par son enseignant référent, qui prend contact avec le tuteur à "
        "trois reprises.",
    ),
    ("supervision", "Accompagnement\nUn bilan tripartite est organisé à mi-stage."),
    ("pay", "Montant de la gratification : 4,50 €/h"),
    ("pay", "Le stagiaire perçoit une gratification mensuelle de 700 euros."),
    ("pay", "Gratification : 15 % du plafond horaire de la sécurité sociale"),
    ("pay", "The intern receives an allowance of €4.50 per hour."),
    ("pay", "Indemnité de stage : 3 906 € au total"),
    ("pay", "Une gratification de quatre euros et cinquante centimes par heure est versée au stagiaire."),
    ("payment", "Modalités de versement : virement le 30 de chaque mois"),
    ("payment", "Payment: monthly, by bank transfer"),
    ("payment", "La gratification est payée à la fin de chaque mois."),
    ("payment", "Périodicité : mensuelle"),
    ("payment", "Le règlement de la gratification intervient à terme échu, tous les mois."),
    (
        "protection",
        "Accident du travail : l’étudiant relève de l’article L. 412-8 du code de la sécurité sociale.",
    ),
    ("protection", "Régime de protection sociale : l’étudiant reste affilié au régime général."),
    (
        "protection",
        "The intern remains covered by student social security and is protected against accidents at work.",
    ),
    ("protection", "En cas d’accident survenu au travail, l’entreprise fait la déclaration à la CPAM."),
    ("liability", "Assurance RC : contrat MAIF n° 12345"),
    ("liability", "The intern holds civil liability insurance."),
    ("liability", "Responsabilité civile : MATMUT 998 877"),
    ("absences", "Des autorisations d’absence sont accordées pour les examens."),
    ("absences", "L’étudiant est libéré pour les cours et les jurys."),
    ("absences", "Absences autorisées : examens, soutenances, convocation médicale"),
    ("absences", "The intern may be absent to sit examinations."),
    ("absences", "Le stagiaire est autorisé à revenir dans son école pour y suivre des cours."),
    ("ending", "Chaque partie peut mettre fin au stage, après en avoir informé les deux autres."),
    ("ending", "Rupture : préavis de sept jours, par lettre motivée."),
    ("ending", "This agreement may be suspended or terminated in writing."),
    ("ending", "Les parties peuvent d’un commun accord suspendre le stage ou y mettre un terme."),
    ("interruption", "En cas d’interruption, l’école valide la période accomplie."),
    ("interruption", "Lorsque le stage est écourté, un report de la fin est possible."),
    (
        "interruption",
        "If the internship is interrupted, the university validates it or offers an alternative.",
    ),
    (
        "interruption",
        "Toute interruption est signalée à l’école. Une modalité de validation est alors mise en place.",
    ),
    ("benefits", "Avantages offerts : néant"),
    ("benefits", "Le stagiaire a accès à la cantine au tarif des salariés."),
    ("benefits", "Benefits: meal vouchers and travel pass"),
    ("benefits", "Tickets-restaurant et prise en charge de la moitié du titre de transport."),
    ("benefits", "Aucun avantage particulier n’est accordé."),
    ("rules", "L’étudiant se conforme aux règles en vigueur dans l’entreprise."),
    ("rules", "The intern complies with the host’s internal rules."),
    ("rules", "L’organisme n’a pas de règlement intérieur."),
    ("certificate", "Une attestation est délivrée en fin de stage, avec la durée et la gratification."),
    ("certificate", "The host issues an internship certificate at the end."),
    ("certificate", "Attestation de stage : remise le dernier jour"),
]


def test_a_complete_agreement_is_not_reported() -> None:
    assert reported() == set()


@pytest.mark.parametrize(("clause", "identifier"), PARTS.items())
def test_a_removed_clause_is_reported_as_missing(clause: str, identifier: str) -> None:
    assert f"missing_mention:{identifier}" in reported(**{clause: None})


@pytest.mark.parametrize(
    ("clause", "name", "identifier"),
    [
        ("referent", "name_referent", "2a_enseignant_referent"),
        ("tutor", "name_tutor", "2b_tuteur"),
    ],
)
def test_a_person_left_unnamed_is_reported(clause: str, name: str, identifier: str) -> None:
    changes = {clause: None, name: None, "supervision": "Suivi : une visite et un point hebdomadaire."}

    assert f"missing_mention:{identifier}" in reported(**changes)


@pytest.mark.parametrize(("clause", "words"), VARIANTS)
def test_other_words_state_the_same_clause(clause: str, words: str) -> None:
    assert reported(**{clause: words}) == set()


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("skills", "Compétences à acquérir : ………………………………"),
        ("missions", "Activités confiées : ________________"),
        ("benefits", "Avantages : ☐ restaurant ☐ transport ☐ autre"),
        ("liability", "Responsabilité civile : n° de contrat ....................."),
        ("total", "Durée totale : ……… heures, soit ……… jours"),
        ("training", "Formation suivie : à compléter"),
        ("payment", "Modalités de versement : …………………"),
    ],
)
def test_a_field_left_blank_is_reported_as_missing(clause: str, words: str) -> None:
    assert f"missing_mention:{PARTS[clause]}" in reported(**{clause: words})


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("pay", "Lorsque la durée du stage est supérieure à deux mois, une gratification est obligatoire."),
        ("pay", "Le montant horaire de la gratification ne peut être inférieur à 15 % du plafond "
                "horaire de la sécurité sociale."),
        ("skills", "Le stagiaire acquiert des compétences professionnelles et met en œuvre les "
                   "acquis de sa formation."),
        ("missions", "Le stagiaire se voit confier une ou des missions conformes au projet pédagogique."),
        ("ending", "En cas de résiliation, le montant de la gratification due est proratisé."),
        ("benefits", "La gratification est due sans préjudice des avantages offerts, le cas "
                     "échéant, pour la restauration et le transport."),
        ("certificate", "Le stagiaire fournit une attestation d’assurance."),
        ("rules", "Toute sanction disciplinaire est décidée par l’établissement."),
    ],
)  # fmt: skip
def test_recalling_the_law_does_not_state_the_clause(clause: str, words: str) -> None:
    assert f"missing_mention:{PARTS[clause]}" in reported(**{clause: words})


def test_a_gap_year_needs_no_curriculum() -> None:
    found = reported(title="CONVENTION DE STAGE DE CÉSURE", training=None, volume=None)

    assert found == set()


def test_a_missing_mention_says_what_was_searched_and_what_to_ask() -> None:
    finding = next(one for one in audited(ending=None).reported)

    assert finding.searched
    assert finding.ask.endswith("?")
    assert "D. 124-4" in str(finding.sources[0])
    assert finding.level is Level.TO_CLARIFY


def test_a_present_mention_is_compliant_with_its_words_and_page() -> None:
    found = {one.id: one for one in audited().at(Level.COMPLIANT)}

    assert (
        found["mention:14_reglement_interieur"].quote
        == "Le stagiaire respecte le règlement intérieur de l’entreprise."
    )
    assert found["mention:14_reglement_interieur"].page == 1


SPOKEN = [
    ("absences", "L’IUT peut rappeler l’apprenant pour ses partiels ; il en avertit l’atelier."),
    ("absences", "Le lycée convoque l’élève pour les épreuves : il quitte alors le garage sans formalité."),
    ("absences", "Leave of absence is granted for sittings and resits."),
    ("ending", "Une partie qui veut se retirer le fait savoir par courrier recommandé."),
    ("ending", "The placement may be cancelled by either party with two weeks’ notice."),
    (
        "interruption",
        "Un stage écourté par la maladie donne lieu à un travail complémentaire noté par le jury.",
    ),
    ("benefits", "À midi, l’étudiante déjeune avec l’équipe, aux frais de la librairie."),
    ("benefits", "Le CSE ouvre ses activités au stagiaire."),
    ("benefits", "Half of the commuting pass is refunded."),
    ("rules", "Les usages de l’atelier et la charte informatique s’imposent à l’étudiante."),
    ("rules", "The student abides by the house rules on safety and clothing."),
    ("certificate", "Un justificatif de stage indiquant le temps accompli est préparé par la mairie."),
    ("supervision", "Un rendez-vous de mi-parcours réunit l’école et la structure."),
    ("supervision", "Follow-up: a call each fortnight, one visit on site."),
    ("protection", "L’étudiante garde sa couverture maladie ; un accident est déclaré à la CPAM."),
    ("liability", "Police étudiante MAE n° 22 140 jointe."),
    ("liability", "The student is insured against damage to third parties."),
    ("skills", "Le stage lui fera acquérir la maîtrise du dessin technique et des essais."),
    ("skills", "Acquis visés : dessiner, mesurer, rédiger."),
    ("leave", "Vacances : une semaine en août, à convenir."),
]


@pytest.mark.parametrize(("clause", "words"), SPOKEN)
def test_a_matter_spoken_of_in_unforeseen_words_is_never_called_missing(clause: str, words: str) -> None:
    assert reported(**{clause: words}) == set()


def test_a_matter_spoken_of_but_not_understood_is_shown_to_read_again() -> None:
    finding = next(
        one
        for one in audited(rules="Les usages de l’atelier s’imposent à l’étudiante.").at(Level.TO_CHECK)
        if one.id == "missing_mention:14_reglement_interieur"
    )

    assert finding.title == "À relire : règlement intérieur"
    assert finding.quote == "Les usages de l’atelier s’imposent à l’étudiante."


ASIDE = [
    ("absences", "Toute absence injustifiée est signalée à l’université."),
    ("absences", "En l’absence du tuteur, le chef de service accueille le stagiaire."),
    ("protection", "Le plafond horaire de la sécurité sociale est publié chaque année."),
    ("liability", "Le stagiaire conserve son assurance maladie."),
    ("certificate", "Le stagiaire a remis une attestation d’inscription et un certificat médical."),
    ("benefits", "Les frais de mission sont remboursés sur justificatif."),
    ("rules", "Le règlement des litiges est recherché à l’amiable."),
    ("supervision", "L’enseignant référent chargé du suivi est prévenu de tout accident."),
    ("ending", "Le contrat du salarié suspendu reste sans effet sur le stage."),
    ("skills", "Si le stage est écourté, un jury procède à la validation des acquis de la période."),
]


@pytest.mark.parametrize(("clause", "words"), ASIDE)
def test_the_same_words_about_something_else_do_not_hide_what_is_missing(clause: str, words: str) -> None:
    assert f"missing_mention:{PARTS[clause]}" in reported(**{clause: words})


def test_an_annex_after_the_signatures_is_read() -> None:
    moved = "\n".join(["ANNEXE – FICHE DE MISSION", CLAUSES["missions"], CLAUSES["skills"]])

    assert reported(missions=None, skills=None, annex=moved) == set()


EVIDENCE = [
    ("missions", "Pour quoi faire ?\nLa stagiaire jauge les cours d’eau, trie les relevés et cartographie."),
    ("missions", "Au fil des semaines, l’apprenant soude des châssis puis étalonne les capteurs."),
    ("missions", "Le projet\nRelevés de façades, maquettes en carton, tirages grand format"),
    ("missions", "You draft storyboards, edit rushes and caption short films."),
    ("weekly", "La durée hebdomadaire maximale de présence du stagiaire sera de 35 heures."),
    ("weekly", "Le stagiaire est là 7 heures par jour, du lundi au vendredi."),
    ("dates", "Quand ?\nDu 2 mars 2026 au 28 août 2026"),
    ("total", "Cela fait vingt-quatre semaines de stage, soit 840 heures."),
    ("payment", "Elle est mandatée à terme échu, fin de mois, au vu de l’état de présence."),
    ("certificate", "Attestation :\nConformément à l’article D. 124-9, elle est délivrée en fin de stage."),
    ("referent", "L’étudiante sera suivie par Mme Irène Vasseur, professeure, sa référente."),
    ("missions", "IV. – Missions confiées. Relevés de façades, croquis cotés, maquette au 1/50."),
    ("missions", "B2. Travaux. Tri de plans anciens puis cotation de trois corps de bâtiment."),
    ("ending", "12. Arrêter ou suspendre la convention : comment ? : par lettre, après une réunion"),
    ("weekly", "Présence hebdomadaire\n14 h, les mardis et jeudis"),
]


@pytest.mark.parametrize(("clause", "words"), EVIDENCE)
def test_evidence_of_a_mention_is_enough_not_to_call_it_missing(clause: str, words: str) -> None:
    mention = PARTS.get(clause, "2a_enseignant_referent")
    assert f"missing_mention:{mention}" not in reported(**{clause: words})


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "missions",
            "Le stagiaire respecte le règlement, bénéficie d’un tuteur et remet un rapport de stage.",
        ),
        ("missions", "Le projet\nÀ définir"),
        ("weekly", "La durée de travail des mineurs ne peut excéder 35 heures par semaine."),
        ("total", "Un même organisme ne peut accueillir un stagiaire plus de 924 heures par année."),
        ("dates", "Né le 3 novembre 2005"),
    ],
)
def test_what_every_agreement_says_is_no_evidence_of_a_mention(clause: str, words: str) -> None:
    assert f"missing_mention:{PARTS[clause]}" in reported(**{clause: words})
