import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ITALIC = re.compile(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?![*\w])")


def docstrings(folder: Path) -> list[tuple[Path, str]]:
    found = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (
                text := ast.get_docstring(node)
            ):
                found.append((path, text))
    return found


def glossary_terms() -> set[str]:
    rows = (ROOT / "doc/glossary.md").read_text("utf-8").splitlines()
    cells = (row.split("|")[1] for row in rows if row.startswith("| "))
    return {term.strip() for cell in cells for term in [cell, *cell.split(",")]}


def test_every_legal_term_of_the_law_is_in_the_glossary() -> None:
    terms = glossary_terms()

    missing = {
        (path.name, word)
        for path, text in docstrings(ROOT / "src/tremplin/law")
        for match in ITALIC.findall(text)
        if (word := " ".join(match.split()).replace("’", "'")) not in terms
    }

    assert not missing


def test_one_name_per_glossary_term() -> None:
    rows = [row for row in (ROOT / "doc/glossary.md").read_text("utf-8").splitlines() if row.startswith("| ")]
    terms = [term.strip() for row in rows for term in row.split("|")[1].split(",")]

    repeated = {term for term in terms if terms.count(term) > 1 and term != "terme français"}

    assert not repeated


def test_every_decision_is_numbered_once_and_has_its_four_parts() -> None:
    records = sorted((ROOT / "doc/adr").glob("*.md"))
    numbers = [path.name[:4] for path in records]

    assert numbers == [f"{index:04}" for index in range(1, len(records) + 1)]
    for path in records:
        text = path.read_text("utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences", "Set aside")), (
            path
        )


def test_every_place_on_the_map_exists_and_every_slice_is_on_it() -> None:
    text = (ROOT / "doc/map.md").read_text("utf-8")
    named = {name for name in re.findall(r"`([\w/.-]+)`", text) if "/" in name or name.islower()}
    slices = {
        f"src/tremplin/{path.name}"
        for path in (ROOT / "src/tremplin").iterdir()
        if (path / "__init__.py").exists()
    }

    assert {name for name in named if not (ROOT / name).exists()} == set()
    assert slices - named == set()


def test_the_readmes_show_pictures_that_exist() -> None:
    for name in ("README.md", "README.fr.md"):
        pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", (ROOT / name).read_text("utf-8"))

        assert pictures
        assert all((ROOT / picture).exists() for picture in pictures)
