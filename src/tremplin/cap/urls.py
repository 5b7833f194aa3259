"""Home."""

from django.urls import path

from tremplin.cap import views

app_name = "cap"
urlpatterns = [
    path("", views.home, name="home"),
]
