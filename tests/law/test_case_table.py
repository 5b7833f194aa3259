import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tremplin.law.cases.run import KINDS, Verdict, run_row, run_rows
from tremplin.law.cases.table import Row, UnreadableTable, read_table

TODAY = date(2026, 11, 24)
PUBLIC_TABLE = Path(__file__).parent / "cases" / "oracle_public.csv"
PUBLIC_ROWS = read_table(PUBLIC_TABLE)


def row(kind: str, inputs: Any, expected: Any, tolerance: str = "0") -> Row:
    return Row("T1", kind, json.dumps(inputs), json.dumps(expected), tolerance)


def verdict(kind: str, inputs: Any, expected: Any, tolerance: str = "0") -> Verdict:
    return run_row(row(kind, inputs, expected, tolerance), today=TODAY)


@pytest.mark.parametrize("public_row", PUBLIC_ROWS, ids=lambda each: each.case_id)
def test_every_public_case_agrees(public_row: Row) -> None:
    found = run_row(public_row, today=TODAY)

    assert not found.reason
    assert not found.differences
    assert not found.unread


def test_every_kind_of_the_public_table_is_known() -> None:
    assert {each.kind for each in PUBLIC_ROWS} == set(KINDS)


@pytest.mark.parametrize("public_row", PUBLIC_ROWS, ids=lambda each: each.case_id)
def test_a_wrong_expectation_is_seen_and_explained(public_row: Row) -> None:
    changed = {key: other(value) for key, value in json.loads(public_row.expected).items()}

    found = run_row(Row("T1", public_row.kind, public_row.inputs, json.dumps(changed), "0.01"), today=TODAY)

    assert len({difference.key.split(".")[0] for difference in found.differences}) == len(changed)
    assert found.steps


def other(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: other(each) for key, each in value.items()}
    if isinstance(value, bool):
        return not value
    return value + 1.02 if isinstance(value, int | float) else f"not {value}"


