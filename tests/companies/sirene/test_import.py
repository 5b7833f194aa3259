"""What an import keeps, sets aside and doubts."""

import csv
import gzip
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import BROKEN, LEGAL_UNITS, POINTS, SAMPLES, STOCK, WHOLE
from tests.typography import faults
from tremplin.companies.company import Company, Query
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import NotSirene, Refused
from tremplin.companies.sirene.report import ImportReport
from tremplin.companies.sirene.searching import search

TODAY = date(2026, 11, 29)


def all_of(folder: Path) -> list[Company]:
    """Return everything the index proposes, by SIRET."""
    found = search(Query(limit=1000), folder=folder, on=TODAY).companies
    return sorted(found, key=lambda company: company.siret)


def written(folder: Path, name: str) -> bool:
    """Tell whether anything left on the disk holds this name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return any(name.encode() in path.read_bytes() for path in files)


def told(path: Path) -> list[dict[str, str]]:
    """Read a sample with another reader than ours."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_sample_is_accounted_for(tmp_path: Path) -> None:
    rows = told(STOCK)
    states = Counter(row["etatAdministratifEtablissement"] for row in rows)
    partial = sum(row["statutDiffusionEtablissement"] == "P" for row in rows)
    foreign = sum(bool(row["codePaysEtrangerEtablissement"].replace("[ND]", "")) for row in rows)

    report = import_stock(WHOLE, folder=tmp_path)

    assert report.closed == states["F"]
    assert (report.hidden, report.foreign) == (partial, foreign)
    assert report.kept == states["A"] - partial - foreign
    assert (report.refused, report.flagged, report.unlocated, report.unnamed) == (0, 0, 0, 0)
    assert len(all_of(tmp_path)) == report.kept


def test_parquet_and_csv_say_the_same(tmp_path: Path) -> None:
    parquet = [SAMPLES / "StockEtablissement_utf8.parquet", SAMPLES / "StockUniteLegale_utf8.parquet", POINTS]

    import_stock(parquet, folder=tmp_path / "parquet")
    import_stock(WHOLE, folder=tmp_path / "csv")

    assert all_of(tmp_path / "parquet") == all_of(tmp_path / "csv")


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path / "one")
    import_stock(WHOLE[::-1], folder=tmp_path / "other")

    assert all_of(tmp_path / "one") == all_of(tmp_path / "other")


def test_nothing_of_a_partially_diffused_unit_is_written(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path)

    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not [company for company in all_of(tmp_path) if company.siren in ("000101139", "000101147")]
    assert b"GLYCINES" not in content


def test_a_name_comes_from_the_sign_then_the_usual_name_then_the_company(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path)

    names = {company.siret: company.name for company in all_of(tmp_path)}
    assert names["00010101400108"] == "AGENCE RENNES"
    assert names["00010112100010"] == "STUDIO CIGOGNE"
    assert names["00010101400017"] == "ATELIERS VERMEIL"
    assert names["00010111300017"] == "CAMILLE LE BIHAN"
    assert names["00010105500010"] == 'LE "FOURNIL" D\'ANATOLE'


def test_points_tell_how_sure_they_are(tmp_path: Path) -> None:
    with POINTS.open(encoding="utf-8") as file:
        quality = {row["siret"]: row["qualite_xy"] for row in csv.DictReader(file, delimiter=";")}

    import_stock(WHOLE, folder=tmp_path)

    kept = [company for company in all_of(tmp_path) if company.siret in quality]
    assert {quality[one.siret] for one in kept if one.is_approximate} == {"21", "33"}
    assert {quality[one.siret] for one in kept if not one.is_approximate} == {"11", "12"}


def test_the_48_columns_of_before_2024_are_read(tmp_path: Path) -> None:
    report = import_stock([BROKEN / "StockEtablissement_ancien_48_colonnes.csv"], folder=tmp_path)

    assert (report.kept, report.refused) == (5, 0)
    assert report.vintage.startswith("48 colonnes")


def test_the_53_columns_of_2025_are_read(tmp_path: Path) -> None:
    columns = [name for name in made.headers(STOCK) if "NAF25" not in name]

    report = import_stock(
        [made.write_csv(tmp_path / "stock.csv", made.establishment(), columns=columns)],
        folder=tmp_path / "index",
    )

    assert len(columns) == 53
    assert report.vintage.startswith("53 colonnes")
    assert all_of(tmp_path / "index")[0].activity == "62.01Z"


