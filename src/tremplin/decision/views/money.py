"""The months of one option: each cell with its formula."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.decision import queries
from tremplin.decision.domain.money import HYPOTHESES, POINTERS, money_of
from tremplin.decision.views.finding import option_at
from tremplin.law.parameters import NoValueInForce


@require_safe
def months(request: HttpRequest, option_id: int) -> HttpResponse:
    """Show gross, net, refund, costs and what is left, month by month."""
    found = option_at(option_id)
    context = {
        "option": found,
        "decision": found.decision,
        "hypotheses": HYPOTHESES,
        "pointers": POINTERS,
        "today": timezone.localdate(),
        "money": None,
        "refusal": "",
    }
    try:
        context["money"] = money_of(queries.student_of(found.decision), queries.described(found))
    except NoValueInForce as unknown:
        context["refusal"] = str(unknown)
    return render(request, "decision/months.html", context)
