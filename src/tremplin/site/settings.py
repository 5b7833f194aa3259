"""Django settings of Tremplin on the student's own machine."""

import os
from datetime import date
from pathlib import Path

from tremplin.site.assets import static_folder
from tremplin.site.environment import read_environment
from tremplin.site.home import Home, secret_key

ENVIRONMENT = read_environment(os.environ)
HOME = Home(ENVIRONMENT.home)

DEBUG = ENVIRONMENT.debug
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = list(ENVIRONMENT.accepted_hosts)
ROOT_URLCONF = "tremplin.site.urls"
WSGI_APPLICATION = "tremplin.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "tremplin.kit",
    "tremplin.accounts",
    "tremplin.keeping",
    "tremplin.rights",
    "tremplin.network",
    "tremplin.internships",
    "tremplin.journal",
    "tremplin.value",
    "tremplin.prospecting",
    "tremplin.decision",
    "tremplin.stories",
    "tremplin.cap",
]
MIDDLEWARE = [
    "tremplin.kit.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["tremplin.kit.templatetags.icons", "tremplin.kit.templatetags.french"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "tremplin.accounts.context.student",
                "tremplin.site.rooms.navigation",
                "tremplin.cap.commands.palette",
            ],
        },
    }
]
FORM_RENDERER = "tremplin.kit.forms.HouseRenderer"
SERVICES_AT = ENVIRONMENT.services_at
JOURNAL_SURROUNDINGS = "tremplin.cap.surroundings"
AFTER_FORGETTING = "tremplin.cap.forgetting"
EXCHANGES_ELSEWHERE = "tremplin.cap.exchanges"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME.database),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
            ),
        },
    }
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"
EXAMPLE_DAY: date | None = None

STATIC_URL = "/static/"
STATIC_ROOT = static_folder(HOME)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_ROOT = HOME.files
FILE_UPLOAD_TEMP_DIR = HOME.incoming
FILE_UPLOAD_PERMISSIONS = 0o600

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_COOKIE_NAME = "tremplin_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "tremplin.kit.errors.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "waitress.queue": {"level": "ERROR"},
    },
}
