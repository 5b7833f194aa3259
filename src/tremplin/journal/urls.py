"""Journal: notes, figures, feedback, the weekly session, the table."""

from django.urls import path

from tremplin.journal.views import (
    entries,
    experiences,
    feedback,
    figures,
    home,
    noting,
    proofs,
    session,
    skills,
    tables,
    undoing,
)

app_name = "journal"

ENTRY = "entree/<int:entry_id>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("brouillon/", noting.draft, name="draft"),
    path("semaine/", session.week, name="week"),
    path("semaine/commencer/", session.start, name="start-week"),
    path("semaine/repondre/", session.answer, name="answer"),
    path("semaine/completer/<int:entry_id>/", session.complete, name="complete"),
    path("semaine/reprendre/<int:experience_id>/<str:monday>/", session.catch_up_a_week, name="catch-up"),
    path(ENTRY, entries.page, name="entry"),
    path(f"{ENTRY}modifier/", entries.edit, name="edit"),
    path(f"{ENTRY}supprimer/", entries.delete, name="delete"),
    path(f"{ENTRY}gene/", entries.flag, name="flag"),
    path(f"{ENTRY}retablir/", entries.restore, name="restore"),
    path(f"{ENTRY}chiffres/", figures.confirm, name="confirm"),
    path(f"{ENTRY}chiffre/", figures.add, name="add-figure"),
    path("chiffre/<int:impact_id>/", figures.change, name="figure"),
    path("chiffre/<int:impact_id>/retirer/", figures.drop, name="drop-figure"),
    path(f"{ENTRY}retour/", feedback.add, name="add-feedback"),
    path(f"{ENTRY}demander/", feedback.ask, name="ask"),
    path("retour/<int:feedback_id>/", feedback.change, name="feedback"),
    path("retour/<int:feedback_id>/retirer/", feedback.drop, name="drop-feedback"),
    path(f"{ENTRY}piece/", proofs.add, name="add-proof"),
    path("piece/<int:attachment_id>/", proofs.download, name="proof"),
    path("piece/<int:attachment_id>/retirer/", proofs.drop, name="drop-proof"),
    path("annuler/<int:step_id>/", undoing.take_back, name="undo"),
    path("tableau/", tables.table, name="table"),
    path("tableau.pdf", tables.paper, name="paper"),
    path("tableau.<str:suffix>", tables.export, name="export"),
    path("importer/", tables.bring, name="import"),
    path("importer/ajouter/", tables.bring_for_good, name="import-rows"),
    path("competences/", skills.skills, name="skills"),
    path("competences/proposer/", noting.suggest, name="suggest"),
    path("competences/reunir/", skills.merge_two, name="merge"),
    path("competences/importer/", skills.bring, name="import-skills"),
    path("competences/<int:skill_id>/viser/", skills.aim, name="aim"),
    path("experiences/", experiences.experiences, name="experiences"),
    path("experiences/<int:experience_id>/", experiences.edit, name="experience"),
    path("experiences/<int:experience_id>/temps/", experiences.time, name="time"),
]
