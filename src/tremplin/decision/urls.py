"""Addresses of the room Choisir."""

from django.urls import path

from tremplin.decision.views import deciding, home, money, options, scores, weights

app_name = "decision"
urlpatterns = [
    path("", home.home, name="home"),
    path("commencer/", home.new, name="new"),
    path("<int:decision_id>/", home.page, name="page"),
    path("<int:decision_id>/essai/", home.trial, name="trial"),
    path("<int:decision_id>/modifier/", home.edit, name="edit"),
    path("<int:decision_id>/retirer/", home.remove, name="remove"),
    path("<int:decision_id>/retablir/", home.restore, name="restore"),
    path("<int:decision_id>/option/", options.add, name="option-add"),
    path("option/<int:option_id>/", options.edit, name="option"),
    path("option/<int:option_id>/retirer/", options.remove, name="option-remove"),
    path("option/<int:option_id>/retablir/", options.restore, name="option-restore"),
    path("option/<int:option_id>/mois/", money.months, name="months"),
    path("<int:decision_id>/examens/", options.exam_add, name="exam-add"),
    path("examens/<int:exam_id>/retirer/", options.exam_remove, name="exam-remove"),
    path("examens/<int:exam_id>/retablir/", options.exam_restore, name="exam-restore"),
    path("<int:decision_id>/poids/", weights.weights, name="weights"),
    path("<int:decision_id>/critere/", weights.criterion_add, name="criterion-add"),
    path("critere/<int:criterion_id>/retirer/", weights.criterion_remove, name="criterion-remove"),
    path("critere/<int:criterion_id>/retablir/", weights.criterion_restore, name="criterion-restore"),
    path("<int:decision_id>/notes/", scores.scores, name="scores"),
    path("<int:decision_id>/choisir/", deciding.choose, name="choose"),
    path("<int:decision_id>/revenir/", deciding.take_back, name="take-back"),
    path("<int:decision_id>/feuille.pdf", deciding.sheet, name="sheet"),
    path("<int:decision_id>/bilan/", deciding.review, name="review"),
    path("option/<int:option_id>/ouvrir/", deciding.open_in_cap, name="open"),
    path("option/<int:option_id>/chercher/", deciding.search, name="search"),
]
