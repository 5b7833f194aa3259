"""Home and search, through the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where I stand, next move."""
    return render(request, "cap/home.html")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Every place and act, by name."""
    return render(request, "cap/search.html", {"query": request.GET.get("q", "")})
