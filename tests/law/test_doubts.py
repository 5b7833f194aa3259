import re
from pathlib import Path

import pytest

from tremplin import law

LAW = Path(law.__file__).parent
DOCUMENTS = Path(__file__).parents[2] / "doc" / "law"
DOUBT = re.compile(r'Doubt\(\s*f?"([^"]+)"')
EXPLAINED = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.md")))
MODULES = (*(LAW / "internship").glob("*.py"), LAW / "calendar.py", LAW / "reference_pay.py")
DOUBTS = sorted({name for path in MODULES for name in DOUBT.findall(path.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("name", DOUBTS)
def test_every_doubt_on_internships_is_explained_in_a_document(name: str) -> None:
    assert f"`{name}`" in EXPLAINED
