"""`thatch tune` on a sample: components of the real pipeline, trained on parts of data/nlu."""

import subprocess
import sys

from thatch.paths import ROOT

CONFIG = ROOT / "config.yml"


def test_a_trial_names_each_threshold_and_writes_nothing() -> None:
    before = CONFIG.read_bytes()
    ended = subprocess.run(
        [sys.executable, "-m", "thatch", "tune", "--sample", "200", "--folds", "2"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == "", "Rasa's log and warnings stay out"
    for setting in ("threshold", "least"):
        assert f"│ {setting} " in ended.stdout
    assert "nothing was written" in ended.stdout
    assert CONFIG.read_bytes() == before
