"""A real WordPress with the plugin: a database, PHP's own server and files of its own."""

import getpass
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import httpx

from tests.integrations.needing import needs
from tests.system.conftest import wait_until
from thatch.paths import ROOT
from thatch.processes import free_port

PACKAGE = ROOT / "integrations" / "wordpress" / "package.py"
SOURCE = Path("/usr/share/wordpress")
INSTALL = Path(__file__).with_name("install.php")
PATIENCE = 60
"""Seconds that a start may take on a slow machine."""

CONFIG = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '{address}');
define('WP_SITEURL', '{address}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '{log}');
{keys}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
KEYS = "AUTH_KEY SECURE_AUTH_KEY LOGGED_IN_KEY NONCE_KEY AUTH_SALT SECURE_AUTH_SALT LOGGED_IN_SALT"


@dataclass
class WordPress:
    """A running WordPress."""

    folder: Path
    address: str
    socket: Path
    log: Path

    def page(self, path: str = "/") -> str:
        response = httpx.get(f"{self.address}{path}", timeout=30)
        assert response.status_code == httpx.codes.OK, response.text
        return response.text

    def run(self, code: str) -> str:
        """Run PHP within WordPress, in JSON where it returns something."""
        script = f"require 'wp-load.php'; echo json_encode((function() {{ {code} }})());"
        return php(self.folder, "-r", script)

    def store(self, settings: dict[str, str]) -> None:
        """Write settings past every check, as another plugin or an old version might have."""
        written = json.dumps(settings).replace("\\", "\\\\").replace("'", "\\'")
        self.run(f"update_option('thatch_assistant', json_decode('{written}', true));")

    def stored(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self.run("return get_option('thatch_assistant');"))
        return found

    @contextmanager
    def signed_in(self, name: str, password: str) -> Iterator[httpx.Client]:
        """Give a browser in which somebody has signed in."""
        with httpx.Client(base_url=self.address, follow_redirects=True, timeout=30) as browser:
            browser.get("/wp-login.php")
            response = browser.post("/wp-login.php", data={"log": name, "pwd": password})
            assert "login_error" not in response.text
            yield browser


def php(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        [needs("php-cli", program="php"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def fields(form: str) -> dict[str, str]:
    """The fields of a form with their values, as a browser would send them."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        given = dict(re.findall(r"([a-z-]+)=[\"']([^\"']*)[\"']", tag))
        if "name" in given and given.get("type") != "submit":
            found[given["name"]] = html.unescape(given.get("value", ""))
    for name, options in re.findall(r"<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", form):
        chosen = re.search(r"value=\"([^\"]*)\"\s+selected", options)
        found[name] = chosen[1] if chosen else ""
    return found


@contextmanager
def running(folder: Path) -> Iterator[WordPress]:
    """Install a WordPress with the plugin and run it until the block is left."""
    needs("php-cli", program="php")
    needs("mariadb-server", program="mariadbd")
    if not (SOURCE / "wp-load.php").exists():
        needs("wordpress php-mysql", program=str(SOURCE / "wp-load.php"))
    home = folder / "wordpress"
    shutil.copytree(SOURCE, home, ignore_dangling_symlinks=True)
    plugin = subprocess.run([sys.executable, PACKAGE, folder], check=True, capture_output=True)
    assert plugin.stdout
    with ZipFile(folder / "thatch-assistant.zip") as archive:
        archive.extractall(home / "wp-content" / "plugins")
    address = f"http://127.0.0.1:{free_port()}"
    # A socket's path must be short, which a test's own folder is not.
    with tempfile.TemporaryDirectory(prefix="wp") as short:
        socket = Path(short) / "db"
        wordpress = WordPress(home, address, socket, folder / "debug.log")
        keys = "\n".join(f"define('{name}', '{name} of a test');" for name in KEYS.split())
        (home / "wp-config.php").write_text(
            CONFIG.format(socket=socket, address=address, log=wordpress.log, keys=keys),
            encoding="utf-8",
        )
        with _database(folder / "database", socket):
            php(home, str(INSTALL), address)
            with _server(home, address):
                yield wordpress


@contextmanager
def _database(folder: Path, socket: Path) -> Iterator[None]:
    # In /tmp, where it would keep tables for the moment, another database sweeps them away.
    temporary = folder.with_name("temporary")
    temporary.mkdir()
    own = [f"--datadir={folder}", f"--tmpdir={temporary}", f"--user={getpass.getuser()}"]
    subprocess.run(
        [
            needs("mariadb-server", program="mariadb-install-db"),
            "--no-defaults",
            *own,
            "--skip-test-db",
            "--auth-root-authentication-method=normal",
        ],
        check=True,
        capture_output=True,
    )
    command = [
        needs("mariadb-server", program="mariadbd"),
        "--no-defaults",
        *own,
        f"--socket={socket}",
        "--skip-networking",
    ]
    with _process(command):
        assert wait_until(socket.exists, PATIENCE), "the database does not start"
        client = [needs("mariadb-client", program="mariadb"), "--no-defaults", f"--socket={socket}"]
        subprocess.run([*client, "-e", "CREATE DATABASE wordpress"], check=True)
        yield


@contextmanager
def _server(folder: Path, address: str) -> Iterator[None]:
    host = address.removeprefix("http://")
    with _process([needs("php-cli", program="php"), "-S", host, "-t", str(folder)]):
        assert wait_until(lambda: _answers(address), PATIENCE), "PHP's server does not start"
        yield


@contextmanager
def _process(command: list[str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/readme.html").status_code == httpx.codes.OK
    except httpx.TransportError:
        return False
