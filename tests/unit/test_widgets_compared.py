"""The table of widgets is of the versions that are pinned, and hides none that was measured."""

import json

from benchmarks.widgets.contestants import HERE, contestants
from thatch.paths import ROOT

DOCUMENT = (ROOT / "docs" / "widgets-compared.md").read_text(encoding="utf-8")


def test_every_widget_is_in_the_table_with_its_pinned_version() -> None:
    pinned = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    listed = contestants()
    assert {one.package for one in listed} >= {
        "@n8n/chat",
        "@nlux/core",
        "botframework-webchat",
        "deep-chat",
    }
    for one in listed:
        version = pinned[one.package] if one.package else "this one"
        assert f"\n| {one.name} | {version} | " in DOCUMENT
        assert one.without_server.strip() in DOCUMENT


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
