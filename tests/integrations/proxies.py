"""Reverse proxies of the documentation, run as they stand there."""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.integrations.needing import needs
from tests.system.conftest import wait_until
from thatch.paths import ROOT
from thatch.processes import free_port, port_is_free

DOCUMENT = ROOT / "docs" / "reverse-proxy.md"
PATIENCE = 20
"""Seconds."""

NGINX = """
daemon off;
user root;
pid {folder}/pid;
error_log {folder}/log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxied;
    {example}
}}
"""
CADDY = """
{{
    admin off
    auto_https disable_redirects
}}
{example}
"""
APACHE_MODULES = "mpm_event authz_core ssl headers proxy proxy_http"
APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/log
User www-data
Group www-data
{modules}
Listen {port}
{example}
"""


@dataclass(frozen=True)
class Certificate:
    """A certificate for localhost that a test trusts."""

    chain: Path
    key: Path

    @classmethod
    def make(cls, folder: Path) -> "Certificate":
        made = cls(folder / "chain.pem", folder / "key.pem")
        openssl = needs("openssl", program="openssl")
        subprocess.run(
            [
                *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
                *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
                *("-keyout", str(made.key), "-out", str(made.chain)),
            ],
            check=True,
            capture_output=True,
        )
        return made


@contextmanager
def running(kind: str, folder: Path, server: str, certificate: Certificate) -> Iterator[str]:
    """Run a proxy until the block is left.

    Args:
        kind: `nginx`, `caddy` or `apache`.
        folder: for its files.
        server: the host and port of the assistant.
        certificate: what it shows to callers.

    Yields:
        Its address.
    """
    folder.chmod(0o755)
    port = free_port()
    example = _adapted(
        kind,
        {
            "127.0.0.1:8080": server,
            "/etc/ssl/clinic/fullchain.pem": str(certificate.chain),
            "/etc/ssl/clinic/privkey.pem": str(certificate.key),
            "listen 443": f"listen {port}",
            "*:443": f"*:{port}",
            "ask.clinic.example {": f"https://localhost:{port} {{\n    tls "
            f"{certificate.chain} {certificate.key}",
            "ask.clinic.example": "localhost",
        },
    )
    command = _COMMANDS[kind](folder, port, example)
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            started = wait_until(lambda: not port_is_free("127.0.0.1", port), PATIENCE)
            assert started, (folder / "output").read_text(encoding="utf-8")
            yield f"https://localhost:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _adapted(kind: str, replaced: Mapping[str, str]) -> str:
    """Give the documentation's example with a test's names, ports and certificates."""
    document = DOCUMENT.read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{kind}\n(.*?)^```", document, flags=re.DOTALL | re.MULTILINE)
    adapted = str(example)
    for written, ours in replaced.items():
        adapted = adapted.replace(written, ours)
    return adapted


def _nginx(folder: Path, port: int, example: str) -> list[str]:
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, example=example), encoding="utf-8")
    return [needs("nginx-light", program="nginx"), "-p", str(folder), "-c", str(config)]


def _caddy(folder: Path, port: int, example: str) -> list[str]:
    config = folder / "Caddyfile"
    config.write_text(CADDY.format(example=example), encoding="utf-8")
    return [needs("caddy", program="caddy"), "run", "--config", str(config)]


def _apache(folder: Path, port: int, example: str) -> list[str]:
    program = needs("apache2", program="apache2")
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in APACHE_MODULES.split()
    )
    config = folder / "apache.conf"
    config.write_text(
        APACHE.format(folder=folder, modules=modules, port=port, example=example), encoding="utf-8"
    )
    return [program, "-f", str(config), "-DFOREGROUND"]


_COMMANDS: dict[str, Callable[[Path, int, str], list[str]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "apache": _apache,
}
KINDS = tuple(_COMMANDS)
