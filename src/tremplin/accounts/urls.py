"""First visit and settings."""

from django.urls import path

from tremplin.accounts import views

app_name = "accounts"
urlpatterns = [
    path("bienvenue/", views.welcome, name="welcome"),
    path("reglages/", views.settings_page, name="settings"),
]
