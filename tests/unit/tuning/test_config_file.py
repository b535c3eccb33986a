"""Settings are written into config.yml without touching anything else."""

import pytest

from thatch.tuning.config_file import ConfigError, with_settings

CONFIG = """\
pipeline:
- name: thatch.nlu.reader.Reader
- name: thatch.nlu.classifier.Classifier
  # of the logistic regressions
  regularisation: 5.0
  threshold: 0.3
- name: thatch.nlu.detector.Detector

# Nothing learnt decides.
policies:
- name: RulePolicy
  threshold: 0.4
"""


def test_a_setting_is_replaced_and_another_added() -> None:
    written = with_settings(CONFIG, "Classifier", {"threshold": 0.25, "least": 0.1})
    assert written == CONFIG.replace("Classifier\n", "Classifier\n  least: 0.1\n").replace(
        "threshold: 0.3", "threshold: 0.25"
    )


def test_settings_are_added_in_order() -> None:
    written = with_settings(CONFIG, "Detector", {"threshold": 0.8, "least": 0.5})
    assert written == CONFIG.replace("Detector\n", "Detector\n  threshold: 0.8\n  least: 0.5\n")


def test_written_twice_is_written_once() -> None:
    once = with_settings(CONFIG, "Detector", {"threshold": 0.8})
    assert with_settings(once, "Detector", {"threshold": 0.8}) == once


def test_a_component_that_is_missing_is_named() -> None:
    with pytest.raises(ConfigError, match="has no Matcher"):
        with_settings(CONFIG, "Matcher", {"threshold": 0.8})
