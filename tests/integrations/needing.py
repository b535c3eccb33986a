"""Programs of the system that tests of integrations run."""

import os
import shutil

from tests.missing import missing


def needs(package: str, *, program: str) -> str:
    """Find a program, or skip the test; where CI runs, a missing one is a failure.

    Args:
        package: Debian's package that has it.
        program: its name, or its path.

    Returns:
        Its path.
    """
    search = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    path = shutil.which(program, path=search)
    if path is None:
        missing(f"{program} is missing; on Debian: apt-get install {package}")
    return path
