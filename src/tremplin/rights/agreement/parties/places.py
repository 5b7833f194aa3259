"""The town where the internship takes place."""

import re

from tremplin.rights.agreement.fields import Field, is_blank
from tremplin.rights.agreement.parties.organizations import line_under
from tremplin.rights.agreement.parties.printed import Printed, tidy
from tremplin.rights.agreement.text import Text, fold

POSTCODE_TOWN = re.compile(
    r"(?:\bF-?)?(?<!\d)(?<!\d )\b(?P<code>(?:0[1-9]|"
    r"[1-9]\d)\s?\d{3})[ ,\n]+(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]*(?:[ -](?:(?:sur|sous|de|la|le|"
    r"les|en|lès|lez|du|des|et|aux|d’|d'|l’|l')[ -]?)*[A-ZÀ-ÖØ-Þ][\w’'-]*)*)"
)
TOWN_POSTCODE = re.compile(
    r"(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+)*)\s?\(\s?(?P<code>\d{5}|\d{2,3}|2[AB])\s?\)"
)
TAKES_PLACE = re.compile(
    r"(?:stage|internship|placement|periode|\bil|\belle)\b[^.\n]{0,40}(?:se deroule(?:ra)?|a lieu|aura lieu|"
    r"accueillie?|takes? place|will take place|based)"
)
AT_TOWN = re.compile(
    r"(?:\bà|\bin|\bat|\bd['’]|\bde)\s?(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[- ](?:sur|sous|la|le|en|lès)[- ]"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+)*)(?=[\s.,;)])"
)
CODE_ALONE = re.compile(r"(?<![\d ])\s(?:0[1-9]|[1-9]\d)\d{3}[ ,]*\n")
"""A postcode whose town is on the line below in its column."""
WRAPPED_TOWN = re.compile(r"(?<=\b[LS]a)\n|(?<=\bLe)\n|(?<=\bLes)\n|(?<=\bSaint)\n|(?<=\bsur)\n|(?<=-)\n")
ALL_CAPITALS = re.compile(r"(?<=[a-zà-ÿ])\s[A-ZÀ-ÖØ-Þ]{3,}\b.*$")
"""What follows a town in small letters and is in capitals: the name of somebody else."""
SITE_OF = re.compile(
    r"^(?:le |la |les |l['’])?(?:[Ss]ite|[Uu]sine|[Aa]gence|[Cc]ampus|[Ll]ocaux|[Aa]telier|[Aa]ntenne|"
    r"[Bb]ureaux?|"
    r"[Éé]tablissement|[Mm]agasin)s? (?:de |d['’]|à )(?=[A-ZÀ-ÖØ-Þ])"
)
NOT_TOWN = re.compile(
    r"\b(?:Adresse|Signataire|Mme|Monsieur|Madame|Représent\w*|Effectif|Email|E-mail|CEDEX|Cedex|FRANCE|"
    r"France|Tél|TEL|Téléphone|Siret|SIRET|Mail|Courriel|BP|CS)\b.*$"
)


def town(fields: tuple[Field, ...], text: Text, host: Printed | None, before: int) -> Printed | None:
    """Return the town where the internship takes place: its own line, else the host's address."""
    address = host_town(fields, text, host, before)
    for field in fields:
        if field.kind != "place" or field.start >= before or is_blank(text.folded[field.start : field.end]):
            continue
        found = town_in(text, field.start, field.end)
        if found is not None:
            return found
        if address is not None and fold(address.value) in text.folded[field.start : field.end]:
            return address
        short = short_place(text, field)
        if short is not None and (address is None or names_town(short.value)):
            return short
    return place_in_sentence(text) or address or town_of_name(text, host) or town_in_sentence(text)


def names_town(value: str) -> bool:
    """Tell whether a short place looks like a town, not a building or a department."""
    return value[:1].isupper() and not re.match(
        r"(?:siege|service|usine|site|bureau|atelier|laboratoire|direction|locaux|meme|idem|adresse|"
        r"batiment|etage|headquarters|head office|departement|pole|unite|mairie|agence|ci-dessus|voir)",
        fold(value),
    )


