"""`tremplin decision compare`: the schema and its example, French refusals, and the cases of the law."""

import json
from csv import DictReader
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.typography import faults as typography_faults
from tremplin.decision.cli import decision
from tremplin.decision.domain.file import FileRefused, read_question
from tremplin.decision.forms import OptionForm

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "doc" / "decision.schema.json").read_text(encoding="utf-8"))
EXAMPLE = ROOT / "doc" / "decision.example.json"
CASES = ROOT / "tests" / "law" / "cases" / "oracle_public.csv"
CONTRIBUTIONS = "P056"
AGE_OF_BAND = {"<18": 17, "18-20": 19, "21-25": 23, "26+": 27, "<21": 19, "26-44": 27}


def example() -> dict[str, Any]:
    """Return the example, ready to be changed."""
    found: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return found


def run(question: object, tmp_path: Path) -> tuple[int, str]:
    """Compare a question written in a file; return the code and all that was written."""
    file = tmp_path / "question.json"
    file.write_text(json.dumps(question), encoding="utf-8")
    answer = CliRunner().invoke(decision, ["compare", str(file), "--json"])
    return answer.exit_code, answer.output


def faults(question: object) -> str:
    """Return the refusals of a question in one text."""
    with pytest.raises(FileRefused) as refusal:
        read_question(question)
    return "\n".join(refusal.value.faults)


def cases() -> list[Any]:
    """Return the rows of the case table on work-study pay, by their id."""
    with CASES.open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(
                row["kind"],
                json.loads(row["inputs_json"]),
                json.loads(row["expected_json"]),
                Decimal(row["tolerance"]),
                id=row["case_id"],
            )
            for row in DictReader(table)
            if row["kind"].startswith(
                ("apprenticeship_min_gross", "apprenticeship_net", "professionalisation_")
            )
        ]


