"""The commands as an editor runs them, on the knowledge as it is; none of these changes it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from thatch.cli import app
from thatch.paths import KNOWLEDGE

PRP = str(KNOWLEDGE / "treatments" / "prp.yml")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["content", *arguments], env={"COLUMNS": "200"})
    return result.exit_code, " ".join(result.output.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lint"], "The prose is well."),
        (["lint", PRP], "The prose is well."),
        (["list", "--topic", "prp"], "prp.pain checked 2026-11-22 2027-11-22"),
        (["list", "--status", "withdrawn"], "0 withdrawn"),
        (["show", "mesotherapy.approval.uk"], "The MHRA has not approved mesotherapy"),
        (["show", "mesotherapy.approval"], "mesotherapy.approval.us"),
        (["show", "combination.minoxidil_finasteride"], "status: checked"),
        (["due", "--before", "2027-11-23"], "2027-11-22 prp.pain"),
        (["sources", "mmwr_prp_2024"], "prp.safety"),
        (["diff", "HEAD"], "texts changed."),
    ],
)
def test_a_command_tells_what_it_was_asked(arguments: list[str], told: str) -> None:
    code, output = run(*arguments)
    assert code == 0, output
    assert told in output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lint", "README.md"], "README.md is no knowledge file, name one such as"),
        (["list", "--status", "cheked"], "'cheked' is no status, did you mean 'checked'?"),
        (["list", "--topic", "prpp"], "'prpp' is no answer, did you mean 'prp'?"),
        (["show", "prp.pian"], "'prp.pian' is no answer, did you mean 'prp.pain'?"),
        (["withdraw", "prp", "--why", "x"], "'prp' names no single answer, write one such as"),
        (["withdraw", "prp.pain", "--why", "two\nlines"], "--why: write one line of plain words"),
        (["sign", "prp.pain", "--by", "", "--role", "x"], "--by: write one line of plain words"),
        (["diff", "no-such-revision"], "'no-such-revision' is no revision with data/knowledge"),
        (["sources", "mmwr_prp_2025"], "'mmwr_prp_2025' is no source, did you mean"),
        (["list", "--html", "--to", "/no/such/folder/page.html"], "cannot be written"),
    ],
)
def test_a_slip_is_told_with_what_would_be_right(arguments: list[str], told: str) -> None:
    before = {path: path.read_bytes() for path in KNOWLEDGE.glob("*.yml")}
    code, output = run(*arguments)
    assert code == 1, output
    assert told in output
    assert before == {path: path.read_bytes() for path in KNOWLEDGE.glob("*.yml")}


def test_the_coverage_page_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    code, output = run("list", "--html", "--to", str(tmp_path / "page.html"))
    assert code == 0, output
    assert "What Thatch answers" in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["lint", "list", "show", "due", "withdraw", "sign", "diff"])
def test_each_command_has_help(command: str) -> None:
    code, output = run(command, "--help")
    assert code == 0
    assert f"thatch content {command}" in output.replace("root content", "thatch content")


def test_all_sources_are_listed_with_what_rests_on_them() -> None:
    code, output = run("sources")
    assert code == 0
    assert output.count("https://") >= 300
