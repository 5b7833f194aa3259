"""Every figure of the article's examples and of its table is found, and typed as one would."""

from decimal import Decimal

import pytest

from tests.evidence.figures import of
from tremplin.evidence.proposals import Proposal, proposals


def only(text: str) -> Proposal:
    (found,) = proposals(text)
    return found


def test_the_twelve_posts_the_engagement_and_the_subscribers() -> None:
    posts, engagement, subscribers = proposals(
        "J’ai rédigé 12 publications, ce qui a entraîné une augmentation de 15% de l’engagement"
        " et un gain de 200 abonnés"
    )

    assert of(posts, "kind", "quantity", "unit") == ["quantity", 12, "publications"]
    assert of(engagement, "kind", "quantity", "unit") == ["percent", 15, "%"]
    assert engagement.subject == "engagement"
    assert of(subscribers, "kind", "quantity", "unit") == ["gained", 200, "abonnés"]


def test_the_team_of_the_project_row() -> None:
    found = only("Coordination équipe 5 personnes sur projet web")

    assert of(found, "kind", "quantity", "unit") == ["quantity", 5, "personnes"]


def test_the_delivery_and_the_saving_of_the_project_row() -> None:
    delivery, saving = proposals("Livraison 2 semaines avant deadline, économie 15% budget")

    assert of(delivery, "kind", "quantity", "unit") == ["deadline", 2, "semaines"]
    assert delivery.against == "deadline"
    assert of(saving, "kind", "quantity", "unit") == ["percent", -15, "%"]
    assert saving.subject == "budget"


def test_the_reporting_time_of_the_data_row() -> None:
    found = only("Réduction temps reporting de 10h à 2h/semaine")

    assert of(found, "kind", "before", "after") == ["before_after", 10, 2]
    assert of(found, "unit", "period", "subject") == ["h", "semaine", "temps reporting"]


def test_the_newsletters_of_the_communication_row() -> None:
    found = only("Rédaction 12 newsletters clients")

    assert of(found, "kind", "quantity", "unit") == ["quantity", 12, "newsletters"]


def test_the_opening_rate_of_the_communication_row() -> None:
    found = only("Augmentation taux d’ouverture de 25%")

    assert of(found, "kind", "quantity", "subject") == ["percent", 25, "taux d’ouverture"]


def test_the_dashboard_of_the_data_row_has_no_figure() -> None:
    assert proposals("Création dashboard KPIs commerciaux") == ()


def test_the_community_and_its_engagement() -> None:
    members, engagement = proposals(
        "Dans le cadre de l’animation d’une communauté en ligne de 5000 membres (Contexte), j’étais"
        " responsable de la modération des conflits et de l’organisation d’événements hebdomadaires (Action),"
        " ce qui a permis de maintenir un taux d’engagement de 25% supérieur à la moyenne (Résultat)"
    )

    assert of(members, "kind", "quantity", "unit") == ["quantity", 5000, "membres"]
    assert of(engagement, "kind", "quantity", "unit") == ["benchmark", 25, "%"]
    assert of(engagement, "subject", "against") == ["taux d’engagement", "la moyenne"]


def test_the_three_product_axes_of_marie() -> None:
    length, axes = proposals(
        "une mission de stage de 4 mois pour « structurer et analyser le feedback client"
        " afin d’identifier 3 axes d’amélioration produit »"
    )

    assert of(length, "quantity", "unit") == [4, "mois"]
    assert of(axes, "quantity", "unit") == [3, "axes"]


@pytest.mark.parametrize(
    ("text", "kind", "quantity", "unit"),
    [
        ("une « interview informationnelle de 15 minutes »", "quantity", "15", "min"),
        ("43-100% du SMIC", "quantity", "43", "%"),
        ("+30% chances embauche", "percent", "30", "%"),
        ("+70% chances embauche", "percent", "70", "%"),
        ("près de 600 000 jeunes", "quantity", "600000", "jeunes"),
        ("75% des candidats", "quantity", "75", "%"),
        ("Gratification minimum (4,35€/h)", "quantity", "4.35", "€"),
        ("2-6 mois", "quantity", "2", "mois"),
        ("1-3 ans", "quantity", "1", "an"),
        ("(3-5 slides)", "quantity", "3", "slides"),
        ("un plan d’action à 90 jours", "quantity", "90", "jours"),
        ("avec 8 ans d’expérience", "quantity", "8", "ans"),
        ("de moins de 20 salariés", "quantity", "20", "salariés"),
        ("maximum 3 stagiaires", "quantity", "3", "stagiaires"),
        ("Après six mois de stage", "quantity", "6", "mois"),
        ("de 3 ou 4 moments forts", "quantity", "3", "moments"),
    ],
)
def test_the_other_figures_of_the_article(text: str, kind: str, quantity: str, unit: str) -> None:
    found = only(text)

    assert of(found, "kind", "quantity", "unit") == [kind, Decimal(quantity), unit]


@pytest.mark.parametrize(
    "text",
    [
        "Publié le 12 mars 2024",
        "démontrer par A+B",
        "réseau de 1er, 2ème et 3ème degré",
        "34e enquête annuelle 2024",
        "en 2024, un chiffre en constante progression",
        "Le plan d’action pour se faire embaucher",
    ],
)
def test_its_dates_and_ranks_are_left_out(text: str) -> None:
    assert proposals(text) == ()
