"""The placeholder bears what an import does to TensorFlow, and says so when it is used."""

import importlib
from typing import Any

import pytest
from tensorflow_placeholder import TensorFlowLeftOut

tf: Any = importlib.import_module("tensorflow")
Callback: Any = importlib.import_module("tensorflow.keras.callbacks").Callback


@pytest.mark.parametrize(
    "name",
    ["tensorflow", "tensorflow_hub", "tensorflow_text", "keras", "tensorflow.python.types.core"],
)
def test_modules_are_found(name: str) -> None:
    assert importlib.import_module(name).__name__ == name


def test_what_is_imported_can_be_subclassed_and_annotated_with() -> None:
    base = tf.keras.layers.Layer
    layer = type("Layer", (base,), {"__annotations__": {"inputs": tf.Tensor | None}})
    assert issubclass(layer, base)
    assert tf.Tensor[int] is tf.Tensor


@pytest.mark.parametrize(
    ("use", "name"),
    [
        (lambda: tf.constant(1), "tensorflow.constant"),
        (lambda: tf.keras.layers.Dense(8), "tensorflow.keras.layers.Dense"),
        (lambda: Callback(), "tensorflow.keras.callbacks.Callback"),
        (lambda: type("Net", (tf.keras.Model,), {})(), "tensorflow.keras.Model"),
    ],
)
def test_what_is_used_says_that_it_is_left_out(use: object, name: str) -> None:
    with pytest.raises(TensorFlowLeftOut, match=f"^{name} needs TensorFlow, which this"):
        use()  # type: ignore[operator]


def test_special_attributes_are_not_made_up() -> None:
    assert not hasattr(tf, "__wrapped__")
    assert not hasattr(tf.Tensor, "__len__")


def test_other_modules_are_still_missed() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("no_such_module.at_all")
