"""A proposal written, looked at, refused, printed, kept and opened again, as plain pages."""

import io
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from tests.documents.reading import catalog, letters, pages
from tests.people import make_student
from tests.prospecting.made import TODAY, make_signal, make_target
from tests.typography import faults
from tests.value import made as journal
from tremplin.journal.models import Entry, Visibility
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.domain.examples import examples
from tremplin.prospecting.models import Proposal, ProposalVersion, SignalKind, Target
from tremplin.prospecting.operations.research import add_hypothesis, weigh
from tremplin.prospecting.queries.proposals import first_values
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
FINDING = "38 avis sur 140 citent un article introuvable, soit 27 %. À Rezé, 5 articles sur 12 manquaient."
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of April."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: TODAY)


@pytest.fixture
def target() -> Target:
    """A shop with two signals of two sources."""
    make_student(first_name="Alice", last_name="Marchetti", studies="M1 Management")
    shop = make_target("Troquinette")
    make_signal(shop, "38 avis sur 140 citent un article introuvable en boutique.")
    make_signal(
        shop,
        "5 articles sur 12 testés manquaient en rayon.",
        kind=SignalKind.OBSERVATION,
        source="Visite de Rezé",
        seen_on=date(2026, 3, 28),
    )
    return shop


@pytest.fixture
def entry() -> int:
    """An entry of Alice's journal with a confirmed passage."""
    found = journal.write(journal.make_followed(), "J’ai repris l’inventaire de l’atelier.")
    journal.figure(found, "before_after", unit="%", before=18, after=6, subject="écarts d’inventaire")
    return found.pk


def address(target: Target, rest: str = "") -> str:
    return f"/trouver/{target.pk}/proposition/{rest}"


def started(client: Client, target: Target, example: str = "") -> Proposal:
    client.post(address(target, "commencer/"), {"example": example})
    return Proposal.objects.get(deleted_at=None)


def whole(client: Client, target: Target, **changes: Any) -> dict[str, Any]:
    """Return everything the form of a complete page posts."""
    kept = Proposal.objects.get(deleted_at=None)
    typed: dict[str, Any] = {
        "revision": kept.revision,
        "promise": "Que chaque article affiché en ligne soit vraiment en rayon",
        "finding": FINDING,
        "cost": "Un déplacement pour rien, un avis négatif.",
        "mission": "Fiabiliser le stock affiché dans trois boutiques pilotes.",
        "sought": "internship",
        "starts_on": "04/05/2026",
        "weeks": "16",
        "weekly_hours": "35",
        "deliverables": "Semaine 4 : mesure de l’écart dans 3 boutiques\nSemaine 16 : méthode écrite",
        "indicators": "Part d’articles introuvables, relevée chaque mois.",
        "why_me": "Je sais compter un stock avec une équipe.",
        "needs": "Un référent une heure par semaine.",
        "ask": "Vingt minutes la semaine du 13 avril ?",
        "sender": "Alice Marchetti\nM1 Management",
        "place": "Angers",
        "recipient": "",
        "signals": [one.pk for one in target.signals.all()],
        "proofs": [],
    }
    return {**typed, **changes}


def saved(client: Client, target: Target, **changes: Any) -> Any:
    return client.post(address(target), whole(client, target, **changes))


