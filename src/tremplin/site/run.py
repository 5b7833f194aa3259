"""`tremplin run`: from a command to a page in the browser."""

import os
import signal
import sys
import threading
from dataclasses import replace
from importlib.metadata import version as installed_version
from socket import socket
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from tremplin.law.words import day
from tremplin.site.address import NoFreePort, address, listen
from tremplin.site.data import explained, load, prepare_folder
from tremplin.site.environment import DEFAULT_PORT, KNOWN, Environment, read_environment
from tremplin.site.home import Home

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

THREADS = 8
LARGEST_REQUEST = 4 * 1024**3
"""Bytes above which a request is cut before any page can refuse it in French; a backup may be large."""
SETTINGS_HELP = "\b\nVariables d’environnement :\n" + "\n".join(
    f"  {name:<23} {meaning}" for name, meaning in KNOWN.items()
)


@click.command(epilog=SETTINGS_HELP)
@click.option("--demo", is_flag=True, help="Ouvrir l’exemple d’Inès, dans un dossier à part.")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help=f"Port d’écoute, {DEFAULT_PORT} par défaut."
)
@click.option("--host", metavar="ADRESSE", help="Adresse d’écoute, 127.0.0.1 par défaut.")
@click.option("--no-browser", is_flag=True, help="Ne pas ouvrir le navigateur.")
def run(
    demo: bool = False, port: int | None = None, host: str | None = None, no_browser: bool = False
) -> None:
    """Ouvrir Tremplin dans le navigateur."""
    environment = _environment(demo=demo, port=port, host=host)
    prepare_folder(environment)
    try:
        listening, note = listen(environment.host, environment.port)
    except NoFreePort as problem:
        raise click.ClickException(str(problem)) from problem
    if note:
        click.echo(note)
    application = _application(environment, demo=demo)
    where = address(listening)
    click.echo(f"Tremplin est ouvert : {where}")
    click.echo(f"Vos données : {environment.home}")
    click.echo("Ctrl C pour arrêter.")
    sys.stdout.flush()
    if not no_browser and _has_a_screen():
        _open_browser(where)
    _serve(application, listening)


@click.command()
def version() -> None:
    """Dire la version installée."""
    click.echo(installed_version("tremplin"))


def _environment(*, demo: bool, port: int | None, host: str | None) -> Environment:
    """Put the command's options over the environment's settings, for the settings module too."""
    with explained():
        environment = read_environment(os.environ)
        if demo:
            environment = replace(environment, home=Home(environment.home).beside("demo").folder)
        environment = environment.with_address(host=host, port=port)
    os.environ["TREMPLIN_HOME"] = str(environment.home)
    os.environ["TREMPLIN_HOST"] = environment.host
    return environment


def _application(environment: Environment, *, demo: bool) -> "WSGIHandler":
    """Load Django, bring the data up to date, return what answers requests."""
    copy = load(environment)
    from django.core.wsgi import get_wsgi_application

    from tremplin.site.assets import make_static_files

    with explained():
        make_static_files(Home(environment.home))
    if copy:
        click.echo(f"Base mise à jour. Copie vérifiée de l’ancienne : {copy}")
    if demo:
        _play_the_example()
    _keep_daily_copies(environment)
    return get_wsgi_application()


def _play_the_example() -> None:
    from tremplin.site.demo import load_demo
    from tremplin.site.example_day import EXAMPLE_DAY, live_on

    live_on(EXAMPLE_DAY)
    load_demo(on=EXAMPLE_DAY)
    click.echo(f"L’exemple se passe le {day(EXAMPLE_DAY)}, quelle que soit la date d’aujourd’hui.")


def _keep_daily_copies(environment: Environment) -> None:
    from django.utils.timezone import localtime

    from tremplin.keeping.place import Place
    from tremplin.site.daily_copy import keep_daily_copies

    keep_daily_copies(Place.here(), kept=environment.copies_kept, now=localtime)


def _serve(application: "WSGIHandler", listening: socket) -> None:
    """Answer until Ctrl C or a polite request to stop."""
    import waitress

    signal.signal(signal.SIGTERM, _stop)
    server = waitress.create_server(
        application,
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_REQUEST,
        clear_untrusted_proxy_headers=True,
    )
    server.run()


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _has_a_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_browser(where: str) -> None:
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(where,), daemon=True).start()
