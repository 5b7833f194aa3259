"""Every kind of file that people come in: what is read, refused, repaired, each with its reason."""

from datetime import date
from pathlib import Path

import pytest

from tremplin.network.importing.incoming import Contacts, UnreadableContacts
from tremplin.network.importing.reading import read_contacts

DATA = Path(__file__).parent / "data"
FILES = [one for one in sorted(DATA.rglob("*")) if one.is_file()]
TODAY = date(2026, 11, 29)
NBSP = "\u00a0"
CONNECTIONS = {
    "Anaël Quentrec",
    "Héloïse Delmas-Roy",
    "Inès El Amrani",
    "Nguyễn Lâm",
    "Élodie Roux",
    "Théo Marchand",
    "Paul Martin",
    "Maëlys",
}


def read(name: str, *, me: str = "") -> Contacts:
    """Read one file of the data folder."""
    path = DATA / name
    return read_contacts(path.read_bytes(), name=path.name, today=TODAY, me=me)


def names(contacts: Contacts) -> set[str]:
    return {one.name for one in contacts.people}


def reasons(contacts: Contacts) -> str:
    """Return all that a reading refuses or warns of, in one text."""
    return " ".join(one.why for one in (*contacts.refused, *contacts.warnings))


@pytest.mark.parametrize(
    "name",
    [
        "linkedin/Connections.csv",
        "linkedin/Basic_LinkedInDataExport_11-20-2026.zip",
        "linkedin/variantes/Connections_resauvee_excel_fr.csv",
        "broken/Connections_utf16.csv",
        "broken/Connections_mojibake.csv",
    ],
)
def test_the_same_connections_are_read_however_the_file_was_saved(name: str) -> None:
    contacts = read(name)

    assert names(contacts) == CONNECTIONS
    assert len(contacts.people) == 9
    assert contacts.hidden == 1
    assert not contacts.refused


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("linkedin/variantes/Connections_2020_sans_preambule.csv", 4),
        ("linkedin/variantes/Connections_2022_sans_URL.csv", 5),
        ("linkedin/variantes/Connections_entetes_fr_hypothetique.csv", 4),
        ("linkedin/variantes/Connections_resauvee_excel_fr_cp1252.csv", 9),
    ],
)
def test_older_and_french_connections_keep_their_days(name: str, count: int) -> None:
    contacts = read(name)

    assert len(contacts.people) == count
    assert contacts.people[0].connected_on == date(2026, 2, 8)
    assert all(one.connected_on for one in contacts.people)


def test_a_connection_keeps_what_linkedin_says_of_it() -> None:
    first, second, *_ = read("linkedin/Connections.csv").people

    assert (first.line, first.profile) == (5, "https://www.linkedin.com/in/anael-quentrec-0a1b2c")
    assert (second.organization, second.title) == ("Groupe Solstice, S.A.", "Directrice, Talents & Mobilité")
    assert second.emails == ("heloise.delmas@solstice.example",)


def test_the_archive_says_the_last_exchange_and_skips_drafts_and_adverts() -> None:
    people = {one.name: one for one in read("linkedin/Basic_LinkedInDataExport_11-20-2026.zip").people}

    messages = {
        name: [one.on for one in person.exchanges if one.kind == "message"] for name, person in people.items()
    }
    assert messages["Héloïse Delmas-Roy"] == [date(2026, 11, 11)]
    assert messages["Inès El Amrani"] == [date(2026, 10, 2)]
    assert messages["Anaël Quentrec"] == []
    assert [one.kind for one in people["Anaël Quentrec"].exchanges] == ["invitation"]


def test_the_archive_names_the_student_s_schools_and_employers() -> None:
    places = {one.name: one.kind for one in read("linkedin/Basic_LinkedInDataExport_11-20-2026.zip").places}

    assert places["Lycée Jean-Inventé"] == "school"
    assert "Transports Bellerive" in places


@pytest.mark.parametrize("name", ["Profile.csv", "Languages.csv", "Skills.csv", "Certifications.csv"])
def test_the_tables_about_the_student_bring_nobody(name: str) -> None:
    with pytest.raises(UnreadableContacts):
        read(f"linkedin/{name}")


@pytest.mark.parametrize(
    "name", ["messages.csv", "variantes/messages_2022_9_colonnes.csv", "Invitations.csv"]
)
def test_a_companion_alone_creates_nobody(name: str) -> None:
    contacts = read(f"linkedin/{name}", me="Malo Kervella")

    assert contacts.people
    assert all(one.only_if_known for one in contacts.people)


