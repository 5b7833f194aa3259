"""Réglages › Sauvegarde, Tout effacer."""

from django.urls import path

from tremplin.keeping import views

app_name = "keeping"
urlpatterns = [
    path("sauvegarde/", views.home, name="home"),
    path("sauvegarde/creer/", views.create, name="create"),
    path("sauvegarde/rouvrir/", views.bring_back, name="bring-back"),
    path("sauvegarde/copies/<str:name>/", views.copy, name="copy"),
    path("sauvegarde/copies/<str:name>/fichier/", views.copy_file, name="copy-file"),
    path("sauvegarde/copies/<str:name>/retablir/", views.undo, name="undo"),
    path("effacer/", views.erase, name="erase"),
]
