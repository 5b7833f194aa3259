"""Réglages › Sauvegarde."""

from django.urls import path

from tremplin.keeping import views

app_name = "keeping"
urlpatterns = [
    path("", views.home, name="home"),
    path("creer/", views.create, name="create"),
    path("rouvrir/", views.bring_back, name="bring-back"),
    path("copies/<str:name>/", views.copy, name="copy"),
    path("copies/<str:name>/fichier/", views.copy_file, name="copy-file"),
    path("copies/<str:name>/retablir/", views.undo, name="undo"),
]
