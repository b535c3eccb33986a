"""A model's domain, read by our own loader: the same as Rasa's reader makes of it."""

from pathlib import Path

import pytest
from rasa.shared.utils.io import read_file, read_yaml, write_yaml

from thatch.dialogue.model_loading import read_domain
from thatch.knowledge import load
from thatch.knowledge.responses import responses
from thatch.paths import KNOWLEDGE

WORDS_ELSEWHERE = ("no", "yes", "On", "y", "12:30", "2026-11-26", "012", "1_000", "0x1f", "1e3")
SIGNS = ("~", "null", "", "true", ".5", "=", "<<", "a: b", "# no comment", "two\nlines\n", "“£5” –")
NO_TEXTS: tuple[object, ...] = (
    True,
    False,
    None,
    0,
    -3,
    12,
    0.25,
    1e-7,
    1e30,
    [],
    {},
    ["no", None],
    {"on": "off"},
)


@pytest.mark.parametrize("value", [*WORDS_ELSEWHERE, *SIGNS, *NO_TEXTS])
def test_a_value_comes_back_as_it_was_written(value: object, tmp_path: Path) -> None:
    file = tmp_path / "domain.yml"
    write_yaml({"value": value}, file)
    assert read_domain(file) == {"value": value} == read_yaml(read_file(file))


def test_every_tenth_text_is_what_rasa_reads(tmp_path: Path) -> None:
    file = tmp_path / "domain.yml"
    texts = {name: [one] for name, one in sorted(responses(load(KNOWLEDGE)).items())[::10]}
    assert len(texts) > 100
    write_yaml({"responses": texts}, file)
    assert read_domain(file) == {"responses": texts} == read_yaml(read_file(file))