def test_a_stock_of_2027_has_the_new_codes_alone(tmp_path: Path) -> None:
    columns = [name for name in made.headers(STOCK) if "NAF25" not in name]
    row = made.establishment(
        activitePrincipaleEtablissement="62.10Y", nomenclatureActivitePrincipaleEtablissement="NAF2025"
    )

    import_stock([made.write_csv(tmp_path / "stock.csv", row, columns=columns)], folder=tmp_path / "index")

    found = search(Query(activities=("6210y",)), folder=tmp_path / "index", on=TODAY).companies
    assert [(one.activity, one.nomenclature) for one in found] == [("62.10Y", "NAF2025")]


def test_a_cut_file_keeps_its_complete_rows_and_says_so(tmp_path: Path) -> None:
    report = import_stock([BROKEN / "StockEtablissement_tronque.csv"], folder=tmp_path)

    assert (report.kept, report.refused) == (4, 1)
    assert report.refusals[0].line == 6
    assert any("coupé" in warning and "ligne 6" in warning for warning in report.warnings)


def test_a_file_cut_inside_quotes_keeps_its_complete_rows(tmp_path: Path) -> None:
    whole = STOCK.read_bytes()
    cut = tmp_path / "stock.csv"
    cut.write_bytes(whole[: whole.index(b'""FOURNIL') + 4])
    complete = cut.read_text("utf-8").count("\n") - 1

    report = import_stock([cut, LEGAL_UNITS], folder=tmp_path / "index")

    assert report.refused == 1
    assert report.kept + report.closed + report.hidden + report.foreign == complete


@pytest.mark.parametrize("damaged", [10, 50, 1000])
def test_every_damaged_row_is_counted(tmp_path: Path, damaged: int) -> None:
    header, *rows = made.as_csv([made.establishment(200_000 + rank) for rank in range(2000)]).splitlines()
    stock = tmp_path / "stock.csv"
    cut = [row[:40] for row in rows[:damaged]]
    stock.write_text("\n".join([header, *cut, *rows[damaged:], ""]), "utf-8")

    report = import_stock([stock], folder=tmp_path / "index")

    assert (report.refused, report.kept) == (damaged, 2000 - damaged)


def test_more_damaged_rows_than_can_be_told_are_said_to_be_more(tmp_path: Path) -> None:
    header, *rows = made.as_csv([made.establishment(200_000 + rank) for rank in range(6000)]).splitlines()
    stock = tmp_path / "stock.csv"
    stock.write_text("\n".join([header, *(row[:40] for row in rows[1:]), rows[0], ""]), "utf-8")

    report = import_stock([stock], folder=tmp_path / "index")

    assert report.kept == 1
    assert report.refused == 5999 or any("plus de" in warning for warning in report.warnings)


def test_a_quote_left_open_is_not_called_a_cut_file(tmp_path: Path) -> None:
    lines = made.as_csv([made.establishment(200_000 + rank) for rank in range(20)]).splitlines()
    lines[5] = lines[5].replace("MAISON", '"MAISON')
    stock = tmp_path / "stock.csv"
    stock.write_text("\n".join([*lines, ""]), "utf-8")

    report = import_stock([stock], folder=tmp_path / "index")

    said = " ".join(report.warnings)
    assert (report.kept, report.refused) == (4, 1)
    assert "guillemet à la ligne 6" in said
    assert "15 lignes" in said
    assert "coupé" not in said


def test_wrong_values_are_flagged_each_with_its_line_and_value(tmp_path: Path) -> None:
    report = import_stock([BROKEN / "StockEtablissement_valeurs_invalides.csv"], folder=tmp_path)

    flags = {fault.line: fault for fault in report.flags}
    assert "clé de contrôle" in flags[2].reason
    assert (flags[3].value, "date" in flags[3].reason) == ("0018-06-01", True)
    assert ("652345,12" in flags[5].value, "coordonnées" in flags[5].reason) == (True, True)
    assert [(fault.line, fault.value) for fault in report.refusals] == [(4, "X")]
    assert all_of(tmp_path)[1].created_on is None


