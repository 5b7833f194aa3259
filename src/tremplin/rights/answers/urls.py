"""Addresses of the quick answers."""

from django.urls import path

from tremplin.rights.answers import views

urlpatterns = [
    path("reponses/", views.answers, name="answers"),
    path("reponses/<slug:slug>/", views.one_answer, name="answer"),
]