AGREEING: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # Other readings, periods and places than those of the public table.
    (
        "stage_gratification",
        {"month": "2026-02", "presence_hours": 140, "convention_signed": "2025-11-10"},
        {"min_hourly": 4.35, "min_gratification": 609},
    ),
    (
        "stage_gratification",
        {
            "month": "2026-02",
            "presence_hours": 140,
            "convention_signed": "2025-11-10",
            "indexation_clause": True,
        },
        {"min_hourly": 4.5, "min_gratification": 630, "difference": 21},
    ),
    (
        "stage_gratification",
        {"month": "2026-02", "presence_hours": 10, "rate_basis": "presence", "branch_hourly": 5},
        {"min_gratification": 50},
    ),
    (
        "stage_total",
        {
            "hours_by_month": {"2025-12": 154, "2026-01": 147, "2026-02": 70},
            "convention_signed": "2025-11-10",
        },
        {
            "hourly": 4.35,
            "total": 1613.85,
            "by_presence": 1646.4,
            "difference": 32.55,
            "smoothed": 537.95,
            "smoothed_last": 537.95,
        },
    ),
    (
        "stage_total",
        {
            "hours_by_month": {"2025-12": 154, "2026-01": 217},
            "convention_signed": "2025-11-10",
            "rate_basis": "presence",
        },
        {"hourly": {"2025-12": 4.35, "2026-01": 4.5}, "total": 1646.4},
    ),
    ("stage_total", {"hours_by_month": {"2026-03": 154, "2026-04": 154}}, {"due": False, "total": 0}),
    ("stage_total", {"hours_by_month": {"2026-03": 400}, "mfr": True}, {"due": False}),
    ("stage_total", {"hours_by_month": {"2026-03": 463}, "mfr": True}, {"due": True}),
    (
        "stage_franchise",
        {"month": "2026-03", "presence_hours": 147, "paid": 850, "in_kind": 50},
        {"exempt_ceiling": 661.5, "contributory_base": 238.5, "accident_employer": "host"},
    ),
    (
        "stage_hours_calendar",
        {
            "start": "2026-04-01",
            "end": "2026-04-30",
            "region": "alsace-moselle",
            "excluded": ["2026-04-07"],
            "excluded_periods": [["2026-04-20", "2026-04-24"]],
        },
        {"days": {"2026-04": 14}, "days_total": 14, "hours": {"2026-04": 98}, "hours_total": 98},
    ),
    (
        "stage_hours_calendar",
        {"start": "2026-05-01", "end": "2026-05-08", "weekdays": [5], "exclude_public_holidays": False},
        {"days_total": 2, "hours_total": 14},
    ),
    ("stage_quota", {"headcount": 25, "regime": "pfmp"}, {"max_interns": 5}),
    ("stage_quota", {"headcount": 40, "regime": "pfmp_arrete"}, {"max_interns": 8}),
    ("stage_quota", {"headcount": 40, "regime": "pfmp_without_arrete"}, {"max_interns": 6}),
    ("stage_quota", {"headcount": 40, "regime": "pfmp", "arrete": False}, {"max_interns": 6}),
    ("stage_quota", {"headcount": 19, "average_headcount": 20.5}, {"max_interns": 4}),
    ("stage_quota", {"headcount_month_end": 101, "headcount_average": 99.5}, {"max_interns": 16}),
    (
        "stage_carence",
        {"previous_duration_months": 6, "interrupted_by": "intern"},
        {"waiting_months": 0},
    ),
    ("stage_carence", {"previous_duration_months": 5}, {"waiting_months": 1.67}),
    (
        "stage_carence",
        {"previous_start": "2026-01-05", "previous_end": "2026-04-30", "interrupted_by": "intern"},
        {"waiting_days": 0, "earliest_start": "2026-05-01"},
    ),
    (
        "stage_carence",
        {"previous_start": "2026-01-05", "previous_end": "2026-04-30"},
        {"waiting_days": 39, "earliest_start": "2026-06-09"},
    ),
    (
        "stage_carence",
        {"previous_start": "2026-02-02", "previous_end": "2026-07-31", "previous_duration_months": 6},
        {"waiting_months": 2, "earliest_start": "2026-10-01"},
    ),
    (
        "stage_compliance",
        {
            "stages": [["2025-09-01", "2025-12-31"], ["2026-01-02", "2026-06-30"]],
            "hosts": ["A", "B"],
            "schools": ["A", "A"],
        },
        {
            "six_month_cap_breached_in_2025_2026": False,
            "six_month_cap_breached_in_2026_2027": False,
            "carence_breached_before_second": False,
            "gratification_due": True,
        },
    ),
    (
        "stage_compliance",
        {"stages": [["2025-09-01", "2025-12-31"], ["2026-01-02", "2026-06-30"]], "same_intern": False},
        {"six_month_cap_breached_in_2025_2026": False, "carence_breached": True},
    ),
    (
        "stage_compliance",
        {
            "stages": [
                {"start": "2025-09-01", "end": "2025-12-31"},
                {"start": "2026-01-02", "end": "2026-06-30"},
            ],
            "interrupted_by": "intern",
            "teaching_year_start_month": 10,
        },
        {"six_month_cap_breached": True, "carence_breached": False, "hours_in_2024_2025": 154},
    ),
    (
        "stage_compliance",
        {"stages": [["2025-09-01", "2025-12-31"], ["2026-01-02", "2026-06-30"]], "same_host": False},
        {"six_month_cap_breached": False, "carence_breached": False},
    ),
    (
        "trial_period_after_stage",
        {"trial_months": 3, "stage_months": 1, "hired_within_months": 1, "different_activities": True},
        {"remaining_trial_months": 2},
    ),
    (
        "trial_period_after_stage",
        {"trial_months": 2, "stage_months": 6, "same_activities": False},
        {"remaining_trial_months": 1},
    ),
    (
        "trial_period_after_stage",
        {"trial_months": 6, "stage_months": 3, "hired_within_months": 4, "same_activities": True},
        {"remaining_trial_months": 6},
    ),
    (
        "tax_exemption_ceiling",
        {"year": 2026, "months": 6, "received": 23000},
        {"annual_smic_exempt": 22184, "prorated_exempt": 11092, "taxable": 816},
    ),
    (
        "apprenticeship_min_gross",
        {"age_band": "18-20", "contract_start": "2024-09-01", "pay_date": "2026-07-01", "weekly_hours": 24},
        {"contract_year": 2, "min_gross_monthly": 652.92, "pct_smic": 51},
    ),
    (
        "apprenticeship_min_gross",
        {"age_band": "21-25", "contract_year": 1, "pay_date": "2026-07-01", "smc": 2000},
        {"min_gross_monthly": 1060},
    ),
    (
        "apprenticeship_min_gross_by_birthdate",
        {
            "birth_date": "2007-01-01",
            "contract_start": "2025-09-16",
            "pay_month": "2026-09",
            "mid_month": "month_end",
            "territory": "mayotte",
        },
        {"contract_year": 2, "pct_smic": 51, "min_gross_monthly": 739.47},
    ),
    (
        "apprenticeship_net",
        {
            "contract_start": "2025-03-03",
            "contract_concluded": "2025-02-20",
            "regime_date_basis": "conclusion",
            "pay_date": "2026-07-01",
            "gross_monthly": 1400,
            "health_cover": 40,
        },
        {"net_before_tax": 1380, "csg_crds": 0},
    ),
    (
        "professionalisation_min_gross",
        {"age_band": "45+", "pay_date": "2026-07-01", "branch_minimum": 2400},
        {"min_gross_monthly": 2040, "age_band": "26-44"},
    ),
    (
        "professionalisation_net",
        {"pay_date": "2026-07-01", "gross_monthly": 1493.61, "alsace_moselle": True, "health_cover": 40},
        {"net_before_tax": 1140.98},
    ),
    (
        "parameters",
        {"date": "2026-06-01", "territory": "mayotte"},
        {"smic_hourly": 9.56, "pss_monthly": 3022, "pss_hourly": 30, "stage_gratification_rate": 0.15},
    ),
    (
        "parameters",
        {"date": "2021-06-01", "territory": "mayotte"},
        {"smic_hourly": 7.74, "pss_monthly": None},
    ),
    ("parameters", {"date": "2015-01-01"}, {"stage_gratification_min_hourly": 3.3, "pss_annual": 38040}),
]


