"""Gives back to the system the memory that only the start has needed."""

import ctypes
import gc
from functools import cache


@cache
def give_back_memory() -> None:
    """Once in a process: some 50 MB, where the C library is glibc; others do so by themselves."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
