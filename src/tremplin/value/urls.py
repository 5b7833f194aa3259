"""Valeur: results shown, check-ins, projects, sums, the deck and the plan."""

from django.urls import path, re_path

from tremplin.value.views import decks, ending, home, plan, projects, showing, slides, sums, talks

app_name = "value"
urlpatterns = [
    path("", home.home, name="home"),
    path("decideur/", home.budget, name="budget"),
    path("soutenance/", decks.deck, name="deck"),
    path("soutenance/entrees/", decks.choose, name="choose"),
    path("soutenance/preparer/", decks.prepare_empty, name="prepare-empty"),
    path("soutenance/presenter/", decks.present, name="present"),
    path("soutenance/supprimer/", decks.remove, name="deck-remove"),
    path("soutenance/<int:deck_id>/retablir/", decks.restore, name="deck-restore"),
    path("soutenance/soutenance.<slug:kind>", decks.download, name="download"),
    path("soutenance/diapos/<int:slide_id>/", slides.slide, name="slide"),
    re_path(
        r"^soutenance/diapos/(?P<slide_id>\d+)/(?P<way>monter|descendre)/$", slides.move, name="slide-move"
    ),
    path("soutenance/diapos/<int:slide_id>/ajouter/", slides.add_line, name="line-add"),
    path("soutenance/diapos/<int:slide_id>/retirer/", slides.drop, name="slide-drop"),
    path("soutenance/diapos/<int:slide_id>/retablir/", slides.restore, name="slide-restore"),
    re_path(
        r"^soutenance/lignes/(?P<line_id>\d+)/(?P<way>monter|descendre)/$", slides.move_line, name="line-move"
    ),
    path("soutenance/lignes/<int:line_id>/retirer/", slides.drop_line, name="line-drop"),
    path("soutenance/lignes/<int:line_id>/retablir/", slides.restore_line, name="line-restore"),
    path("a-montrer/", showing.unshown, name="unshown"),
    re_path(r"^a-montrer/(?P<keys>\d[\d,]*)/reprendre/$", showing.forget, name="forget"),
    path("points/", talks.talks, name="talks"),
    re_path(
        r"^points/engagements/(?P<commitment_id>\d+)/(?P<way>tenu|reprendre)/$", talks.keep, name="commitment"
    ),
    path("points/<slug:slug>/", talks.talk, name="talk"),
    path("points/<slug:slug>/page.pdf", talks.sheet, name="sheet"),
    path("points/<slug:slug>/noter/", talks.outcome, name="outcome"),
    path("projets/", projects.projects, name="projects"),
    path("projets/depuis/<int:entry_id>/", projects.start, name="project-start"),
    path("projets/<int:project_id>/", projects.project, name="project"),
    path("projets/<int:project_id>/supprimer/", projects.remove, name="project-remove"),
    path("calcul/", sums.sums, name="sums"),
    path("calcul/frequence/<int:impact_id>/", sums.frequency, name="frequency"),
    path("calcul/taches/ajouter/", sums.duty, name="duty-add"),
    path("calcul/taches/<int:duty_id>/", sums.duty, name="duty"),
    path("calcul/taches/<int:duty_id>/supprimer/", sums.remove_duty, name="duty-remove"),
    path("calcul/taches/<int:duty_id>/retablir/", sums.restore_duty, name="duty-restore"),
    path("fin/", ending.ending, name="ending"),
    path("fin/rapport.docx", ending.report, name="report"),
    path("fin/equipe/", ending.keep, name="keep-person"),
    path("plan/", plan.plan, name="plan"),
    path("plan/plan.pdf", plan.sheet, name="plan-sheet"),
]
