"""The curriculum: its title and its hours of teaching a year."""

import re
from decimal import Decimal

from tremplin.rights.agreement.fields import Field, is_blank
from tremplin.rights.agreement.numbers import HOURS, IN_FIGURES, NUMBER, hour_count
from tremplin.rights.agreement.parties.printed import Printed, tidy
from tremplin.rights.agreement.terms.periods import Counted
from tremplin.rights.agreement.terms.totals import OF_INTERNSHIP
from tremplin.rights.agreement.text import Text, fold

DIPLOMA = (
    r"(?:master|licence|bachelor|b\.?u\.?t\b|d\.?u\.?t\b|bts|brevet de technicien|bac(?:calaureat)?\b|"
    r"cap\b|bep\b|mba|msc|ma\b|ba\b|bsc|"
    r"diplome (?:d[eu'] ?|national|universitaire|superieur|europeen|inter|etabli)|deust|doctorat|phd|"
    r"mastere|titre (?:professionnel|rncp)|programme grande ecole|cycle "
    r"(?:ingenieur|preparatoire|master)|"
    r"ingenieur|capes|dn(?:a|sep)\b|dnmade|certificat|licence pro\w*|[1-5](?:ere|re|e|eme|nde) annee|"
    r"(?:premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme) annee|seconde pro|premiere pro|"
    r"terminale|"
    r"m[12]\b|l[123]\b|deug|degree|(?:first|second|third|final)[- ]year|deas?s?\b|dees\b|ifsi|paces|"
    r"dfgs\w*|dfas\w*)"
)
ENROLLED = re.compile(
    r"(?:inscrite?(?:\(e\)|[.·]e)?(?:[^.;\n]{0,60}?)? (?:en|dans|au|a l'|a la|pour)|prepar(?:e|ant|"
    r"ation)(?: d[eu'])?|(?<!ce qui )sui(?:t|vra|vant)(?: la formation| le cursus)?|"
    r"en vue de l'obtention d[eu'](?: l[ae'])?|obtention du|preparatoire (?:au|a la|a l')|"
    r"classe de|(?:condui|men)(?:sant|ant) (?:au|a la|a l')|enrolled (?:in|on)|studying(?: for)?|"
    r"registered (?:in|for)|student (?:in|of)|"
    r"(?:etudiante?|eleve)(?:\(e\)|[.·]e)?(?: (?:a|au|de|du)\b[^.;:\n]{2,70}?,)? en|eleve (?:de|en)|"
    r"scolarisee? en|candidate? au|pursuing|following|"
    r"reading for)\s+(?!l'annee\b|la session|l'an\b|the year|(?:19|20)\d\d)"
    r"(?:the |a |an |le |la |l'|un |une )?(?:cursus |programme (?!grande|ing))?"
)
TITLE_END = re.compile(
    r"\"|,?\s(?:at the (?:school|university|institution)|ci-apres|hereinafter|ci-dessous|nee?\b|demeurant|"
    r"domicili|volume|comportant|comporte|dont le "
    r"volume|soit \d|representant|"
    r"d'une duree|pour une duree|born|living|residing|which (?:includes|comprises)|comprising|comprenant|"
    r"totalisant|une annee (?:qui|de|d')|une formation (?:qui|de|d')|qui compte|soit une|"
    r"\((?=[^)\n]{0,50}\d (?:h|teach|taught|contact|class)|[^)\n]{0,50}\dh\b)|\(volume|au "
    r"titre de|"
    r"a raison de|effectif|n° etudiant|student (?:no|id|number)|qui (?:comporte|comprend|represente)|avec "
    r"un volume|a hauteur)|[;\n]|\.\s|\.$|…|☐|☒|\s[-–]\s?\d{2,4} ?h"
)
TEACHING_HOURS = re.compile(
    rf"(?P<hours>{HOURS}|{NUMBER})\s*(?:\([^)]{{0,20}}\)\s*)?(?:annuelles |par an )?(?:d'|de |of "
    rf")(?:enseignements?|formation|cours|teaching|instruction|classes|class|tuition|training|"
    rf"coursework|face[- ]a[- ]face)"
    rf"|(?:(?<!etablissement d')(?<!fin d')enseignement|formation|cours|cursus|teaching|programme|"
    rf"curriculum|volume horaire|volume annuel|annee|diplome|course|parcours)[^.;"
    rf"\n]{{0,90}}?(?:comporte|comprend|represente|de|est de|:|is|of|comprises|includes|totalise|soit|"
    rf"total(?:s|ling)?|compte|dispense)\s*(?:environ |au total |about )?(?P<after>{HOURS})"
    rf"|(?P<yearly>{HOURS})\s*(?:/ ?an\b|par an\b|par annee|/ ?annee|annuelles|a year|per (?:academic "
    rf")?year|per semester|par semestre)"
    rf"|(?P<taught>{IN_FIGURES})\s+(?:teaching|taught|class|contact|instruction|training) hours"
)
OF_PRESENCE = re.compile(
    r"presence|stage\b|hebdo|semaine|week|attendance|internship|gratification|plafond|minimum|au moins|at "
    r"least|conge|journee|par jour"
)


