"""A domain is read in the position, then in the organization, and the word is shown."""

import tomllib
from itertools import combinations

import pytest

from tremplin.network.domain.expertise import DATA, domain_name, domains, expertise
from tremplin.network.domain.names import folded


@pytest.mark.parametrize(
    ("title", "organization", "domain", "word"),
    [
        ("Enseignante en supply chain", "Université de Nantes", "Logistique et achats", "supply chain"),
        ("CHARGÉE DE RECRUTEMENT", "", "Ressources humaines", "RECRUTEMENT"),
        ("Data Engineer", "", "Données et études", "Data"),
        ("Ingénieure", "Ville de Nantes", "Industrie et ingénierie", "Ingénieure"),
        ("Stagiaire", "Cargolière Logistique", "Logistique et achats", "Logistique"),
        ("Software developer", "", "Informatique", "developer"),
    ],
)  # fmt: skip
def test_the_word_that_decided_is_shown(title: str, organization: str, domain: str, word: str) -> None:
    found = expertise(title=title, organization=organization)

    assert domain_name(found.domain) == domain
    assert word in found.says


def test_a_correction_wins() -> None:
    found = expertise(title="Commerciale", organization="", corrected="law")

    assert found.domain == "law"
    assert "vous" in found.says


def test_nothing_known_gives_no_domain() -> None:
    assert expertise(title="Chef", organization="Bob").domain == ""
    assert expertise(title="", organization="").says.startswith("Aucun mot")


def test_a_word_tells_one_domain_only() -> None:
    told = tomllib.loads(DATA.read_text("utf-8"))["domain"]
    words = {one["key"]: {folded(word) for word in (*one["words"], *one.get("weak", ()))} for one in told}

    shared = {(one, other): words[one] & words[other] for one, other in combinations(words, 2)}

    assert {pair: both for pair, both in shared.items() if both} == {}
    assert list(domains()) == list(words)


@pytest.mark.parametrize(
    ("title", "domain"),
    [
        ("maçon", "building"), ("plombier", "building"), ("chauffeur routier", "logistics"),
        ("cariste", "logistics"), ("gendarme", "public"), ("pompier", "public"), ("institutrice", "teaching"),
        ("assistante maternelle", "health"), ("banquier", "finance"), ("caissière", "sales"),
        ("cheffe d’atelier", "engineering"), ("Magasinier", "logistics"), ("Responsable de magasin", "sales"),
    ],
)  # fmt: skip
def test_trades_of_families_are_known(title: str, domain: str) -> None:
    assert expertise(title=title, organization="").domain == domain
