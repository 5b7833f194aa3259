"""Europass as its editor, its older editor and other programs write it."""

import json

import pytest

from tremplin.stories.cv.reading.europass_skills import in_one_line
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import Reading, UnreadableResume

SPACES = (
    'xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" '
    'xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"'
)
NAMED = "<PersonName><oa:GivenName>Zoé</oa:GivenName><hr:FamilyName>Lefèvre</hr:FamilyName></PersonName>"


def candidate(profile: str = "", person: str = "", after: str = "") -> bytes:
    """Write a Candidate that says one thing."""
    return (
        f"<Candidate {SPACES}><CandidatePerson>{NAMED}{person}</CandidatePerson>"
        f'<CandidateProfile languageCode="fr">{profile}</CandidateProfile>{after}</Candidate>'
    ).encode()


def read(content: bytes, name: str = "cv.xml") -> Reading:
    return read_resume(content, name=name)


def job(period: str, *, employer: str = "", description: str = "") -> str:
    return (
        f"<EmploymentHistory><EmployerHistory><hr:OrganizationName>Port</hr:OrganizationName>{employer}"
        f"<PositionHistory><PositionTitle>Docker</PositionTitle>{period}"
        f"<oa:Description>{description}</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>"
    )


def dated(start: str, end: str = "", current: str = "false") -> str:
    end_date = (
        f"<eures:EndDate><hr:FormattedDateTime>{end}</hr:FormattedDateTime></eures:EndDate>" if end else ""
    )
    return (
        f"<eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>{start}</hr:FormattedDateTime>"
        f"</eures:StartDate>{end_date}<hr:CurrentIndicator>{current}</hr:CurrentIndicator>"
        "</eures:EmploymentPeriod>"
    )


def test_a_post_marked_current_has_no_end_even_where_one_is_written() -> None:
    period = read(candidate(job(dated("2024", "2025", "true")))).resume.work[0].period
    assert (str(period.start), period.end, period.is_current) == ("2024", None, True)


def test_the_employer_s_period_serves_a_post_that_has_none() -> None:
    period = read(candidate(job("", employer=dated("2018-05")))).resume.work[0].period
    assert str(period.start) == "2018-05"
    assert not period.is_current


def test_an_end_before_its_beginning_is_kept_and_told() -> None:
    reading = read(candidate(job(dated("2025-02", "2024-01"))))
    assert "avant le début" in str(reading.warnings[0])
    assert str(reading.resume.work[0].period.end) == "2024-01"


def test_the_time_of_a_date_is_left_out() -> None:
    period = read(candidate(job(dated("2024-03-01T00:00:00Z")))).resume.work[0].period
    assert str(period.start) == "2024-03-01"


def test_scripts_are_no_text() -> None:
    html = "&lt;p&gt;Ai géré &lt;b&gt;3&lt;/b&gt; quais.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    post = read(candidate(job("", description=html))).resume.work[0]
    assert str(post.summary) == "Ai géré 3 quais."
    assert post.highlights == ()


def test_every_usual_section_finds_its_place() -> None:
    reading = read(
        candidate(
            "<eures:Licenses><eures:License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></eures:License>"
            "</eures:Licenses>"
            "<HobbiesAndInterests><HobbyOrInterest><Title>Voile</Title></HobbyOrInterest></HobbiesAndInterests>"
            "<VoluntaryWorks><VoluntaryWork><Title>Bénévole</Title></VoluntaryWork></VoluntaryWorks>"
            "<Projects><Project><Title>Carte</Title></Project></Projects>"
            "<CourseCertifications><CourseCertification><Title>PIX</Title></CourseCertification>"
            "</CourseCertifications>"
            "<PublicationHistory><Publication><Title>Les quais</Title></Publication></PublicationHistory>"
            "<ConferencesAndSeminars><ConferenceAndSeminar><Title>Congrès</Title></ConferenceAndSeminar>"
            "</ConferencesAndSeminars>"
            "<ManagementAndLeadershipSkills><ManagementAndLeadershipSkill><Title>Équipe</Title>"
            "</ManagementAndLeadershipSkill></ManagementAndLeadershipSkills>"
            "<Others><Title>Divers</Title><Other><Title>Jeu</Title><Description>Guilde de 40</Description>"
            "</Other></Others>"
        )
    )
    resume = reading.resume
    assert [str(line) for one in resume.others for line in one.lines] == [
        "Permis B",
        "Congrès",
        "Jeu\u00a0: Guilde de 40",
    ]
    assert (resume.interests[0].name, resume.volunteer[0].position) == ("Voile", "Bénévole")
    assert (resume.projects[0].name, resume.certificates[0].name) == ("Carte", "PIX")
    assert (resume.publications[0].name, resume.skills[0].name) == ("Les quais", "Équipe")


