"""One person, once: what is sure joins, what is likely is suggested, what is opposed stays two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.network.domain import folded
from tremplin.network.domain.matching import Face, Known, agree, likenesses

PROFILE = "linkedin.com/in/paul-martin"


def face(key: int, name: str, *, at: str = "", profile: str = "", email: str = "", phone: str = "") -> Face:
    """Make a face from what is written."""
    return Face(
        key,
        tuple(sorted(folded(name).split())),
        frozenset((folded(at),)) if at else frozenset(),
        profile,
        (email,) if email else (),
        (phone,) if phone else (),
    )


def found(known: list[Face], asked: Face) -> int | None:
    match = Known(known).find(asked)
    return match.key if match else None


@pytest.mark.parametrize(
    "asked",
    [
        face(0, "Paul Martin", profile=PROFILE),
        face(0, "Quelqu’un d’Autre", profile=PROFILE),
        face(0, "Paul Martin", email="paul@x.example"),
        face(0, "P. Martin", email="paul@x.example"),
        face(0, "Paul", phone="+33639980102"),
        face(0, "MARTIN Paul", at="Bellerive"),
        face(0, "martin paul"),
    ],
)
def test_what_is_sure_joins(asked: Face) -> None:
    known = face(
        1, "Paul Martin", at="Bellerive", profile=PROFILE, email="paul@x.example", phone="+33639980102"
    )

    assert found([known], asked) == 1


@pytest.mark.parametrize(
    "asked",
    [
        face(0, "Paul Martin", at="Cargolière"),
        face(0, "Julie Martin", email="famille@x.example"),
        face(0, "Julie Martin", phone="+33261910001"),
        face(0, "Paul Martin", profile="linkedin.com/in/paul-martin-2"),
        face(0, "Paul Martinet"),
    ],
)
def test_what_is_not_sure_stays_two(asked: Face) -> None:
    known = face(
        1, "Paul Martin", at="Bellerive", profile=PROFILE, email="famille@x.example", phone="+33261910001"
    )

    assert found([known], asked) is None


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (face(1, "Marie Martin", email="marie@a.example"), face(0, "Marie Martin", email="mm75@b.example")),
        (face(1, "Marie Martin", phone="+33639980102"), face(0, "Marie Martin", phone="+33639980103")),
        (
            face(1, "Marie Martin", at="Université de Nantes", email="marie@a.example"),
            face(0, "Marie Martin", at="Université de Nantes", email="mm75@b.example"),
        ),
        (face(1, "Jean Dupont", phone="+33199001122"), face(0, "Jean-Luc Dupont", phone="+33199001122")),
        (face(1, "Jean Dupont", phone="+33639980102"), face(0, "Jean-Luc Dupont", phone="+33639980102")),
        (face(1, "Pierre", email="nous@a.example"), face(0, "Jean Pierre", email="nous@a.example")),
        (face(1, "P Dupont", email="info@a.example"), face(0, "Dupont", email="info@a.example")),
        (face(1, "Paul Roux", email="p@a.example"), face(0, "Marie Paul Roux", email="p@a.example")),
    ],
)
def test_a_doubt_is_suggested_and_never_joined(known: Face, asked: Face) -> None:
    assert found([known], asked) is None
    assert likenesses([known, asked])


def test_two_of_a_name_are_told_by_their_organization_or_not_at_all() -> None:
    both = [face(1, "Paul Martin", at="Bellerive"), face(2, "Paul Martin", at="Cargolière")]

    assert found(both, face(0, "Paul Martin", at="Cargolière")) == 2
    assert found(both, face(0, "Paul Martin")) is None


def test_a_first_name_alone_does_not_join_someone_who_can_be_reached() -> None:
    assert found([face(1, "Paul", email="paul@x.example")], face(0, "Paul")) is None
    assert found([face(1, "Paul")], face(0, "Paul")) == 1


def test_what_is_learnt_of_someone_serves_the_next_record() -> None:
    known = Known([face(1, "Paul Martin")])
    known.learn(face(1, "Paul Martin", email="paul@x.example"))

    match = known.find(face(0, "Martin", email="paul@x.example"))

    assert match is not None
    assert (match.key, match.why) == (1, "même adresse électronique")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (face(1, "Héloïse Delmas-Roy"), face(2, "Héloïse Delmas"), "un nom contenu dans l’autre"),
        (face(1, "H. Delmas-Roy"), face(2, "Héloïse Delmas-Roy"), "une initiale pour un prénom"),
        (face(1, "Paul Martin", at="A"), face(2, "Paul Martin", at="B"), "le même nom"),
        (
            face(1, "Odile Roux", phone="+33261910001"),
            face(2, "Maman", phone="+33261910001"),
            "le même numéro de téléphone",
        ),
        (face(1, "Anaël Quentrec"), face(2, "Anael Quentrecq"), "des noms à une lettre près"),
    ],
)
def test_what_is_likely_is_suggested_with_its_reason(one: Face, other: Face, why: str) -> None:
    (suggested,) = likenesses([one, other])

    assert (suggested.first, suggested.second, suggested.why) == (1, 2, why)


def test_what_was_told_apart_or_has_two_profiles_is_not_suggested() -> None:
    alike = [face(1, "Paul Martin", at="A"), face(2, "Paul Martin", at="B")]
    opposed = [
        face(1, "Paul Martin", profile=f"{PROFILE}-1"),
        face(2, "Paul Martin", profile=f"{PROFILE}-2"),
    ]

    assert not likenesses(alike, told_apart=[(1, 2)])
    assert not likenesses(opposed)


def test_a_switchboard_suggests_nobody() -> None:
    colleagues = [face(key, f"Nom{key} Prénom{key * 7}x", phone="+33199001234") for key in range(40)]

    assert not [one for one in likenesses(colleagues) if "téléphone" in one.why]


WORD = st.text("abcdefgh", min_size=2, max_size=6)


@given(st.lists(WORD, min_size=2, max_size=4, unique=True))
def test_the_order_of_words_never_matters(words: list[str]) -> None:
    shuffled = words[::-1]

    assert found([face(1, " ".join(words))], face(0, " ".join(shuffled))) == 1
    assert agree(tuple(sorted(words)), tuple(sorted(shuffled)))


@given(st.lists(st.lists(WORD, min_size=2, max_size=3), min_size=2, max_size=12))
def test_suggestions_are_pairs_of_two_people_in_order_and_once(names: list[list[str]]) -> None:
    faces = [face(key, " ".join(words)) for key, words in enumerate(names)]

    pairs = [(one.first, one.second) for one in likenesses(faces)]

    assert len(pairs) == len(set(pairs))
    assert all(first < second for first, second in pairs)
