"""Static files hashed and compressed once, then served as they are on every later start."""

import hashlib
import shutil
from pathlib import Path

import django_htmx

from tremplin.site.home import Home, locked

PACKAGE = Path(__file__).parent.parent
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
LEFT_OUT = ("htmax-*", "htmx-4*", "htmx-2.js", "ext", "django-htmx.js", "OFL-*")


def static_folder(home: Home) -> Path:
    """Return the folder of these very static files, which may not be made yet."""
    return home.cache / f"static-{_fingerprint()}"


def is_made(folder: Path) -> bool:
    """Say whether the compressed files are all there."""
    return (folder / "staticfiles.json").exists()


def _fingerprint() -> str:
    """Change when any static file of the package changes, without reading the files."""
    seen = hashlib.blake2b(digest_size=8)
    for path in [*sorted(PACKAGE.glob("*/static/**/*")), HTMX]:
        state = path.stat()
        seen.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def make_static_files(home: Home) -> None:
    """Hash and compress the static files once; later starts find them made.

    Args:
        home: the prepared data folder, whose cache receives them.
    """
    made = static_folder(home)
    if is_made(made):
        return
    from django.core.management import call_command

    with locked(home):
        if not is_made(made):
            shutil.rmtree(home.cache, ignore_errors=True)
            call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=list(LEFT_OUT))