def test_a_section_nobody_knows_is_named_and_kept() -> None:
    reading = read(candidate("<MilitaryHistory><Rank>Réserve</Rank></MilitaryHistory>"))
    assert reading.unshown == ("MilitaryHistory",)
    assert reading.resume.extra["x-europass"]["MilitaryHistory"] == "Réserve"


def test_levels_of_a_language_hold_in_one_line() -> None:
    assert in_one_line({"a": "B2", "b": "B2"}) == "B2"
    levels = {"CEF-Understanding-Reading": "C1", "CEF-Speaking-Production": "B1", "x": "C1"}
    assert in_one_line(levels) == "C1 (s’exprimer\u00a0: B1)"


def test_languages_are_named_in_french_whatever_their_code() -> None:
    codes = ("fra", "de", "http://publications.europa.eu/resource/authority/language/SPA", "xyz")
    person = "".join(f"<PrimaryLanguageCode>{one}</PrimaryLanguageCode>" for one in codes)
    found = [one.language for one in read(candidate(person=person)).resume.languages]
    assert found == ["Français", "Allemand", "Espagnol", "xyz"]


@pytest.mark.parametrize(
    ("dialing", "number", "written"),
    [
        ("33", "639982021", "+33 6 39 98 20 21"),
        ("+33", "0639982021", "+33 6 39 98 20 21"),
        ("", "06 39 98 20 21", "06 39 98 20 21"),
        ("351", "211234567", "+351 211234567"),
        ("33", "+33639982021", "+33 6 39 98 20 21"),
    ],
)
def test_a_telephone_is_put_together(dialing: str, number: str, written: str) -> None:
    person = (
        f"<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>{dialing}</CountryDialing>"
        f"<oa:DialNumber>{number}</oa:DialNumber></Communication>"
    )
    assert read(candidate(person=person)).resume.basics.phone == written


def test_the_supplier_of_the_file_is_not_the_candidate() -> None:
    name = "<PersonName><oa:GivenName>Jean</oa:GivenName></PersonName>"
    supplier = f"<CandidateSupplier><PersonContact>{name}</PersonContact></CandidateSupplier>"
    assert read(candidate(after=supplier)).resume.basics.name == "Zoé Lefèvre"


def test_a_cv_in_two_languages_says_which_is_read() -> None:
    second = '<CandidateProfile languageCode="en"/>'
    assert "2 langues" in str(read(candidate(job(""), after=second)).warnings[0])


def test_the_next_version_of_the_namespace_is_read() -> None:
    assert read(candidate(job("")).replace(b"europass.eu/1.0", b"europass.eu/2.0")).kept == {"work": 1}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<invoice><total>12</total></invoice>", "racine est"),
        (b"<!DOCTYPE Candidate [<!ENTITY a 'x'>]><Candidate>&a;</Candidate>", "entités"),
        (b"<Candidate><a></Candidate>", "ligne 1, colonne"),
        (b"<Candidate/>", "vide"),
        (b"<?xml version='1.0' encoding='klingon'?><Candidate/>", "XML"),
        (b"<html><body>Connexion</body></html>", "page web"),
    ],
)
def test_what_is_no_europass_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read(content)


def test_a_very_deep_file_is_no_trap() -> None:
    deep = b"<a>" * 20_000 + b"</a>" * 20_000
    assert read(candidate(f"<Others><Title>T</Title>{deep.decode()}</Others>")).resume.basics.name


def test_the_old_europass_is_read_in_xml_and_in_json() -> None:
    xml = """<SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Élodie</FirstName>
      <Surname>Roux</Surname></PersonName></Identification>
      <EducationList><Education>
      <Period><From year="2015" month="--09"/><To year="2018" month="--06"/></Period>
      <Title>Licence</Title><Organisation><Name>UBO</Name></Organisation></Education></EducationList>
      <Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>fr</Code></Description>
      </MotherTongue></MotherTongueList></Linguistic></Skills></LearnerInfo></SkillsPassport>"""
    same = {
        "SkillsPassport": {
            "LearnerInfo": {
                "Identification": {"PersonName": {"FirstName": "Élodie", "Surname": "Roux"}},
                "Education": [
                    {
                        "Period": {"From": {"Year": 2015, "Month": 9}, "To": {"Year": 2018, "Month": 6}},
                        "Title": "Licence",
                        "Organisation": {"Name": "UBO"},
                    }
                ],
                "Skills": {"Linguistic": {"MotherTongue": [{"Description": {"Code": "fr"}}]}},
            }
        }
    }
    for reading in (read(xml.encode(), "e.xml"), read(json.dumps(same).encode(), "e.json")):
        study = reading.resume.education[0]
        assert (study.institution, study.study_type) == ("UBO", "Licence")
        assert (str(study.period.start), str(study.period.end)) == ("2015-09", "2018-06")
        assert reading.resume.languages[0].language == "Français"
        assert reading.resume.basics.name == "Élodie Roux"
