"""Makes a `MeaningClassifier`: takes the published encoder apart, teaches it, and writes it."""

import logging
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import SentenceEncoder, States
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder
from thatch.nlu.meaning.encoder_weights import Layer, Weight
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.lessons import Lessons
from thatch.nlu.meaning.nearest_files import write_nearest_messages
from thatch.nlu.meaning.states_file import StatesFile

_TAUGHT = 2
"""Layers that learn. Those below know words and grammar, which are everybody's; to teach them too
takes three times as long."""
_THREADS = 2
_TELLS = 20
"""How often it tells how far it is."""

_logger = logging.getLogger(__name__)


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
    with TemporaryDirectory() as work:
        write_encoder(lower, Path(work))
        states = StatesFile.write(Path(work) / "states", _states(Path(work), texts))
        level = _logger.getEffectiveLevel()
        with ProcessPoolExecutor(1, get_context("spawn"), _log_as, (level,)) as apart:
            taught, reader = apart.submit(_teach, layers, states, examples, labels).result()
    write_encoder(lower.topped_by(taught), folder)
    reader.save(folder)
    write_nearest_messages(folder, _states(folder, texts), examples, labels)


def _states(encoder: Path, texts: Sequence[str]) -> Iterator[States]:
    """Give what an encoder makes of each text, quantised as it will be used."""
    reads = SentenceEncoder(encoder).encode
    with ThreadPoolExecutor(_THREADS) as pool:
        yield from pool.map(reads, texts)


def _teach(
    layers: Sequence[Layer[Weight]],
    states: StatesFile,
    examples: Sequence[Example],
    labels: Sequence[str],
) -> tuple[list[Layer[Weight]], LabelAttention]:
    """Teach in a process of its own: JAX's threads and memory would stay, and bear no fork."""
    from thatch.nlu.meaning.fine_tuning import fine_tune

    return fine_tune(layers, Lessons(states.open(), examples, labels), len(labels), _tell)


def _log_as(level: int) -> None:
    """Log to stderr, as much as the process does that started this one."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    _logger.setLevel(level)


def _tell(number: int, count: int) -> None:
    if number % max(count // _TELLS, 1) == 0:
        _logger.info("Learning what messages mean, %d %%", 100 * number // count)
