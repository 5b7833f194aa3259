"""Addresses of the simulator."""

from django.urls import path

from tremplin.rights.simulation import exports, keeping, views

urlpatterns = [
    path("gratification/", views.gratification, name="gratification"),
    path("gratification/enregistrer/", keeping.save, name="save-simulation"),
    path("gratification/importer/", keeping.take_file, name="import-simulation"),
    path("gratification/<int:pk>/", keeping.open_kept, name="simulation"),
    path("gratification/<int:pk>/supprimer/", keeping.erase, name="erase-simulation"),
    path("gratification/releve/", exports.statement_pdf, name="gratification-statement"),
    path("gratification/tableur/", exports.spreadsheet, name="gratification-table"),
    path("gratification/fichier/", exports.share, name="share-simulation"),
    path("gratification/courrier/", exports.letter, name="claim"),
    path("gratification/courrier/pdf/", exports.letter_pdf, name="claim-pdf"),
]
