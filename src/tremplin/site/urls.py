"""Every slice's addresses, put together."""

from django.urls import URLPattern, URLResolver, include, path

from tremplin.cap.views import search

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tremplin.cap.urls")),
    path("", include("tremplin.accounts.urls")),
    path("reglages/", include("tremplin.keeping.urls")),
    path("droits/", include("tremplin.rights.urls")),
    path("chercher/", search, name="search"),
    path("journal/", include("tremplin.journal.urls")),
    path("trouver/", include("tremplin.prospecting.urls")),
    path("reseau/", include("tremplin.network.urls")),
    path("stage/", include("tremplin.internships.urls")),
    path("valeur/", include("tremplin.value.urls")),
    path("choisir/", include("tremplin.decision.urls")),
    path("recits/", include("tremplin.stories.urls")),
]

handler400 = "tremplin.kit.errors.bad_request"
handler403 = "tremplin.kit.errors.forbidden"
handler404 = "tremplin.kit.errors.not_found"
handler500 = "tremplin.kit.errors.server_error"
