"""Lets every competitor learn from and hear the same messages."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.bake_off import diet
from benchmarks.bake_off.candidates import Candidate
from benchmarks.bake_off.scores import Row, Time, best_threshold, hear_singly, only
from thatch.tuning.folds import folds
from thatch.tuning.out_of_fold import Said
from thatch.tuning.pipeline import Labelled
from thatch.tuning.thresholds import hearing

DIET = "stock DIET, whole NLU"
WHOLE = "Thatch, whole NLU"


@dataclass(frozen=True)
class Messages:
    """What is learnt from and what is heard."""

    training: Sequence[Labelled]
    benchmark: Sequence[Labelled]
    others: Sequence[Labelled]
    """Of files named on the command line; may be none."""
    aspects: Collection[str]

    @property
    def unseen(self) -> list[Labelled]:
        """Give all that nobody learns from."""
        return [*self.benchmark, *self.others]


def compete(candidate: Candidate, messages: Messages, count: int) -> Row:
    """Measure one competitor by cross-validation, on unseen messages, and by the clock."""
    training = messages.training
    said = [
        Said.of(training[row], heard)
        for learn_from, held_out in folds([one.text for one in training], count)
        for row, heard in zip(
            held_out,
            candidate.learn([training[row] for row in learn_from]).hear(
                [training[row] for row in held_out]
            ),
            strict=True,
        )
    ]
    threshold = best_threshold(said)
    trained = candidate.learn(training)
    probabilities, milliseconds = hear_singly(trained, messages.unseen)
    unseen = only(
        [Said.of(one, heard) for one, heard in zip(messages.unseen, probabilities, strict=True)],
        messages.aspects,
    )
    split = len(messages.benchmark)
    return Row(
        candidate.name,
        folds=hearing(said, threshold, 0.0),
        benchmark=hearing(unseen[:split], threshold, 0.0),
        others=hearing(unseen[split:], threshold, 0.0) if messages.others else None,
        time=Time.of(messages.unseen, milliseconds),
        megabytes=(trained.size + sum(map(_package_size, candidate.needs))) / 1e6,
        remark=f"counts from {threshold:.2f}",
    )


def compete_with_diet(
    messages: Messages, count: int, folder: Path, on_step: Callable[[str], object]
) -> Row:
    """Measure stock DIET: on the first fold alone, since it learns slowly, and on unseen messages.

    Returns:
        A row that says why where it could not be installed or trained.
    """
    texts = [one.text for one in messages.training]
    learn_from, held_out = next(iter(folds(texts, count)))
    hear = [*(messages.training[row] for row in held_out), *messages.unseen]
    try:
        on_step("installing")
        python = diet.install(folder)
        on_step("training")
        model = diet.train(python, [messages.training[row] for row in learn_from], folder / "fold")
        on_step("parsing")
        parsed = diet.parse(python, model, [one.text for one in hear], folder)
    except diet.DietError as error:
        return Row(DIET, remark=str(error))
    said = list(_said(hear, parsed.intents))
    unseen = only(said[len(held_out) :], messages.aspects)
    split = len(messages.benchmark)
    return Row(
        DIET,
        folds=hearing(said[: len(held_out)], 1.0, 1.0),
        benchmark=hearing(unseen[:split], 1.0, 1.0),
        others=hearing(unseen[split:], 1.0, 1.0) if messages.others else None,
        time=Time.of(hear, parsed.milliseconds),
        megabytes=diet.megabytes(python, model),
        remark="first fold alone",
    )


def time_whole(messages: Messages, python: Path, model: Path, folder: Path) -> Row:
    """Time all of the product's NLU, from the text to red flags, by the worker that times DIET."""
    parsed = diet.parse(python, model, [one.text for one in messages.unseen], folder)
    return Row(
        WHOLE,
        time=Time.of(messages.unseen, parsed.milliseconds),
        megabytes=model.stat().st_size / 1e6,
        remark="the trained model",
    )


def _said(messages: Sequence[Labelled], intents: Iterable[frozenset[str]]) -> Iterable[Said]:
    for one, heard in zip(messages, intents, strict=True):
        yield Said(one, dict.fromkeys(heard, 1.0), {})


def _package_size(package: str) -> int:
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None, "it has just been used"
    return sum(one.stat().st_size for one in Path(spec.origin).parent.rglob("*") if one.is_file())