@pytest.mark.parametrize(("kind", "inputs", "expected"), AGREEING)
def test_other_inputs_of_a_known_kind_are_answered(
    kind: str, inputs: dict[str, Any], expected: dict[str, Any]
) -> None:
    found = verdict(kind, inputs, expected, "0.01")

    assert not found.reason
    assert not found.differences


@pytest.mark.parametrize(
    ("case", "facts", "percent"),
    [
        ("disability_extension_year", {"last_contract_year": 3}, 82),
        ("same_level_plus_15", {"completed_years": 2}, 66),
        ("same_level_diploma", {"last_contract_year": 2, "contract_duration_months": 12}, 66),
        ("licence_professionnelle", {"contract_year": 1}, 51),
        ("shortened_contract", {}, 51),
        ("shortened_contract", {"years_spared": 2}, 67),
        ("direct_entry", {"entry_year": 3}, 67),
        ("extension_after_failure", {"last_contract_year": 2}, 51),
        ("longer_than_cycle", {"last_contract_year": 3}, 67),
        ("new_contract_after_diploma", {"last_contract_year": 3, "contract_year": 1}, 67),
        ("after_diploma", {"previous_pct": 60, "same_employer": True}, 60),
        ("after_diploma", {"last_contract_year": 2, "previous_age_band": "<18"}, 43),
        ("public_employer", {"points": 20, "contract_year": 2}, 71),
        ("public_plus_10", {}, 53),
        ("public_employer", {}, 43),
        ("disability_extension_year", {"last_contract_year": 3, "pay_date": "2026-07-01"}, 82),
    ],
)
def test_special_percentages_are_found_by_what_the_case_is_about(
    case: str, facts: dict[str, Any], percent: int
) -> None:
    inputs = {"case": case, "age_band": "18-20", **facts}

    assert verdict("apprenticeship_pct_special", inputs, {"pct_smic": percent}).agrees


def test_a_special_percentage_is_worth_euros_when_the_month_is_known() -> None:
    inputs = {"case": "licence", "age_band": "21-25", "pay_date": "2026-07-01", "smc": 2000}

    found = verdict("apprenticeship_pct_special", inputs, {"pct_smic": 61, "min_gross_monthly": 1220}, "0")

    assert found.agrees


