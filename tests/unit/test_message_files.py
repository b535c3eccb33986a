"""Files of training messages are read as Rasa reads them."""

from pathlib import Path

import pytest
from rasa.shared.exceptions import YamlException
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from thatch.message_files import MessageFileReader

PLAIN = """version: "3.1"

# What a file of ours holds.
nlu:
- intent: cost
  examples:
  - text: "  how much is [PRP](topic) - and does it hurt? "
    metadata: {also: [pain], maybe: [cost]}
  - text: 5000 quid?? \U0001f480 l'été
- intent: cost
  examples:
  - text: |
      two lines
      of one message
"""
WITH_A_SYNONYM = """version: "3.1"
nlu:
- synonym: prp
  examples: |
    - vampire thing
- intent: cost
  examples: |
    - how much is [vampire thing](topic)
"""
WITH_A_WORD_THAT_ANOTHER_YAML_TAKES_FOR_TRUE = """version: "3.1"
nlu:
- intent: affirm
  examples:
  - text: yes
"""


pytestmark = pytest.mark.filterwarnings("ignore:the load_module:DeprecationWarning")  # pykwalify's


@pytest.mark.parametrize(
    "text",
    [PLAIN, WITH_A_SYNONYM, WITH_A_WORD_THAT_ANOTHER_YAML_TAKES_FOR_TRUE],
    ids=["plain", "synonym", "yes"],
)
def test_as_rasa_reads_it(text: str) -> None:
    by_rasa, by_us = (reader().reads(text) for reader in (RasaYAMLReader, MessageFileReader))
    assert by_us.training_examples == by_rasa.training_examples
    assert [one.data for one in by_us.training_examples] == [
        one.data for one in by_rasa.training_examples
    ]
    assert by_us.entity_synonyms == by_rasa.entity_synonyms


def test_a_plain_file_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RasaYAMLReader, "reads", None)
    assert len(MessageFileReader().reads(PLAIN).training_examples) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PLAIN.replace("metadata:", "text:"), "duplicate key"),
        (PLAIN.replace("examples:", "exampels:"), "exampels"),
        (PLAIN.replace("[pain]", "[pain"), "line"),
    ],
    ids=["twice", "misspelt", "not closed"],
)
def test_errors_are_told_as_rasa_tells_them(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "messages.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(YamlException) as raised:
        MessageFileReader().read(str(file))
    assert told in str(raised.value)
    assert "messages.yml" in str(raised.value)
