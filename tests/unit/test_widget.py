"""The widget is built when it has to be, and says why it cannot be."""

import json
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rich.console import Console

from thatch import widget


@pytest.fixture(scope="module")
def packages() -> Path:
    """The checkout's own packages, fetched where that has not been done."""
    widget.install_packages()
    return widget.SOURCES / "node_modules"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the widget's sources without its packages."""
    copy = tmp_path / "widget"
    shutil.copytree(widget.SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    built = tmp_path / ".thatch" / "widget"
    for name, path in {
        "ROOT": tmp_path,
        "SOURCES": copy,
        "BUILT": built,
        "LOG": tmp_path / "widget.log",
        "_PACKAGES": copy / "node_modules",
        "_STAMP": built / "built.json",
        "_INSTALLED": copy / "node_modules" / ".installed",
    }.items():
        monkeypatch.setattr(widget, name, path)
    return copy


@pytest.fixture
def installed(packages: Path, sources: Path) -> Path:
    """The same with the packages that are there already."""
    (sources / "node_modules").symlink_to(packages)
    return sources


def test_it_is_built_once_and_again_after_a_change(installed: Path) -> None:
    widget.ensure_built(Console())
    names = {path.name[:4] for path in (widget.BUILT / "thatch").iterdir()}
    assert names == {"core", "en-G", "en-U", "de-D"}
    loader = widget.BUILT / "thatch.js"
    first = loader.stat().st_mtime_ns
    widget.ensure_built(Console())
    assert loader.stat().st_mtime_ns == first
    words = installed / "src" / "loader" / "words.ts"
    words.write_text(
        words.read_text(encoding="utf-8").replace("hair loss", "hair"), encoding="utf-8"
    )
    widget.ensure_built(Console())
    assert "hair loss" not in loader.read_text(encoding="utf-8")


def test_a_fault_in_the_sources_is_named(installed: Path) -> None:
    (installed / "src" / "core.tsx").write_text("export const = 1;", encoding="utf-8")
    with pytest.raises(widget.WidgetError, match=r"(?s)core\.tsx:1:13.*log is"):
        widget.ensure_built(Console(width=300))


def test_without_a_connection_it_says_what_it_needs(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(sources / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(widget.WidgetError, match="needs a connection to npm's registry"):
        widget.ensure_built(Console())
    assert not widget.BUILT.exists()


def test_packages_are_installed_once_and_more_of_them_serve_too(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, ...]] = []

    def run(*command: str) -> None:
        ran.append(command)
        (sources / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(widget, "_run", run)
    widget.install_packages("--omit=dev")
    widget.install_packages("--omit=dev")
    widget.install_packages()
    widget.install_packages("--omit=dev")
    assert ran == [
        ("npm", "ci", "--ignore-scripts", "--omit=dev"),
        ("npm", "ci", "--ignore-scripts"),
    ]
    there = json.loads((sources / "node_modules" / ".installed").read_text(encoding="utf-8"))
    assert there["options"] == []


def test_two_who_install_at_once_take_turns(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []

    def run(*command: str) -> None:
        ran.append(command)
        time.sleep(0.2)
        (sources / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(widget, "_run", run)
    with ThreadPoolExecutor() as both:
        list(both.map(lambda _: widget.install_packages(), range(2)))
    assert ran == [("npm", "ci", "--ignore-scripts")]
