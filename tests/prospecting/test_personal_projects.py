"""Personal projects: ideas, a verdict in words, two weeks, figures with a source, one page."""

import io
import re
from datetime import date
from html import unescape
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from tests.filled import filled
from tests.people import make_student
from tests.prospecting.made import TODAY, make_target
from tests.typography import faults
from tremplin.documents.one_page import TooLong
from tremplin.documents.personal_project import PersonalProject as Page
from tremplin.documents.personal_project import personal_project_to_pdf
from tremplin.prospecting.domain.personal_projects import ideas
from tremplin.prospecting.models import PersonalProject

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
ROOT = "/trouver/projets/"
SOURCE = {
    "says": "38 avis sur 140 citent un article introuvable", "where": "Avis publics de six boutiques",
    "url": "", "on": "18/03/2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice, on 2 April 2026."""
    make_student()
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: TODAY)


def text(client: Client, path: str) -> str:
    """Return a page that must be well, strict and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert faults(page) == []
    assert not INLINE.search(page)
    return page


def kept(client: Client, **said: str) -> PersonalProject:
    """Keep a project through its page."""
    typed = {
        "title": "Ce que disent les avis",
        "kind": "analysis",
        "question": "",
        "sector": "",
        "target": "",
        **said,
    }
    assert client.post(f"{ROOT}ajouter/", typed).status_code == 302
    return PersonalProject.objects.latest("pk")


def written(client: Client, project: PersonalProject, **said: str) -> Any:
    """Write the words of its page."""
    page = client.get(f"{ROOT}{project.pk}/ecrire/").content.decode()
    return client.post(f"{ROOT}{project.pk}/ecrire/", {**filled(page), **said})


def marked(client: Client, project: PersonalProject, *marks: int) -> str:
    """Mark a project in the order of the criteria and return its page."""
    project.refresh_from_db()
    names = ("useful_score", "proof_score", "feasible_score", "data_score", "visible_score", "drive_score")
    typed = {name: str(mark) for name, mark in zip(names, marks, strict=False)}
    client.post(f"{ROOT}{project.pk}/noter/", {"revision": str(project.revision), **typed})
    return text(client, f"{ROOT}{project.pk}/")


def test_every_idea_of_a_sector_can_be_started_from(client: Client) -> None:
    page = text(client, f"{ROOT}idees/?secteur=transport")

    offered = re.findall(r"\?idee=(\w+)", page)
    assert offered == [one.key for one in ideas() if one.sector == "transport"]
    form = text(client, f"{ROOT}ajouter/?idee={offered[0]}")
    idea = next(one for one in ideas() if one.key == offered[0])
    assert filled(form)["title"] == [idea.title]
    client.post(f"{ROOT}ajouter/?idee={idea.key}", filled(form))
    assert PersonalProject.objects.get().idea == idea.key


def test_a_project_not_marked_says_what_is_missing(client: Client) -> None:
    page = text(client, f"{ROOT}{kept(client).pk}/")

    assert "il manque six" in page
    assert "Pas encore noté\u00a0: Utile à l’entreprise" in page


def test_a_single_one_on_what_decides_sets_a_project_aside_with_its_reason(client: Client) -> None:
    page = marked(client, kept(client), 5, 5, 5, 1, 5, 5)

    assert "À laisser pour l’instant" in page
    assert "Sans données publiques" in page


def test_good_marks_launch_it_and_no_sum_is_shown(client: Client) -> None:
    page = marked(client, kept(client), 4, 5, 3, 4, 3, 4)

    assert "Vaut vos deux semaines" in page
    assert not re.search(r"\d+ ?/ ?30|sur 30", page)


def test_a_mark_outside_one_to_five_is_refused(client: Client) -> None:
    project = kept(client)

    answer = client.post(f"{ROOT}{project.pk}/noter/", {"revision": "1", "useful_score": "9"})

    assert answer.status_code == 422
    project.refresh_from_db()
    assert project.useful_score is None


def test_two_weeks_are_set_once_and_their_days_move_together(client: Client) -> None:
    project = kept(client)

    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "06/04/2026"})
    first = project.steps.count()
    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "13/04/2026"})

    assert project.steps.count() == first > 5
    assert all(1 <= one.day <= 14 for one in project.steps.all())
    page = text(client, f"{ROOT}{project.pk}/")
    assert 'datetime="2026-04-13"' in page
    assert 'datetime="2026-04-06"' not in page
    assert "en cours" in page


def test_a_step_is_done_taken_out_and_put_back(client: Client) -> None:
    project = kept(client)
    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "06/04/2026"})
    first, second = project.steps.all()[:2]

    client.post(f"{ROOT}etapes/{first.pk}/faite/")
    client.post(f"{ROOT}etapes/{second.pk}/retirer/")

    first.refresh_from_db()
    assert first.done_on == TODAY
    assert second.text not in unescape(text(client, f"{ROOT}{project.pk}/"))
    client.post(f"{ROOT}etapes/{second.pk}/retablir/")
    assert second.text in unescape(text(client, f"{ROOT}{project.pk}/"))


def test_a_step_beyond_the_fourteenth_day_is_refused_and_kept_as_typed(client: Client) -> None:
    project = kept(client)
    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "06/04/2026"})
    before = project.steps.count()

    answer = client.post(f"{ROOT}{project.pk}/etapes/", {"day": "15", "text": "Relire"})

    assert answer.status_code == 422
    assert "Le plan tient en 14 jours" in answer.content.decode()
    assert 'value="Relire"' in answer.content.decode()
    assert project.steps.count() == before


def test_a_figure_without_a_source_is_asked_for_and_never_printed(client: Client) -> None:
    project = kept(client)
    written(client, project, finding="38 avis sur 140 citent un article introuvable, soit 27 %.")

    refused = client.get(f"{ROOT}{project.pk}/page.pdf")
    client.post(f"{ROOT}{project.pk}/sources/", SOURCE)
    printed = client.get(f"{ROOT}{project.pk}/page.pdf")

    assert refused.status_code == 409
    assert "D’où vient" in refused.content.decode()
    assert printed.status_code == 200
    assert printed.content.startswith(b"%PDF")
    assert "D’où vient «" not in text(client, f"{ROOT}{project.pk}/")


def test_a_source_taken_out_asks_for_the_figure_again(client: Client) -> None:
    project = kept(client)
    written(client, project, finding="38 avis sur 140 citent un article introuvable.")
    client.post(f"{ROOT}{project.pk}/sources/", SOURCE)

    client.post(f"{ROOT}sources/{project.sources.get().pk}/retirer/")
    assert client.get(f"{ROOT}{project.pk}/page.pdf").status_code == 409
    client.post(f"{ROOT}sources/{project.sources.get().pk}/retablir/")
    assert client.get(f"{ROOT}{project.pk}/page.pdf").status_code == 200


def test_a_source_without_a_day_is_refused_and_kept_as_typed(client: Client) -> None:
    project = kept(client)

    answer = client.post(f"{ROOT}{project.pk}/sources/", {**SOURCE, "on": "mars"})

    assert answer.status_code == 422
    assert SOURCE["says"] in answer.content.decode()
    assert not project.sources.exists()


def test_the_page_read_back_says_everything_on_one_page(client: Client) -> None:
    target = make_target("Troquinette")
    project = kept(client, target=str(target.pk))
    written(
        client, project, question="Que reprochent les clients ?", method="J’ai lu les avis.",
        finding="38 avis sur 140 citent un article introuvable.", limits="Un avis n’est pas un client moyen.",
        offer="Compter pendant 4 semaines.", link="https://alice.example/avis",
    )  # fmt: skip
    client.post(f"{ROOT}{project.pk}/sources/", SOURCE)

    read = pypdf.PdfReader(io.BytesIO(client.get(f"{ROOT}{project.pk}/page.pdf").content))

    assert len(read.pages) == 1
    said = " ".join(read.pages[0].extract_text().split())
    for words in (
        "Alice", "Troquinette", "Que reprochent les clients", "38 avis sur 140", "https://alice.example/avis",
        "Avis publics de six boutiques, 18 mars 2026", "2 avril 2026",
    ):  # fmt: skip
        assert words in said
    assert "/MarkInfo" in read.root_object
    assert "/StructTreeRoot" in read.root_object


def test_a_page_too_long_is_not_printed_and_says_which_lines() -> None:
    page = Page(
        title="Trop long", produced_on=TODAY, method="\n".join(f"Ligne {word}" for word in ["mot"] * 150)
    )

    with pytest.raises(TooLong) as refused:
        personal_project_to_pdf(page)

    assert refused.value.excess[-1] == "Ligne mot"


def test_the_longest_words_the_form_takes_are_one_page_or_refused(client: Client) -> None:
    project = kept(client, title="T" * 160)
    long = {name: ("Un mot simple. " * 60)[:most] for name, most in (("method", 500), ("finding", 600))}
    written(client, project, **long, limits=("Un mot. " * 60)[:300], offer=("Un mot. " * 60)[:300])

    answer = client.get(f"{ROOT}{project.pk}/page.pdf")

    assert len(pypdf.PdfReader(io.BytesIO(answer.content)).pages) == 1


def test_an_address_that_does_not_open_is_refused_with_what_to_do(client: Client) -> None:
    project = kept(client)

    answer = written(client, project, link="pas une adresse")

    assert answer.status_code == 422
    assert "copiez-la depuis le navigateur" in answer.content.decode()
    assert "pas une adresse" in answer.content.decode()


def test_a_stale_window_loses_nothing(client: Client) -> None:
    project = kept(client)
    form = filled(client.get(f"{ROOT}{project.pk}/ecrire/").content.decode())
    client.post(f"{ROOT}{project.pk}/ecrire/", {**form, "method": "Dans le premier"})

    answer = client.post(f"{ROOT}{project.pk}/ecrire/", {**form, "method": "Dans le second"})

    assert answer.status_code == 409
    assert "Dans le premier" in answer.content.decode()
    assert "Dans le second" in answer.content.decode()


def test_projects_are_compared_side_by_side(client: Client) -> None:
    marked(client, kept(client, title="Les avis"), 4, 5, 3, 4, 3, 4)
    kept(client, title="Le parcours")

    page = text(client, f"{ROOT}comparer/")

    assert page.count('scope="col"') == 3
    assert "Vaut vos deux semaines" in page
    assert "pas noté" in page


def test_a_project_is_removed_with_a_way_back(client: Client) -> None:
    project = kept(client)

    page = client.post(f"{ROOT}{project.pk}/retirer/", follow=True).content.decode()

    assert f"{ROOT}{project.pk}/retablir/" in page
    assert client.get(f"{ROOT}{project.pk}/").status_code == 404
    client.post(f"{ROOT}{project.pk}/retablir/")
    assert text(client, f"{ROOT}{project.pk}/")


def test_every_page_is_well_written(client: Client) -> None:
    project = kept(client)
    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "06/04/2026"})
    client.post(f"{ROOT}{project.pk}/sources/", SOURCE)
    step, source = project.steps.first(), project.sources.get()
    assert step is not None

    for path in (
        "", "idees/", "idees/?secteur=inconnu", "ajouter/", "comparer/", f"{project.pk}/",
        f"{project.pk}/ecrire/", f"{project.pk}/noter/", f"etapes/{step.pk}/", f"sources/{source.pk}/",
    ):  # fmt: skip
        assert "<h1" in text(client, f"{ROOT}{path}")


def test_the_days_of_the_plan_are_dated_from_the_first(client: Client) -> None:
    project = kept(client)
    client.post(f"{ROOT}{project.pk}/commencer/", {"on": "06/04/2026"})

    project.refresh_from_db()
    assert project.starts_on == date(2026, 4, 6)
    assert 'datetime="2026-04-19"' in text(client, f"{ROOT}{project.pk}/")


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("method", "J’ai lu 4 000 avis de 12 magasins : 72 % parlent de rupture."),
        ("offer", "Réduire vos retours de 45 %, soit 30 000 € par an."),
        ("sector", "Commerce : 80 % de pertes"),
    ],
)
def test_a_figure_of_the_company_is_asked_for_wherever_it_stands(
    client: Client, field: str, says: str
) -> None:
    project = kept(client)
    PersonalProject.objects.filter(pk=project.pk).update(**{field: says})

    refused = client.get(f"{ROOT}{project.pk}/page.pdf")

    assert refused.status_code == 409
    assert "D’où vient" in refused.content.decode()