def test_rows_shifted_by_a_comma_are_refused_with_their_line() -> None:
    contacts = read("broken/Connections_colonnes_decalees.csv")

    assert not contacts.people
    assert [one.line for one in contacts.refused] == [5, 6]
    assert "virgule" in contacts.refused[0].why


def test_a_preamble_alone_says_that_nobody_is_in_it() -> None:
    contacts = read("broken/Connections_preambule_seul.csv")

    assert not contacts.people
    assert "Aucun contact" in reasons(contacts)


def test_a_short_row_keeps_the_good_one() -> None:
    contacts = read("broken/google_contacts_ligne_trop_courte.csv")

    assert names(contacts) == {"Héloïse Delmas-Roy"}
    assert [one.line for one in contacts.refused] == [6, 7]


@pytest.mark.parametrize("name", ["google_contacts_ancien.csv", "google_contacts_ancien_utf16.csv"])
def test_google_s_old_table_says_the_group(name: str) -> None:
    people = {one.name: one for one in read(f"contacts/{name}").people}

    assert people["Inès El Amrani"].groups == ("Promo 2024",)
    assert people["Inès El Amrani"].circle == "school"
    assert people["Anaël Quentrec"].emails == ("anael@vermeil.example",)


def test_google_s_new_table_splits_what_shares_a_cell_and_leaves_the_fax() -> None:
    contacts = read("contacts/google_contacts_nouveau.csv")
    first = contacts.people[0]

    assert first.emails == ("heloise.delmas@solstice.example", "helo@perso.example")
    assert first.phones == ("+33 6 39 98 01 02", "06 39 98 01 03")
    assert [one.name for one in contacts.places] == ["Ateliers Vermeil"]


@pytest.mark.parametrize(
    "name",
    [
        "outlook_fr_windows1252.csv",
        "outlook_fr_365_utf8bom_adresse_de_courrier.csv",
        "outlook_fr_resauve_excel_point_virgule.csv",
    ],
)
def test_outlook_s_two_titles_are_told_apart_and_inner_addresses_dropped(name: str) -> None:
    contacts = read(f"contacts/{name}")
    people = {one.name: one for one in contacts.people}

    assert people["Héloïse Delmas-Roy"].title == "Directrice, Talents"
    assert people["Anaël Quentrec"].emails == ()
    assert "Exchange" in reasons(contacts)
    assert [one.name for one in contacts.places] == ["Œuvre du Littoral – siège"]


def test_outlook_in_english_is_read() -> None:
    (person,) = read("contacts/outlook_com_en.csv").people

    assert (person.name, person.title, person.phones) == (
        "Lâm Nguyễn",
        "Chef de projet",
        ("+33 6 39 98 09 10",),
    )


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("contacts/android_2.1_libelle_x_custom.vcf", {"Paul Roux"}),
        ("contacts/android_2.1_quoted_printable.vcf", {"Anaël Quentrec", "Maman", "Numéro 3949"}),
        ("contacts/apple_iphone_3.0.vcf", {"Héloïse Delmas-Roy"}),
        ("contacts/google_3.0.vcf", {"Élodie Roux"}),
        ("contacts/outlook_2.1_windows1252.vcf", {"Inès El Amrani"}),
        ("contacts/vcard_4.0.vcf", {"Lâm Nguyễn"}),
        ("broken/vcard_sans_end.vcf", {"Héloïse Delmas-Roy"}),
        ("broken/vcard_photo_base64_tronquee.vcf", {"Héloïse Delmas-Roy"}),
        ("broken/vcard_qp_coupure_cassee.vcf", {"Anaël Quentrec", "Maman", "Numéro 3949"}),
        ("broken/vcard_utf8_et_latin1_melanges.vcf", {"Héloïse Delmas-Roy", "Inès El Amrani"}),
    ],
)
def test_cards_of_every_vintage_are_read(name: str, people: set[str]) -> None:
    assert names(read(name)) == people


