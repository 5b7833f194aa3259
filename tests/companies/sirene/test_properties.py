"""Properties of the import and the search, on stocks nobody wrote by hand."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.companies.sirene import made
from tests.companies.sirene.made import POINTS, STOCK, WHOLE
from tests.companies.sirene.test_import import TODAY, all_of
from tremplin.companies.company import Query
from tremplin.companies.sirene import index
from tremplin.companies.sirene.asking import BadQuestion
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import Refused
from tremplin.companies.sirene.searching import search

FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
VALUES = st.fixed_dictionaries(
    {
        "statutDiffusionEtablissement": st.sampled_from(["O", "O", "O", "P", "", "?"]),
        "etatAdministratifEtablissement": st.sampled_from(["A", "A", "A", "F", "", "X"]),
        "codePaysEtrangerEtablissement": st.sampled_from(["", "", "", "99109"]),
        "dateCreationEtablissement": st.sampled_from(["2001-02-03", "0018-01-01", "", "hier", "2001-02-30"]),
        "trancheEffectifsEtablissement": st.sampled_from(["NN", "", "01", "53", "??"]),
        "coordonneeLambertAbscisseEtablissement": st.sampled_from(
            ["355593.74", "652345,12", "", "[ND]", "inf"]
        ),
        "coordonneeLambertOrdonneeEtablissement": st.sampled_from(["6689561.47", "", "-", "1e400"]),
        "codeCommuneEtablissement": st.sampled_from(["44109", "69383", "2A004", "97411", "", "[ND]"]),
        "enseigne1Etablissement": WORDS,
        "libelleCommuneEtablissement": WORDS,
        "activitePrincipaleEtablissement": st.sampled_from(["62.01Z", "74.1G", "", "[ND]"]),
    }
)


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder to one example: hypothesis runs many in one test."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@FEW
@given(st.lists(VALUES, min_size=1, max_size=12))
def test_every_row_goes_to_one_count_whatever_it_holds(rows: list[dict[str, str]]) -> None:
    stock = [made.establishment(100_000 + rank, **values) for rank, values in enumerate(rows)]

    with scratch() as folder:
        made.write_csv(folder / "stock.csv", *stock)
        try:
            report = import_stock([folder / "stock.csv"], folder=folder / "index")
        except Refused:
            assert not index.is_imported(folder / "index")
            return
        proposed = all_of(folder / "index")

    assert report.kept + report.closed + report.hidden + report.foreign + report.refused == len(stock)
    assert len(proposed) == report.kept
    sound = {row["siret"] for row in stock if row["etatAdministratifEtablissement"] == "A"}
    assert {company.siret for company in proposed} <= sound


@FEW
@given(st.integers(min_value=0), st.sampled_from(WHOLE))
def test_a_file_cut_anywhere_is_read_up_to_there_or_refused(at: int, path: Path) -> None:
    content = path.read_bytes()
    kept = content[: at % len(content)]

    with scratch() as folder:
        cut = folder / "coupé.csv"
        cut.write_bytes(kept)
        files = [cut] if path == STOCK else [cut, STOCK]
        try:
            report = import_stock(files, folder=folder / "index")
        except Refused:
            return
        proposed = all_of(folder / "index")

    assert len(proposed) == report.kept <= 31


@FEW
@given(st.data())
def test_a_byte_changed_anywhere_never_crashes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([STOCK, POINTS, made.SAMPLES / "StockEtablissement_utf8.parquet"]))
    content = bytearray(path.read_bytes())
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    with scratch() as folder:
        damaged = folder / path.name
        damaged.write_bytes(content)
        files = [damaged] if path != POINTS else [damaged, STOCK]
        try:
            report = import_stock(files, folder=folder / "index")
        except Refused:
            return
        proposed = all_of(folder / "index")

    assert len(proposed) == report.kept


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, commune=WORDS, activity=WORDS, without=WORDS, limit=st.integers(1, 50))
def test_any_question_is_answered_or_refused_in_words(
    samples: Path, words: str, commune: str, activity: str, without: str, limit: int
) -> None:
    asked = Query(
        words=words,
        commune=commune,
        activities=(activity,) if activity else (),
        without_words=(without,),
        limit=limit,
    )

    try:
        answer = search(asked, folder=samples, on=TODAY)
    except BadQuestion:
        return

    assert len(answer.companies) == min(limit, answer.total or 0)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    km=st.floats(0.1, 1000),
    wider=st.floats(1, 3),
)
def test_a_wider_circle_never_loses_a_company(
    samples: Path, latitude: float, longitude: float, km: float, wider: float
) -> None:
    def within(radius: float) -> set[str]:
        asked = Query(latitude=latitude, longitude=longitude, km=radius, limit=1000)
        return {company.siret for company in search(asked, folder=samples, on=TODAY).companies}

    assert within(km) <= within(min(1000.0, km * wider))
