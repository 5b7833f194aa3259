"""What is written for other programs comes back: the same people, the same ties, as far as the format can."""

import csv
import io
from datetime import date
from itertools import permutations

import pytest
import vobject
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from tremplin.network.domain.careers import Job
from tremplin.network.domain.matching import Known
from tremplin.network.domain.wording import CIRCLES, MET_THROUGH, TIES
from tremplin.network.exporting.directory import Directory, Link, Listed
from tremplin.network.exporting.formats import FORMATS, SUFFIXES
from tremplin.network.exporting.table import disarmed
from tremplin.network.importing.planning import plan_import
from tremplin.network.importing.reading import read_contacts
from tremplin.network.models import Circle, TieKind

TODAY = date(2026, 11, 29)
FIRST_NAMES = (
    "Odile",
    "Karim",
    "Julie",
    "Anaël",
    "Inès",
    "Jean-Pierre",
    "Zoé",
    "Lâm",
    "Maëlys",
    "Théo",
    "Ida",
)
LAST_NAMES = (
    "Brossard",
    "Benyahia",
    "El Amrani",
    "Le Goff",
    "Nguyễn",
    "O’Brien",
    "Delmas-Roy",
    "d’Arc",
    "Roux",
)
PLACES = (
    "",
    "Ateliers Vermeil",
    "Groupe Solstice, S.A.",
    "École <Inventée> & filles",
    "« Cargolière »",
    "A ; B",
)
TITLES = (
    "",
    "Directrice, achats",
    "Ingénieure R&D [capteurs]",
    "=1+1",
    "-- cheffe --",
    "# 1 * des _ventes_",
    "+ ; :",
)
ENDS: tuple[tuple[str, ...], ...] = ((), ("01",), ("01", "02"))
SECTORS = ("", "logistics", "Achats & ventes")
PROFILES = ("https://www.linkedin.com/in/p-1", "https://github.com/p1")
HARD_NAMES = (
    "=cmd Formule",
    "-Tiret Devant",
    "Smith, John",
    "Jean (Le Grand) Dupont",
    "Dr House",
    "PhD MBA",
    "A & B <script>",
    "Tata (Mireille)",
    "Zoé",
    "le chat",
    "Mme Delmas",
    "Famille Roux",
    "Société Bidule Martin",
)
LABELS = ("", "au forum", "stage & co", 'voisins, "amis"; (proches', "a:b", "bien", "^n chef → de (tout)")
JOBS = (
    Job("Boite Quittée", "dev | web", date(2019, 1, 1), date(2021, 6, 30)),
    Job("A ; B", "", None, date(2010, 1, 1)),
    Job("École <Inventée> & filles", "vacataire : TD"),
)


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """Make up to eight people, some of one name, and ties between them."""
    made = st.tuples(st.sampled_from(FIRST_NAMES), st.sampled_from(LAST_NAMES)).map(" ".join)
    names = draw(st.lists(made | st.sampled_from(HARD_NAMES), min_size=1, max_size=8))
    people = [_someone(draw, 3 * at, name) for at, name in enumerate(names, 1)]
    pairs = list(permutations([one.key for one in people], 2))
    tied = draw(st.lists(st.sampled_from(pairs), unique_by=frozenset, max_size=6)) if pairs else []
    return Directory(tuple(people), tuple(_link(draw, pair) for pair in tied), "Malo Kervella")


def _someone(draw: st.DrawFn, key: int, name: str) -> Listed:
    is_known = draw(st.booleans())
    return Listed(
        key,
        name,
        emails=tuple(f"{box}{key}@exemple.example" for box in draw(st.sampled_from(("", "a", "ab")))),
        phones=tuple(f"+33 6 39 98 {key:02} {end}" for end in draw(st.sampled_from(ENDS))),
        profiles=tuple(f"{url}-{key}" for url in PROFILES[: draw(st.integers(0, 2))]),
        organization=draw(st.sampled_from(PLACES)),
        title=draw(st.sampled_from(TITLES)),
        circle=draw(st.sampled_from(("", *CIRCLES))),
        closeness=draw(st.sampled_from((None, 1, 2, 3))),
        expertise=draw(st.sampled_from(SECTORS)),
        is_connector=draw(st.sampled_from((None, True, False))),
        connected_on=draw(st.sampled_from((None, date(2024, 2, 29)))),
        is_known=is_known,
        tie=draw(st.sampled_from(tuple(TIES))) if is_known else "contact",
        career=JOBS[: draw(st.integers(0, len(JOBS)))],
    )


