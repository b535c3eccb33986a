"""Lets Rasa run within a command, without a word of its own between ours."""

import logging
import os

from thatch.processes import RASA_ENVIRONMENT


def quieten_rasa() -> None:
    """Leave nothing of Rasa's log and warnings but errors. Call it before anything imports Rasa."""
    os.environ.update(RASA_ENVIRONMENT)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