def test_a_card_keeps_what_helps_to_reach_someone() -> None:
    contacts = read("contacts/apple_iphone_3.0.vcf")
    (person,) = contacts.people

    assert person.organization == "Groupe Solstice, S.A."
    assert person.title == "Directrice, Talents & Mobilité"
    assert person.emails == ("heloise.delmas@solstice.example", "helo@perso.example")
    assert person.phones == ("06 39 98 01 02", "+33 1 99 00 12 34")
    assert person.profile == "https://www.linkedin.com/in/heloise-delmas-roy"
    assert [(one.name, one.label) for one in person.relations] == [("Lâm Nguyễn", "responsable")]
    assert [one.name for one in contacts.places] == ["Ateliers Vermeil"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("broken/contacts_vides.vcf", "vide"),
        ("broken/contacts_json_renomme.vcf", "n’est pas une vCard"),
        ("broken/LinkedIn_archive_tronquee.zip", "Téléchargez-la de nouveau"),
        ("broken/ics_page_de_connexion.ics", "n’est pas un calendrier"),
        ("broken/carte_bombe_entites.mm", "sans fin"),
        ("broken/carte_xml_non_ferme.mm", "ligne 40"),
        ("broken/carte_caracteres_interdits.opml", "ligne 1"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name: str, says: str) -> None:
    with pytest.raises(UnreadableContacts, match=says):
        read(name)


@pytest.mark.parametrize("name", ["google_flux.ics", "fins_de_ligne_lf_sans_pliage.ics"])
def test_attendees_are_people_met_and_the_student_is_not_one(name: str) -> None:
    (person,) = read(f"calendars/{name}", me="Malo Kervella").people[:1]

    assert (person.name, person.emails) == ("Anaël Quentrec", ("anael@vermeil.example",))
    assert [(one.on, one.kind) for one in person.exchanges] == [(date(2026, 11, 24), "meeting")]


@pytest.mark.parametrize("name", ["apple_icloud.ics", "ecole_ade.ics", "outlook_exchange.ics"])
def test_a_calendar_without_attendees_says_so(name: str) -> None:
    contacts = read(f"calendars/{name}")

    assert not contacts.people
    assert "participants" in reasons(contacts)


@pytest.mark.parametrize(
    "name",
    ["ics_recurrence_infinie.ics", "ics_rrule_invalide.ics", "ics_pliage_coupe_utf8.ics", "ics_tronque.ics"],
)
def test_a_damaged_calendar_neither_fails_nor_invents_anyone(name: str) -> None:
    contacts = read(f"broken/{name}")

    assert not contacts.people
    assert contacts.warnings


def test_freeplane_says_people_their_firm_and_their_ties() -> None:
    contacts = read("maps/reseau_freeplane.mm")
    people = {one.name: one for one in contacts.people}

    assert set(people) == {"Tante Mireille", "Héloïse Delmas-Roy", "Lâm Nguyễn"}
    assert people["Tante Mireille"].expertise == "BTP"
    assert people["Tante Mireille"].circle == "family"
    assert people["Héloïse Delmas-Roy"].emails == ("heloise.delmas@solstice.example",)
    (bond,) = contacts.bonds
    ends = {contacts.people[bond.first].name, contacts.people[bond.second].name}
    assert (ends, bond.label) == ({"Héloïse Delmas-Roy", "Lâm Nguyễn"}, "collègue de")


@pytest.mark.parametrize("name", ["reseau.opml", "freeplane_export_utf16.opml"])
def test_an_outline_says_people_organizations_and_what_is_neither(name: str) -> None:
    contacts = read(f"maps/{name}")

    assert names(contacts) == {"Tante Mireille"}
    assert [one.name for one in contacts.places] == ["Groupe Solstice"]
    assert "Tâche faite" in reasons(contacts)
    assert "Sans attribut text" in reasons(contacts)


def test_markmap_says_people_of_its_lists_and_of_its_table() -> None:
    contacts = read("maps/reseau_markmap.md")
    places = {one.name: one.organization for one in contacts.people}

    assert places == {
        "Tante Mireille": "",
        "Cousin Théo": "",
        "Héloïse Delmas-Roy": "Groupe Solstice",
        "Anaël": "Ateliers Vermeil",
        "Inès": "Isatis",
    }
    assert "ceci n’est pas" not in reasons(contacts)


def test_mermaid_says_people_by_indentation_alone() -> None:
    contacts = read("maps/reseau.mmd")
    people = {one.name: one for one in contacts.people}

    assert set(people) == {"Tante Mireille", "Héloïse Delmas-Roy"}
    assert people["Héloïse Delmas-Roy"].organization == "Solstice"


@pytest.mark.parametrize(
    "name",
    [
        "reseau.graphml",
        "reseau_aretes_mixtes.graphml",
        "reseau.gexf",
        "reseau_gexf12.gexf",
        "reseau_aretes_mixtes.gexf",
    ],
)
def test_graphs_say_people_and_ties_directed_or_not(name: str) -> None:
    contacts = read(f"maps/{name}")

    assert names(contacts) == {"Malo Kervella", "Héloïse Delmas-Roy"}
    assert [one.label for one in contacts.bonds] in (["forum"], ["forum <2026>"])
    assert "pas de nom" in reasons(contacts)


def test_the_student_s_own_name_in_a_graph_is_not_a_contact() -> None:
    contacts = read("maps/reseau.graphml", me="Malo Kervella")

    assert names(contacts) == {"Héloïse Delmas-Roy"}
    assert not contacts.bonds


def test_a_map_without_anyone_says_so() -> None:
    contacts = read("maps/freemind_ancien.mm")

    assert not contacts.people
    assert "Aucun nom de personne" in reasons(contacts)


def test_doubled_identifiers_and_dangling_arrows_are_told() -> None:
    contacts = read("broken/carte_identifiants_doubles.mm")

    assert names(contacts) == {"A", "B"}
    assert f"«{NBSP}ID_2{NBSP}» sert deux fois" in reasons(contacts)
    assert "nulle part" in reasons(contacts)


def test_an_edge_to_nowhere_is_dropped_and_told() -> None:
    contacts = read("broken/graphe_arete_orpheline.graphml")

    assert len(contacts.bonds) == 1
    assert f"«{NBSP}n404{NBSP}»" in reasons(contacts)


def test_two_roots_get_one_above_them() -> None:
    assert "racine commune" in reasons(read("broken/mindmap_deux_racines.mmd"))


def test_a_tree_of_five_thousand_levels_is_read_without_harm() -> None:
    contacts = read("broken/carte_profondeur_5000.opml")

    assert not contacts.people
    assert "niveaux" in reasons(contacts)


def said(path: Path) -> str:
    """Return all that a file is answered with: a refusal, reasons, or what was found."""
    try:
        contacts = read_contacts(path.read_bytes(), name=path.name, today=TODAY)
    except UnreadableContacts as refusal:
        return str(refusal)
    found = [*(one.name for one in contacts.people), *(one.name for one in contacts.places)]
    return " ".join((*found, reasons(contacts), "masqué" * contacts.hidden)).strip()


@pytest.mark.parametrize("path", FILES, ids=[one.name for one in FILES])
def test_no_file_is_ever_read_without_a_word(path: Path) -> None:
    assert said(path)


def typed(text: str, name: str) -> Contacts:
    """Read a file typed here."""
    return read_contacts(text.encode(), name=name, today=TODAY)


def test_names_and_firms_apple_wrote_apart_are_put_together() -> None:
    apart = "BEGIN:VCARD\nVERSION:3.0\nFN:Ine\u0300s Roux\nORG:Socie\u0301te\u0301\nEND:VCARD\n"

    (person,) = typed(apart, "a.vcf").people

    assert (person.name, person.organization) == ("Inès Roux", "Société")


def test_a_graph_drawn_by_yed_gives_the_labels_it_draws() -> None:
    shape = "<data key='d0'><y:ShapeNode><y:NodeLabel>{}</y:NodeLabel></y:ShapeNode></data>"
    drawn = (
        "<graphml xmlns:y='http://www.yworks.com/xml/graphml'><key id='d0' for='node'/><graph>"
        f"<node id='n0'>{shape.format('Ida Roux')}</node>"
        f"<node id='n1'>{shape.format('Karim Benyahia')}</node>"
        "<edge source='n0' target='n1'/></graph></graphml>"
    )

    contacts = typed(drawn, "a.graphml")

    assert names(contacts) == {"Ida Roux", "Karim Benyahia"}
    assert len(contacts.bonds) == 1


def test_a_graph_whose_identifiers_are_names_is_read() -> None:
    contacts = typed('<graphml><graph><node id="Ida Roux"/><node id="n7"/></graph></graphml>', "a.graphml")

    assert names(contacts) == {"Ida Roux"}
    assert len(contacts.refused) == 1


def test_a_diagram_inside_a_page_is_read() -> None:
    page = "# Mon réseau\n\n```mermaid\nmindmap\n  Moi\n    Famille\n      Tante Odile\n```\n"

    assert names(typed(page, "reseau.md")) == {"Tante Odile"}


def test_a_table_typed_by_hand_needs_few_headings() -> None:
    contacts = typed("Nom\tTél\tStructure\nIda Roux\t06 39 98 01 02\tMairie de Brest\n\nKarim\n", "a.tsv")

    assert [(one.name, one.organization) for one in contacts.people] == [
        ("Ida Roux", "Mairie de Brest"),
        ("Karim", ""),
    ]


def test_a_list_of_skills_is_not_a_list_of_people() -> None:
    with pytest.raises(UnreadableContacts, match="Aucune colonne de noms"):
        typed("Name\nGestion de stocks\nPower BI\nAnglais, C1\n", "a.csv")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_ends_of_lines_never_matter(end: str) -> None:
    card = end.join(("begin:vcard", "version:3.0", "n:Roux;Ida", "tel:0639980102", "end:vcard", ""))
    table = end.join(("First Name,Last Name,Connected On", "Ida,Roux,4-Apr-21", ""))

    assert names(typed(card, "a.vcf")) == names(typed(table, "a.csv")) == {"Ida Roux"}
