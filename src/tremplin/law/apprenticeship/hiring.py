"""What an apprenticeship counts for when the same company hires afterwards."""

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import labour_code

HIRED_AFTER = labour_code("L. 6222-16")
HEADCOUNT = labour_code("L. 1111-3")


def hired_without_trial(*, same_company: bool | None) -> Outcome[bool]:
    """Tell whether a hire after the apprenticeship goes without a trial period (*période d'essai*).

    The length of the apprenticeship also counts for pay and seniority.

    Args:
        same_company: whether the company that trained the apprentice hires them; None if unknown.

    Returns:
        True: no trial period, and the length counts.

    Sources: Code du travail, art. L. 6222-16.
    Limits: a collective agreement may be better.
    """
    if same_company is None:
        return unknown(same_company=same_company)
    if not same_company:
        return DoesNotHold((Step("Une autre entreprise peut prévoir une période d’essai.", HIRED_AFTER),))
    steps = (
        Step("L’entreprise qui vous a formé vous embauche sans période d’essai.", HIRED_AFTER),
        Step("La durée de l’apprentissage compte pour la rémunération et l’ancienneté.", HIRED_AFTER),
    )
    return Holds(True, steps)


def counted_in_headcount() -> DoesNotHold:
    """Tell whether an apprentice counts in the company's headcount (*effectif*): they do not.

    Returns:
        The reason; the quota of interns counts people otherwise, see `intern_quota`.

    Sources: Code du travail, art. L. 1111-3.
    Limits: the headcount of the Code du travail only.
    """
    return DoesNotHold((Step("Les apprentis ne comptent pas dans l’effectif de l’entreprise.", HEADCOUNT),))
