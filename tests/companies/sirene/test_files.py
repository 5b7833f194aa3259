"""Files that are not what they seem: told in a sentence, never a crash, nothing lost."""

import gzip
import zipfile
from pathlib import Path

import duckdb
import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import LEGAL_UNITS, POINTS, SAMPLES, STOCK, WHOLE
from tests.typography import faults
from tremplin.companies.sirene import index
from tremplin.companies.sirene.files import recognise
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import NotSirene


def refusal(path: Path) -> str:
    """Return why a file is refused."""
    with pytest.raises(NotSirene) as caught:
        recognise(path)
    said = str(caught.value)
    assert not faults(f"<p>{said}</p>")
    return said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "est vide"),
        (b"   \n\n", "est vide"),
        (b"<!DOCTYPE html><html><body>Connexion</body></html>", "page web"),
        (b"\n <html>", "page web"),
        (b"a,b,c\n1,2,3\n", "n’a pas les colonnes"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "pas un fichier texte"),
        (b"PK\x03\x04 and then nothing", "incomplète ou abîmée"),
        (b"\x1f\x8b\x08\x00 and then nothing", "incomplète ou abîmée"),
        (b"PAR1 and then nothing", "incomplet ou abîmé"),
        (b'{"siret": "00010101400017"}', "n’a pas les colonnes"),
        (b"siret,siret,etatAdministratifEtablissement,codeCommuneEtablissement\n", "deux colonnes"),
    ],
)
def test_another_content_is_refused_by_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "StockEtablissement_utf8.csv"
    path.write_bytes(content)

    assert said in refusal(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "est un dossier" in refusal(tmp_path)
    assert "n’a pas pu être ouvert" in refusal(tmp_path / "absent.csv")


@pytest.mark.parametrize(
    ("column", "said"),
    [("dateFin", "historique"), ("siretEtablissementPredecesseur", "liens de succession")],
)
def test_official_files_a_search_does_not_need_are_named(tmp_path: Path, column: str, said: str) -> None:
    path = tmp_path / "stock.csv"
    path.write_text(f"{','.join(made.headers(STOCK))},{column}\n", "utf-8")

    assert said in refusal(path)


def test_kinds_are_told_by_columns_and_not_by_names(tmp_path: Path) -> None:
    for number, (path, kind) in enumerate(
        zip(WHOLE, ("establishments", "legal_units", "points"), strict=True)
    ):
        other = tmp_path / f"{number}.txt"
        other.write_bytes(path.read_bytes())

        assert recognise(other)[0].kind == kind


@pytest.mark.parametrize("kept", [8, 1000, -100, -4])
def test_a_parquet_cut_anywhere_is_refused(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "stock.parquet"
    path.write_bytes((SAMPLES / "StockEtablissement_utf8.parquet").read_bytes()[:kept])

    assert "Téléchargez-le à nouveau" in refusal(path)


def test_a_parquet_damaged_inside_leaves_the_old_index(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path / "index")
    content = bytearray((SAMPLES / "StockEtablissement_utf8.parquet").read_bytes())
    content[100:9000] = b"\xff" * 8900
    path = tmp_path / "stock.parquet"
    path.write_bytes(content)

    with pytest.raises(NotSirene):
        import_stock([path], folder=tmp_path / "index")

    report = index.imported(tmp_path / "index")
    assert report is not None
    assert report.kept == 31


def test_a_gzip_cut_in_the_middle_is_refused(tmp_path: Path) -> None:
    rows = [made.establishment(number) for number in range(100_000, 109_000)]
    packed = gzip.compress(made.as_csv(rows).encode())
    path = tmp_path / "stock.csv.gz"
    path.write_bytes(packed[: len(packed) * 2 // 3])

    with pytest.raises(NotSirene, match="abîmé"):
        import_stock([path], folder=tmp_path / "index")

    assert not index.is_imported(tmp_path / "index")


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bombe.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("StockEtablissement_utf8.csv", b"0" * 60_000_000)

    assert "Rien n’a été déplié" in refusal(path)


def test_an_empty_zip_and_a_locked_one_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "vide.zip"
    with zipfile.ZipFile(path, "w"):
        pass
    locked = tmp_path / "chiffre.zip"
    with zipfile.ZipFile(locked, "w") as archive:
        archive.write(STOCK, "a.csv")
    content = bytearray(locked.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(content)

    assert "ne contient aucun fichier CSV" in refusal(path)
    assert "incomplète ou abîmée" in refusal(locked)


def test_a_zip_whose_content_is_damaged_leaves_nothing_behind(tmp_path: Path) -> None:
    rows = [made.establishment(number) for number in range(100_000, 112_000)]
    path = tmp_path / "stock.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stock.csv", made.as_csv(rows))
    content = bytearray(path.read_bytes())
    middle = len(content) * 9 // 10
    content[middle : middle + 40] = bytes(40)
    path.write_bytes(content)

    with pytest.raises(NotSirene, match="abîmée"):
        import_stock([path], folder=tmp_path / "index")

    assert not list((tmp_path / "index").rglob("*.csv"))


def test_numbers_kept_as_numbers_in_a_parquet_are_read(tmp_path: Path) -> None:
    path = tmp_path / "stock.parquet"
    with duckdb.connect() as database:
        stock = database.read_parquet(str(SAMPLES / "StockEtablissement_utf8.parquet"))
        columns = "* REPLACE (siret::BIGINT AS siret, siren::BIGINT AS siren)"
        stock.project(columns).write_parquet(str(path))

    report = import_stock([path, LEGAL_UNITS, POINTS], folder=tmp_path / "index")

    assert (report.kept, report.refused) == (31, 0)


@pytest.mark.parametrize("line", [2, 4])
def test_a_quote_never_closed_is_told_with_its_line(tmp_path: Path, line: int) -> None:
    lines = made.as_csv([made.establishment(101014 + number) for number in range(1500)]).splitlines()
    lines[line - 1] = lines[line - 1].replace("MAISON", '"MAISON')
    path = tmp_path / "stock.csv"
    path.write_text("\n".join(lines), "utf-8")

    assert f"ligne {line}\u00a0: un guillemet" in refusal(path)
