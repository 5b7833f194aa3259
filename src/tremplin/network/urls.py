"""Addresses of Réseau."""

from django.urls import path, re_path

from tremplin.network.views import adding, exporting, importing, people, table
from tremplin.network.views import map as maps

app_name = "network"
urlpatterns = [
    path("", maps.home, name="home"),
    path("carte.svg", maps.picture, name="map-svg"),
    path("carte.pdf", maps.sheet, name="map-pdf"),
    path("export/<slug:kind>/", exporting.export, name="export"),
    path("personnes/", table.people, name="people"),
    path("personnes/ranger/<int:filing_id>/annuler/", table.unfile, name="unfile"),
    path("ajouter/", adding.add, name="add"),
    path("noms/", adding.guided, name="guided"),
    path("noms/<slug:key>/", adding.guided_circle, name="guided-circle"),
    path("personnes/<int:person_id>/connait/", adding.knows, name="knows"),
    path("personnes/<int:person_id>/", people.person, name="person"),
    path("personnes/<int:person_id>/modifier/", people.edit, name="person-edit"),
    path("personnes/<int:person_id>/ecrire/", people.wake, name="wake"),
    path("personnes/<int:person_id>/echanges/", people.exchange, name="exchange"),
    path("echanges/<int:exchange_id>/retirer/", people.drop_exchange, name="exchange-drop"),
    path("echanges/retablir/<str:token>/", people.restore_exchange, name="exchange-restore"),
    path("fonctions/<int:role_id>/retirer/", people.drop_role, name="role-drop"),
    path("fonctions/retablir/<str:token>/", people.restore_role, name="role-restore"),
    path("entreprises/", people.places, name="places"),
    path("portes/", people.hubs_page, name="hubs"),
    re_path(r"^portes/(?P<person_id>\d+)/(?P<said>oui|non|oublier)/$", people.answer, name="connector"),
    path("importer/", importing.bring, name="import"),
    path("importer/ajouter/", importing.bring_for_good, name="import-people"),
    path("importer/<int:batch_id>/annuler/", importing.undo, name="import-undo"),
    path("doublons/", importing.merges, name="merges"),
    path("doublons/<int:first_id>/<int:second_id>/une/", importing.merge, name="merge"),
    path("doublons/<int:merge_id>/separer/", importing.unmerge, name="merge-undo"),
    path("doublons/<int:first_id>/<int:second_id>/deux/", importing.apart, name="apart"),
    path("doublons/<int:first_id>/<int:second_id>/reposer/", importing.unsure, name="apart-undo"),
    path("personnes/<int:person_id>/oublier/", people.forget, name="forget"),
    path("endormis/", people.dormant, name="dormant"),
]
