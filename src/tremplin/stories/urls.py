"""Addresses of the room Récits."""

from django.urls import path

from tremplin.stories.views import home

app_name = "stories"
urlpatterns = [
    path("", home.home, name="home"),
]