def test_a_sheet_saved_by_a_spreadsheet_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(NotSirene, match=r"1,01014E\+10"):
        import_stock([BROKEN / "StockEtablissement_resauve_excel.csv"], folder=tmp_path)


def test_lost_leading_zeros_are_put_back_and_told(tmp_path: Path) -> None:
    siret = made.siret_of(101014)

    report = import_stock(
        [made.write_csv(tmp_path / "stock.csv", made.establishment(siret=siret.lstrip("0")))],
        folder=tmp_path / "index",
    )

    assert all_of(tmp_path / "index")[0].siret == siret
    assert "zéros" in report.flags[0].reason


def test_the_post_office_needs_no_sound_key(tmp_path: Path) -> None:
    row = made.establishment(siret="35600000000011", siren="356000000")

    report = import_stock([made.write_csv(tmp_path / "stock.csv", row)], folder=tmp_path / "index")

    assert (report.kept, report.flagged) == (1, 0)


@pytest.mark.parametrize("name", ["siret;rubbish", "12AB"])
def test_a_row_without_a_siret_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    rows = [made.establishment(), made.establishment(101022, siret=name)]

    report = import_stock([made.write_csv(tmp_path / "stock.csv", *rows)], folder=tmp_path / "index")

    assert [(fault.line, fault.value) for fault in report.refusals] == [(3, name)]


def test_a_closed_or_purged_company_takes_its_establishments_with_it(tmp_path: Path) -> None:
    siren, other = made.siret_of(101014)[:9], made.siret_of(101022)[:9]
    legal = made.write_csv(
        tmp_path / "legal.csv",
        {"siren": siren, "etatAdministratifUniteLegale": "C", "statutDiffusionUniteLegale": "O"},
        {"siren": other, "unitePurgeeUniteLegale": "true", "etatAdministratifUniteLegale": "C"},
        made.company(101030),
        columns=made.headers(LEGAL_UNITS),
    )
    rows = [made.establishment(101014), made.establishment(101022), made.establishment(101030)]

    report = import_stock([made.write_csv(tmp_path / "stock.csv", *rows), legal], folder=tmp_path / "index")

    assert (report.kept, report.closed, report.purged) == (1, 2, 1)


@pytest.mark.parametrize("diffusion", ["P", "p", "N", ""])
def test_a_company_that_does_not_agree_hides_its_establishments(tmp_path: Path, diffusion: str) -> None:
    legal = made.write_csv(
        tmp_path / "legal.csv",
        made.company(101014, statutDiffusionUniteLegale=diffusion),
        made.company(101022),
        columns=made.headers(LEGAL_UNITS),
    )
    rows = [made.establishment(101014), made.establishment(101022)]

    report = import_stock([made.write_csv(tmp_path / "stock.csv", *rows), legal], folder=tmp_path / "index")

    assert (report.kept, report.hidden) == (1, 1)
    assert [one.name for one in all_of(tmp_path / "index")] == ["MAISON 101022"]
    assert not written(tmp_path / "index", "MAISON 101014")


def test_an_establishment_whose_company_row_is_missing_is_set_aside(tmp_path: Path) -> None:
    legal = made.write_csv(tmp_path / "legal.csv", made.company(101022), columns=made.headers(LEGAL_UNITS))
    rows = [made.establishment(101014), made.establishment(101022)]

    report = import_stock([made.write_csv(tmp_path / "stock.csv", *rows), legal], folder=tmp_path / "index")

    assert (report.kept, report.hidden, report.unmatched) == (1, 0, 1)
    assert any("son entreprise" in warning for warning in report.warnings)
    assert not written(tmp_path / "index", "MAISON 101014")


def test_companies_whose_every_row_is_cut_propose_nobody(tmp_path: Path) -> None:
    lines = made.as_csv([made.company(101014)], columns=made.headers(LEGAL_UNITS)).splitlines()
    legal = tmp_path / "legal.csv"
    legal.write_text(f"{lines[0]}\n{lines[1][:30]}\n", "utf-8")
    stock = made.write_csv(tmp_path / "stock.csv", made.establishment(101014))

    with pytest.raises(Refused, match="1 sans entreprise connue"):
        import_stock([stock, legal], folder=tmp_path / "index")


