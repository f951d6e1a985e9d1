"""A process that gives way runs at a lower priority, and so do the processes that it starts."""

from __future__ import annotations

import subprocess
import sys

import psutil

_ASK = """
import subprocess, sys
import psutil
from reader.limits import give_way
before = psutil.Process().nice()
give_way()
child = subprocess.run([sys.executable, "-c", "import psutil; print(psutil.Process().nice())"], capture_output=True)
print(before, psutil.Process().nice(), child.stdout.decode().strip())
"""


def test_giving_way_lowers_the_priority_of_a_process_and_its_children() -> None:
    told = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True).stdout.split()
    before, after, child = told
    assert after == child
    if sys.platform == "win32":
        assert after == str(int(psutil.BELOW_NORMAL_PRIORITY_CLASS))
    else:
        assert int(after) > int(before)
