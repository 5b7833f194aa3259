"""Django settings of Tremplin on the student's own machine."""

SECRET_KEY = "unset"  # noqa: S105 replaced at start
INSTALLED_APPS: list[str] = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
TIME_ZONE = "Europe/Paris"
LANGUAGE_CODE = "fr"