def test_companies_without_their_diffusion_propose_nobody(tmp_path: Path) -> None:
    columns = [name for name in made.headers(LEGAL_UNITS) if "Diffusion" not in name]
    legal = made.write_csv(tmp_path / "legal.csv", made.company(101014), columns=columns)
    stock = made.write_csv(tmp_path / "stock.csv", made.establishment(101014))

    with pytest.raises(Refused, match="1 sans accord"):
        import_stock([stock, legal], folder=tmp_path / "index")


@pytest.mark.parametrize("older_first", [True, False])
def test_between_two_rows_of_one_day_the_partial_diffusion_wins(tmp_path: Path, older_first: bool) -> None:
    older = made.write_csv(tmp_path / "august.csv", made.establishment(101014), made.establishment(101022))
    newer = made.write_csv(
        tmp_path / "september.csv",
        made.establishment(101014, statutDiffusionEtablissement="P"),
        made.establishment(101022),
    )
    files = [older, newer] if older_first else [newer, older]

    report = import_stock(files, folder=tmp_path / "index")

    assert (report.kept, report.hidden) == (1, 1)
    assert not written(tmp_path / "index", "MAISON 101014")
    assert any("Plusieurs StockEtablissement" in warning for warning in report.warnings)


def test_establishments_alone_are_imported_and_the_lack_is_said(tmp_path: Path) -> None:
    report = import_stock([STOCK], folder=tmp_path)

    assert report.kept == 31
    assert report.unnamed > 0
    assert any("seul l’établissement dit" in warning for warning in report.warnings)
    assert any("Geolocalisation manque" in warning for warning in report.warnings)


@pytest.mark.parametrize("files", [[LEGAL_UNITS], [POINTS], [LEGAL_UNITS, POINTS]])
def test_without_establishments_there_is_nothing_to_search(tmp_path: Path, files: list[Path]) -> None:
    with pytest.raises(NotSirene, match="Il manque StockEtablissement"):
        import_stock(files, folder=tmp_path)


def test_two_stocks_of_different_months_keep_the_newest_row_and_say_so(tmp_path: Path) -> None:
    old = made.establishment(dateDernierTraitementEtablissement="2026-05-01", enseigne1Etablissement="OLD")
    gone = made.establishment(101022, dateDernierTraitementEtablissement="2026-05-01")
    new = made.establishment(dateDernierTraitementEtablissement="2026-09-01", enseigne1Etablissement="NEW")
    closed = made.establishment(
        101022, dateDernierTraitementEtablissement="2026-09-01", etatAdministratifEtablissement="F"
    )

    report = import_stock(
        [
            made.write_csv(tmp_path / "september.csv", new, closed),
            made.write_csv(tmp_path / "may.csv", old, gone),
        ],
        folder=tmp_path / "index",
    )

    assert [company.name for company in all_of(tmp_path / "index")] == ["NEW"]
    assert (report.kept, report.closed, report.as_of) == (1, 1, date(2026, 9, 1))
    assert any("même âge" in warning for warning in report.warnings)


def test_the_same_row_twice_is_one_company(tmp_path: Path) -> None:
    row = made.establishment()

    report = import_stock([made.write_csv(tmp_path / "stock.csv", row, row)], folder=tmp_path / "index")

    assert report.kept == len(all_of(tmp_path / "index")) == 1


def test_a_stock_with_nobody_to_propose_leaves_the_old_index(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path / "index")
    before = all_of(tmp_path / "index")

    with pytest.raises(Refused, match="rien n’a été importé"):
        import_stock([made.write_csv(tmp_path / "stock.csv")], folder=tmp_path / "index")

    assert all_of(tmp_path / "index") == before


def variants() -> dict[str, bytes]:
    """Return the sample as others may save it."""
    text = STOCK.read_text("utf-8")
    rows = told(STOCK)
    columns = made.headers(STOCK)
    upper = "\n".join([text.partition("\n")[0].upper(), text.partition("\n")[2]])
    return {
        "crlf": text.replace("\n", "\r\n").encode(),
        "bom": b"\xef\xbb\xbf" + text.encode(),
        "semicolons": made.as_csv(rows, separator=";").encode(),
        "tabs": made.as_csv(rows, separator="\t").encode(),
        "upper-case columns": upper.encode(),
        "shuffled columns": made.as_csv(rows, columns=columns[::-1]).encode(),
        "more columns": made.as_csv(rows, columns=[*columns, "inconnue"]).encode(),
        "utf-16": text.encode("utf-16"),
        "no last line end": text.rstrip("\n").encode(),
    }


