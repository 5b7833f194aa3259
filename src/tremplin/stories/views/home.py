"""The room's first page: the stories, the strongest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the stories and the doors of the room."""
    return render(request, "stories/home.html")
