"""The WSGI application served on the student's machine."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tremplin.site.settings")

application = get_wsgi_application()
