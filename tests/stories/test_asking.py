"""Whatever an assistant answers, a figure, a name or a date of its own never passes."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.companies.stand_in import Reply, StandIn, standing_in
from tremplin.law.words import day
from tremplin.stories.asking import rephrased
from tremplin.stories.domain.assistant import body
from tremplin.stories.domain.gate import refusals
from tremplin.stories.domain.masking import masked
from tremplin.stories.queries.assistant import Plugged

SAID_ON = date(2025, 3, 12)
SOURCE = "Le {day}, avec {name}, j’ai modéré une communauté de {figure} membres."
TRUE = {"day": day(SAID_ON), "name": "Camille", "figure": "5\u00a0000"}
TURNS = (
    "Avec {name}, j’ai modéré {figure} membres.",
    "J’ai modéré une communauté de {figure} membres depuis le {day}.",
    "Modération, avec {name}, d’une communauté de {figure} membres.",
    "Le {day}, j’ai modéré avec {name}.",
)
CAPITALS, SMALL = "ABCDEFGHIJLMNPRSTV", "abcdefghijlmnoprstuvéèï"
NAMES = st.builds(str.__add__, st.sampled_from(CAPITALS), st.text(SMALL, min_size=2, max_size=8))
FIGURES = st.integers(2, 10**7).map(str) | st.sampled_from(
    ("douze", "cinquante", "un millier de", "six mille")
)
DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31)).map(day)


@pytest.fixture(scope="module")
def stand_in() -> Iterator[StandIn]:
    with standing_in() as served:
        yield served


@given(
    turn=st.sampled_from(TURNS),
    told=st.fixed_dictionaries({"day": DAYS, "name": NAMES, "figure": FIGURES}),
    kept=st.sets(st.sampled_from(("day", "name", "figure"))),
    is_masked=st.booleans(),
)
@settings(max_examples=60)
def test_an_altered_reply_never_passes(
    stand_in: StandIn, turn: str, told: dict[str, str], kept: set[str], is_masked: bool
) -> None:
    source = SOURCE.format(**TRUE)
    reply = turn.format(**{**told, **{name: TRUE[name] for name in kept}})
    sent = masked(source, names=("Camille",), hide_names=is_masked, hide_figures=is_masked)
    answer = {"choices": [{"message": {"content": reply}}]}
    stand_in.always("assistant", Reply(json.dumps(answer).encode()))

    plugged = Plugged(is_on=True, address=f"{stand_in.address}/assistant/v1", model="petit")
    came = sent.restored(rephrased(body(sent.text, model="petit"), plugged=plugged, key=""))

    is_true = all(f"{{{name}}}" not in turn or name in kept or told[name] == TRUE[name] for name in TRUE)
    in_order = turn.find("{day}") < turn.find("{figure}") or "{day}" not in turn or "{figure}" not in turn
    assert (refusals(came, source=source) == ()) is (is_true and in_order)
