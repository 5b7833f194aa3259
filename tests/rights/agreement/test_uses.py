import pytest

from tests.rights.agreement.builder import reported

FORBIDDEN = [
    ("permanent_post", "Tu occupes le poste de dessinatrice de l’agence, celui qui existe toute l’année."),
    ("seasonal", "La stagiaire tiendra la billetterie, comme le font d’habitude nos saisonniers."),
    (
        "replacement",
        "Activités confiées : remplacer Mme Dupuis, secrétaire, pendant son congé de maternité ; classement",
    ),
    (
        "replacement",
        "Activités confiées : assurer l’intérim du responsable qualité, en arrêt de travail "
        "jusqu’en juin ; essais",
    ),
    (
        "replacement",
        "Activités confiées : prendre en charge le secteur de M. Roux en remplacement de "
        "celui-ci, absent pour maladie",
    ),
    (
        "replacement",
        "Activités confiées : suppléer l’assistante partie en congé parental ; accueil ; courrier",
    ),
    (
        "replacement",
        "Activités confiées : tenir le poste du technicien en arrêt maladie, le temps de son "
        "absence ; essais",
    ),
    ("replacement", "Tasks: covering for an employee on maternity leave; bench tests; reporting"),
    ("replacement", "Activités confiées : essais ; accueil du public jusqu’au retour de l’agente titulaire"),
    ("replacement", "Tasks: maternity cover for the lab assistant; bench tests"),
    ("activity_increase", "Activités confiées : résorber le stock de dossiers en retard ; essais ; dessin"),
    ("permanent_post", "Activités confiées : tenir la caisse comme les salariés ; essais ; dessin"),
    ("replacement", "Tasks: stand in for Mr Hall, who is on sick leave; bench tests"),
    (
        "replacement",
        "Le stagiaire reprendra les dossiers de Mme Vidal pendant son congé de maternité ; "
        "essais ; rapports.",
    ),
    (
        "seasonal",
        "Activités confiées : renfort saisonnier de l’équipe d’accueil du 1er juillet au 31 août ; caisse",
    ),
    ("seasonal", "Activités confiées : occuper un emploi saisonnier de serveur sur la terrasse ; plonge"),
    (
        "seasonal",
        "Activités confiées : participer aux vendanges au sein de l’équipe de saisonniers ; tri du raisin",
    ),
    ("seasonal", "Tasks: seasonal job at the reception desk during the summer; cash desk"),
    (
        "activity_increase",
        "Activités confiées : renforcer l’équipe pour faire face au surcroît de commandes de fin "
        "d’année ; emballage",
    ),
    (
        "activity_increase",
        "Activités confiées : absorber le pic d’activité lié au déménagement ; saisie ; classement",
    ),
    (
        "activity_increase",
        "Activités confiées : aider l’atelier en raison d’un accroissement temporaire d’activité ; montage",
    ),
    ("activity_increase", "Tasks: help the team cope with a temporary increase in orders; packing"),
    (
        "permanent_post",
        "Activités confiées : occuper le poste vacant de technicien de maintenance ; dépannages",
    ),
    (
        "permanent_post",
        "Activités confiées : tenir le standard tous les jours, poste permanent de l’accueil ; courrier",
    ),
    (
        "permanent_post",
        "Activités confiées : assurer la gestion du magasin dans l’attente du recrutement d’un "
        "salarié ; caisse",
    ),
    ("permanent_post", "Tasks: fill the vacant position of lab technician; sample preparation"),
    (
        "permanent_post",
        "Activités confiées : produire les bulletins de paie au même titre que les salariés du "
        "service ; archivage",
    ),
]
LAWFUL = [
    "Activités confiées : étude du remplacement d’une chaudière ; dessin de pièces ; essais et compte rendu.",
    "Activités confiées : remplacement des anciens postes informatiques ; dessin de pièces ; essais.",
    "Activités confiées : analyse de la hausse de la fréquentation ; dessin de pièces ; essais.",
    "Activités confiées : bilan de la saison estivale ; dessin de pièces ; essais et compte rendu.",
    "Activités confiées : cuisine de produits de saison ; dessin de pièces ; essais et compte rendu.",
    "Activités confiées : aménagement d’un poste de travail ergonomique ; dessin de pièces ; essais.",
    "Activités confiées : observation au poste de pilotage, aux côtés d’un salarié ; dessin de "
    "pièces ; essais.",
    "Activités confiées : décrire le travail des saisonniers du domaine voisin ; dessin de pièces ; essais.",
    "Activités confiées : analyse des offres d’emploi saisonnier ; dessin de pièces ; essais.",
    "Activités confiées : étude de la gestion des absences du personnel ; dessin de pièces ; essais.",
    "Tasks: study of a replacement part; design of mechanical parts; bench tests; reporting",
]
PROHIBITIONS = [
    "Le stage ne peut avoir pour objet de remplacer un salarié absent ni d’occuper un emploi saisonnier.",
    "Aucune convention ne peut être conclue pour faire face à un accroissement temporaire de l’activité.",
    "Le stagiaire n’occupe en aucun cas un poste permanent et ne remplace personne.",
    "L’organisme s’interdit de confier au stagiaire un poste vacant, même pendant l’absence d’un salarié.",
    "The internship may not be used to replace an absent employee or to fill a permanent position.",
    "Il est rappelé que le stage exclut tout emploi saisonnier ou tout renfort lié à un surcroît d’activité.",
    "En cas d’absence du tuteur, celui-ci est remplacé par M. Noël Perrin.",
    "Sont exclus le remplacement d’un salarié, l’emploi saisonnier, le renfort et la tenue d’un "
    "poste permanent.",
    "Under article L. 124-7, no internship may be used to replace an employee or to fill a seasonal job.",
    "L’entreprise emploie 40 personnes et recrute chaque été des vendangeurs saisonniers.",
    "La médiatrice, en congé de maternité, est remplacée par une salariée en contrat à durée déterminée.",
]
DANGERS = [
    "Elle aidera aussi les agents à retirer les plaques amiantées du hangar.",
    "Activités confiées : dépose de plaques d’amiante sans protection ; dessin de pièces",
    "Activités confiées : travaux sur toiture sans harnais ; dessin de pièces",
    "Activités confiées : interventions seul sur des armoires sous tension ; dessin de pièces",
    "Activités confiées : manipulation d’acide fluorhydrique sans formation ; dessin de pièces",
    "Activités confiées : conduite d’un chariot élévateur sans autorisation ; dessin de pièces",
    "Activités confiées : conduite seul du tracteur et de l’épandeur ; dessin de pièces",
    "Tasks: work alone at height on scaffolding; design of parts",
]
SAFE = [
    "Activités confiées : câblage hors tension ; dessin de pièces ; essais et compte rendu.",
    "Activités confiées : observation d’un chantier de désamiantage, sans y participer ; dessin "
    "de pièces ; essais.",
    "Activités confiées : mesures laser après formation à la sécurité, sous la surveillance du "
    "tuteur ; dessin ; essais.",
    "Activités confiées : étude documentaire sur les produits phytosanitaires ; dessin de pièces ; essais.",
    "Activités confiées : recenser les produits CMR de l’atelier, sans les manipuler ; dessin de "
    "pièces ; essais.",
    "Activités confiées : dessin de pièces ; essais ; l’élève ne travaille jamais seul en hauteur.",
    "Activités confiées : aucune manipulation de produits cancérogènes ; dessin de pièces ; "
    "essais et compte rendu.",
]


@pytest.mark.parametrize(("use", "missions"), FORBIDDEN)
def test_a_forbidden_purpose_is_recognised(use: str, missions: str) -> None:
    assert f"forbidden_mission:{use}" in reported(missions=missions)


@pytest.mark.parametrize("missions", LAWFUL)
def test_the_same_words_about_things_are_no_forbidden_purpose(missions: str) -> None:
    assert reported(missions=missions) == set()


@pytest.mark.parametrize("clause", PROHIBITIONS)
def test_a_prohibition_is_no_forbidden_purpose(clause: str) -> None:
    assert reported(rules=f"Le stagiaire respecte le règlement intérieur.\n{clause}") == set()


@pytest.mark.parametrize("missions", DANGERS)
def test_a_dangerous_task_is_recognised(missions: str) -> None:
    assert "dangerous_tasks" in reported(missions=missions)


@pytest.mark.parametrize("missions", SAFE)
def test_a_guarded_task_is_not_dangerous(missions: str) -> None:
    assert reported(missions=missions) == set()
