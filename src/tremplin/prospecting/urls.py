"""Addresses of Trouver."""

from django.urls import URLPattern, path

from tremplin.prospecting.views import targets

app_name = "prospecting"
urlpatterns: list[URLPattern] = [
    path("", targets.home, name="home"),
    path("ajouter/", targets.add, name="add"),
    path("<int:target_id>/", targets.page, name="target"),
]