def text(client: Client, path: str) -> str:
    """Return a page that must be well, strict and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert faults(page) == []
    assert not INLINE.search(page)
    return page


def test_writing_a_proposal_asks_for_which_target(client: Client, target: Target) -> None:
    page = text(client, "/trouver/proposition/")

    assert f'href="{address(target)}"' in page


def test_it_starts_from_the_research_with_its_signals_ticked(client: Client, target: Target) -> None:
    assert "2 signaux" in text(client, address(target)).replace("\u00a0", " ")

    kept = started(client, target)

    assert kept.signals.count() == 2
    assert kept.sender == "Alice Marchetti\nM1 Management"
    assert "38 avis" in text(client, address(target)).replace("\u00a0", " ")


def test_a_complete_page_prints_on_one_tagged_page(client: Client, target: Target, entry: int) -> None:
    started(client, target)
    why = "J’ai ramené les écarts d’inventaire de 18 % à 6 %."
    assert saved(client, target, why_me=why, proofs=[entry]).status_code == 302

    answer = client.get(address(target, "proposition.pdf"))

    assert answer["Content-Type"] == "application/pdf"
    (sheet,) = pages(answer.content)
    for said in (
        "Troquinette",
        "38 avis sur 140",
        "27 %",
        "de 18 % à 6 %",
        "Stage de 16 semaines",
        "Avis publics",
    ):
        assert letters(said) in letters(sheet)
    assert catalog(answer.content)["/MarkInfo"]["/Marked"]
    assert len(PdfReader(io.BytesIO(answer.content)).pages) == 1


def test_the_word_file_says_the_same(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)

    answer = client.get(address(target, "proposition.docx"))

    document = Document(io.BytesIO(answer.content))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert any("38\u00a0avis" in one or "38 avis" in one for one in cells)
    assert any("Vingt minutes" in one.text for one in document.paragraphs)


@pytest.mark.parametrize(
    ("field", "text_typed", "number"),
    [
        ("finding", "Dans 72 % des boutiques, un article manque.", "72"),
        ("cost", "Cela coûte 4 000 € par mois.", "4"),
        ("why_me", "J’ai réduit les écarts de 80 %.", "80"),
        ("promise", "Gagner 900 clients", "900"),
    ],
)
def test_a_number_nothing_supports_keeps_the_page_from_leaving(
    client: Client, target: Target, field: str, text_typed: str, number: str
) -> None:
    started(client, target)
    saved(client, target, **{field: text_typed})

    page = text(client, address(target))
    refused = [client.get(address(target, name)) for name in ("proposition.pdf", "proposition.docx", "mail/")]

    assert "sans preuve" in page
    assert re.search(rf'<a class="flag" href="#remarque-\d+">{number}', page) or field == "promise"
    assert [answer.status_code for answer in refused] == [409, 409, 409]
    assert all(number in answer.content.decode() for answer in refused)


def test_a_figure_of_the_plan_is_free(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target, indicators="Sous 10 % dans 11 boutiques.", needs="Deux heures par semaine.")

    assert client.get(address(target, "proposition.pdf")).status_code == 200


def test_unticking_the_signal_takes_its_number_away(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target, signals=[])

    assert client.get(address(target, "proposition.pdf")).status_code == 409
    assert "moins de deux sources" in text(client, address(target))


def test_a_page_too_long_is_refused_with_its_lines(client: Client, target: Target) -> None:
    started(client, target)
    lines = "\n".join(f"Semaine {week} : un relevé" for week in range(1, 40))
    saved(client, target, deliverables=lines)

    page = text(client, address(target))
    answer = client.get(address(target, "proposition.pdf"))

    assert "Trop long" in page
    assert answer.status_code == 409
    assert "Ligne de trop" in answer.content.decode()
    assert "Vingt minutes la semaine du 13 avril" in answer.content.decode()


def test_more_than_three_hundred_words_are_refused(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target, mission="stock " * 290)

    assert "Trop de mots" in text(client, address(target))
    assert client.get(address(target, "proposition.pdf")).status_code == 409


@pytest.mark.parametrize("key", [one.key for one in examples()])
def test_no_example_can_be_printed_before_its_evidence_is_replaced(
    client: Client, target: Target, key: str
) -> None:
    started(client, target, example=key)

    page = text(client, address(target))

    assert "Ce passage vient de l’exemple" in page
    assert "de l’exemple à remplacer" in page
    assert client.get(address(target, "proposition.pdf")).status_code == 409


def test_the_brackets_of_an_example_removed_its_figures_still_have_no_proof(
    client: Client, target: Target
) -> None:
    kept = started(client, target, example="marie")
    finding = re.sub(r"\[[^:]*: |\]", "", kept.finding)
    client.post(address(target), {**whole(client, target), "finding": finding, "signals": []})

    assert client.get(address(target, "proposition.pdf")).status_code == 409
    assert "sans preuve" in text(client, address(target))


def test_the_fragment_is_the_page_s_own_node(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)
    typed = whole(client, target, finding="Dans 72 % des boutiques, cela manque.")

    page = client.post(address(target, "apercu/"), typed).content.decode()
    fragment = client.post(address(target, "apercu/"), typed, headers=HTMX).content.decode()

    assert "<html" not in fragment
    assert _node(fragment) == _node(page)
    assert "72" in _node(page)
    assert "72" not in Proposal.objects.get().finding


def _node(page: str) -> str:
    start = page.index('<div id="apercu">')
    return re.sub(r"\s+", " ", page[start : page.index("</article>", start)])


def test_a_stale_save_loses_nothing(client: Client, target: Target) -> None:
    started(client, target)
    old = whole(client, target)
    saved(client, target, promise="Un autre titre")

    answer = client.post(address(target), old)

    assert answer.status_code == 409
    assert "Un autre titre" in answer.content.decode()
    assert "vraiment en rayon" in answer.content.decode()


def test_what_is_refused_stays_typed(client: Client, target: Target) -> None:
    started(client, target)

    answer = saved(client, target, weeks="seize", mission="Compter le stock")

    assert answer.status_code == 422
    assert "nombre entier de semaines" in answer.content.decode()
    assert "Compter le stock" in answer.content.decode()


def test_the_law_is_asked_about_the_mission(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target, mission="Remplacer Mme Roux pendant son congé de maternité.", weeks="40")

    page = text(client, address(target))

    assert "Une mission revient à remplacer quelqu’un" in page
    assert "trop long" in page
    assert "Gratification due" in page
    assert "L.\u00a0124-7" in page


def test_an_apprenticeship_is_told_other_rules(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target, sought="apprenticeship", weeks="52")

    page = text(client, address(target))

    assert "L.\u00a06222-7-1" in page
    assert "Gratification due" not in page


def test_each_print_keeps_one_version_until_the_text_changes(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)

    client.get(address(target, "proposition.pdf"))
    client.get(address(target, "proposition.docx"))
    saved(client, target, cost="Des clients perdus.")
    client.get(address(target, "proposition.pdf"))

    assert list(Proposal.objects.get().versions.values_list("number", flat=True)) == [2, 1]


def test_two_versions_are_compared_word_by_word_and_one_is_reopened(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)
    client.post(address(target, "garder/"), {"why": "avant la relance"})
    saved(client, target, cost="Un déplacement pour rien, une vente perdue.")
    client.post(address(target, "garder/"))

    compared = text(client, address(target, "versions/"))
    client.post(address(target, "versions/1/rouvrir/"))

    assert "avant la relance" in compared
    assert "<del>" in compared
    assert "<ins>" in compared
    assert Proposal.objects.get().cost == "Un déplacement pour rien, un avis négatif."
    assert "avis négatif" in text(client, address(target, "versions/1/"))


def test_a_removed_proposal_comes_back(client: Client, target: Target) -> None:
    kept = started(client, target)
    client.post(address(target, "supprimer/"))
    assert "Une page, un problème" in text(client, address(target))

    client.post(address(target, f"{kept.pk}/retablir/"))

    assert Proposal.objects.get(deleted_at=None).pk == kept.pk


def test_the_message_says_what_the_page_says(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)

    page = text(client, address(target, "mail/"))

    assert "mailto:?subject=" in page
    assert "Semaine 4" in page
    assert "Troquinette" in page


def test_an_entry_reserved_for_its_company_is_pointed_out(client: Client, target: Target, entry: int) -> None:
    started(client, target)
    saved(client, target, why_me="De 18 % à 6 % d’écarts.", proofs=[entry])
    assert "est réservée à" in text(client, address(target))

    Entry.objects.update(visibility=Visibility.PRIVATE)

    assert (
        "18 %"
        not in re.findall(r"<fieldset[^>]*id_proofs.*?</fieldset>", text(client, address(target)), re.S)[0]
    )
    assert client.get(address(target, "proposition.pdf")).status_code == 409


def test_restoring_over_a_new_one_keeps_both(client: Client, target: Target) -> None:
    first = started(client, target)
    client.post(address(target, "supprimer/"))
    second = started(client, target, example="marie")

    client.post(address(target, f"{first.pk}/retablir/"))
    assert Proposal.objects.get(deleted_at=None) == first
    client.post(address(target, f"{second.pk}/retablir/"))

    assert Proposal.objects.get(deleted_at=None) == second
    assert client.post(address(target, "999/retablir/")).status_code == 404


def test_what_is_not_there_answers_404(client: Client, target: Target) -> None:
    for rest in ("proposition.pdf", "mail/", "versions/"):
        assert client.get(address(target, rest)).status_code == 404
    started(client, target)

    assert client.get(address(target, "versions/7/")).status_code == 404
    assert client.get("/trouver/999/proposition/").status_code == 404
    assert "Aucune version gardée" in text(client, address(target, "versions/"))


def test_starting_twice_keeps_what_was_written(client: Client, target: Target) -> None:
    started(client, target)
    saved(client, target)

    client.post(address(target, "commencer/"), {"example": "marie"})

    assert "en rayon" in Proposal.objects.get().promise


def test_it_is_addressed_to_someone_of_the_company(client: Client, target: Target) -> None:
    person = find_or_add_person("Hélène Quintard")
    person.roles.create(organization=target.organization, title="responsable e-commerce")
    started(client, target)
    saved(client, target, recipient=str(person.pk))

    (sheet,) = pages(client.get(address(target, "proposition.pdf")).content)

    assert letters("À l’attention d’Hélène Quintard, responsable e-commerce") in letters(sheet)


def test_the_example_of_ines_can_be_printed() -> None:
    load_demo(on=TODAY)
    client, troquinette = Client(), Target.objects.get(organization__name="Troquinette")

    page = text(client, address(troquinette))

    assert "Votre proposition tient sur une page" in page
    assert client.get(address(troquinette, "proposition.pdf")).status_code == 200


def test_a_version_is_kept_when_it_is_printed_not_when_it_is_looked_at() -> None:
    load_demo(on=TODAY)
    client, troquinette = Client(), Target.objects.get(organization__name="Troquinette")
    ProposalVersion.objects.all().delete()
    pdf = address(troquinette, "proposition.pdf")

    looked = [client.head(pdf), client.get(pdf, headers={"Sec-Purpose": "prefetch"})]

    assert [one.status_code for one in looked] == [200, 200]
    assert not ProposalVersion.objects.exists()
    client.get(pdf)
    assert ProposalVersion.objects.count() == 1


def test_a_first_day_far_away_is_refused_and_one_already_kept_still_opens(
    client: Client, target: Target
) -> None:
    started(client, target)

    answer = saved(client, target, starts_on="01/12/9999")

    assert answer.status_code == 422
    assert "vérifiez l’année" in answer.content.decode()
    Proposal.objects.update(starts_on="9999-12-01", weeks=16)
    assert "trop lointaine" in text(client, address(target))
    typed = whole(client, target, starts_on="01/12/9999")
    assert client.post(address(target, "apercu/"), typed).status_code in {200, 422}


def test_a_text_the_form_takes_is_one_the_row_takes(client: Client, target: Target) -> None:
    started(client, target)

    assert saved(client, target, sender="Alice " * 400, finding="Un avis. " * 300).status_code == 302

    Proposal.objects.get().full_clean()


@pytest.mark.django_db
def test_a_proposal_begun_from_research_holds_the_words_that_speak_for_the_problem() -> None:
    target = make_target()
    told, other = make_signal(target), make_signal(target, "12 rayons vides le 4 mars.")
    problem = add_hypothesis(target, problem="Des articles affichés sont introuvables.")
    weigh(problem, told, side="for")
    weigh(problem, other, side="against")

    fields, _signals = first_values(target, None)

    assert fields["finding"] == f"{problem.problem}\n{told.quote}"
