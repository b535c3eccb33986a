"""Settings are documented, checked, and named in an operator's words."""

from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException

from thatch.channel import settings
from thatch.channel.settings import Settings, rate_limits_lifted_for, signing_secret
from thatch.paths import ROOT


def test_every_setting_is_documented_with_its_default() -> None:
    docs = (ROOT / "docs" / "web-channel.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        default = "[]" if field.default == () else field.default
        row = next((line for line in docs.splitlines() if line.startswith(f"| `{name}` |")), None)
        assert row is not None, f"{name} is not documented"
        assert str(default) in row, f"the default of {name} is {default}"


def test_without_settings_the_defaults_hold() -> None:
    assert Settings.of(None) == Settings.of({}) == Settings()


def test_all_faulty_settings_are_named_at_once() -> None:
    with pytest.raises(RasaException) as raised:
        Settings.of({"token_hours": 0, "origin": "x"})
    lines = str(raised.value).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("credentials.yml: ") for line in lines)
    assert "token_hours" in lines[0] + lines[1]
    assert "origin" in lines[0] + lines[1]


def test_the_secret_is_made_once_for_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("THATCH_SECRET", raising=False)
    monkeypatch.setattr(settings, "STATE", tmp_path / "state")
    first = signing_secret()
    assert len(first) >= 32
    assert signing_secret() == first
    assert (tmp_path / "state" / "secret").stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("THATCH_SECRET", "from the environment")
    assert signing_secret() == "from the environment"


@pytest.mark.parametrize(
    ("switch", "address", "lifted"),
    [
        ("off", "127.0.0.1", True),
        ("off", "::1", True),
        ("off", "192.0.2.1", False),
        ("on", "127.0.0.1", False),
        (None, "127.0.0.1", False),
    ],
)
def test_limits_are_lifted_on_the_machine_itself_alone(
    monkeypatch: pytest.MonkeyPatch, switch: str | None, address: str, lifted: bool
) -> None:
    monkeypatch.delenv("THATCH_RATE_LIMIT", raising=False)
    if switch:
        monkeypatch.setenv("THATCH_RATE_LIMIT", switch)
    assert rate_limits_lifted_for(address) is lifted
