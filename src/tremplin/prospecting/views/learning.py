"""What works, and what is too few to tell."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tremplin.prospecting.domain import funnel
from tremplin.prospecting.domain.funnel import Row
from tremplin.prospecting.queries.learning import sent_messages


@dataclass(frozen=True)
class Bar:
    """A step of the funnel as it is drawn."""

    name: str
    count: int


@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    """Show how far messages went, by way in and by what they quote."""
    sent = sent_messages()
    whole, ways, hooks = funnel.funnel(sent), funnel.by_channel(sent), funnel.by_hook(sent)
    context = {
        "whole": whole,
        "title": funnel.title(whole),
        "bars": _bars(whole),
        "tables": [
            (_("Par façon d’entrer"), "voies", ways, funnel.comparison(ways)),
            (_("Par signal cité"), "signaux", hooks, funnel.comparison(hooks)),
        ],
    }
    return render(request, "prospecting/learning.html", context)


def _bars(whole: Row) -> list[Bar]:
    nouns = (_("envoi"), _("réponse"), _("conversation"), _("accord"))
    counts = [getattr(whole, step) for step in funnel.STEPS]
    pairs = zip(nouns, counts, strict=True)
    return [Bar(str(noun) if count < 2 else f"{noun}s", count) for noun, count in pairs]
