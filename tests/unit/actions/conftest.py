"""Tells at the end of a run how many combinations the exhaustive caveat test went through."""

import pytest

_EXHAUSTIVE = "test_all_caveats.py::test_a_reply_holds_the_caveats_that_its_facts_demand["


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print their number, how many failed, and the time that they took."""
    ended = {
        outcome: [one for one in terminalreporter.getreports(outcome) if _EXHAUSTIVE in one.nodeid]
        for outcome in ("passed", "failed")
    }
    tried = [one for reports in ended.values() for one in reports]
    if tried:
        seconds = sum(one.duration for one in tried)
        terminalreporter.write_line(
            f"Caveats: {len(tried)} combinations of treatment, question and region in "
            f"{seconds:.1f} s, {len(ended['failed'])} wrong."
        )