@pytest.mark.parametrize(
    ("kind", "inputs", "reason"),
    [
        ("unheard_of", {}, "n’est pas connu"),
        ("stage_quota", {}, "Il manque"),
        ("stage_carence", {}, "Il manque"),
        ("stage_carence", {"previous_start": "2026-01-05"}, "Il manque"),
        ("stage_carence", {"previous_duration_months": 1201}, "trop longue"),
        ("stage_carence", {"previous_start": "2026-02-05", "previous_end": "2026-01-05"}, "ne se suivent"),
        ("stage_gratification", {"month": "2026-13", "presence_hours": 1}, "une date"),
        ("stage_gratification", {"month": 3, "presence_hours": 1}, "une date"),
        ("stage_gratification", {"month": "2026-01", "presence_hours": "lots"}, "un nombre est attendu"),
        ("stage_gratification", {"month": "2026-01", "presence_hours": True}, "un nombre est attendu"),
        ("stage_gratification", {"month": "2026-01", "presence_hours": -1}, "négatif"),
        ("stage_gratification", {"month": "2026-01", "presence_hours": 1e12}, "trop grand"),
        ("stage_gratification", {"month": "2026-01", "presence_hours": 1, "rate_basis": "x"}, "n’existe pas"),
        (
            "stage_gratification",
            {"month": "2026-01", "presence_hours": 1, "indexation": "x"},
            "true ou false",
        ),
        ("stage_gratification", {"month": "1999-01", "presence_hours": 1}, "Aucune valeur connue"),
        ("stage_gratification", {"month": "1066-01", "presence_hours": 1}, "hors de portée"),
        ("stage_total", {"hours_by_month": {}}, "un nombre par mois"),
        ("stage_hours_calendar", {"start": "2026-02-01", "end": "2026-01-01"}, "ne se suivent pas"),
        ("stage_hours_calendar", {"start": "2026-02-01", "end": "2126-01-01"}, "plus de dix ans"),
        ("stage_hours_calendar", {"start": "2026-02-01", "end": "2026-02-02", "region": "x"}, "région"),
        ("stage_hours_calendar", {"start": "2026-02-01", "end": "2026-02-02", "weekdays": 5}, "une liste"),
        ("stage_compliance", {"stages": [["2026-01-01"]]}, "un premier et un dernier jour"),
        ("stage_compliance", {"stages": [["2026-01-01", "2026-02-01"]], "hosts": []}, "un par stage"),
        (
            "stage_compliance",
            {"stages": [["2026-01-01", "2026-02-01"]], "teaching_year_start_month": 13},
            "de 1 à 12",
        ),
        ("stage_compliance", {"stages": [["2026-01-01", "2026-02-01"]] * 11}, "Au plus 10 stages"),
        ("tax_exemption_ceiling", {"year": 20260}, "hors de portée"),
        ("tax_exemption_ceiling", {"year": 2026.5}, "un nombre entier"),
        ("tax_exemption_ceiling", {"year": 2026, "months": 0}, "à partir de 1"),
        ("apprenticeship_min_gross", {"age_band": "12-13", "pay_date": "2026-07-01"}, "tranche d’âge"),
        ("professionalisation_min_gross", {"age_band": "12", "pay_date": "2026-07-01"}, "tranche d’âge"),
        ("professionalisation_min_gross", {"age_band": 12, "pay_date": "2026-07-01"}, "un texte"),
        ("apprenticeship_pct_special", {"case": "lottery", "age_band": "18-20"}, "n’est pas connu"),
        ("apprenticeship_pct_special", {"case": "public", "age_band": "18-20", "points": 5}, "10 ou 20"),
    ],
)
def test_a_case_that_cannot_be_run_differs_with_its_reason(
    kind: str, inputs: dict[str, Any], reason: str
) -> None:
    found = verdict(kind, inputs, {"anything": 1})

    assert not found.agrees
    assert reason in found.reason


