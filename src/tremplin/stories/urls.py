"""Addresses of the room Récits."""

from django.urls import path

from tremplin.stories.views import hardship, home, interview, negotiating, resilience, sealed, stories

app_name = "stories"
urlpatterns = [
    path("", home.home, name="home"),
    path("raconter/", stories.choose, name="choose"),
    path("raconter/<slug:key>/", stories.new, name="new"),
    path("<int:story_id>/", stories.story, name="story"),
    path("<int:story_id>/apercu/", stories.preview, name="preview"),
    path("<int:story_id>/chiffre/", stories.where_from, name="where-from"),
    path("<int:story_id>/note/", stories.tie, name="tie"),
    path("<int:story_id>/retirer/", stories.remove, name="remove"),
    path("<int:story_id>/retablir/", stories.restore, name="restore"),
    path("stage-difficile/", hardship.triage, name="hardship"),
    path("stage-difficile/semaines/", hardship.salvage, name="salvage"),
    path("stage-difficile/notes/", sealed.notes, name="sealed"),
    path("stage-difficile/notes/commencer/", sealed.start, name="sealed-start"),
    path("stage-difficile/notes/ouvrir/", sealed.unlock, name="sealed-open"),
    path("stage-difficile/notes/ajouter/", sealed.add, name="sealed-add"),
    path("stage-difficile/notes/texte/", sealed.text, name="sealed-text"),
    path("stage-difficile/notes/<int:notes_id>/retirer/", sealed.remove, name="sealed-remove"),
    path("stage-difficile/notes/<int:notes_id>/retablir/", sealed.restore, name="sealed-restore"),
    path("stage-difficile/<slug:address>/", hardship.trouble, name="trouble"),
    path("resilience/", resilience.resilience, name="resilience"),
    path("resilience/commencer/", resilience.new, name="resilience-new"),
    path("resilience/<int:story_id>/", resilience.page, name="resilience-page"),
    path("resilience/<int:story_id>/prouver/", resilience.prove, name="resilience-prove"),
    path("resilience/<int:story_id>/projet/", resilience.ghost, name="resilience-ghost"),
    path("resilience/<int:story_id>/recit.txt", resilience.text, name="resilience-text"),
    path("resilience/<int:story_id>/retirer/", resilience.remove, name="resilience-remove"),
    path("resilience/<int:story_id>/retablir/", resilience.restore, name="resilience-restore"),
    path("entretien/", interview.home, name="interview"),
    path("entretien/suivante/", interview.following, name="practice-next"),
    path("entretien/negocier/", negotiating.negotiate, name="negotiate"),
    path("entretien/nouveau/", interview.new, name="interview-new"),
    path("entretien/question/<slug:key>/", interview.question, name="question"),
    path("entretien/question/<slug:key>/noter/", interview.practise, name="question-practise"),
    path("entretien/question/<slug:key>/mots/", interview.answer, name="question-answer"),
    path("entretien/passage/<int:practice_id>/retirer/", interview.practice_remove, name="practice-remove"),
    path(
        "entretien/passage/<int:practice_id>/retablir/", interview.practice_restore, name="practice-restore"
    ),
    path("entretien/<int:interview_id>/", interview.day, name="interview-day"),
    path("entretien/<int:interview_id>/modifier/", interview.edit, name="interview-edit"),
    path("entretien/<int:interview_id>/fiche.pdf", interview.cheat_sheet, name="cheat-sheet"),
    path("entretien/<int:interview_id>/retirer/", interview.remove, name="interview-remove"),
    path("entretien/<int:interview_id>/retablir/", interview.restore, name="interview-restore"),
]
