"""Home."""

from django.urls import path

from tremplin.cap import views

app_name = "cap"
urlpatterns = [
    path("", views.home, name="home"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("semaine/<int:internship_id>/<str:monday>/", views.catch_up_a_week, name="catch-up"),
    path("semaine/<int:internship_id>/<str:monday>/libre/", views.let_a_week_go, name="let-go"),
]
