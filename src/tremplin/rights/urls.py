"""Droits: agreements, gratification, quick answers."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from tremplin.rights.views import comparing, dropping, facts, keeping, mail, printing, result

app_name = "rights"

VERSION = "convention/<int:agreement_id>/<int:number>/"
FACT = f"{VERSION}fait/<slug:name>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="rights:agreements"), name="root"),
    path("convention/", dropping.agreements, name="agreements"),
    path("convention/exemple/", dropping.take_example, name="example"),
    path("convention/<int:agreement_id>/", result.agreement, name="agreement"),
    path("convention/<int:agreement_id>/ajouter/", dropping.add_version, name="add-version"),
    path("convention/<int:agreement_id>/supprimer/", keeping.remove, name="remove"),
    path("convention/<int:agreement_id>/retablir/", keeping.restore, name="restore"),
    path("convention/<int:agreement_id>/comparer/", comparing.comparison, name="comparison"),
    path(VERSION, result.version, name="version"),
    path(f"{VERSION}mail/", mail.mail, name="mail"),
    path(f"{VERSION}rapport.pdf", printing.report, name="report"),
    path(f"{VERSION}negocier/", printing.sheet, name="negotiation"),
    path(f"{VERSION}negocier.pdf", printing.sheet_pdf, name="negotiation-pdf"),
    path(f"{VERSION}lecture/", dropping.progress, name="progress"),
    path(f"{VERSION}relire/", dropping.read_again, name="read-again"),
    path(f"{VERSION}fichier/", keeping.original, name="original"),
    path(f"{VERSION}signee/", keeping.sign, name="sign"),
    path(f"{VERSION}non-signee/", keeping.unsign, name="unsign"),
    path(FACT, facts.fact, name="fact"),
    path(f"{FACT}lu/", facts.as_read, name="fact-as-read"),
    path(f"{FACT}annuler/<int:revision>/", facts.undo, name="undo-fact"),
    path("", include("tremplin.rights.simulation.urls")),
    path("", include("tremplin.rights.answers.urls")),
]
