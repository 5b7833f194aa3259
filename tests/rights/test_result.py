"""The result page: verdict, points, facts, and nothing it should not say."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from django.test import Client
from django.utils import timezone

from tests.rights.kept import RECEIVED, SIGNED, keep, page_of
from tests.typography import faults
from tremplin.rights.models import Version
from tremplin.rights.queries import _audited


@pytest.fixture
def received(db: None) -> Version:
    """The example as received."""
    return keep(RECEIVED)


def test_the_title_states_the_verdict_and_counts_every_level(client: Client, received: Version) -> None:
    page = client.get(page_of(received)).content.decode()

    assert "<h1>Votre convention a deux points contraires à la loi</h1>" in page
    assert all(word in page for word in ("à corriger", "à préciser", "à vérifier", "conformes"))
    assert faults(page) == []


def test_a_point_shows_words_page_article_stake_and_what_to_ask(client: Client, received: Version) -> None:
    page = client.get(page_of(received)).content.decode()

    point = page.split('id="p1"')[1].split("</article>")[0]
    assert "«\u00a0La gratification est fixée à 4,35\u00a0€ par heure de présence.\u00a0»" in point.replace(
        " €", "\u00a0€"
    )
    assert "<p>page 2</p>" in point
    assert "L. 124-6" in point
    assert "<mark>110,25\u00a0€</mark>" in point
    assert 'data-tremplin-copy="p1-q"' in point


def test_the_list_counts_what_to_correct_and_what_to_clarify(client: Client, received: Version) -> None:
    page = client.get("/droits/convention/").content.decode()

    row = page.split('id="h-conventions"')[1]
    assert "points à corriger" in row
    assert "à préciser" in row
    assert faults(page) == []


def test_an_absence_says_which_words_were_looked_for(client: Client, received: Version) -> None:
    page = client.get(page_of(received)).content.decode()

    assert "Rien dans les 4\u00a0pages. Mots cherchés\u00a0: congé, absence, autorisation." in page
    assert "mention absente" in page


def test_each_fact_shows_its_words_and_page_and_can_be_corrected(client: Client, received: Version) -> None:
    page = client.get(page_of(received)).content.decode()

    row = page.split('id="fait-company"')[1].split("</li>")[0]
    assert "Cargolière SAS" in row
    assert "page\u00a01" in row
    assert f'href="{page_of(received)}fait/company/"' in row


def test_the_agreement_s_address_opens_its_latest_version(client: Client, received: Version) -> None:
    keep(SIGNED, agreement=received.agreement)

    page = client.get(f"/droits/convention/{received.agreement_id}/").content.decode()

    assert "version\u00a02" in page


def as_text(text: str, folder: Path) -> Path:
    """Write a text file."""
    path = folder / "convention.txt"
    path.write_text(text, encoding="utf-8")
    return path


def as_pdf(text: str, folder: Path) -> Path:
    """Set the same text as a PDF."""
    source = '#for line in sys.inputs.text.split("\\n") [#line \\ ]'
    pdf = typst.compile(source.encode(), sys_inputs={"text": text})
    path = folder / "convention.pdf"
    path.write_bytes(pdf)
    return path


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("written", [as_text, as_pdf])
def test_a_quote_that_holds_markup_stays_text(
    client: Client, tmp_path: Path, written: Callable[[str, Path], Path]
) -> None:
    text = RECEIVED_TEXT.replace("4,35 €", "4,35 € <script>alert(1)</script> <img src=x onerror=alert(1)>")
    version = keep(written(text, tmp_path))

    page = client.get(page_of(version)).content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


RECEIVED_TEXT = """Convention de stage

Établissement d’enseignement : Université de Valmont
Organisme d’accueil : Cargolière SAS
Stagiaire : Inès Marchetti

Le stage a lieu du 2 février 2026 au 3 juillet 2026.
Durée totale de présence effective : 735 heures.
La durée hebdomadaire de présence est de 35 heures.
La gratification est fixée à 4,35 € par heure de présence, versée chaque mois.

Fait à Angers, le 8 janvier 2026
"""


@pytest.mark.usefixtures("db")
def test_a_page_that_could_not_be_read_is_said_and_never_called_compliant(client: Client) -> None:
    version = keep(SIGNED)
    content = version.content
    assert content is not None
    content["unreadable"] = [[3, "La page 3 est une photo trop floue. Demandez le fichier d’origine."]]
    Version.objects.update(content=content, read_at=timezone.now())

    page = client.get(page_of(version)).content.decode()

    assert "Page 3 illisible." in page
    assert "trop floue" in page
    assert "ne contient rien de contraire" not in page


@pytest.mark.usefixtures("db")
def test_a_mention_that_may_stand_on_an_unread_page_is_not_called_absent(client: Client) -> None:
    version = keep(RECEIVED)
    content = version.content
    assert content is not None
    content["pages"] = content["pages"][:1]
    late = "est une image trop longue à reconnaître : elle n’a pas été lue."
    content["unreadable"] = [[number, f"La page {number} {late}"] for number in (2, 3, 4)]
    Version.objects.update(content=content, read_at=timezone.now())

    page = client.get(page_of(version)).content.decode()

    assert "Les pages 2, 3 et 4 n’ont pas été lues\u00a0: reconnaissance trop longue." in page
    assert "Dans les pages lues, aucune place n’est prévue pour signer" in page
    assert "Pas lu\u00a0: pages 2, 3 et 4." in page
    assert "pas lu\u00a0: pages 2, 3 et 4" in page
    assert all(word not in page for word in ("mention absente", "illisible", "Rien dans les 4"))
    assert faults(page) == []


@pytest.mark.usefixtures("db")
def test_what_the_law_leaves_uncertain_is_shown_as_a_doubt(client: Client, tmp_path: Path) -> None:
    signed_late = RECEIVED_TEXT.replace("le 8 janvier 2026", "le 10 février 2026")

    page = client.get(page_of(keep(as_text(signed_late, tmp_path)))).content.decode()

    assert "après le début" in page
    assert "La loi laisse un doute." in page


def test_letters_recognised_in_an_image_are_said_to_be_doubtful(client: Client, received: Version) -> None:
    Version.objects.update(from_image=True)

    assert "Ce fichier est une image." in client.get(page_of(received)).content.decode()


def test_a_page_seen_again_is_not_audited_again(client: Client, received: Version) -> None:
    client.get(page_of(received))
    audits = _audited.cache_info().misses

    client.get(page_of(received))

    assert _audited.cache_info().misses == audits


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    "path", ["999/", "999/1/", "999/1/mail/", "999/comparer/", "999/1/fichier/", "999/1/fait/city/"]
)
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/droits/convention/{path}").status_code == 404