@pytest.mark.parametrize("variant", sorted(variants()))
def test_the_same_rows_saved_otherwise_are_the_same_companies(
    tmp_path: Path, samples: Path, variant: str
) -> None:
    other = tmp_path / "étab [copie] *1.csv"
    other.write_bytes(variants()[variant])

    report = import_stock([other, LEGAL_UNITS, POINTS], folder=tmp_path / "index")

    assert all_of(tmp_path / "index") == all_of(samples)
    assert report.refused == 0


def test_zip_and_gzip_are_read(tmp_path: Path, samples: Path) -> None:
    packed = tmp_path / "StockEtablissement_utf8.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(STOCK, "StockEtablissement_utf8.csv")
        archive.writestr("LISEZMOI.txt", "rien")
    gz = tmp_path / "legal.csv.gz"
    gz.write_bytes(gzip.compress(LEGAL_UNITS.read_bytes()))

    import_stock([packed, gz, POINTS], folder=tmp_path / "index")

    assert all_of(tmp_path / "index") == all_of(samples)


def test_a_zip_of_two_official_files_gives_both(tmp_path: Path, samples: Path) -> None:
    packed = tmp_path / "tout.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(STOCK, "a.csv")
        archive.write(LEGAL_UNITS, "b.csv")

    import_stock([packed, POINTS], folder=tmp_path / "index")

    assert all_of(tmp_path / "index") == all_of(samples)


def test_an_old_encoding_is_read_and_told(tmp_path: Path) -> None:
    row = made.establishment(enseigne1Etablissement="CAFÉ DES ÉCOLES")
    path = tmp_path / "stock.csv"
    path.write_bytes(made.as_csv([row]).encode("latin-1"))

    report = import_stock([path], folder=tmp_path / "index")

    assert all_of(tmp_path / "index")[0].name == "CAFÉ DES ÉCOLES"
    assert any("UTF-8" in warning for warning in report.warnings)


def test_no_space_is_left_on_the_disk_by_the_work(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path)
    import_stock(WHOLE, folder=tmp_path)

    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".duckdb"]


def test_the_report_is_kept_with_the_index(tmp_path: Path) -> None:
    from tremplin.companies.sirene.index import imported

    report = import_stock([BROKEN / "StockEtablissement_valeurs_invalides.csv"], folder=tmp_path)

    assert imported(tmp_path) == report
    assert isinstance(report, ImportReport)


def test_what_is_said_is_written_as_in_french(tmp_path: Path) -> None:
    report = import_stock(
        [BROKEN / "StockEtablissement_tronque.csv", BROKEN / "StockEtablissement_valeurs_invalides.csv"],
        folder=tmp_path / "broken",
    )
    legal = made.write_csv(tmp_path / "legal.csv", made.company(101014), columns=made.headers(LEGAL_UNITS))
    unmatched = import_stock([STOCK, legal], folder=tmp_path / "unmatched")

    said = [
        *report.warnings,
        *unmatched.warnings,
        *(fault.reason for fault in (*report.flags, *report.refusals)),
    ]
    assert not faults("".join(f"<p>{sentence}</p>" for sentence in said))


@pytest.mark.parametrize("left", [b"", bytes(8192), b"not a database"])
def test_a_damaged_work_file_is_thrown_away(tmp_path: Path, left: bytes) -> None:
    incoming = tmp_path / "index" / "incoming"
    incoming.mkdir(parents=True)
    (incoming / "work.duckdb").write_bytes(left)
    stock = made.write_csv(tmp_path / "stock.csv", made.establishment(101014))

    assert import_stock([stock], folder=tmp_path / "index").kept == 1


def test_a_quote_that_never_closes_is_said_with_its_line(tmp_path: Path) -> None:
    rows = [made.establishment(101014 + rank) for rank in range(2)]
    stock = made.write_csv(tmp_path / "stock.csv", *rows)
    stock.write_text(stock.read_text("utf-8") + '000100008,"MAISON' + "x,\n" * 80_000, "utf-8")

    with pytest.raises(Refused, match="guillemet"):
        import_stock([stock], folder=tmp_path / "index")
