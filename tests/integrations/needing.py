"""Programs of the system that tests of integrations run."""

import os
import shutil

import pytest


def needs(package: str, *, program: str) -> str:
    """Find a program, or skip the test; where CI runs, a missing one is a failure.

    Args:
        package: Debian's package that has it.
        program: its name, or its path.

    Returns:
        Its path.
    """
    search = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    if path := shutil.which(program, path=search):
        return path
    reason = f"{program} is missing; on Debian: apt-get install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
