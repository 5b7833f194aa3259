"""Settings for tests: the product's, without hashed static files."""

from tremplin.site.settings import *  # noqa: F403
