"""Text that YAML would leave out as a comment is named; a comment on its own line is let be."""

import shutil
from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException
from typer.testing import CliRunner

from thatch import cli
from thatch.importer import KnowledgeImporter
from thatch.knowledge import KnowledgeError, load
from thatch.knowledge.comments import comments_after_values
from thatch.paths import KNOWLEDGE

FAULT = (
    "which YAML takes for a comment; put the whole text in quotes, "
    "or the comment on a line of its own"
)
MESSAGES = """version: "3.1"
nlu:
- intent: comparison
  examples:
  # Two products.
  - text: "which is better, product #1 or # 2"
  - text: which is better, product # 1
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("text: rosemary # mint", [1]),
        ("a: b\ntext: one\n  two # three\n", [3]),
        ('text: "rosemary # mint" # or thyme', [1]),
        ("text: [rosemary # mint, thyme]", [1]),
        ("text: # mint\n  rosemary", [1]),
        ("é: 'ü 😀'\ntext: é # mint", [2]),
        ("text: rosemary # mint\r\nname: b\r\nkind: c # d\r\n", [1, 3]),
        ("\ufefftext: rosemary # mint", [1]),
        ("a: b # c\nd: [", [1]),
        ("# rosemary # mint\ntext: a", []),
        ("  # rosemary\ntext: a", []),
        ("text: rosemary#mint", []),
        ("text: 'rosemary # mint, that''s # 1'", []),
        ('text: "rosemary\n  # mint"', []),
        ('text: ["rosemary # mint", thyme]', []),
        ("text: >-\n  rosemary # mint\n\n  # thyme\n# sage\nkind: a", []),
        ("text:\n- |\n  rosemary # mint\n # thyme\n- sage", []),
    ],
)
def test_a_comment_stands_on_a_line_of_its_own(text: str, lines: list[int]) -> None:
    found = comments_after_values(text, "file.yml")
    assert [problem.field for problem in found] == [f"line {number}" for number in lines]


def test_the_fault_says_what_is_lost_and_what_would_be_right() -> None:
    (problem,) = comments_after_values("kind: a\ntext: rosemary # mint \n", "file.yml")
    assert str(problem) == f"file.yml: line 2: loses '# mint', {FAULT}"


def test_no_part_of_the_knowledge_is_lost(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    path = folder / "concepts" / "dht.yml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: green # mint\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load(folder)
    assert f"loses '# mint', {FAULT}" in [problem.fault for problem in raised.value.problems]
    assert "colour" in [problem.field for problem in raised.value.problems], "all faults in one run"


def test_no_part_of_a_message_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "messages.yml"
    path.write_text(MESSAGES, encoding="utf-8")
    fault = f"{path}: line 7: loses '# 1', {FAULT}"
    with pytest.raises(RasaException) as raised:
        KnowledgeImporter(training_data_paths=[str(path)]).get_nlu_data()
    assert str(raised.value) == fault

    monkeypatch.setattr(cli, "NLU", tmp_path)
    run = CliRunner().invoke(cli.app, ["check"])
    assert (run.exit_code, run.stdout) == (1, f"{fault}\n")
