"""Searching the stock: what is found, in which order, what is set aside, what is said."""

import math
from datetime import date
from pathlib import Path

import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import LEGAL_UNITS, STOCK
from tests.companies.sirene.test_import import TODAY, told
from tests.typography import faults
from tremplin.companies.company import Answer, Query
from tremplin.companies.sirene.asking import BadQuestion
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import NothingImported
from tremplin.companies.sirene.searching import by_siret, search

LYON = (45.764, 4.8357)
NANTES = (47.2184, -1.5536)


def ask(folder: Path, **terms: object) -> Answer:
    """Search on a fixed day; what is said is checked on the way."""
    answer = search(Query(**terms), folder=folder, on=TODAY)  # type: ignore[arg-type] # fields by name
    assert not faults("".join(f"<p>{note}</p>" for note in answer.notes))
    return answer


def sirets(answer: Answer) -> list[str]:
    """Return the SIRETs in the order given."""
    return [company.siret for company in answer.companies]


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance by the spherical law of cosines, another formula than ours."""
    (a, b), (c, d) = ([math.radians(value) for value in point] for point in (one, other))
    return 6371.0088 * math.acos(math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d))


@pytest.mark.parametrize("km", [1.0, 30.0, 100.0, 400.0, 1000.0])
@pytest.mark.parametrize("centre", [LYON, NANTES, (48.39, -4.49), (-20.88, 55.45)])
def test_a_radius_holds_all_that_is_nearer_and_nothing_further(
    samples: Path, km: float, centre: tuple[float, float]
) -> None:
    everything = ask(samples, limit=1000).companies

    found = ask(samples, latitude=centre[0], longitude=centre[1], km=km, limit=1000)

    near = {
        company.siret
        for company in everything
        if company.latitude is not None
        and company.longitude is not None
        and km_between(centre, (company.latitude, company.longitude)) <= km
    }
    assert set(sirets(found)) == near
    distances = [company.distance_km or 0 for company in found.companies]
    assert distances == sorted(distances)


def test_a_city_is_all_its_arrondissements(samples: Path) -> None:
    rows = told(STOCK)
    open_in_lyon = {
        row["siret"]
        for row in rows
        if row["codeCommuneEtablissement"].startswith("6938") and row["etatAdministratifEtablissement"] == "A"
    }

    assert set(sirets(ask(samples, commune="lyon"))) == open_in_lyon
    assert set(sirets(ask(samples, commune="Lyon 3e"))) == open_in_lyon


@pytest.mark.parametrize("code", ["62.01Z", "6201Z", "6201z", " 62.01z "])
def test_a_code_is_read_however_it_is_written(samples: Path, code: str) -> None:
    codes = {row["siret"]: row["activitePrincipaleEtablissement"] for row in told(STOCK)}

    found = sirets(ask(samples, activities=(code,)))

    assert found
    assert all(codes[siret] == "62.01Z" for siret in found)


def test_codes_of_both_nomenclatures_and_their_beginnings_are_found(samples: Path) -> None:
    old, new = sirets(ask(samples, activities=("62.01Z",))), sirets(ask(samples, activities=("62.10Y",)))
    division = sirets(ask(samples, activities=("62",)))

    assert set(old) == set(new)
    assert set(old) < set(division)


def test_words_begin_words_of_the_names_whatever_the_accents(samples: Path) -> None:
    assert len(ask(samples, words="mécanique LARGE").companies) == 1
    assert len(ask(samples, words="solsti").companies) == 5
    assert ask(samples, words="olstice").companies == ()
    assert ask(samples, words="mecanique petit").companies == ()


def test_the_company_s_own_name_finds_its_branches(samples: Path) -> None:
    found = ask(samples, words="Vermeil")

    assert [company.name for company in found.companies] == ["ATELIERS VERMEIL", "AGENCE RENNES"]


@pytest.fixture
def spelled(tmp_path: Path) -> Path:
    """Return an index of names that hold initials, a Polish letter, and words two of them share."""
    names = [
        "H&M FRANCE",
        "L.V.M.H.",
        "C & A",
        "ŁÓDŹ IMPORT",
        "SOCIETE DU PAIN",
        "SOCIETE DU BOIS",
        "PAIN BIO",
    ]
    rows = [
        made.establishment(number, enseigne1Etablissement=name) for number, name in enumerate(names, 100_000)
    ]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")
    return tmp_path / "index"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("h&m france", "H&M FRANCE"),
        ("H. M.", "H&M FRANCE"),
        ("lvmh", "L.V.M.H."),
        ("L.V.M.H", "L.V.M.H."),
        ("C&A", "C & A"),
        ("lodz", "ŁÓDŹ IMPORT"),
    ],
)
def test_initials_are_one_word_however_they_are_written(spelled: Path, words: str, name: str) -> None:
    assert [company.name for company in ask(spelled, words=words).companies] == [name]


def test_a_phrase_sets_aside_the_names_that_hold_all_of_it(spelled: Path) -> None:
    kept = {company.name for company in ask(spelled, without_words=("société du pain",)).companies}

    assert "SOCIETE DU PAIN" not in kept
    assert {"SOCIETE DU BOIS", "PAIN BIO"} <= kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [("nant", ""), ("atlantiqu", "n’est le nom d’aucune commune"), ("44000", "désigne plusieurs communes")],
)
def test_a_place_that_could_be_another_is_said(tmp_path: Path, typed: str, said: str) -> None:
    towns = [("44109", "NANTES", "44000"), ("44000", "AUTRE VILLE ATLANTIQUE", "44999")]
    rows = [
        made.establishment(
            100_000 + rank,
            codeCommuneEtablissement=code,
            libelleCommuneEtablissement=name,
            codePostalEtablissement=postcode,
        )
        for rank, (code, name, postcode) in enumerate(towns)
    ]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    notes = " ".join(ask(tmp_path / "index", commune=typed).notes)

    assert said in notes
    if typed == "44000":
        assert "Nantes (44) est prise" in notes


def test_an_index_damaged_while_it_is_read_is_said(tmp_path: Path) -> None:
    rows = [made.establishment(number) for number in range(100_000, 103_000)]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")
    (path,) = (tmp_path / "index").glob("index-*.duckdb")
    content = bytearray(path.read_bytes())
    content[12_288:] = bytes(len(content) - 12_288)
    path.write_bytes(content)

    with pytest.raises(NothingImported, match="abîmé"):
        ask(tmp_path / "index", words="maison")


def test_the_exact_name_comes_first(tmp_path: Path) -> None:
    rows = [
        made.establishment(number, enseigne1Etablissement=name)
        for number, name in enumerate(["GRAND ATELIER BLEU", "ATELIER BLEU", "ATELIER BLEU ET FILS"], 100_000)
    ]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    found = ask(tmp_path / "index", words="atelier bleu")

    assert found.total == 3
    assert found.companies[0].name == "ATELIER BLEU"


@pytest.mark.parametrize("number", ["000101014", "000 101 014"])
def test_a_siren_finds_all_its_places_the_head_office_first(samples: Path, number: str) -> None:
    found = ask(samples, words=number).companies

    assert {company.siren for company in found} == {"000101014"}
    assert [company.is_head_office for company in found] == [True, False]


def test_a_siret_finds_one_place_or_nothing(samples: Path) -> None:
    assert sirets(ask(samples, words="00010101400108")) == ["00010101400108"]
    assert (
        by_siret("000101014", folder=samples, on=TODAY) == ask(samples, words="00010101400017").companies[0]
    )
    assert by_siret("00010113900012", folder=samples, on=TODAY) is None


def test_words_found_in_no_name_are_sought_among_activities(samples: Path) -> None:
    found = ask(samples, words="boulangerie")

    assert [company.activity for company in found.companies] == ["10.71C"]
    assert "Aucun nom ne contient" in found.notes[0]


def test_headcounts_are_those_asked_and_untold_ones_on_request(samples: Path) -> None:
    bands = {row["siret"]: row["trancheEffectifsEtablissement"] for row in told(STOCK)}

    small = sirets(ask(samples, headcounts=("01", "02")))
    untold = sirets(ask(samples, headcounts=("NN",)))

    assert {bands[siret] for siret in small} == {"01", "02"}
    assert {bands[siret] for siret in untold} <= {"NN", ""}
    assert untold
    assert len(ask(samples, limit=1000).companies) > len(small)


def test_ages_are_whole_years_bounds_included(tmp_path: Path) -> None:
    born = ["2023-11-29", "2023-11-30", "2022-11-30", "2022-11-29"]
    rows = [
        made.establishment(100_000 + rank, dateCreationEtablissement=day) for rank, day in enumerate(born)
    ]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    three = ask(tmp_path / "index", youngest=3, oldest=3).companies

    assert {company.created_on for company in three} == {date(2023, 11, 29), date(2022, 11, 30)}


def test_the_age_is_that_of_the_company_not_of_its_new_shop(tmp_path: Path) -> None:
    siren = made.siret_of(101014)[:9]
    legal = made.write_csv(
        tmp_path / "legal.csv",
        {
            "siren": siren,
            "etatAdministratifUniteLegale": "A",
            "statutDiffusionUniteLegale": "O",
            "dateCreationUniteLegale": "1990-01-01",
        },
        columns=made.headers(LEGAL_UNITS),
    )
    row = made.establishment(dateCreationEtablissement="2026-01-01")
    import_stock([made.write_csv(tmp_path / "stock.csv", row), legal], folder=tmp_path / "index")

    assert ask(tmp_path / "index", youngest=30).total == 1
    assert ask(tmp_path / "index", oldest=5).total == 0


def test_what_is_excluded_is_set_aside(samples: Path) -> None:
    everything = ask(samples, limit=1000)

    without = ask(
        samples,
        without_words=("agence",),
        without_sirens=("000 101 022",),
        without_activities=("62.01Z",),
        limit=1000,
    )

    gone = [
        company
        for company in everything.companies
        if "AGENCE" in company.name or company.siren == "000101022" or company.activity == "62.01Z"
    ]
    assert len(gone) > 3
    assert set(sirets(without)) == set(sirets(everything)) - {company.siret for company in gone}


def test_partially_diffused_units_are_counted_where_they_are(samples: Path) -> None:
    partial = [
        row
        for row in told(STOCK)
        if row["statutDiffusionEtablissement"] == "P" and row["etatAdministratifEtablissement"] == "A"
    ]

    everywhere = ask(samples)

    assert everywhere.hidden == len(partial)
    for row in partial:
        same = ask(samples, activities=(row["activitePrincipaleEtablissement"],))
        assert same.hidden == 1
        assert row["siret"] not in sirets(same)
    assert any("diffusion partielle" in note for note in everywhere.notes)


def test_the_limit_is_kept_and_the_rest_is_said(samples: Path) -> None:
    found = ask(samples, limit=3)

    assert (len(found.companies), found.total) == (3, 31)
    assert "3 établissements montrés sur 31." in found.notes


def test_the_source_and_its_day_are_said(samples: Path) -> None:
    found = ask(samples, words="vermeil")

    assert found.companies[0].as_of == max(
        date.fromisoformat(row["dateDernierTraitementEtablissement"][:10]) for row in told(STOCK)
    )
    assert any("Insee" in note for note in found.notes)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"commune": "Nulle-Part"}, "Aucune commune"),
        ({"activities": ("informatique",)}, "n’est pas un code"),
        ({"activities": ("6",)}, "n’est pas un code"),
        ({"km": 10.0}, "sans lieu"),
        ({"commune": "Lyon", "km": 0.0}, "0 km"),
        ({"commune": "Lyon", "km": 5000.0}, "5000 km"),
        ({"words": "?"}, "aucun mot"),
        ({"youngest": -1}, "-1 ans"),
        ({"oldest": 5000}, "5000 ans"),
    ],
)
def test_a_question_nobody_understands_is_refused_with_its_value(
    samples: Path, terms: dict[str, object], said: str
) -> None:
    with pytest.raises(BadQuestion, match=said) as caught:
        ask(samples, **terms)

    assert not faults(f"<p>{caught.value}</p>")


def test_without_an_import_the_search_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingImported, match="Importez StockEtablissement"):
        ask(tmp_path)


def test_places_of_one_name_are_told_apart(tmp_path: Path) -> None:
    there = {"codeCommuneEtablissement": "93066", "libelleCommuneEtablissement": "SAINT-DENIS"}
    away = {"codeCommuneEtablissement": "97411", "libelleCommuneEtablissement": "SAINT-DENIS"}
    rows = [made.establishment(100_000, **there), made.establishment(100_001, **there)]
    rows.append(made.establishment(100_002, **away))
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    found = ask(tmp_path / "index", commune="st denis")

    assert found.total == 2
    assert "Saint-Denis (93)" in found.notes[0]
    assert "Saint-Denis (974)" in found.notes[0]
    assert ask(tmp_path / "index", commune="97411").total == 1


def test_a_commune_without_any_point_is_searched_by_its_code(tmp_path: Path) -> None:
    row = made.establishment(
        coordonneeLambertAbscisseEtablissement="", coordonneeLambertOrdonneeEtablissement=""
    )
    import_stock([made.write_csv(tmp_path / "stock.csv", row)], folder=tmp_path / "index")

    found = ask(tmp_path / "index", commune="Nantes", km=10.0)

    assert found.total == 1
    assert found.companies[0].distance_km is None
    assert "la distance ne peut pas être comptée" in found.notes[0]


def test_a_unit_without_a_point_stands_at_its_commune_and_says_so(tmp_path: Path) -> None:
    lost = {"coordonneeLambertAbscisseEtablissement": "", "coordonneeLambertOrdonneeEtablissement": ""}
    rows = [made.establishment(100_000), made.establishment(100_001, **lost)]
    import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    found = ask(tmp_path / "index", commune="Nantes", km=5.0).companies

    assert sorted(company.is_approximate for company in found) == [False, True]
    assert found[0].latitude == found[1].latitude


def test_a_stock_of_old_and_new_codes_leaves_no_company_unreachable(samples: Path) -> None:
    whole = ask(samples, limit=1000).companies

    assert all(sirets(ask(samples, words=company.siret)) == [company.siret] for company in whole)
    assert len(whole) == import_count(samples)


def import_count(folder: Path) -> int:
    """Return how many the import said it kept."""
    from tremplin.companies.sirene.index import imported

    report = imported(folder)
    return report.kept if report else 0


def test_many_threads_search_at_once(samples: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: sirets(ask(samples, commune="Lyon", km=30.0)), range(40)))

    assert all(answer == answers[0] for answer in answers)
    assert answers[0]
