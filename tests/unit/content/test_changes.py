"""What changed in words, and what only looks so."""

import subprocess
from pathlib import Path

import pytest

from thatch.content import changes as module
from thatch.content.changes import Change, RevisionError, changes, in_words


def test_a_change_is_told_word_by_word() -> None:
    change = Change("prp.yml", "text", "It may help some men.", "It helps some men and women.")
    assert list(in_words(change)) == [
        ("same", "It"),
        ("gone", "may help"),
        ("new", "helps"),
        ("same", "some"),
        ("gone", "men."),
        ("new", "men and women."),
    ]


def test_a_new_text_is_all_new() -> None:
    assert list(in_words(Change("prp.yml", "text", "", "It may help."))) == [
        ("new", "It may help.")
    ]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one answer, released as v1."""
    file = tmp_path / "data" / "knowledge" / "treatments" / "prp.yml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "names: {synonyms: [prp]}\nanswers:\n  pain:\n    text: It hurts.\n    sources: [a]\n",
        encoding="utf-8",
    )
    author = ("-c", "user.name=Editor", "-c", "user.email=editor@clinic.example")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Write"], ["tag", "v1"]):
        subprocess.run(["git", *author, *command], cwd=tmp_path, check=True)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "KNOWLEDGE", tmp_path / "data" / "knowledge")
    return file


def test_what_changed_since_the_last_tag_is_told(project: Path) -> None:
    assert changes(None) == []
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("hurts.", "hurts a little."), encoding="utf-8")
    (found,) = changes(None)
    assert (found.field, found.before, found.after) == (
        "answers.pain.text",
        "It hurts.",
        "It hurts a little.",
    )


def test_names_sources_and_folds_are_no_words_for_visitors(project: Path) -> None:
    text = project.read_text(encoding="utf-8")
    changed = text.replace("[prp]", "[plasma]").replace("[a]", "[b]")
    changed = changed.replace("It hurts.", ">-\n      It\n      hurts.")
    project.write_text(changed, encoding="utf-8")
    assert changes("v1") == []


def test_a_text_that_is_gone_is_told(project: Path) -> None:
    project.unlink()
    (found,) = changes("v1")
    assert (found.before, found.after) == ("It hurts.", "")


def test_without_a_tag_a_revision_must_be_named(project: Path) -> None:
    subprocess.run(["git", "tag", "-d", "v1"], cwd=project.parent, check=True)
    with pytest.raises(RevisionError, match="there is no tag yet"):
        changes(None)


def test_a_revision_that_is_none_is_refused() -> None:
    with pytest.raises(RevisionError, match="name one such as HEAD~1"):
        changes("no-such-revision")
