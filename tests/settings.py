"""Settings for tests: the product's, without hashed static files, in a throw-away folder."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["TREMPLIN_HOME"] = tempfile.mkdtemp(prefix="tremplin-tests-")

from tremplin.site.home import prepare
from tremplin.site.settings import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["TREMPLIN_HOME"]) / "test.sqlite3")}  # noqa: F405
prepare(HOME)  # noqa: F405
atexit.register(shutil.rmtree, os.environ["TREMPLIN_HOME"], ignore_errors=True)
