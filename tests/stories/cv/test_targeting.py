"""An offer's words against a résumé's: compared, never added."""

from hypothesis import given
from hypothesis import strategies as st

from tremplin.stories.cv.targeting import coverage, keywords

OFFER = (
    "Alternance, assistant logistique H/F. Vous gérez les stocks et vous suivez les tournées. "
    "Les tournées se planifient sous SAP. Profil : rigueur, analyse de données, Excel."
)
SKILLS = ("Analyse de données", "Gestion de stock", "Comptabilité générale")


def said(offer: str) -> list[str]:
    return [one.says for one in keywords(offer, skills=SKILLS)]


def test_a_skill_is_recognized_under_another_form() -> None:
    assert {"Analyse de données", "Gestion de stock"} <= set(said(OFFER))
    assert "Comptabilité générale" not in said(OFFER)


def test_acronyms_come_before_words_and_repeated_words_before_others() -> None:
    found = said(OFFER)

    assert found.index("SAP") < found.index("tournées") < found.index("logistique")


def test_words_every_offer_holds_are_left_out() -> None:
    assert not {"alternance", "assistant", "profil", "vous"} & set(said(OFFER))


def test_a_line_covers_a_keyword_whatever_its_ending() -> None:
    asked = keywords(OFFER, skills=SKILLS)

    found = coverage(asked, lines=["J’ai géré le stock de 42 références"])

    assert [one.says for one in found.covered] == ["Gestion de stock"]


def test_two_halves_of_a_skill_in_two_lines_do_not_cover_it() -> None:
    asked = keywords("analyse de données", skills=SKILLS)

    assert not coverage(asked, lines=["Analyse des pannes", "Données du stock"]).covered


def test_a_missing_keyword_names_the_lines_that_would_say_it() -> None:
    asked = keywords(OFFER, skills=SKILLS)

    found = coverage(asked, lines=(), others=[("entry:3", "Tournées revues"), ("entry:4", "Caisse")])

    (tours,) = [one for one in found.missing if one.keyword.says == "tournées"]
    assert tours.offered == ("entry:3",)


def test_towns_and_benefits_ask_for_nothing() -> None:
    found = said("Poste à Lyon. Tickets restaurant, esprit d’équipe. Nous offrons un bus.")

    assert found == []


def test_a_known_tool_is_never_pushed_out_by_longer_lists() -> None:
    many = " ".join(f"{one}{two}{three}" for one in "ABC" for two in "DEF" for three in "GHI")

    found = keywords(f"{many}. Vous tenez un tableau sous Excel, avec sage mesure.", skills=SKILLS)

    assert (found[0].says, found[0].is_skill) == ("Excel", True)
    assert "Sage" not in [one.says for one in found]


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=4))
def test_every_keyword_is_covered_or_missing_and_an_offer_covers_itself(offer: str, lines: list[str]) -> None:
    asked = keywords(offer, skills=SKILLS)

    assert coverage(asked, lines=lines).asked == len(asked)
    assert not coverage(asked, lines=[offer]).missing
