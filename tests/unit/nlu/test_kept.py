"""What was learnt before is not learnt again."""

from pathlib import Path

import pytest

from thatch.nlu import kept

LEARNT = "learnt.txt"


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The marks of all that was learnt, with a place of its own to keep it."""
    monkeypatch.setattr(kept, "STATE", tmp_path / "state")
    return []


def written(mark: str, lessons: list[str], folder: Path, kind: str = "words") -> str:
    """Write what goes by a mark, and tell which lesson that was."""

    def learn(folder: Path) -> None:
        lessons.append(mark)
        (folder / LEARNT).write_text(f"lesson {len(lessons)}", encoding="utf-8")

    kept.write_once(kind, mark, folder, learn)
    return (folder / LEARNT).read_text(encoding="utf-8")


def test_the_same_is_learnt_once(lessons: list[str], tmp_path: Path) -> None:
    assert written("a", lessons, tmp_path) == "lesson 1"
    assert written("b", lessons, tmp_path) == "lesson 2"
    assert written("a", lessons, tmp_path) == "lesson 1"
    assert written("a", lessons, tmp_path, kind="meaning") == "lesson 3"


def test_what_was_not_used_for_long_is_forgotten(lessons: list[str], tmp_path: Path) -> None:
    for mark in "abcdefghi":
        written(mark, lessons, tmp_path)
    assert len(list((tmp_path / "state" / "words").iterdir())) == 8
    assert written("i", lessons, tmp_path) == "lesson 9"
    assert written("a", lessons, tmp_path) == "lesson 10"


def test_what_was_broken_off_is_learnt_anew(lessons: list[str], tmp_path: Path) -> None:
    def break_off(folder: Path) -> None:
        (folder / LEARNT).write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept.write_once("words", "a", tmp_path, break_off)
    assert written("a", lessons, tmp_path) == "lesson 1"
