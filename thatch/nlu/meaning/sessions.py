"""How graphs of ONNX are run: on one core, and keeping no more memory than they need."""

from pathlib import Path

from onnxruntime import InferenceSession, SessionOptions


def session(graph: Path) -> InferenceSession:
    """Load a graph.

    Args:
        graph: its file.
    """
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # which would keep what the longest text needed
    return InferenceSession(str(graph), options)
