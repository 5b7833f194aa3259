"""Who signs, studies, welcomes and follows, in wordings that no sample uses."""

import pytest

from tests.rights.agreement.builder import audited, reported

PARTIES = ("sign_school", "sign_host", "sign_student", "sign_referent", "sign_tutor")
NAMES = dict.fromkeys(("name_school", "name_host", "name_student", "name_referent", "name_tutor"))


@pytest.mark.parametrize(
    ("school", "host", "names"),
    [
        (
            "Entre l’Université de Vaudremer, sise 4 rue des Tilleuls, 21000 Dijon, représentée par sa "
            "présidente, ci-après « l’établissement »,",
            "et la société Ateliers du Morvan, 12 rue du Port, 71400 Autun, représentée par M. Hugo CHAUVIN, "
            "gérant, ci-après « l’entreprise »,",
            ("Université de Vaudremer", "Ateliers du Morvan"),
        ),
        (
            "This agreement is made between Vaudremer University, 4 rue des Tilleuls, 21000 Dijon, "
            "represented by Ms Anne MARTINET (the “School”),",
            "Morvan Workshops Ltd, 12 rue du Port, 71400 Autun, represented by Mr Hugo CHAUVIN (the “Host”),",
            ("Vaudremer University", "Morvan Workshops Ltd"),
        ),
        (
            "Établissement / School: Vaudremer Business School",
            "Organisme d’accueil / Host organisation: Morvan SAS",
            ("Vaudremer Business School", "Morvan SAS"),
        ),
        (
            "L’école, c’est l’École des arts de Vaudremer, représentée par sa directrice.",
            "La structure qui accueille, c’est l’association Le Port, au 12 rue du Port, 71400 Autun.",
            ("École des arts de Vaudremer", "Le Port"),
        ),
        (
            "L’ÉTABLISSEMENT D’ENSEIGNEMENT\nUniversité de Vaudremer\n4 rue des Tilleuls, 21000 Dijon",
            "L’ORGANISME D’ACCUEIL\nFondation du Port\n12 rue du Port, 71400 Autun",
            ("Université de Vaudremer", "Fondation du Port"),
        ),
        (
            "L’École des arts de Vaudremer convient de ce qui suit",
            "avec Hugo CHAUVIN, président de l’association Radio Morvan (12 rue du Port, 71400 Autun)",
            ("École des arts de Vaudremer", "Radio Morvan"),
        ),
    ],
)
def test_school_and_host_are_named(school: str, host: str, names: tuple[str, str]) -> None:
    facts = audited(school=school, school_address=None, host=host, host_address=None).facts

    assert names[0] in facts.value("school")
    assert names[1] in facts.value("company")


@pytest.mark.parametrize(
    "line",
    [
        "Université de Vaudremer\nCONVENTION DE STAGE EN FRANCE",
        "Lycée Jean-Moulin\n6 rue de la Scierie\n61000 Alençon",
        "École supérieure de Vaudremer\nAnnée universitaire 2025-2026",
    ],
)
def test_what_is_under_a_letterhead_is_not_the_school(line: str) -> None:
    facts = audited(title=line, school=None, school_address=None).facts

    assert facts.value("school").startswith(line.split("\n")[0])


@pytest.mark.parametrize(
    "referent",
    [
        "Conseillère académique : Paul GARNIER",
        "Le suivi pédagogique est assuré par Paul GARNIER, maître de conférences, enseignant référent.",
        "L’école désigne Paul GARNIER en qualité d’enseignant référent.",
        "Mr Paul GARNIER, lecturer, acts as academic tutor.",
        "Référent école / Academic supervisor: Paul GARNIER",
    ],
)
def test_the_supervising_teacher_is_named(referent: str) -> None:
    assert audited(referent=referent).facts.value("referent") == "Paul GARNIER"


@pytest.mark.parametrize(
    "tutor",
    [
        "Responsable du stage dans l’organisme : Lina ROCHE",
        "Lina ROCHE, ingénieure, est la tutrice du stagiaire au sein de l’entreprise.",
        "Maître de stage (organisation) : Hugo CHAUVIN\nTuteur de stage : Lina ROCHE",
        "The academic supervisor is Mr Paul GARNIER. The workplace supervisor is Ms Lina ROCHE.",
    ],
)
def test_the_tutor_is_named(tutor: str) -> None:
    assert audited(tutor=tutor).facts.value("tutor") == "Lina ROCHE"


