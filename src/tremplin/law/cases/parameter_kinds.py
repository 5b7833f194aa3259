"""Kind of cases that asks for the figures in force on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.law.cases.answers import Answer, Kind
from tremplin.law.cases.inputs import Inputs, day
from tremplin.law.cases.work_study_kinds import territory
from tremplin.law.internship.gratification import hourly_minimum
from tremplin.law.outcome import Holds, Step
from tremplin.law.parameters import OFFICIAL
from tremplin.law.reference_pay import annual_ceiling, hourly_smic_name, monthly_smic

FIGURES = {
    "smic_annual_tax_exemption": ("general", "income_tax_exemption"),
    "stage_gratification_rate": ("internship", "gratification_rate"),
    "stage_hours_per_day": ("internship", "hours_per_day"),
    "stage_days_per_month": ("internship", "days_per_month"),
    "stage_gratification_threshold_hours": ("internship", "gratification_threshold"),
    "stage_gratification_threshold_hours_mfr": ("internship", "gratification_threshold_rural"),
    "stage_max_hours_per_teaching_year": ("internship", "maximum_hours"),
    "stage_min_teaching_hours": ("internship", "minimum_teaching_hours"),
    "stage_min_teaching_hours_in_presence": ("internship", "minimum_teaching_hours_in_presence"),
    "referent_max_interns_higher_education": ("internship", "supervising_teacher_interns_higher"),
    "referent_max_interns_school": ("internship", "supervising_teacher_interns_school"),
    "tutor_max_interns": ("internship", "tutor_interns"),
    "fine_per_intern": ("internship", "fine"),
    "fine_per_intern_repeat": ("internship", "fine_repeated"),
    "transport_share_private": ("internship", "transport_share_private"),
    "transport_share_public": ("internship", "transport_share_public"),
    "transport_cap_public": ("internship", "transport_cap_public"),
    "apprentice_exempt_share_of_smic": ("contributions", "apprentice_exempt_share_of_smic"),
    "apprentice_max_age": ("apprenticeship", "apprentice_max_age"),
    "apprentice_exam_leave": ("apprenticeship", "apprentice_exam_leave"),
    "apprentice_free_termination_days": ("apprenticeship", "apprentice_free_termination_days"),
    "apprentice_bonus_points_same_level": ("apprenticeship", "apprentice_bonus_points_same_level"),
    "ee_pension_capped": ("contributions", "ee_pension_capped"),
    "ee_pension_uncapped": ("contributions", "ee_pension_uncapped"),
    "ee_agirc_arrco_t1": ("contributions", "ee_agirc_arrco_t1"),
    "ee_ceg_t1": ("contributions", "ee_ceg_t1"),
    "ee_health_alsace_moselle": ("contributions", "ee_health_alsace_moselle"),
    "stage_quota_small_headcount": ("internship", "quota_small_headcount"),
    "stage_quota_small_max": ("internship", "quota_small_interns"),
    "stage_quota_rate": ("internship", "quota_share"),
    "stage_quota_pfmp_headcount": ("internship", "quota_pfmp_headcount"),
    "stage_quota_pfmp_small_max": ("internship", "quota_pfmp_small_interns"),
    "stage_quota_pfmp_rate": ("internship", "quota_pfmp_share"),
    "retirement_trimester_rate": ("internship", "retirement_trimester_share"),
    "retirement_trimester_max": ("internship", "retirement_trimesters"),
    "apprentice_bonus_points_disability_extension": (
        "apprenticeship",
        "apprentice_bonus_points_disability_extension",
    ),
    "in_kind_deduction_share": ("apprenticeship", "in_kind_deduction_share"),
    "csg_rate": ("contributions", "csg_rate"),
    "crds_rate": ("contributions", "crds_rate"),
    "csg_base_share": ("contributions", "csg_base_share"),
}


def parameters(inputs: Inputs, _today: date) -> Answer:
    """Every figure a table may name, in force on a day; a series with no value is left out."""
    on = inputs.need(day, "date", "on")
    where = inputs.find(territory, "territory") or "national"
    smic = OFFICIAL.get("general", hourly_smic_name(where), on=on)
    monthly = monthly_smic(on=on, territory=where)
    ceiling = "monthly_ceiling_mayotte" if where == "mayotte" else "monthly_ceiling"
    values: dict[str, Any] = {
        "smic_hourly": smic.value,
        "smic_monthly_151_67": monthly.value,
        "smic_monthly_35h": monthly.value,
        "pss_monthly": in_force("general", ceiling, on),
        "pss_hourly": in_force("general", "hourly_ceiling", on),
        "pss_annual": annual_ceiling(on=on).value,
        "stage_gratification_min_hourly": _hourly(on),
        **{name: in_force(table, figure, on) for name, (table, figure) in FIGURES.items()},
    }
    said = Step(f"{smic.label}\u00a0: {smic.source}.")
    return Answer(
        {name: value for name, value in values.items() if value is not None}, (said, *monthly.steps)
    )


def in_force(table: str, name: str, on: date) -> Any:
    """Return the value of a figure on a day, None when it had none."""
    figure = OFFICIAL.find(table, name, on=on)
    return figure.value if figure else None


def _hourly(on: date) -> Decimal | None:
    outcome = hourly_minimum(signed_on=on)
    return outcome.value if isinstance(outcome, Holds) else None


KINDS: dict[str, Kind] = {"parameters": parameters}
