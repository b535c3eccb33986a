"""Makes a `MeaningClassifier`: takes the published encoder apart, teaches it, and writes it."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import STATES, SentenceEncoder, States
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder, write_layers
from thatch.nlu.meaning.encoder_weights import EncoderWeights, Layer, Weight
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.lessons import Lessons
from thatch.nlu.meaning.nearest_files import write_nearest_messages
from thatch.nlu.meaning.sessions import session
from thatch.nlu.meaning.states_file import StatesFile

_TAUGHT = 2
"""Layers that learn. Those below know words and grammar, which are everybody's; to teach them too
takes three times as long."""
_THREADS = 2
_TELLS = 20
"""How often it tells how far it is."""

_logger = logging.getLogger(__name__)

Read = TypeVar("Read")
"""What is read: a text, or the states of one."""


def write_meaning(folder: Path, examples: Sequence[Example], labels: Sequence[str]) -> None:
    """Teach an encoder, and write it with what reads labels out of it.

    Args:
        folder: must exist.
        examples: whole messages, and what each of them asks for.
        labels: all that can be asked for, in the order of the probabilities.
    """
    weights = published_encoder()
    lower, layers = weights.without_highest(_TAUGHT), weights.layers[-_TAUGHT:]
    texts = [example.text for example in examples]
    with TemporaryDirectory() as name:
        work = Path(name)
        states = StatesFile.write(work / "states", _read_below(lower, texts, work))
        taught, reader = _teach_apart(layers, states, examples, labels)
        meanings = _read_above(taught, states, work / "above.onnx")
        write_nearest_messages(folder, meanings, examples, labels)
    write_encoder(lower.topped_by(taught), folder)
    reader.save(folder)


def _read_below(lower: EncoderWeights, texts: Sequence[str], work: Path) -> Iterator[States]:
    """Give what the lower layers make of each text, quantised as they will be used."""
    write_encoder(lower, work)
    return _side_by_side(SentenceEncoder(work).encode, texts)


def _read_above(
    taught: Sequence[Layer[Weight]], states: StatesFile, path: Path
) -> Iterator[States]:
    """Give what the whole encoder makes of each text: only the taught layers need read on."""
    write_layers(taught, path)
    above = session(path)

    def read(below: NDArray[np.float16]) -> States:
        found: States = above.run(None, {STATES: below[np.newaxis].astype(np.float32)})[0][0]
        return found

    return _side_by_side(read, states.open())


def _side_by_side(read: Callable[[Read], States], of: Iterable[Read]) -> Iterator[States]:
    with ThreadPoolExecutor(_THREADS) as pool:
        yield from pool.map(read, of)


def _teach_apart(
    layers: Sequence[Layer[Weight]],
    states: StatesFile,
    examples: Sequence[Example],
    labels: Sequence[str],
) -> tuple[list[Layer[Weight]], LabelAttention]:
    """Teach in a process of its own: JAX's threads and memory would stay, and bear no fork."""
    level = _logger.getEffectiveLevel()
    with ProcessPoolExecutor(1, get_context("spawn"), _log_as, (level,)) as apart:
        return apart.submit(_teach, layers, states, examples, labels).result()


def _teach(
    layers: Sequence[Layer[Weight]],
    states: StatesFile,
    examples: Sequence[Example],
    labels: Sequence[str],
) -> tuple[list[Layer[Weight]], LabelAttention]:
    # Not before this process is one apart: it starts JAX.
    from thatch.nlu.meaning.fine_tuning import fine_tune

    return fine_tune(layers, Lessons(states.open(), examples, labels), len(labels), _tell)


def _log_as(level: int) -> None:
    """Log to stderr, as much as the process does that started this one."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    _logger.setLevel(level)


def _tell(number: int, count: int) -> None:
    if number % max(count // _TELLS, 1) == 0:
        _logger.info("Learning what messages mean, %d %%", 100 * number // count)