def test_two_headings_then_two_names_keep_their_order() -> None:
    facts = audited(
        referent="Enseignant référent\nTuteur de stage\nNom et prénom : GARNIER Paul\nNom et prénom : "
        "ROCHE Lina",
        tutor=None,
    ).facts

    assert (facts.value("referent"), facts.value("tutor")) == ("GARNIER Paul", "ROCHE Lina")


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("Lieu du stage : site d’Autun", "Autun"),
        ("Siège : SIRET 412 000 778 00019\nZone des Prés, 71400 Autun", "Autun"),
        ("Le stage se déroule à Autun.", "Autun"),
        ("Adresse du stage : 12 rue du Port, 71400 Autun\nPRÉFECTURE DU MORVAN", "Autun"),
    ],
)
def test_the_town_is_read_alone(place: str, town: str) -> None:
    assert audited(host_address=place).facts.value("city") == town


@pytest.mark.parametrize(
    "labels",
    [
        ("Le proviseur", "La directrice du magasin", "L’élève et ses parents", "Le professeur", "Le tuteur"),
        ("For the School", "For the Host", "The Intern", "The academic supervisor", "The company supervisor"),
        ("Le doyen", "Le maire", "L’étudiant", "Le référent universitaire", "Le référent entreprise"),
        ("Pour l’UFR", "Pour la société", "L’intéressée", "L’enseignant-référent", "Le tuteur de stage"),
        ("École", "Structure d’accueil", "Stagiaire", "Référent école", "Référent structure"),
        (
            "La directrice de la MFR",
            "L’exploitant",
            "Le jeune",
            "La monitrice référente",
            "Le maître de stage",
        ),
        (
            "Pour l’Université de Vaudremer",
            "Pour Ateliers Morvandiaux SARL",
            "Nora BELLANGER, stagiaire",
            "Paul GARNIER, enseignant référent",
            "Lina ROCHE, tutrice",
        ),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_every_title_is_a_place_to_sign(labels: tuple[str, ...], named: bool) -> None:
    places = dict(zip(PARTIES, labels, strict=True))

    assert reported(**places, **({} if named else NAMES)) == set()


@pytest.mark.parametrize(
    ("party", "identifier"), [("host", "organisme"), ("school", "etablissement"), ("tutor", "tuteur")]
)
def test_a_party_without_its_line_is_missing(party: str, identifier: str) -> None:
    named = {"sign_school": "Pour l’Université de Vaudremer", "sign_host": "Pour Ateliers Morvandiaux"}
    gone = dict.fromkeys((f"sign_{party}", f"name_{party}"))

    assert reported(**(named | gone)) == {f"missing_signature_block:{identifier}"}


def test_a_footer_is_no_place_to_sign() -> None:
    footer = "Université de Vaudremer – convention de stage – page 2/3 Paraphes :"

    assert reported(sign_school=footer, name_school=None) == {"missing_signature_block:etablissement"}


def test_letters_printed_apart_are_a_place_to_sign() -> None:
    assert reported(sign_host="L’e n t r e p ris e", sign_referent="Letuteurécole") == set()


@pytest.mark.parametrize(
    ("referent", "tutor"),
    [
        ("Suivi université : Mme Aline DUPUY", "Suivi entreprise : M. Gilles FAUCHER"),
        (
            "Nora est suivie par Mme Aline DUPUY, maîtresse de conférences, pour l’université et par "
            "M. Gilles FAUCHER, régisseur, pour l’entreprise.",
            "",
        ),
        ("Le Référent est Mme Aline DUPUY.", "Le Tuteur est M. Gilles FAUCHER."),
        (
            "Enseignant référent ........ : Mme Aline DUPUY",
            "Personne chargée de l’encadrement dans l’organisme : M. Gilles FAUCHER",
        ),
    ],
)
def test_who_follows_is_read_from_the_side_they_are_on(referent: str, tutor: str) -> None:
    facts = audited(referent=referent, tutor=tutor or None, **NAMES).facts
    assert (facts.value("referent"), facts.value("tutor")) == ("Aline DUPUY", "Gilles FAUCHER")


def test_framed_headings_and_dotted_labels_name_the_parties() -> None:
    facts = audited(
        school="[ETABLISSEMENT]\nNom ........ : École du Merrain",
        school_address="Adresse .... : 4 rue des Tilleuls, 21000 Dijon",
        host="[ORGANISME D’ACCUEIL]\nRaison sociale .... : Charpentes Ollivier SA",
        host_address="Adresse .... : 12 rue du Port, 71400 Autun",
        student="[STAGIAIRE]\nNom ........ : PRIGENT\nPrénom ..... : Elouan",
    ).facts
    assert facts.value("school") == "École du Merrain"
    assert facts.value("company") == "Charpentes Ollivier SA"
    assert facts.value("student_name") == "Elouan PRIGENT"
    assert facts.value("city") == "Autun"
