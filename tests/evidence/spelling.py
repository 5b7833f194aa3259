"""An independent speller of French numbers, to check the reader against."""

UNITS = [
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
SWISS = {7: "septante", 8: "huitante", 9: "nonante"}


def spelled(value: int, *, swiss: bool = False) -> str:
    """Spell a number below a billion as in France, or as in Switzerland."""
    for size, name in ((1_000_000, "million"), (1000, "mille")):
        count, rest = divmod(value, size)
        if count:
            plural = "s" if name == "million" and count > 1 else ""
            head = "mille" if size == 1000 and count == 1 else f"{spelled(count, swiss=swiss)} {name}{plural}"
            if size == 1000:
                head = head.replace("cents mille", "cent mille").replace("vingts mille", "vingt mille")
            return f"{head} {spelled(rest, swiss=swiss)}" if rest else head
    return _hundreds(value, swiss)


def _hundreds(value: int, swiss: bool) -> str:
    count, rest = divmod(value, 100)
    if not count:
        return _tens(rest, swiss)
    head = "cent" if count == 1 else f"{UNITS[count]} cent"
    if not rest:
        return head if count == 1 else head + "s"
    return f"{head} {_tens(rest, swiss)}"


def _tens(value: int, swiss: bool) -> str:
    if value < 20:
        return UNITS[value]
    tens, rest = divmod(value, 10)
    names = {**TENS, **SWISS} if swiss else TENS
    if tens in names:
        return names[tens] + (" et un" if rest == 1 else f"-{UNITS[rest]}" if rest else "")
    if tens == 7:
        return "soixante et onze" if rest == 1 else f"soixante-{UNITS[10 + rest]}"
    return "quatre-vingts" if value == 80 else f"quatre-vingt-{UNITS[value - 80]}"
