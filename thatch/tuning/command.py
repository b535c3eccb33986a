"""`thatch tune`: chooses the thresholds and writes them into config.yml."""

from collections.abc import Sequence

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from thatch.paths import ROOT
from thatch.tuning.config_file import write_settings
from thatch.tuning.out_of_fold import Said, out_of_fold
from thatch.tuning.pipeline import (
    CONFIG,
    project_importer,
    read_all,
    settings_of,
    training_messages,
)
from thatch.tuning.thresholds import (
    Choice,
    choose_described,
    choose_least,
    choose_red_flag_threshold,
    choose_threshold,
)

CLASSIFIER = "MultiIntentClassifier"
DETECTOR = "RedFlagDetector"


def tune_thresholds(console: Console, folds: int, sample: int | None) -> None:
    """Choose all thresholds, write them and say why.

    Args:
        console: where progress and choices are told.
        folds: in how many parts data/nlu is held out.
        sample: how many messages to use, drawn at random, for a trial that writes nothing; all
            where None.

    Raises:
        ConfigError: config.yml lacks a component.
    """
    choices = choose(_hear(console, folds, sample))
    console.print(_table(choices))
    if sample:
        console.print("Chosen from a sample, so nothing was written.")
        return
    write_settings(
        CONFIG,
        {
            component: {name: choice.value for name, choice in settings.items()}
            for component, settings in choices.items()
        },
    )
    console.print(f"Wrote {CONFIG.relative_to(ROOT)}")


def choose(said: Sequence[Said]) -> dict[str, dict[str, Choice]]:
    """Choose all thresholds, by component and setting."""
    threshold = choose_threshold(said)
    return {
        CLASSIFIER: {
            "threshold": threshold,
            "least": choose_least(said, threshold.value),
            "described": choose_described(said),
        },
        DETECTOR: {"threshold": choose_red_flag_threshold(said)},
    }


def _hear(console: Console, folds: int, sample: int | None) -> list[Said]:
    importer = project_importer()
    with Progress(console=console) as progress:
        task = progress.add_task("Reading data/nlu", total=folds + 1)
        messages = read_all(importer, [training_messages(importer, sample)])[0]
        progress.update(task, advance=1, description=f"Hearing {len(messages)} messages")
        settings = settings_of(CLASSIFIER, importer)
        return out_of_fold(messages, settings, folds, lambda: progress.advance(task))


def _table(choices: dict[str, dict[str, Choice]]) -> Table:
    table = Table("Component", "Setting", "Value", "Why")
    for component, settings in choices.items():
        for name, choice in settings.items():
            table.add_row(component, name, f"{choice.value:g}", choice.why)
    return table
