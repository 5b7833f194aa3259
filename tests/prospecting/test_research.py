"""Research: signals with their source, hypotheses that compete, questions, thirty minutes of reading."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.filled import filled
from tests.prospecting.made import make_signal, make_target
from tests.typography import faults
from tremplin.prospecting.domain.evidence import Weight, highlighted, verdict
from tremplin.prospecting.domain.research import research_steps, session_minutes
from tremplin.prospecting.models import HostKind, OpenQuestion, ProblemHypothesis, ResearchSession, Signal
from tremplin.prospecting.operations.research import add_hypothesis, add_question, weigh
from tremplin.prospecting.queries.research import cell_name, research_on

KINDS = [kind.value for kind in HostKind]


def page_of(client: Client, name: str, *args: int) -> str:
    page = client.get(reverse(f"prospecting:{name}", args=args)).content.decode()
    assert faults(page) == []
    return page


def keep(hypothesis: ProblemHypothesis) -> None:
    ProblemHypothesis.objects.filter(pk=hypothesis.pk).update(standing="kept")


# Rules


@given(st.text(max_size=200))
def test_highlighting_loses_no_letter(text: str) -> None:
    assert "".join(part.text for part in highlighted(text)) == text


def test_a_count_out_of_another_is_one_figure() -> None:
    marked = [part.text for part in highlighted("38 avis sur 140 lus, soit 27\u00a0%.") if part.is_figure]

    assert marked == ["38 avis sur 140", "27\u00a0%"]


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        (Weight(), "Aucun signal pour l’instant"),
        (Weight(in_favour=2, against=1), "Deux\u00a0signaux pour, un contre"),
        (Weight(in_favour=0, against=3), "Aucun signal pour, trois contre"),
    ],
)
def test_evidence_is_counted_in_words(weight: Weight, said: str) -> None:
    assert weight.said == said


@pytest.mark.parametrize(
    ("standing", "sources", "level"),
    [("kept", 0, "warn"), ("kept", 1, "warn"), ("kept", 2, "ok"), ("open", 5, "ask"), ("dropped", 5, "off")],
)
def test_a_problem_holds_from_two_sources_on(standing: str, sources: int, level: str) -> None:
    assert verdict(standing, Weight(in_favour=sources, sources=sources))[0] == level


@pytest.mark.parametrize("kind", [*KINDS, "unknown"])
@pytest.mark.parametrize(
    "known", [{}, {"siren": "000100008"}, {"siren": "000100008", "site": "https://troquinette.example/"}]
)
def test_every_source_is_a_whole_address(kind: str, known: dict[str, str]) -> None:
    steps = research_steps(kind, name="Bocage & Bois «\u00a0d’ici\u00a0»", **known)

    assert sum(step.minutes for step in steps) == session_minutes() == 30
    for source in (source for step in steps for source in step.sources):
        parts = urlsplit(source.url)
        assert (parts.scheme, bool(parts.netloc)) == ("https", True)
        assert not set(" «»{}’") & set(source.url)


# Pages


@pytest.mark.django_db
def test_a_signal_is_kept_with_its_source_and_today(client: Client) -> None:
    target = make_target()
    url = reverse("prospecting:signal-add", args=[target.pk])
    typed = filled(client.get(url).content.decode())
    typed |= {
        "quote": ["38 avis sur 140 parlent de rupture."],
        "source": ["Avis publics"],
        "kind": ["reviews"],
    }

    client.post(url, typed)

    assert Signal.objects.get().seen_on == timezone.localdate()
    assert "<mark>38 avis sur 140</mark>" in page_of(client, "target", target.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": ""},
        {"source": ""},
        {"seen_on": "31/02/2026"},
        {"seen_on": f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"},
        {"url": "pas une adresse"},
        {"kind": "rumour"},
        {"quote": "x" * 1001},
    ],
)
def test_a_signal_that_proves_nothing_is_refused_and_kept(client: Client, wrong: dict[str, str]) -> None:
    target = make_target()
    typed = {
        "revision": 0,
        "quote": "Vu",
        "source": "Le Monde",
        "kind": "news",
        "seen_on": "18/03/2026",
        **wrong,
    }

    answer = client.post(reverse("prospecting:signal-add", args=[target.pk]), typed)

    assert answer.status_code == 422
    assert faults(answer.content.decode()) == []
    assert not Signal.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["signal", "hypothesis", "open-question"])
def test_a_line_is_changed_removed_and_put_back(client: Client, name: str) -> None:
    target = make_target()
    lines = {
        "signal": (make_signal(target), "quote"),
        "hypothesis": (add_hypothesis(target, problem="Le stock est faux."), "problem"),
        "open-question": (add_question(target, text="Qui corrige le stock\u00a0?"), "text"),
    }
    row, field = lines[name]
    url = reverse(f"prospecting:{name}", args=[row.pk])

    typed = filled(page_of(client, name, row.pk)) | {field: ["Tout autre chose"]}
    assert client.post(url, typed).status_code == 302
    assert client.post(url, typed).status_code == 409
    removed = client.post(reverse(f"prospecting:{name}-remove", args=[row.pk]), follow=True)
    assert "Tout autre chose" not in page_of(client, "target", target.pk)
    client.post(next(iter(removed.context["messages"])).extra_tags)

    assert "Tout autre chose" in page_of(client, "target", target.pk)


@pytest.mark.django_db
def test_the_table_weighs_every_signal_and_unweighs_it(client: Client) -> None:
    target = make_target()
    one, other = make_signal(target), make_signal(target, "5 articles sur 12 absents.", source="Visite")
    stock, theft = (add_hypothesis(target, problem=text) for text in ("Stock faux.", "Vols."))
    url = reverse("prospecting:weigh", args=[target.pk])

    client.post(
        url,
        {
            cell_name(stock, one): "for",
            cell_name(stock, other): "for",
            cell_name(theft, other): "against",
            cell_name(theft, one): "never",
        },
    )

    weights = [(line.weight.in_favour, line.weight.against) for line in research_on(target).hypotheses]
    assert weights == [(2, 0), (0, 1)]
    client.post(url, {cell_name(stock, one): ""})
    assert research_on(target).hypotheses[0].weight.in_favour == 1


@pytest.mark.django_db
def test_two_signals_of_one_source_are_one_source(client: Client) -> None:
    target = make_target()
    stock = add_hypothesis(target, problem="Stock faux.")
    for source in ("Avis publics", "AVIS publics"):
        weigh(stock, make_signal(target, source=source), side="for")
    keep(stock)

    assert "À vérifier\u00a0: une seule source" in page_of(client, "target", target.pk)
    weigh(stock, make_signal(target, source="Visite"), side="for")
    assert "Tient sur deux\u00a0sources" in page_of(client, "target", target.pk)


@pytest.mark.django_db
def test_an_answer_is_dated_and_named(client: Client) -> None:
    target = make_target()
    question = add_question(target, text="Qui corrige le stock\u00a0?")
    url = reverse("prospecting:open-question", args=[question.pk])

    typed = filled(client.get(url).content.decode()) | {
        "answer": ["Chaque boutique."],
        "by": ["Julie Rousseau"],
    }
    client.post(url, typed)

    kept = OpenQuestion.objects.get()
    assert (str(kept.answered_by), kept.answered_on) == ("Julie Rousseau", timezone.localdate())
    client.post(url, filled(client.get(url).content.decode()) | {"answer": [""]})
    kept = OpenQuestion.objects.get()
    assert (kept.answered_by, kept.answered_on) == (None, None)


# Thirty minutes


@pytest.mark.django_db
def test_a_session_notes_ticks_and_ends_with_what_was_found(client: Client) -> None:
    target = make_target(kind="shop")
    client.post(reverse("prospecting:session-start", args=[target.pk]))
    assert "data-tremplin-until" in page_of(client, "session", target.pk)

    noted = {"quote": "12 avis sur 40 attendent leur colis.", "source": "Avis Trustpilot"}
    client.post(reverse("prospecting:session-note", args=[target.pk, "complaints"]), noted)
    client.post(reverse("prospecting:session-tick", args=[target.pk, "news"]))
    shown = page_of(client, "session", target.pk)
    client.post(reverse("prospecting:session-end", args=[target.pk]))

    session = ResearchSession.objects.get()
    assert session.steps_done == ["complaints", "news"]
    keys = [one.key for one in research_steps("shop", name="Nordelle")]
    step = shown.split('id="etape-')[keys.index("complaints") + 1]
    assert "12 avis sur 40 attendent leur colis." in step
    assert "Étape faite" in step
    assert session.ended_at is not None
    assert Signal.objects.get().kind == "reviews"
    assert "1\u00a0signal noté" in page_of(client, "session", target.pk)


@pytest.mark.django_db
def test_a_signal_without_source_stays_in_its_step(client: Client) -> None:
    target = make_target()

    answer = client.post(
        reverse("prospecting:session-note", args=[target.pk, "news"]), {"quote": "Ils ouvrent à Rennes."}
    )

    assert answer.status_code == 422
    assert "Ils ouvrent à Rennes." in answer.content.decode()
    assert not Signal.objects.exists()


@pytest.mark.django_db
def test_the_one_who_has_the_problem_is_kept_from_the_last_step(client: Client) -> None:
    target = make_target()
    client.post(reverse("prospecting:session-start", args=[target.pk]))
    url = reverse("prospecting:session-meet", args=[target.pk])

    refused = client.post(url, {"line": "Hélène"})
    client.post(url, {"line": "Hélène Quintard, responsable e-commerce"})

    assert refused.status_code == 422
    assert "Il manque le nom de famille" in refused.content.decode()
    assert target.contacts.get().position == "operational"
    assert ResearchSession.objects.get().steps_done == ["people"]
    assert "Hélène Quintard" in page_of(client, "session", target.pk)


@pytest.mark.django_db
def test_a_hypothesis_two_sources_are_for_is_kept_in_one_click_and_back(client: Client) -> None:
    target = make_target()
    row = add_hypothesis(target, problem="Des articles sont introuvables.")
    weigh(row, make_signal(target), side="for")
    url = reverse("prospecting:hypothesis-judge", args=[row.pk, "kept"])
    with_one = page_of(client, "target", target.pk)
    weigh(row, make_signal(target, source="Leur site"), side="for")
    with_two = page_of(client, "target", target.pk)

    client.post(url)
    kept = page_of(client, "target", target.pk)
    client.post(reverse("prospecting:hypothesis-judge", args=[row.pk, "open"]))

    assert [url in page for page in (with_one, with_two, kept)] == [False, True, False]
    assert "Tient sur deux\u00a0sources" in kept
    assert ProblemHypothesis.objects.get().standing == "open"


@pytest.mark.django_db
def test_a_session_left_open_for_hours_is_over(client: Client) -> None:
    target = make_target()
    ResearchSession.objects.create(target=target, started_at=timezone.now() - timedelta(hours=5))

    assert "data-tremplin-until" not in page_of(client, "session", target.pk)
    assert client.post(reverse("prospecting:session-tick", args=[target.pk, "news"])).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_links_open_elsewhere_and_tell_nothing_of_this_page(client: Client, kind: str) -> None:
    page = page_of(client, "session", make_target(kind=kind).pk)

    for link in page.split('class="tag" href="')[1:]:
        assert 'target="_blank" rel="noopener noreferrer"' in link.split(">")[0]


@pytest.mark.django_db
def test_a_suggested_problem_becomes_a_hypothesis_its_signals_speak_for(client: Client) -> None:
    said = "Des articles affichés sont introuvables."
    target = make_target()
    first = make_signal(target, suggests=said)
    make_signal(target, "12 rayons vides le 4 mars.", source="Visite", suggests=said)
    address = f"{reverse('prospecting:hypothesis-add', args=[target.pk])}?signal={first.pk}"

    assert address in page_of(client, "target", target.pk)
    assert said in client.get(address).content.decode()
    client.post(address, {"problem": said, "standing": "open", "revision": 0})

    assert research_on(target).hypotheses[0].weight.sources == 2


@pytest.mark.django_db
def test_the_page_of_a_signal_opens_on_its_words(client: Client) -> None:
    signal = make_signal(make_target(), quote="Un avis sur trois cite le stock.")

    shown = page_of(client, "signal", signal.pk)

    assert "<h1>Un avis sur trois cite le stock.</h1>" in shown