def _link(draw: st.DrawFn, pair: tuple[int, int]) -> Link:
    kind = draw(st.sampled_from(("knows", "introduced", "colleague", MET_THROUGH)))
    label = "" if kind == MET_THROUGH else draw(st.sampled_from(LABELS))
    return Link(*pair, kind, label, None if kind == MET_THROUGH else draw(st.sampled_from((None, 1, 2, 3))))


def told_of(link: Link) -> tuple[object, ...]:
    """Return a tie fit to be compared: which way it goes tells nothing of two who know each other."""
    ends = frozenset((link.first, link.second)) if link.kind == "knows" else (link.first, link.second)
    return ends, link.kind, link.label, link.closeness


def back(directory: Directory, name: str) -> tuple[dict[int, Listed], set[tuple[object, ...]]]:
    """Write a directory, read it into an empty network, and return the people and ties by number."""
    content = FORMATS[name].write(directory)
    file_name = f"reseau.{SUFFIXES.get(name, name)}"
    contacts = read_contacts(content, name=file_name, today=TODAY, me=directory.me)
    plan = plan_import(contacts, Known())
    numbers = {one.key: one.incoming.number or 0 for one in plan.arrivals}
    people = {
        one.number or 0: Listed(
            one.number or 0,
            one.name,
            one.emails,
            one.phones,
            (one.profile, *one.pages) if one.profile else (),
            one.organization,
            one.title,
            one.circle,
            one.closeness,
            one.expertise,
            one.is_connector,
            one.connected_on,
            one.is_known and one.through is None,
            one.tie,
            one.career,
        )
        for one in contacts.people
    }
    links = (
        Link(numbers[one.first], numbers[one.second], one.kind, one.label, one.closeness) for one in plan.ties
    )
    return people, {told_of(one) for one in links}


@pytest.mark.parametrize("name", FORMATS)
@given(directory=directories())
def test_the_same_people_and_ties_come_back(name: str, directory: Directory) -> None:
    people, ties = back(directory, name)

    assert people == directory.by_key
    assert ties == {told_of(one) for one in directory.links}


@given(directory=directories())
def test_another_library_reads_the_cards(directory: Directory) -> None:
    cards = list(vobject.readComponents(FORMATS["vcf3"].write(directory).decode()))

    assert [card.fn.value for card in cards] == [one.name for one in directory.people]
    assert [sum(1 for _ in card.contents.get("tel", ())) for card in cards] == [
        len(one.phones) for one in directory.people
    ]


@given(directory=directories())
def test_no_card_line_is_longer_than_the_standard_allows(directory: Directory) -> None:
    lines = FORMATS["vcf"].write(directory).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode() or True for line in lines)


@pytest.mark.parametrize("name", ["mm", "opml", "graphml"])
@given(directory=directories())
def test_maps_and_graphs_are_sound_xml(name: str, directory: Directory) -> None:
    root = ElementTree.fromstring(FORMATS[name].write(directory))

    assert root.tag.rpartition("}")[2] == {"mm": "map"}.get(name, name)


@given(directory=directories())
def test_no_cell_begins_as_a_formula(directory: Directory) -> None:
    text = FORMATS["csv"].write(directory).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r")]


@given(st.text())
def test_a_disarmed_cell_is_never_a_formula_and_keeps_its_words(text: str) -> None:
    cell = disarmed(text)

    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert text.strip() in cell


def test_two_of_a_name_are_both_written_and_their_ties_told_apart_where_keys_exist() -> None:
    people = (Listed(1, "Paul Martin", organization="A"), Listed(2, "Paul Martin", organization="B"))
    directory = Directory((*people, Listed(3, "Ida Roux")), (Link(2, 3),))

    for name in ("mm", "graphml", "vcf"):
        content = FORMATS[name].write(directory)
        contacts = read_contacts(content, name=f"x.{name}", today=TODAY)
        (bond,) = contacts.bonds
        ends = {contacts.people[bond.first], contacts.people[bond.second]}
        assert {one.organization for one in ends} == {"B", ""}


def test_every_format_says_what_it_leaves() -> None:
    assert all(one.leaves.endswith(".") for one in FORMATS.values())


def test_files_and_pages_use_the_same_words() -> None:
    assert {kind.value: str(kind.label) for kind in TieKind} == TIES
    assert {circle.value: str(circle.label) for circle in Circle} == CIRCLES
