"""LinkedIn: the archive whatever it lacks, the profile in PDF whatever its language."""

import io
import zipfile

import pytest

from tests.stories.cv.printed import SIZES, Printed
from tremplin.stories.cv.reading.dates import read_span, read_when
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.linkedin_pdf import looks_like_a_place
from tremplin.stories.cv.reading.outcome import Reading, UnreadableResume
from tremplin.stories.cv.reading.words import is_duration, section_called
from tremplin.stories.cv.resume import Resume

PROFILE = "First Name,Last Name,Headline,Summary,Geo Location,Websites\n"
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"


def archive(**tables: str) -> bytes:
    """Pack tables as LinkedIn does."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in tables.items():
            file.writestr(f"{name.replace('_', ' ')}.csv", text)
    return packed.getvalue()


def read(**tables: str) -> Reading:
    return read_resume(archive(**tables), name="export.zip")


def told(reading: Reading) -> str:
    return "\n".join(map(str, (*reading.warnings, *reading.refused)))


def test_tables_are_found_whatever_their_separators() -> None:
    reading = read(
        Profile=f'{PROFILE}Zoé,Lefèvre,Alternante,,"Lille, Hauts-de-France, France",[BLOG:https://z.example]\n',
        Email_Addresses="Email Address,Confirmed,Primary\nb@z.example,Yes,No\na@z.example,Yes,Yes\n",
        PhoneNumbers="Extension,Number,Type\n,+33639982021,Mobile\n",
        Volunteering="Company Name,Role,Started On,Finished On\nCroix,Secouriste,Jan 2024,\n",
        Projects="Title,Description,Url,Started On,Finished On\nCarte,600 points,,Oct 2025,\n",
        Honors="Title,Description,Issued On\n2e prix,,Mar 2026\n",
        Courses="Name,Number\nStatistiques,\n",
    )
    resume, basics = reading.resume, reading.resume.basics
    assert (basics.name, basics.email, basics.phone) == ("Zoé Lefèvre", "a@z.example", "+33 6 39 98 20 21")
    assert basics.location is not None
    assert (basics.location.city, basics.location.country_code) == ("Lille", "FR")
    assert basics.url == "https://z.example"
    assert resume.volunteer[0].period.is_current
    assert (resume.projects[0].name, resume.awards[0].title) == ("Carte", "2e prix")
    assert str(resume.others[0].lines[0]) == "Statistiques"


def test_a_post_without_an_end_goes_on_and_its_bullets_are_points() -> None:
    post = read(
        Positions=f'{POSITIONS}Port,Docker,"Ai suivi :\n• 40 quais\n• 3 grues",,Sep 2025,\n'
    ).resume.work[0]
    assert post.period.is_current
    assert [str(one) for one in post.highlights] == ["40 quais", "3 grues"]
    assert str(post.summary) == "Ai suivi :"


def test_a_shifted_row_is_refused_with_its_line() -> None:
    reading = read(Positions=f"{POSITIONS}Port, Sud,Docker,,,Sep 2025,\nQuai,Grutier,,,2024,\n")
    assert [one.organization for one in reading.resume.work] == ["Quai"]
    assert "positions.csv, ligne 2" in told(reading)


def test_a_date_that_is_none_is_kept_and_told() -> None:
    reading = read(Positions=f"{POSITIONS}Port,Docker,,,Bientôt,\n")
    assert str(reading.resume.work[0].period.start) == "Bientôt"
    assert "positions.csv, ligne 2" in told(reading)


def test_a_hidden_recommendation_stays_hidden() -> None:
    table = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    rows = "A,B,C,D,Très bien,,VISIBLE\nE,F,G,H,Secret,,HIDDEN\n"
    assert [one.reference for one in read(Recommendations_Received=table + rows).resume.references] == [
        "Très bien"
    ]


def test_one_table_alone_is_enough() -> None:
    reading = read_resume(f"{POSITIONS}Port,Docker,,,Sep 2025,\n".encode(), name="Positions.csv")
    assert reading.kept == {"work": 1}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (archive(Connections="First Name,Last Name\nA,B\n"), "ne dit rien de votre parcours"),
        (archive(Skills="Name\n"), "vides"),
        (archive(Profile="nothing\n1\n"), "noms de ses colonnes"),
        (b"PK\x03\x04 not a zip", "abîmée"),
        (b"PK\x03\x04 word/document.xml", "document de bureau"),
    ],
)
def test_an_archive_that_says_nothing_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read_resume(content, name="export.zip")


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(UnreadableResume, match="sans fin"):
        read(Skills="Name\n" + "a" * (6 << 20))


def profile(main: list[tuple[str, str]], *side: tuple[str, str], **sizes: float) -> Resume:
    """Print a profile and read it."""
    contact = [("side", "Contact"), ("text", "www.linkedin.com/in/zoe (LinkedIn)"), *side]
    printed = Printed(contact, [("name", "Zoé Lefèvre"), ("text", "Alternante"), *main], {**SIZES, **sizes})
    return read_resume(printed.pdf(), name="Profile.pdf").resume


def test_a_long_english_profile_keeps_every_entry() -> None:
    resume = profile(
        [
            ("text", "Greater Cambridge Area"),
            ("head", "Summary"),
            (
                "text",
                "I moderate a community of 5,000 members and I make queues shorter for everyone.\n\nNext.",
            ),
            ("head", "Experience"),
            ("firm", "Acme Logistics"),
            ("post", "Data Intern"),
            ("text", "June 2025 - September 2025 (4 months)"),
            ("text", "Cambridge, England, United Kingdom"),
            (
                "text",
                "- Cut stock-outs by 12%\n"
                "- Wrote 3 guides that the warehouse still uses every single day, on each shift",
            ),
            ("firm", "The Book Shop"),
            ("text", "2 years 3 months"),
            ("post", "Senior Sales Assistant"),
            ("text", "March 2024 - Present (1 year 9 months)"),
            ("post", "Sales Assistant"),
            ("text", "2022 - 2023 (1 year)"),
            ("firm", "Imaginary University Very Long Name Of A Research Laboratory For Data Sciences"),
            ("post", "Research assistant, with a long title that certainly wraps over two lines indeed"),
            ("text", "2021"),
            ("head", "Education"),
            ("firm", "Imaginary University"),
            (
                "text",
                "BSc, Computer Science and Mathematics for Data Engineers · (September 2023 - June 2026)",
            ),
            ("firm", "Old School"),
        ],
        ("text", "ada.a-very-long-name.of-student@a-long-domain.example"),
        ("side", "Top Skills"),
        ("text", "Python (Programming Language)"),
        ("text", "Stakeholder engagement and very long skills name"),
        ("side", "Languages"),
        ("text", "French (Limited Working)"),
    )
    assert resume.basics.email == "ada.a-very-long-name.of-student@a-long-domain.example"
    assert str(resume.basics.summary).split("\n") == [
        "I moderate a community of 5,000 members and I make queues shorter for everyone.",
        "Next.",
    ]
    assert [(one.organization, one.position) for one in resume.work] == [
        ("Acme Logistics", "Data Intern"),
        ("The Book Shop", "Senior Sales Assistant"),
        ("The Book Shop", "Sales Assistant"),
        (
            "Imaginary University Very Long Name Of A Research Laboratory For Data Sciences",
            "Research assistant, with a long title that certainly wraps over two lines indeed",
        ),
    ]
    assert resume.work[0].location == "Cambridge, England, United Kingdom"
    assert [str(one) for one in resume.work[0].highlights] == [
        "Cut stock-outs by 12%",
        "Wrote 3 guides that the warehouse still uses every single day, on each shift",
    ]
    assert resume.work[1].period.is_current
    assert [one.institution for one in resume.education] == ["Imaginary University", "Old School"]
    assert resume.education[0].area == "Computer Science and Mathematics for Data Engineers"
    assert [one.name for one in resume.skills] == [
        "Python (Programming Language)",
        "Stakeholder engagement and very long skills name",
    ]
    assert resume.languages[0].fluency == "Compétence professionnelle limitée"


def test_a_post_on_the_next_page_follows_the_ones_before() -> None:
    posts = [
        line
        for year in range(2010, 2022)
        for line in (
            ("firm", f"Association {year}"),
            ("post", "Trésorière"),
            ("text", f"mars {year} - avril {year + 1} (1 an 2 mois)"),
            ("text", "Budget tenu sans écart toute l’année."),
        )
    ]
    resume = profile([("head", "Expérience"), *posts])
    assert [one.organization for one in resume.work] == [f"Association {year}" for year in range(2010, 2022)]


def test_letters_of_one_size_are_told_apart_by_their_order() -> None:
    resume = profile(
        [
            ("head", "Erfahrung"),
            ("head", "Berufserfahrung"),
            ("firm", "A"),
            ("post", "Praktikant"),
            ("text", "Januar 2024 - März 2024 (3 Monate)"),
            ("firm", "B"),
            ("text", "1 Jahr 2 Monate"),
            ("post", "Chef"),
            ("text", "Februar 2023 - Heute (1 Jahr 2 Monate)"),
        ],
        post=12,
    )
    assert [(one.organization, one.position) for one in resume.work] == [("A", "Praktikant"), ("B", "Chef")]


def test_dates_of_an_unknown_language_are_kept_and_told() -> None:
    printed = Printed(
        [("side", "Contact"), ("text", "www.linkedin.com/in/y (LinkedIn)")],
        [
            ("name", "Y"),
            ("text", "h"),
            ("head", "Experience"),
            ("firm", "A"),
            ("post", "P"),
            ("text", "kesäkuu 2020 - heinäkuu 2021 (1 vuosi)"),
        ],
    )
    reading = read_resume(printed.pdf(), name="Profile.pdf")
    assert str(reading.resume.work[0].period.start) == "kesäkuu 2020 - heinäkuu 2021"
    assert "page 1" in told(reading)


def test_another_pdf_is_no_profile() -> None:
    invoice = Printed([("side", "Facture")], [("name", "Société"), ("text", "Total\u00a0: 12 €")])
    with pytest.raises(UnreadableResume, match="ni un profil LinkedIn"):
        read_resume(invoice.pdf(), name="facture.pdf")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("avril 2026", "2026-04"),
        ("Sep 2025", "2025-09"),
        ("déc. 2024", "2024-12"),
        ("May 4, 2004", "2004-05-04"),
        ("1er mars 2020", "2020-03-01"),
        ("enero de 2021", "2021-01"),
        ("09/2024", "2024-09"),
        ("2022", "2022"),
        ("31/02/2020", None),
        ("Vendeur 2020", None),
    ],
)
def test_a_month_is_read_in_the_languages_of_linkedin(words: str, text: str | None) -> None:
    when = read_when(words)
    assert (when.text if when else None) == text


@pytest.mark.parametrize(
    ("words", "start", "end", "current"),
    [
        ("avril 2026 - juillet 2026 (4 mois)", "2026-04", "2026-07", False),
        ("septembre 2025 - Present (1 an 3 mois)", "2025-09", None, True),
        ("2020 – 2023", "2020", "2023", False),
        ("Juni 2020 - Heute (3 Jahre)", "2020-06", None, True),
        ("depuis mars 2024", "2024-03", None, True),
        ("mai 2024 à août 2024", "2024-05", "2024-08", False),
    ],
)
def test_a_span_is_read(words: str, start: str, end: str | None, current: bool) -> None:
    period = read_span(words)
    assert period is not None
    assert (str(period.start), str(period.end) if period.end else None) == (start, end)
    assert period.is_current is current


@pytest.mark.parametrize("words", ["Python - Excel", "Réduction de 12 % en 2024", "", "de 2 à 3 jours"])
def test_a_sentence_is_no_span(words: str) -> None:
    assert read_span(words) is None


def test_headings_durations_and_places_are_known_in_several_languages() -> None:
    assert section_called("Ausbildung") == section_called("Formation") == "education"
    assert section_called("Ma vie") == ""
    assert is_duration("2 ans 3 mois")
    assert is_duration("1 yr 4 mos")
    assert not is_duration("2022 - 2023 (1 year)")
    assert looks_like_a_place("Bourg-en-Bresse, Auvergne-Rhône-Alpes, France")
    assert looks_like_a_place("Lyon et périphérie")
    assert not looks_like_a_place("Suivi de 40 références")
    assert not looks_like_a_place("Caisse, rayon BD, inventaire")