def training_title(text: Text, fields: tuple[Field, ...], before: int) -> Printed | None:
    """Return the title of the curriculum, from its field or from the sentence on enrolment."""
    for field in fields:
        label = text.folded[field.label_start : field.start]
        named = (
            field.kind == "training"
            or "horaire (annuel" in label.replace("\n", " ")
            or (field.kind == "subject" and of_curriculum(text, field, label))
        )
        if named and field.start < before and not is_blank(text.folded[field.start : field.end]):
            found = title_in(text, field.start, field.end, strict=False)
            if found is not None:
                return found
    for found_at in ENROLLED.finditer(text.prose, 0, before):
        found = title_in(text, found_at.end(), min(found_at.end() + 260, before), strict=True)
        if found is not None:
            return found
    return unlabelled_title(text, before)


def unlabelled_title(text: Text, before: int) -> Printed | None:
    """Return a line that is nothing but the name of a diploma, as under the name of the student."""
    for line in text.lines:
        if line.start >= before:
            return None
        folded = text.folded[line.start : line.end]
        if line.opens and re.match(rf"\W*{DIPLOMA}\b", folded) and not re.search(r"[:?…]", folded):
            end = next((one.start for one in text.lines if one.start > line.start and one.opens), line.end)
            found = title_in(text, line.start, min(end, before), strict=True)
            if found is not None and 8 < len(found.value) < 160:
                return found
    return None


def of_curriculum(text: Text, field: Field, label: str) -> bool:
    """Tell whether a bare « Intitulé : » stands under a heading that speaks of the curriculum."""
    above = text.folded[: field.label_start].rstrip().rsplit("\n", 1)[-1]
    return bool(
        re.fullmatch(r"\W*(?:intitule|title|libelle|nom)\W*", label)
        and len(above) < 60
        and re.search(r"\b(?:formation|diplome|cursus|etudes|degree|programme|curriculum)\b", above)
    )


def title_in(text: Text, start: int, end: int, *, strict: bool) -> Printed | None:
    """Return the title printed between two offsets; when strict, only if it names a diploma."""
    start += len(text.folded[start:end]) - len(text.folded[start:end].lstrip(' …:-"'))
    cut = TITLE_END.search(text.prose, start, end)
    stop = cut.start() if cut else end
    value = re.sub(r"\b(\d) (?=(?:e|er|re|ere|eme|nde?)\b)", r"\1", tidy(text.words(start, stop)))
    folded = fold(value)
    if len(value) < 3 or (
        re.fullmatch(rf"(?:{IN_FIGURES})\s*(?:h\w*)?.*", folded) and not re.search(DIPLOMA, folded)
    ):
        return None
    if strict and not re.search(rf"\b{DIPLOMA}", folded[:90]):
        return None
    if re.match(
        r"(?:dispensee?|suivie?|et |dans |ou |qui |est |du stag|de l'etud|diplome ou |certification|"
        r"diplome\b(?! (?:d|nat|univ|sup|euro|inter|etabli)))",
        folded,
    ):
        return None
    return Printed(value, start, stop)


def training_hours(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours of teaching of the curriculum."""
    for field in fields:
        label = text.folded[field.label_start : field.start]
        if (
            field.kind != "training_hours"
            or field.start >= before
            or re.search(r"hebdo|semaine|presence|week", label)
            or OF_INTERNSHIP.search(label)
        ):
            continue
        found = re.search(rf"{HOURS}|{IN_FIGURES}", text.folded[field.start : field.end])
        value = hour_count(found.group()) if found else None
        if found and value is not None:
            return Counted(value, field.start + found.start(), field.start + found.end())
    for found in TEACHING_HOURS.finditer(text.prose, 0, before):
        group = next(name for name in ("hours", "after", "yearly", "taught") if found[name])
        value = hour_count(found[group])
        lead = re.split(r"[.;\n]", text.prose[max(0, found.start() - 60) : found.start(group)])[-1]
        tail = text.prose[found.end(group) : found.end(group) + 45]
        if (
            value is None
            or value < 20
            or value in (Decimal(924), Decimal(308))
            or re.search(
                r"minimum|au moins|at least|delai|dans les|\bsous\b|accident|within|hebdo|semaine|week|"
                r"presence|conge|attendance",
                lead + tail.split(".")[0],
            )
        ):
            continue
        if group == "after" and OF_PRESENCE.search(
            re.sub(r"hors stage|stages? non compris|excluding|stage exclu|hors periode", "", lead)
        ):
            continue
        return Counted(value, found.start(group), found.end(group))
    return None
