"""Settings for tests: the product's, without hashed static files, in a throw-away folder."""

import os
import tempfile
from pathlib import Path

os.environ["TREMPLIN_HOME"] = tempfile.mkdtemp(prefix="tremplin-tests-")

from tremplin.site.settings import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["TREMPLIN_HOME"]) / "test.sqlite3")}  # noqa: F405
