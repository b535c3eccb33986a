"""The widgets that are measured, as contestants.yml tells of them."""

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PAGES = HERE / "pages"
MODULES = HERE / "node_modules"


@dataclass(frozen=True)
class Contestant:
    """A widget, and how a visitor gets from its page to a question."""

    name: str
    page: str
    composer: str
    without_server: str
    package: str | None = None
    launcher: str | None = None
    agree: str | None = None

    @property
    def html(self) -> str:
        """Its page."""
        return (PAGES / f"{self.page}.html").read_text(encoding="utf-8")

    @property
    def version(self) -> str:
        """The version that is measured, as its package states it."""
        return version_of(self.package) if self.package else "this one"


def contestants() -> list[Contestant]:
    """Read contestants.yml."""
    listed = yaml.safe_load((HERE / "contestants.yml").read_text(encoding="utf-8"))
    return [Contestant(**fields) for fields in listed.values()]


def version_of(package: str) -> str:
    """Give the installed version of a package."""
    manifest = json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))
    return str(manifest["version"])
