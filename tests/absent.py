"""What a test needs of the machine and does not find: it is skipped aloud, and under CI, where everything is there, it fails."""

import os
from pathlib import Path

import pytest

UNDER_CI = os.environ.get("CI") == "true"


def ends(missing: str):
    """End the running test: something it needs is not there."""
    (pytest.fail if UNDER_CI else pytest.skip)(missing)


def needs(there, missing: str):
    """A mark for tests that need something of the machine; under CI they run in any case, and fail without it."""
    return pytest.mark.skipif(not (there or UNDER_CI), reason=missing)


#: Linux lists the processes and threads that run in files; what a server leaves running is counted there.
needs_proc = needs(Path("/proc/self/task").exists(), "no /proc here: the processes that run cannot be counted")
