"""`tremplin prospecting import-sirene` and `search`: all of France on this machine, offline."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from tremplin.companies.company import Answer, Company, Query
    from tremplin.companies.sirene.report import ImportReport
    from tremplin.companies.sirene.workbench import Progress

Opening = Callable[[], None]
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
ACTIVITY = re.compile(r"\d{2}|\d{2}\.?\d{1,2}[A-Za-z]?")
WHOLE_ACTIVITY = re.compile(r"\d{2}\.?\d{2}[A-Za-z]")
NUMBER = re.compile(r"\d{9}(\d{5})?")
MOST = 1000
NARROW: Final = "\u202f"


@click.command("import-sirene")
@click.argument("files", nargs=-1, required=True, metavar="FICHIERS…", type=click.Path(path_type=Path))
@AS_JSON
@click.pass_obj
def import_sirene(opening: Opening, files: tuple[Path, ...], as_json: bool) -> None:
    """Importer StockEtablissement, StockUniteLegale et Geolocalisation (CSV, ZIP ou Parquet).

    Arrêté en route, l’import reprend où il en était : relancez la même commande.
    """
    opening()
    from tremplin.companies.sirene.importing import import_stock
    from tremplin.companies.sirene.refusals import Refused
    from tremplin.prospecting.queries.stock import folder

    try:
        report = import_stock(files, folder=folder(), watch=_teller())
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        return
    for line in _report_lines(report):
        click.echo(line)


def _teller() -> "Callable[[Progress], None]":
    """Return what writes one line for each phase and each tenth of it."""
    told: set[tuple[str, int]] = set()

    def tell(progress: "Progress") -> None:
        tenth = progress.done * 10 // progress.total if progress.total else 0
        if (progress.phase, tenth) not in told:
            told.add((progress.phase, tenth))
            click.echo(f"{progress.phase} : {tenth * 10}\u00a0%", err=True)

    return tell


def _report_lines(report: "ImportReport") -> Iterable[str]:
    when = f" du {report.as_of:%d/%m/%Y}" if report.as_of else ""
    yield f"Stock{when}, {report.vintage}."
    for what, count in (
        ("Établissements à proposer", report.kept),
        ("Fermés", report.closed),
        ("En diffusion partielle, jamais proposés", report.hidden),
        ("D’une entreprise inconnue, jamais proposés", report.unmatched),
        ("À l’étranger", report.foreign),
        ("Lignes écartées", report.refused),
        ("Lignes gardées, avec une valeur douteuse", report.flagged),
    ):
        yield f"{what}\u00a0: {f'{count:_}'.replace('_', NARROW)}"
    for fault in (*report.refusals, *report.flags):
        yield f"  {fault.file}, ligne {fault.line} : « {fault.value} », {fault.reason}."
    yield from report.warnings


@click.command()
@click.argument("query", nargs=-1, metavar="[MOTS]…")
@click.option("--words", default="", help="Mots du nom, ou SIREN, ou SIRET.")
@click.option("--activity", "activities", multiple=True, metavar="CODE", help="Code NAF ou son début.")
@click.option("--headcount", "headcounts", multiple=True, metavar="TRANCHE", help="01, 11, 21… ou NN.")
@click.option("--place", default="", help="Commune : nom ou code Insee.")
@click.option("--km", type=float, help="Distance autour de la commune.")
@click.option("--min-age", type=int, help="Âge de l’entreprise, en années.")
@click.option("--max-age", type=int, help="Âge de l’entreprise, en années.")
@click.option("--exclude", "excluded", multiple=True, help="Mot du nom, SIREN ou code d’activité.")
@click.option("--limit", type=click.IntRange(1, MOST), default=20, show_default=True)
@AS_JSON
@click.pass_obj
def search(opening: Opening, /, as_json: bool, limit: int, **asked: Any) -> None:
    """Chercher parmi les établissements ouverts de France, sans réseau."""
    opening()
    from tremplin.companies.sirene.refusals import Refused
    from tremplin.companies.sirene.searching import search as search_stock
    from tremplin.prospecting.queries.stock import folder

    today = datetime.now().astimezone().date()
    try:
        answer = search_stock(_query(asked, limit), folder=folder(), on=today)
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused
    if as_json:
        click.echo(json.dumps(_answer(answer), ensure_ascii=False, indent=2, default=date.isoformat))
        return
    for company in answer.companies:
        click.echo(_line(company))
    for note in answer.notes:
        click.echo(note, err=True)


def _query(asked: dict[str, Any], limit: int) -> "Query":
    from tremplin.companies.company import Query

    typed = " ".join(asked["query"])
    codes = (typed,) if WHOLE_ACTIVITY.fullmatch(typed) else ()
    excluded = asked["excluded"]
    numbers = tuple(one for one in excluded if NUMBER.fullmatch("".join(one.split())))
    without = tuple(one for one in excluded if one not in numbers and ACTIVITY.fullmatch(one))
    return Query(
        words=" ".join(filter(None, (asked["words"], "" if codes else typed))),
        activities=(*asked["activities"], *codes),
        headcounts=asked["headcounts"],
        youngest=asked["min_age"],
        oldest=asked["max_age"],
        commune=asked["place"],
        km=asked["km"],
        without_words=tuple(one for one in excluded if one not in (*numbers, *without)),
        without_sirens=numbers,
        without_activities=without,
        limit=limit,
    )


def _answer(answer: "Answer") -> dict[str, Any]:
    return {
        "results": [_company(company) for company in answer.companies],
        "total": answer.total,
        "hidden": answer.hidden,
        "notes": list(answer.notes),
    }


def _company(company: "Company") -> dict[str, Any]:
    from tremplin.companies.activities import activity_label
    from tremplin.companies.company import headcount_label

    return {
        **asdict(company),
        "activity_label": activity_label(company.activity, nomenclature=company.nomenclature),
        "headcount_label": headcount_label(company.headcount),
    }


def _line(company: "Company") -> str:
    from tremplin.companies.company import headcount_label

    far = f", à {company.distance_km:.1f} km".replace(".", ",") if company.distance_km is not None else ""
    office = ", siège" if company.is_head_office else ""
    return (
        f"{company.siret}  {company.name}{office}\n"
        f"  {company.activity or 'activité inconnue'}, {headcount_label(company.headcount)}, "
        f"{company.postcode} {company.commune}{far}"
    )
