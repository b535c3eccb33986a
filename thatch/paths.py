"""Where the project keeps its files."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "data" / "knowledge"
NLU = ROOT / "data" / "nlu"
MODELS = ROOT / "models"
SITE = ROOT / "site"
"""The website that is served beside the assistant."""
STATE = Path(os.environ.get("THATCH_STATE", ROOT / ".thatch")).resolve()
"""What a running assistant leaves behind: conversations, the signing secret, logs, caches."""
