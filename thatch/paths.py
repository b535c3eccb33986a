"""Where the project keeps its files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "data" / "knowledge"
MODELS = ROOT / "models"
STATE = ROOT / ".thatch"
"""What a running assistant leaves behind: conversations, the signing secret, logs, caches."""
