"""Parses messages with a trained Rasa model, one at a time on one core, and times each.

Runs by itself, in this environment or in DIET's: python rasa_worker.py MODEL TEXTS.json RESULT.json
"""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

_WARM_UP = 20
"""Messages that are parsed before the clock counts."""


def main(model: str, texts: Path, result: Path) -> None:
    """Parse all texts.

    Args:
        model: a model archive.
        texts: a JSON list.
        result: where to write `{"intents": [...], "milliseconds": [...]}`, one for each text.
    """
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from rasa.core.agent import Agent
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(40)
    agent = Agent.load(model)
    found = asyncio.run(_parse_all(agent, json.loads(texts.read_text(encoding="utf-8"))))
    result.write_text(json.dumps(found), encoding="utf-8")


async def _parse_all(agent: Any, texts: list[str]) -> dict[str, list[Any]]:
    for text in texts[:_WARM_UP]:
        await agent.parse_message(text)
    intents, milliseconds = [], []
    for text in texts:
        began = time.process_time()
        parsed = await agent.parse_message(text)
        milliseconds.append(1000 * (time.process_time() - began))
        intents.append(parsed["intent"]["name"])
    return {"intents": intents, "milliseconds": milliseconds}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
