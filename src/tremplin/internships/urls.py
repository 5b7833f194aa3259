"""The internship as a project."""

from django.urls import path

from tremplin.internships.views import calendars, internships, milestones, missions, register

app_name = "internships"
urlpatterns = [
    path("", internships.home, name="home"),
    path("convention/<int:version_id>/", internships.from_agreement, name="from-agreement"),
    path("<int:internship_id>/", internships.page, name="internship"),
    path("<int:internship_id>/modifier/", internships.edit, name="edit"),
    path("<int:internship_id>/supprimer/", internships.remove, name="remove"),
    path("<int:internship_id>/retablir/", internships.restore, name="restore"),
    path("<int:internship_id>/calendrier.ics", calendars.download, name="download"),
    path("<int:internship_id>/calendriers/", calendars.calendars, name="calendars"),
    path("<int:internship_id>/periodes/", calendars.add_a_period, name="add-period"),
    path("<int:internship_id>/periodes/retablir/", calendars.restore_a_period, name="restore-period"),
    path("calendriers/<int:calendar_id>/oublier/", calendars.forget, name="forget-calendar"),
    path("calendriers/<int:calendar_id>/reprendre/", calendars.take_back, name="take-calendar-back"),
    path("periodes/<int:period_id>/retirer/", calendars.drop_a_period, name="drop-period"),
    path("jalons/<int:milestone_id>/", milestones.milestone, name="milestone"),
    path("jalons/<int:milestone_id>/deplacer/", milestones.move, name="move"),
    path("jalons/<int:milestone_id>/suivre/", milestones.follow, name="follow"),
    path("<int:internship_id>/missions/ajouter/", missions.add, name="add-mission"),
    path("<int:internship_id>/missions/retablir/", missions.restore, name="mission-restore"),
    path("<int:internship_id>/missions/<int:mission_id>/", missions.asset, name="asset"),
    path("<int:internship_id>/missions/<int:mission_id>/mots/", missions.change, name="mission-change"),
    path("<int:internship_id>/missions/<int:mission_id>/supprimer/", missions.remove, name="mission-remove"),
    path("<int:internship_id>/<slug:name>/ajouter/", register.add, name="line-add"),
    path("<slug:name>/<int:key>/", register.change, name="line"),
    path("<slug:name>/<int:key>/supprimer/", register.remove, name="line-remove"),
    path("<slug:name>/<int:key>/retablir/", register.restore, name="line-restore"),
]
