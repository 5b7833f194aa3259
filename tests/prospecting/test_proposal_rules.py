"""What is pointed out in a proposal, what the law says of its mission, and its words outside the page."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.proposals import BARE, ON, PROPOSAL, REVIEWS, STOCK, VISIT
from tests.typography import faults
from tremplin.documents.proposal import Proposal
from tremplin.evidence.figures import Figure
from tremplin.law.parameters import OFFICIAL
from tremplin.prospecting.domain.examples import Example, example, examples
from tremplin.prospecting.domain.marking import pieces
from tremplin.prospecting.domain.mission_law import Frame, LawPoint, law_of
from tremplin.prospecting.domain.origins import origins
from tremplin.prospecting.domain.proposal_words import as_mail, changes, frame_said
from tremplin.prospecting.domain.remarks import Kind, Remark, forbidden, remarks, texts

NAMES = ("Troquinette", "Hélène Quintard")
MISSION = "Structurer et analyser le feedback client afin d’identifier 3 axes d’amélioration produit"


def pointed_out(proposal: Proposal, kind: Kind, *, field: str = "") -> list[Remark]:
    found = remarks(proposal, names=NAMES, on=ON)
    return [one for one in found if one.kind == kind and field in {"", one.field}]


def law(mission: str = MISSION, *, weeks: int | None = 16, **frame: object) -> tuple[LawPoint, ...]:
    told = Frame(is_internship=True, weeks=weeks, starts_on=date(2026, 5, 4))
    return law_of(mission, frame=replace(told, **frame), on=ON)  # type: ignore[arg-type]  # of several types


def test_a_complete_proposal_has_nothing_to_take_up() -> None:
    assert remarks(PROPOSAL, names=NAMES, on=ON) == ()


def test_an_empty_one_is_told_everything_it_needs() -> None:
    found = pointed_out(BARE, Kind.MISSING)

    assert {one.field for one in found} == {
        "promise",
        "finding",
        "mission",
        "deliverables",
        "ask",
        "sender",
    }
    assert all(one.blocks for one in found)


@pytest.mark.parametrize(
    ("changes_made", "kind", "field", "words"),
    [
        ({"problem": PROPOSAL.problem + " 72 % le disent."}, Kind.UNPROVED, "finding", "72 %"),
        ({"why_me": "J’ai gagné 40 %."}, Kind.UNPROVED, "why_me", "40 %"),
        ({"cost": "Votre entreprise leader y perd."}, Kind.GENERIC, "cost", "entreprise leader"),
        ({"ask": "Vingt minutes, [à remplacer : quand]"}, Kind.EXAMPLE, "ask", "[à remplacer : quand]"),
        (
            {"problem": PROPOSAL.problem + " La cantine déçoit toujours les nouveaux employés."},
            Kind.EVIDENCE,
            "finding",
            "La cantine déçoit toujours les nouveaux employés.",
        ),
        ({"deliverables": ("Une méthode écrite",)}, Kind.EVIDENCE, "deliverables", "Une méthode écrite"),
    ],
)
def test_a_fault_is_pointed_out_where_it_stands(
    changes_made: dict[str, object], kind: Kind, field: str, words: str
) -> None:
    changed = replace(PROPOSAL, **changes_made)  # type: ignore[arg-type]  # fields of several types

    (found,) = pointed_out(changed, kind, field=field)

    assert found.words == words
    assert texts(changed)[field][found.start : found.end] == words
    assert found.reason
    assert found.instead


def test_one_source_is_not_enough_and_an_old_one_is_to_be_checked() -> None:
    old = replace(REVIEWS, on=ON - timedelta(days=181))

    found = pointed_out(replace(PROPOSAL, sources=(old,)), Kind.EVIDENCE, field="finding")

    assert any("deux sources" in one.reason for one in found)
    assert any("six mois" in one.reason for one in found)
    assert not any(one.blocks for one in found)


def test_why_me_without_a_figure_and_an_ask_without_a_length_are_pointed_out() -> None:
    vague = replace(PROPOSAL, why_me="Je sais compter.", ask="Un stage chez vous.", indicators="")

    assert pointed_out(vague, Kind.EVIDENCE, field="why_me")
    assert pointed_out(vague, Kind.EVIDENCE, field="ask")
    assert pointed_out(vague, Kind.EVIDENCE, field="indicators")


def test_a_text_for_anyone_is_told_so() -> None:
    anyone = replace(
        PROPOSAL, title="Mieux servir vos clients", problem="Des délais.", why_me="", cost="", needs=""
    )

    assert any("autre entreprise" in one.reason for one in pointed_out(anyone, Kind.GENERIC))


def test_each_figure_leads_to_one_dated_signal_or_entry() -> None:
    found = origins(PROPOSAL)

    given = [(one.says.replace("\u00a0", " "), one.source or one.figure) for one in found]
    assert given == [
        ("38 avis sur 140", REVIEWS),
        ("27 %", REVIEWS),
        ("5 articles sur 12", VISIT),
        ("18 % à 6 %", STOCK),
    ]


def test_a_figure_nothing_gives_leads_nowhere() -> None:
    assert origins(replace(PROPOSAL, problem="Soit 72 %.", why_me="De 80 %.", cost="")) == ()


def test_a_share_made_of_two_signals_or_two_entries_is_of_neither() -> None:
    people = Figure("quantity", 2, ON, value=Decimal(42), unit="références", method="measured")
    mixed = replace(
        PROPOSAL,
        problem="5 avis sur 140 le disent.",
        why_me="J’ai suivi 18 références sur 42.",
        figures=(STOCK, people),
    )

    assert {one.says.replace("\u00a0", " ") for one in origins(mixed)}.isdisjoint({"5 avis sur 140"})
    assert [one.words for one in pointed_out(mixed, Kind.UNPROVED, field="finding")] == ["5 avis sur 140"]
    assert pointed_out(mixed, Kind.UNPROVED, field="why_me")


def test_a_sentence_that_a_signal_speaks_of_is_left_alone() -> None:
    said = replace(PROPOSAL, problem=f"{PROPOSAL.problem} Chaque article introuvable déçoit un client.")

    assert not pointed_out(said, Kind.EVIDENCE, field="finding")


# --- examples


def test_there_are_five_examples_and_the_first_is_the_article_s() -> None:
    first = examples()[0]

    assert len({one.trade for one in examples()}) == 5
    assert "feedback client" in first.fields["mission"]
    assert "3 axes d’amélioration produit" in first.fields["mission"]
    assert "marketing" in first.recipient
    assert example("marie") is first
    assert example("nobody") is None


@pytest.mark.parametrize("one", examples(), ids=lambda one: one.key)
def test_every_figure_of_an_example_is_to_be_replaced(one: Example) -> None:
    fields = one.fields
    started = replace(
        BARE,
        company="Nordelle",
        title=fields["promise"],
        problem=fields["finding"],
        cost=fields["cost"],
        mission=fields["mission"],
        deliverables=tuple(fields["deliverables"].splitlines()),
        indicators=fields["indicators"],
        why_me=fields["why_me"],
        needs=fields["needs"],
        ask=fields["ask"],
    )

    marked = {found.field for found in pointed_out(started, Kind.EXAMPLE)}

    assert {"finding", "cost", "why_me"} <= marked
    assert not pointed_out(started, Kind.UNPROVED, field="finding")
    assert not pointed_out(started, Kind.UNPROVED, field="promise")
    assert not pointed_out(started, Kind.GENERIC, field="mission")
    assert [fault for text in fields.values() for fault in faults(text)] == []


# --- the law


def test_the_article_s_mission_is_lawful_and_owes_its_gratification() -> None:
    purpose, length, pay = law()

    hourly = OFFICIAL.get("general", "hourly_ceiling", on=ON).value
    rate = OFFICIAL.get("internship", "gratification_rate", on=ON).value
    assert [one.tone for one in (purpose, length, pay)] == ["ok", "ok", "ok"]
    assert "L. 124-7" in str(purpose.steps[0].because)
    assert any(str(step.because).endswith("L. 124-6") for step in pay.steps)
    assert {figure.value for figure in pay.figures} >= {hourly, rate}


def test_eight_weeks_owe_nothing_and_thirty_are_too_long() -> None:
    assert "Aucune gratification" in law(weeks=8)[-1].title
    assert law(weeks=30)[1].tone == "bad"


@pytest.mark.parametrize(
    "mission",
    [
        "Remplacer Mme Dupuis pendant son congé de maternité",
        "Renforcer l’équipe pour faire face au surcroît de commandes de Noël",
        "Tenir la billetterie comme vos saisonniers",
        "Occuper le poste vacant de community manager",
    ],
)
def test_a_forbidden_purpose_is_quoted_with_its_article(mission: str) -> None:
    first = law(mission)[0]

    assert first.tone == "bad"
    assert first.quote == mission
    assert any("L. 124-7" in str(step.because) for step in first.steps)


def test_without_a_length_it_is_asked_for() -> None:
    assert "n’est pas dite" in law(weeks=None)[-1].title
    assert "n’est pas dite" in law(weeks=None, is_internship=False)[-1].title


def test_an_apprenticeship_has_its_own_rules() -> None:
    told = law(weeks=52, is_internship=False)

    assert not any("Gratification" in one.title for one in told)
    assert any("L. 6222-7-1" in str(step.because) for one in told for step in one.steps)
    assert law(weeks=8, is_internship=False)[-1].tone == "bad"


def test_a_date_before_any_known_figure_is_said_not_raised() -> None:
    assert law(starts_on=date(1990, 1, 1))[-1].tone == "ask"
    assert law(starts_on=date(1990, 1, 1), is_internship=False)[-1].tone == "ask"


def test_half_weeks_halve_the_hours() -> None:
    full, half = law(), law(weekly_hours=Decimal("17.5"))

    assert "532" in full[1].title
    assert "266" in half[1].title


def test_forbidden_words_are_underlined_where_they_stand() -> None:
    mission = "Fiabiliser le stock.\nRemplacer Mme Dupuis pendant son congé de maternité"
    changed = replace(PROPOSAL, mission=mission)

    (found,) = forbidden(changed, law(mission))

    assert (found.field, found.kind) == ("mission", Kind.LAW)
    assert mission[found.start : found.end] == found.words
    assert "Dupuis" in found.words
    assert not found.blocks
    assert forbidden(PROPOSAL, law()) == ()


def test_a_share_in_a_free_text_is_pointed_out_and_one_of_a_signal_is_not() -> None:
    loose = replace(PROPOSAL, mission="Réduire de 12 % les 27 % d’absents dans 3 boutiques.")

    (found,) = pointed_out(loose, Kind.UNPROVED, field="mission")

    assert found.words == "12 %"


# --- words


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (Frame(True, 16, Decimal(35), date(2026, 5, 4)), "Stage de 16 semaines à partir du 4 mai 2026."),
        (Frame(True, 16, Decimal(28)), "Stage de 16 semaines, 28 h par semaine."),
        (Frame(False, 52), "Alternance de 52 semaines."),
        (Frame(True), ""),
    ],
)
def test_the_frame_is_said_in_one_sentence(frame: Frame, said: str) -> None:
    assert frame_said(frame).replace("\u00a0", " ") == said


def test_the_message_has_every_text_and_no_ready_made_phrase() -> None:
    mail = as_mail(PROPOSAL)

    plain = mail.body.replace("\u00a0", " ")
    assert all(text in plain for text in (PROPOSAL.cost, PROPOSAL.mission, PROPOSAL.ask, "Inès Marchetti"))
    assert PROPOSAL.title in mail.subject
    assert faults(mail.body) == []


def test_two_versions_differ_by_their_words() -> None:
    (change,) = changes(
        {"cost": "Un avis négatif.", "ask": "20 min"}, {"cost": "Un avis perdu.", "ask": "20 min"}
    )

    assert [one.says for one in change.before if one.changed] == ["négatif."]
    assert [one.says for one in change.after if one.changed] == ["perdu."]


@settings(deadline=None)
@given(
    text=st.text(max_size=40), spans=st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=4)
)
def test_pieces_make_the_text_again(text: str, spans: list[tuple[int, int]]) -> None:
    cut = pieces(text, proofs=spans, remarks=list(enumerate(spans, 1)))

    assert len("".join(one.says for one in cut)) == len(text)


# --- what is said of the company outside the finding


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("mission", "72 % de vos clients partent. Je lis les avis.", {"72 %"}),
        ("needs", "Un accès à vos 300 magasins.", {"300 magasins"}),
        ("needs", "Un accès à vos sept magasins.", {"sept magasins"}),
        ("ask", "Vingt minutes mardi ? Neuf clients sur dix sont déçus.", {"Neuf clients", "dix"}),
        ("ask", "Vingt minutes : vous perdez 3 fois plus.", {"3 fois"}),
        ("indicators", "72 avis sur 100 le disent.", {"72 avis", "100"}),
        ("sender", "Ana Roy\n80 % de ventes en plus à mon dernier poste", {"80 %"}),
        ("mission", "Traiter le tiers de vos avis.", {"le tiers"}),
    ],
)
def test_a_number_said_of_the_company_blocks_wherever_it_stands(
    field: str, text: str, words: set[str]
) -> None:
    typed = tuple(text.split("\n")) if field == "sender" else text
    changed = replace(PROPOSAL, **{field: typed})  # type: ignore[arg-type]  # fields of several types

    found = pointed_out(changed, Kind.UNPROVED, field=field)

    assert {one.words.removesuffix(" le disent") for one in found} == words
    assert changed.refusals()
    assert all(one.blocks for one in found)
    assert [fault for one in found for fault in faults(one.reason + one.instead)] == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("mission", "Fiabiliser trois boutiques en 16 semaines, puis lire les 140 avis."),
        ("needs", "Deux heures par semaine, deux fois par mois, et un accès à deux sources."),
        ("ask", "Vingt minutes la semaine du 13 avril ? Appelez-moi au 06 12 34 56 78."),
        ("indicators", "Réduire de 10 % les articles introuvables, relevés dans 50 visites."),
        ("sender", "Inès Marchetti\nM1 Management, 2e année\n06 12 34 56 78"),
    ],
)
def test_what_the_student_plans_is_theirs(field: str, text: str) -> None:
    typed = tuple(text.split("\n")) if field == "sender" else text

    assert replace(PROPOSAL, **{field: typed}).refusals() == ()  # type: ignore[arg-type]  # several types


def test_a_title_is_not_proved_by_the_mission_it_repeats() -> None:
    said = "72 % de vos clients partent"

    assert pointed_out(replace(PROPOSAL, title=said, mission=said), Kind.UNPROVED, field="promise")


def test_a_first_day_beyond_the_calendar_is_asked_again() -> None:
    for is_internship in (True, False):
        found = law(starts_on=date(9999, 12, 1), is_internship=is_internship)

        assert "trop lointaine" in found[-1].title


@pytest.mark.parametrize(
    "mission",
    [
        "Tenir l’accueil pendant que Julie est en congé maternité",
        "Combler le départ de votre chargée de communication",
        "Faire le travail du community manager parti",
        "Occuper le poste de community manager",
        "Aider pendant le rush de Noël",
        "Tenir la caisse pendant les vacances",
        "Servir en terrasse tout l’été",
        "Pallier le manque de personnel",
    ],
)
def test_a_purpose_said_in_everyday_words_is_told(mission: str) -> None:
    first = law(mission)[0]

    assert first.tone == "bad"
    assert first.quote == mission


@pytest.mark.parametrize(
    "mission",
    [
        "Proposer une FAQ pour réduire les appels en période de forte activité",
        "Proposer une méthode pour absorber les pics de commandes",
        "Réduire les ruptures pendant la haute saison",
        "Refondre la page emploi pour pourvoir plus vite les postes vacants",
        "Pallier le manque de données de vente",
    ],
)
def test_a_remedy_to_propose_is_no_forbidden_purpose_and_the_limit_is_said(mission: str) -> None:
    first = law(mission)[0]

    assert first.tone == "ok"
    assert "pas ce qu’on vous demandera" in first.why
