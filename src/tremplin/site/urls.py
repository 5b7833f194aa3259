"""Every slice's addresses, put together."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tremplin.cap.urls")),
    path("", include("tremplin.accounts.urls")),
]
if settings.RIGHTS_IS_BUILT:
    urlpatterns.append(path("droits/", include("tremplin.rights.urls")))

handler400 = "tremplin.kit.errors.bad_request"
handler403 = "tremplin.kit.errors.forbidden"
handler404 = "tremplin.kit.errors.not_found"
handler500 = "tremplin.kit.errors.server_error"
