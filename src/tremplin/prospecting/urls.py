"""Addresses of Trouver."""

from django.urls import URLPattern, path, re_path

from tremplin.prospecting.views import (
    conversations,
    debriefing,
    events,
    proposal_versions,
    proposals,
    services,
    targets,
)

app_name = "prospecting"
urlpatterns: list[URLPattern] = [
    path("", targets.home, name="home"),
    path("ajouter/", targets.add, name="add"),
    path("<int:target_id>/", targets.page, name="target"),
    path("conversations/", conversations.conversations, name="conversations"),
    path("conversations/preparer/", conversations.new, name="conversation-new"),
    path("conversations/<int:conversation_id>/", conversations.page, name="conversation"),
    path("conversations/<int:conversation_id>/modifier/", conversations.edit, name="conversation-edit"),
    path("conversations/<int:conversation_id>/retirer/", conversations.remove, name="conversation-remove"),
    path("conversations/<int:conversation_id>/retablir/", conversations.restore, name="conversation-restore"),
    path("conversations/<int:conversation_id>/questions/", conversations.choose, name="asked-choose"),
    path("conversations/<int:conversation_id>/ma-question/", conversations.add_mine, name="asked-mine"),
    path("conversations/<int:conversation_id>/notes/", debriefing.notes, name="conversation-notes"),
    path("conversations/<int:conversation_id>/lancer/", debriefing.start, name="conversation-start"),
    path("conversations/<int:conversation_id>/debrief/", debriefing.debrief, name="conversation-debrief"),
    path("conversations/<int:conversation_id>/merci/", debriefing.thank, name="conversation-thanks"),
    path(
        "conversations/<int:conversation_id>/pas-de-merci/", debriefing.unthank, name="conversation-unthank"
    ),
    path("conversations/<int:conversation_id>/signal/", debriefing.keep_learnt, name="learnt-keep"),
    path("conversations/questions/<int:question_id>/", conversations.reword, name="asked-reword"),
    re_path(
        r"^conversations/questions/(?P<question_id>\d+)/(?P<way>monter|descendre)/$",
        conversations.move,
        name="asked-move",
    ),
    path("conversations/questions/<int:question_id>/retirer/", conversations.drop, name="asked-drop"),
    path("conversations/questions/<int:question_id>/retablir/", conversations.put_back, name="asked-restore"),
    path("conversations/questions/<int:question_id>/signal/", debriefing.keep_answer, name="asked-keep"),
    path("conversations/questions/<int:question_id>/verifiee/", debriefing.settle, name="asked-settle"),
    path("conversations/noms/<int:named_id>/proposer/", debriefing.propose, name="named-propose"),
    path("conversations/noms/<int:named_id>/retirer/", debriefing.forget_name, name="named-forget"),
    path("conversations/noms/<int:named_id>/retablir/", debriefing.recall_name, name="named-restore"),
    path("<int:target_id>/registre/", services.lookup, name="lookup"),
    path("services/", services.services, name="services"),
    path("services/<slug:name>/allumer/", services.turn_on, name="service-on"),
    path("services/<slug:name>/eteindre/", services.turn_off, name="service-off"),
    path("services/<slug:name>/oublier/", services.forget, name="service-forget"),
    path("evenements/", events.events, name="events"),
    path("evenements/noter/", events.new, name="event-new"),
    path("evenements/<int:event_id>/", events.page, name="event"),
    path("evenements/<int:event_id>/modifier/", events.edit, name="event-edit"),
    path("evenements/<int:event_id>/retirer/", events.remove, name="event-remove"),
    path("evenements/<int:event_id>/retablir/", events.restore, name="event-restore"),
    path("evenements/<int:event_id>/personnes/", events.add_people, name="event-people"),
    path("evenements/<int:event_id>/ecrire/", events.choose, name="event-choose"),
    path("evenements/rencontres/<int:encounter_id>/", events.encounter, name="encounter"),
    path("evenements/rencontres/<int:encounter_id>/retirer/", events.forget, name="encounter-forget"),
    path("evenements/rencontres/<int:encounter_id>/retablir/", events.recall, name="encounter-restore"),
    re_path(
        r"^evenements/rencontres/(?P<encounter_id>\d+)/promesse/(?P<way>tenue|reprendre)/$",
        events.keep,
        name="promise",
    ),
    path("proposition/", proposals.choose_target, name="proposal-choose"),
    path("<int:target_id>/proposition/", proposals.proposal, name="proposal"),
    path("<int:target_id>/proposition/commencer/", proposals.start, name="proposal-start"),
    path("<int:target_id>/proposition/apercu/", proposals.preview, name="proposal-preview"),
    path("<int:target_id>/proposition/proposition.pdf", proposals.pdf, name="proposal-pdf"),
    path("<int:target_id>/proposition/proposition.docx", proposals.docx, name="proposal-docx"),
    path("<int:target_id>/proposition/mail/", proposals.mail, name="proposal-mail"),
    path("<int:target_id>/proposition/supprimer/", proposals.remove, name="proposal-remove"),
    path(
        "<int:target_id>/proposition/<int:proposal_id>/retablir/", proposals.restore, name="proposal-restore"
    ),
    path("<int:target_id>/proposition/garder/", proposal_versions.keep, name="proposal-keep"),
    path("<int:target_id>/proposition/versions/", proposal_versions.versions, name="proposal-versions"),
    path(
        "<int:target_id>/proposition/versions/<int:number>/",
        proposal_versions.version,
        name="proposal-version",
    ),
    path(
        "<int:target_id>/proposition/versions/<int:number>/rouvrir/",
        proposal_versions.reopen,
        name="proposal-reopen",
    ),
]