@pytest.mark.parametrize(
    ("inputs", "expected", "tolerance"),
    [
        ("{", "{}", "0"),
        ("[]", "{}", "0"),
        ('{"date": NaN}', "{}", "0"),
        ('{"date": 1e99999999999999999999}', "{}", "0"),
        ("[" * 100_000, "{}", "0"),
        ('{"date": "2026-01-01"}', "", "0"),
        ('{"date": "2026-01-01"}', "{}", "0"),
        ('{"date": "2026-01-01"}', '{"smic_hourly": 12.02}', "about"),
        ('{"date": "2026-01-01"}', '{"smic_hourly": 12.02}', "NaN"),
        ('{"date": "2026-01-01"}', '{"smic_hourly": 12.02}', "-1"),
        ('{"date": "2026-01-01"}', '{"smic_hourly": 1e9999999}', "0.01"),
    ],
)
def test_an_unreadable_case_differs_instead_of_crashing(inputs: str, expected: str, tolerance: str) -> None:
    assert not run_row(Row("T1", "parameters", inputs, expected, tolerance), today=TODAY).agrees


def test_an_empty_tolerance_means_exactly() -> None:
    inputs = {"date": "2026-01-01"}

    assert verdict("parameters", inputs, {"smic_hourly": 12.02}, "").agrees
    assert not verdict("parameters", inputs, {"smic_hourly": 12.03}, "").agrees


@pytest.mark.parametrize("expected", [12.03, 12.01])
def test_a_number_may_be_off_by_the_tolerance_and_no_more(expected: float) -> None:
    inputs = {"date": "2026-01-01"}

    assert verdict("parameters", inputs, {"smic_hourly": expected}, "0.01").agrees
    assert not verdict("parameters", inputs, {"smic_hourly": expected}, "0.009").agrees


@pytest.mark.parametrize("expected", [True, "12.02", [12.02], {"a": 1}])
def test_a_value_of_another_type_differs(expected: Any) -> None:
    assert not verdict("parameters", {"date": "2026-01-01"}, {"smic_hourly": expected}, "100").agrees


def test_facts_that_no_rule_reads_are_named() -> None:
    found = verdict("stage_quota", {"headcount": 45, "weather": "fine"}, {"max_interns": 7})

    assert found.unread == ("weather",)


def test_a_rule_that_gives_no_value_agrees_with_null_and_says_why() -> None:
    inputs = {"contract_start": "2025-09-01", "pay_date": "2026-07-01", "gross_monthly": 4500}

    found = verdict("apprenticeship_net", inputs, {"net_before_tax": None})

    assert found.agrees
    assert "plafond" in found.steps[0].says


def test_a_rule_that_lacks_facts_names_them() -> None:
    inputs = {"age_band": "18-20", "pay_date": "2026-07-01"}

    found = verdict("apprenticeship_min_gross", inputs, {"min_gross_monthly": 802.82})

    assert not found.agrees
    assert "contract_year" in found.steps[-1].says


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)
NAMES = sorted({name for each in PUBLIC_ROWS for name in json.loads(each.inputs)})


@settings(max_examples=300, deadline=None)
@given(
    public_row=st.sampled_from(PUBLIC_ROWS),
    changes=st.dictionaries(st.sampled_from(NAMES), JSON | st.dates().map(str), max_size=4),
    tolerance=st.text(max_size=6),
)
def test_no_case_ever_crashes(public_row: Row, changes: dict[str, Any], tolerance: str) -> None:
    inputs = json.dumps({**json.loads(public_row.inputs), **changes})

    found = run_row(Row("T1", public_row.kind, inputs, public_row.expected, tolerance), today=TODAY)

    assert isinstance(found.agrees, bool)


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", b"\xff\xfe\x00", f'kind,inputs_json,expected_json\n"{"x" * 200_000}"']
)
def test_a_file_that_is_no_table_is_refused_in_french(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(UnreadableTable, match="Le fichier"):
        read_table(write(tmp_path / "table.csv", content))


def test_a_missing_file_is_refused_in_french(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="n’existe pas"):
        read_table(tmp_path / "nowhere.csv")


def test_a_folder_is_refused_in_french(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="ne peut pas être lu"):
        read_table(tmp_path)


def test_short_rows_long_rows_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = "\ufeffkind,inputs_json,expected_json\nstage_quota\nstage_quota,{},{},too,many\n"

    rows = read_table(write(tmp_path / "table.csv", text))

    assert [each.case_id for each in rows] == ["ligne 1", "ligne 2"]
    assert [each.agrees for each in run_rows(rows, today=TODAY)] == [False, False]
