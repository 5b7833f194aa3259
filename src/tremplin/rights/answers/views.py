"""The quick answers, through the browser."""

from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.requests import HtmxRequest
from tremplin.law.parameters import NoValueInForce
from tremplin.rights.answers.domain.answer import Answer
from tremplin.rights.answers.questions import answer, matching, question


@require_safe
@vary_on_headers("HX-Request")
def answers(request: HtmxRequest) -> HttpResponse:
    """List the questions, by theme, that hold the words typed."""
    query = request.GET.get("q", "")
    themes = [(str(theme), list(group)) for theme, group in groupby(matching(query), lambda each: each.theme)]
    template = "_questions" if request.htmx else "answers"
    return render(request, f"rights/answers/{template}.html", {"themes": themes, "query": query})


@require_safe
@vary_on_headers("HX-Request")
def one_answer(request: HtmxRequest, slug: str) -> HttpResponse:
    """Ask one question; htmx gets the answer alone."""
    asked = question(slug)
    if asked is None:
        raise Http404
    form = asked.form(request.GET or None)
    found: Answer | None = None
    refusal = ""
    if form.is_valid():
        facts = {**form.cleaned_data, "on": form.cleaned_data["on"] or localdate()}
        try:
            found = answer(asked, facts)
        except NoValueInForce as unknown:
            refusal = str(unknown)
    missing = [form[name].label for name in found.missing if name in form.fields] if found else []
    template = "_answer" if request.htmx else "answer"
    context = {"question": asked, "form": form, "answer": found, "refusal": refusal, "missing": missing}
    return render(request, f"rights/answers/{template}.html", context)