def place_in_sentence(text: Text) -> Printed | None:
    """Return the town of a sentence that says where the internship takes place."""
    sentence = re.search(
        r"(?:stage|internship|placement|periode|\bil|\belle)\b[^.\n]{0,60}(?:se deroule(?:ra)?|se tien(?:t|"
        r"dra)|a lieu|aura lieu|est effectuee?|sera effectuee?|takes? place|(?:is|be) carried out|"
        r"located)[^.\n]{0,20}\b(?:a|dans|au|at|in)\b[^.\n]{0,140}",
        text.prose,
    )
    if sentence is None:
        return None
    return town_in(text, *sentence.span())


def town_in_sentence(text: Text) -> Printed | None:
    """Return the town, without postcode, of « le stage se déroule à Tarbes »."""
    for found in TAKES_PLACE.finditer(text.prose):
        town = AT_TOWN.search(text.raw, found.end(), found.end() + 90)
        between = text.prose[found.end() : town.end()] if town else "."
        if town and "\n" not in between and "." not in between:
            return Printed(text.words(*town.span("town")), *town.span("town"))
    return None


def host_town(fields: tuple[Field, ...], text: Text, host: Printed | None, before: int) -> Printed | None:
    """Return the town of the host's address."""
    for field in fields:
        if field.section == "host" and field.kind in ("address", "town") and field.start < before:
            found = town_in(text, field.start, field.end) or (
                short_place(text, field) if field.kind == "town" else None
            )
            if found is not None:
                return found
    return town_in(text, host.end, host.end + 320) if host is not None else None


def town_of_name(text: Text, host: Printed | None) -> Printed | None:
    """Return the town of « la commune de … »."""
    found = (
        re.match(
            r"(?:[Cc]ommune|[Vv]ille|[Mm]airie|COMMUNE|VILLE|MAIRIE) (?:de |d['’]|DE |"
            r"D['’])(?P<town>[A-ZÀ-ÖØ-Þ].+)",
            host.value,
        )
        if host
        else None
    )
    return Printed(found["town"], host.start, host.end) if found and host else None


def town_in(text: Text, start: int, end: int) -> Printed | None:
    """Return the first town printed beside a postcode."""
    wrapped = CODE_ALONE.search(text.raw, start, end)
    if wrapped and not POSTCODE_TOWN.search(text.raw, start, wrapped.start()):
        index = line_under(text, text.line_index(wrapped.start()))
        below = text.lines[index] if index is not None else None
        words = text.words(below.start, below.end) if below else ""
        if below and re.fullmatch(r"[A-ZÀ-ÖØ-Þ][^\d:,;]{1,40}", words):
            return Printed(tidy(NOT_TOWN.sub("", words)), below.start, below.end)
    window = WRAPPED_TOWN.sub(" ", text.raw[start:end])
    found = POSTCODE_TOWN.search(window) or TOWN_POSTCODE.search(window)
    if found is None:
        return None
    value = tidy(ALL_CAPITALS.sub("", NOT_TOWN.sub("", found["town"])))
    return Printed(value, start + found.start("town"), start + found.end("town")) if value else None


def short_place(text: Text, field: Field) -> Printed | None:
    """Return a place given without postcode: its last part when it is short."""
    value = re.split(r"\n|\s-\s|;|\s\(", text.raw[field.start : field.end].strip())[0]
    parts = [tidy(part) for part in value.split(",") if tidy(part)]
    parts = [part for part in parts if fold(part) not in ("france",)]
    if not parts or len(parts[-1].split()) > 6 or not re.search(r"[A-ZÀ-ÖØ-Þ]", parts[-1]):
        return None
    place = SITE_OF.sub("", re.sub(r"^(?:à|a|au|aux|in|at)\s+", "", parts[-1]))
    return Printed(place, field.start, field.end)