def asked(kind: str, facts: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Write a case as a question, and the month it is about."""
    paid = facts.get("pay_month") or facts["pay_date"][:7]
    start = facts.get("contract_start") or f"{paid}-01"
    year = int(paid[:4])
    born = facts.get("birth_date") or f"{year - AGE_OF_BAND[facts.get('age_band', '<18')]}-01-02"
    option = {
        "key": "x",
        "name": "X",
        "kind": "apprenticeship" if kind.startswith("apprenticeship") else "professionalisation",
        "starts_on": start,
        "ends_on": f"{year + 1}-12-31" if int(start[:4]) > year - 3 else f"{year}-12-31",
        "weekly_hours": facts.get("weekly_hours", 35),
    }
    if facts.get("concluded_on"):
        option["signed_on"] = facts["concluded_on"]
    if facts.get("smc_monthly"):
        option["conventional_minimum"] = facts["smc_monthly"]
    if "qualifying_diploma" in facts or kind == "professionalisation_net":
        option["diploma"] = "professional_bac" if facts.get("qualifying_diploma") else "general_bac"
    if "gross_monthly" in facts:
        option |= {"offered": facts["gross_monthly"], "health_cover": facts.get("health_cover", 0)}
    student = {
        "birth_on": born,
        "alsace_moselle": facts.get("alsace_moselle", False),
        "territory": "mayotte" if facts.get("territory") == "mayotte" else "national",
    }
    return {"today": f"{paid}-01", "student": student, "options": [option]}, paid


@pytest.mark.parametrize(("kind", "facts", "expected", "tolerance"), cases())
def test_the_command_gives_the_figures_of_the_cases(
    kind: str, facts: dict[str, Any], expected: dict[str, Any], tolerance: Decimal, tmp_path: Path
) -> None:
    question, paid = asked(kind, facts)

    code, said = run(question, tmp_path)

    assert code == 0, said
    months = json.loads(said)["options"][0]["money"]["months"]
    found = next(month for month in months if month["month"] == paid)
    name, cell = ("net_before_tax", "net") if kind.endswith("_net") else ("min_gross_monthly", "gross")
    assert abs(Decimal(found[cell]) - Decimal(str(expected[name]))) <= tolerance


def test_every_case_of_work_study_is_asked_but_the_one_no_option_describes() -> None:
    with CASES.open(encoding="utf-8", newline="") as table:
        rows = {
            row["case_id"]: row["kind"]
            for row in DictReader(table)
            if row["kind"].startswith(("apprenticeship", "professionalisation"))
        }
    asked_for = {str(case.id) for case in cases()} | {CONTRIBUTIONS}

    # A year added for a disability is not something an option says.
    assert {name: kind for name, kind in rows.items() if name not in asked_for} == {
        "P061": "apprenticeship_pct_special"
    }


def test_the_case_of_contributions_gives_its_net_and_its_base(tmp_path: Path) -> None:
    with CASES.open(encoding="utf-8", newline="") as table:
        row = next(row for row in DictReader(table) if row["case_id"] == CONTRIBUTIONS)
    facts, expected = json.loads(row["inputs_json"]), json.loads(row["expected_json"])
    question, paid = asked(row["kind"], facts)

    months = json.loads(run(question, tmp_path)[1])["options"][0]["money"]["months"]
    found = next(month for month in months if month["month"] == paid)

    taken = Decimal(str(facts["gross_monthly"])) - Decimal(found["net"])
    said = " ".join(step["says"] for step in found["steps"]["net"])
    rate = Decimal("0.1131")  # LAW.md B6
    assert abs(taken - rate * expected["contribution_base"] - expected["csg_crds"]) <= Decimal(
        row["tolerance"]
    )
    assert "299,10" in said  # what the note of the case calls exact
    assert "28,50" in said


def test_the_example_answers_and_names_what_would_tip_it(tmp_path: Path) -> None:
    code, said = run(example(), tmp_path)

    answer = json.loads(said)
    assert code == 0
    assert answer["matrix"]["leader"] in {option["key"] for option in answer["options"]}
    assert answer["matrix"]["flip"]["criterion"]
    assert sum(answer["matrix"]["wins"].values()) == pytest.approx(1)


def test_an_option_in_front_that_is_blocked_says_so(tmp_path: Path) -> None:
    question = example()
    question["options"][0]["validated"] = False

    matrix = json.loads(run(question, tmp_path)[1])["matrix"]

    assert matrix["leader"] == "nordelle"
    assert "cette option est bloquée" in matrix["title"]
    assert "diplôme et école" in matrix["obstacle"]
    assert "Stage et petit emploi" in matrix["obstacle"]
    assert not typography_faults(f"{matrix['title']}. {matrix['obstacle']}")


def test_an_option_in_front_that_nothing_blocks_says_nothing_of_it(tmp_path: Path) -> None:
    question = example()
    question["options"][1]["validated"] = False

    matrix = json.loads(run(question, tmp_path)[1])["matrix"]

    assert "bloquée" not in matrix["title"]
    assert matrix["obstacle"] is None


def test_a_pay_above_the_ceiling_is_told_apart_from_a_missing_fact(tmp_path: Path) -> None:
    file = tmp_path / "question.json"
    question = example()
    question["options"][0]["offered"] = 5000
    file.write_text(json.dumps(question), encoding="utf-8")

    said = CliRunner().invoke(decision, ["compare", str(file)]).output

    assert "net non calculé" in said
    assert "il manque des faits" not in said
    assert not typography_faults(said)


def test_the_terminal_says_it_in_french() -> None:
    answer = CliRunner().invoke(decision, ["compare", str(EXAMPLE)])

    assert answer.exit_code == 0
    assert "net par mois en moyenne" in answer.output


@pytest.mark.parametrize("name", sorted(SCHEMA["properties"]["options"]["items"]["properties"]))
def test_every_key_of_the_schema_is_read(name: str) -> None:
    question = example()
    question["options"][0][name] = [{}]

    said = faults(question)

    assert (
        f"« {name} »".replace("« ", "«\u00a0").replace(" »", "\u00a0»") in said or f", {name}\u00a0:" in said
    )
    assert "clé inconnue" not in said


def test_the_example_uses_only_what_the_schema_describes() -> None:
    known = SCHEMA["properties"]["options"]["items"]["properties"]

    assert set(example()) <= set(SCHEMA["properties"])
    assert all(set(option) <= set(known) for option in example()["options"])
    assert all(option["kind"] in known["kind"]["enum"] for option in example()["options"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"today": "demain"}, "«\u00a0demain\u00a0» n’est pas un jour"),
        ({"today": None}, "il manque"),
        ({"options": []}, "donnez-en une au moins"),
        ({"options": 3}, "une liste"),
        ({"opions": []}, "clé inconnue"),
        ({"criteria": [{"key": "pay", "weight": 0}]}, "aucun critère n’a de poids"),
        ({"criteria": [{"key": "pay", "weight": "x"}]}, "n’est pas un nombre"),
        ({"criteria": [{"key": "pay", "weight": "25"}]}, "n’est pas un nombre"),
        ({"criteria": [{"key": "pay", "weight": "1e-9999999"}]}, "n’est pas un nombre"),
        ({"today": "20260330"}, "AAAA-MM-JJ"),
        ({"today": "2026-W14-1"}, "AAAA-MM-JJ"),
        ({"today": [[[]]]}, "AAAA-MM-JJ"),
        ({"student": {"birth_on": "2030-01-01"}}, "ce jour est à venir"),
        ({"\ud800": 1}, "clé inconnue"),
        ({"scores": [{"option": "non", "criterion": "pay", "value": 6}]}, "n’est pas dans le fichier"),
        ({"scores": [{"option": "stage", "criterion": "pay", "value": 6}]}, "nombre entier de 1 à 5"),
        ({"exams": [{"first": "2027-01-02", "last": "2027-01-01"}]}, "la fin vient avant le début"),
    ],
)
def test_bad_input_is_refused_in_plain_french(change: dict[str, Any], said: str) -> None:
    refusal = faults(example() | change)

    assert said in refusal
    assert not typography_faults(refusal)


@pytest.mark.parametrize("weekly", [0, 0.5, 60.5])
def test_the_hours_of_a_week_have_the_bounds_of_the_form(weekly: float) -> None:
    question = example()
    question["options"][0]["weekly_hours"] = weekly

    assert "n’est pas un nombre de 1 à 60" in faults(question)


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        ({"alternation": "days", "company": 26, "school": 26}, "sept jours"),
        ({"alternation": "days", "school": 3}, "sept jours"),
        ({"alternation": "weeks", "company": 0, "school": 0}, "combien de semaines"),
        ({"alternation": "weeks"}, "combien de semaines"),
    ],
)
def test_a_rhythm_that_cannot_be_is_refused_as_on_the_page(rhythm: dict[str, Any], said: str) -> None:
    question = example()
    question["options"][0]["rhythm"] = rhythm
    typed = {name: rhythm.get(key) for name, key in (("company_part", "company"), ("school_part", "school"))}
    form = OptionForm(
        {"revision": 1, "name": "A", "kind": "apprenticeship", "starts_on": "01/09/2026",
         "ends_on": "31/08/2027", "alternation": rhythm["alternation"]}
        | {name: value for name, value in typed.items() if value is not None}
    )  # fmt: skip

    assert said in faults(question)
    assert said in str(form.errors["company_part"])


@pytest.mark.parametrize("name", ["\ud800", "A\u0000B", "A\nB"])
def test_a_text_that_nothing_can_write_is_refused(name: str, tmp_path: Path) -> None:
    question = example()
    question["options"][0]["name"] = name

    code, said = run(question, tmp_path)

    assert code == 2
    assert "ne s’écrit pas" in said


def test_a_note_may_have_several_lines() -> None:
    question = example()
    question["scores"][0]["note"] = "Un.\nDeux."

    assert read_question(question).matrix


def test_one_wrong_fact_makes_one_fault_and_no_false_ones() -> None:
    wrong_kind, wrong_weight = example(), example()
    wrong_kind["options"][0]["kind"] = "cdd"
    wrong_weight["criteria"] = [{"key": "pay", "weight": "25"}]
    wrong_weight["scores"] = []

    assert faults(wrong_kind).count("\n") == 0
    assert faults(wrong_weight).count("\n") == 0


def test_a_refused_value_is_shown_again_in_short() -> None:
    question = example()
    question["options"][0]["kind"] = "a" * 100_000

    assert len(faults(question)) < 300


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"today": ' + "9" * 5_000 + "}", "plusieurs milliers de chiffres"),
        ('{"today": "2026-03-30", "today": "2026-03-31"}', "est écrite deux fois"),
        ('{"\\ud800": 1, "\\ud800": 2}', "est écrite deux fois"),
        ('{"today": ' + "[" * 900 + "]" * 900 + "}", "AAAA-MM-JJ"),
        ('{"today": 1e-9999999}', "AAAA-MM-JJ"),
    ],
)
@pytest.mark.parametrize("as_json", [True, False])
def test_a_hostile_file_gets_a_sentence_at_once(
    content: str, said: str, as_json: bool, tmp_path: Path
) -> None:
    file = tmp_path / "question.json"
    file.write_text(content, encoding="utf-8")

    answer = CliRunner().invoke(decision, ["compare", str(file), *(["--json"] if as_json else [])])

    assert answer.exit_code == 2
    assert said in answer.output
    assert not typography_faults(answer.output)


def test_every_fault_is_said_at_once_with_its_place() -> None:
    question = example()
    question["options"][0] |= {"kind": "cdd", "weekly_hours": -1, "ends_on": "2020-01-01"}
    question["options"][1]["key"] = "nordelle"

    refusal = faults(question)

    assert "Option 1, «\u00a0kind\u00a0»" in refusal
    assert "«\u00a0weekly_hours\u00a0»" in refusal
    assert "la fin vient avant le début" in refusal


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "ligne 1"), (b"\xff\xfe{}", "UTF-8"), (b"[" * 100_000, "JSON"), (b"[]", "accolades")],
)
def test_a_file_that_is_not_a_comparison_is_refused_without_a_trace(
    content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "question.json"
    file.write_bytes(content)

    answer = CliRunner().invoke(decision, ["compare", str(file)])

    assert answer.exit_code == 2
    assert said in answer.output or "emboîte" in answer.output
    assert "Traceback" not in answer.output


def test_a_date_before_the_known_figures_is_refused_in_french(tmp_path: Path) -> None:
    question = example()
    question["options"] = [question["options"][0] | {"starts_on": "1990-09-01", "ends_on": "1991-08-31",
                                                     "signed_on": None}]  # fmt: skip
    question |= {"criteria": [], "scores": []}

    code, said = run(question, tmp_path)

    assert code == 2
    assert "Aucune valeur connue" in said
