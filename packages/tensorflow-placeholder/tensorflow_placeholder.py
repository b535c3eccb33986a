"""Stands in for TensorFlow where it is imported but never used."""

from __future__ import annotations

import functools
import importlib.abc
import importlib.machinery
import sys
from collections.abc import MutableSequence, Sequence
from types import ModuleType
from typing import Any


class TensorFlowLeftOut(ImportError):
    """Something that needs TensorFlow was used in an installation without it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} needs TensorFlow, which this installation leaves out; "
            "use a component that does without it, or install TensorFlow"
        )


class _Placeholder(type):
    """The class of every placeholder: bears what an import does to a class, and no more."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return placeholder(f"{cls.__tensorflow_name__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise TensorFlowLeftOut(cls.__tensorflow_name__)

    def __getitem__(cls, item: Any) -> Any:
        return cls

    def __or__(cls, other: Any) -> Any:
        return cls

    __ror__ = __or__


@functools.cache
def placeholder(name: str) -> Any:
    """Make the class that stands for `name`, such as "tensorflow.keras.Model"."""
    return _Placeholder(name.rpartition(".")[2], (), {"__tensorflow_name__": name})


class _PlaceholderModule(ModuleType):
    __path__: MutableSequence[str] = []  # noqa: RUF012 (each module has its own)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return placeholder(f"{self.__name__}.{name}")


class _SubmoduleFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds `tensorflow.keras.callbacks` and whatever other submodule is asked for."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        package = name.partition(".")[0]
        if package == name or not isinstance(sys.modules.get(package), _PlaceholderModule):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _PlaceholderModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """A placeholder has nothing to run."""


def stand_in_for(name: str) -> None:
    """Turn the module `name`, which is being imported, into a placeholder."""
    sys.modules[name].__class__ = _PlaceholderModule
    if not any(isinstance(finder, _SubmoduleFinder) for finder in sys.meta_path):
        sys.meta_path.append(_SubmoduleFinder())
