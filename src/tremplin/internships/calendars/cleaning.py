"""From the bytes of a file to whole events: cut lines joined, broken ends left out."""

import re

from tremplin.internships.calendars.values import UnreadableCalendar

MOST_BYTES = 5_000_000
FOLD = re.compile(rb"\r?\n[ \t]|\r[ \t]")
LINE_END = re.compile(r"\r\n|\n|\r")
START = "BEGIN:VCALENDAR"
NOT_A_CALENDAR = "Ce fichier n’est pas un calendrier. Exportez-le au format iCalendar (.ics)."
WEB_PAGE = re.compile(rb"\s*<(!doctype|html|\?xml)", re.IGNORECASE)


def whole_events(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a calendar with only its complete events.

    Folded lines are joined before the text is decoded: some writers fold inside a letter.

    Args:
        data: the file.

    Returns:
        The text, with CRLF and its end restored, and French sentences on what was left out.

    Raises:
        UnreadableCalendar: empty, too large, a web page, or anything but a calendar.
    """
    _refuse_what_is_no_calendar(data)
    text, problems = _decoded(FOLD.sub(b"", data))
    lines = [line for line in LINE_END.split(text) if line.strip()]
    if START not in (line.strip().upper() for line in lines):
        raise UnreadableCalendar(NOT_A_CALENDAR)
    kept, cut = _without_cut_event(lines)
    if cut:
        problems.append(
            "Le fichier est coupé\u00a0: son dernier événement est incomplet et n’a pas été gardé."
        )
    if kept[-1].strip().upper() != "END:VCALENDAR":
        kept.append("END:VCALENDAR")
        if not cut:
            problems.append("Le fichier est coupé\u00a0: sa fin manque. Les événements complets sont gardés.")
    return "\r\n".join(kept) + "\r\n", tuple(problems)


def _refuse_what_is_no_calendar(data: bytes) -> None:
    if not data.strip():
        raise UnreadableCalendar("Ce fichier est vide. Exportez de nouveau le calendrier.")
    if len(data) > MOST_BYTES:
        raise UnreadableCalendar("Ce fichier dépasse 5 Mo. Exportez une période plus courte.")
    if WEB_PAGE.match(data):
        raise UnreadableCalendar(
            "Ce fichier est une page web, sans doute la page de connexion de l’école. "
            "Connectez-vous, puis exportez le calendrier au format iCalendar (.ics)."
        )


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").lstrip("\ufeff"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), [
            "Les accents étaient dans un ancien codage\u00a0; ils ont été convertis."
        ]


def _without_cut_event(lines: list[str]) -> tuple[list[str], bool]:
    """Drop an event, or a part of the calendar, that begins and does not end."""
    opened: list[tuple[str, int]] = []
    for number, line in enumerate(lines):
        word, _, name = line.strip().upper().partition(":")
        if word == "BEGIN":
            opened.append((name, number))
        elif word == "END" and opened and opened[-1][0] == name:
            opened.pop()
    inside = [start for name, start in opened if name != "VCALENDAR"]
    return (lines[: inside[0]], True) if inside else (lines, False)
