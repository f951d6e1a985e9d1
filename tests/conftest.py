"""What the long tests may be told on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz-seconds", type=float, default=600.0, help="how long damaged files are read in the soak")
    parser.addoption("--fuzz-seed", type=int, default=2024, help="what the damage in them is drawn from")
    parser.addoption("--damages", type=int, default=500, help="how many damages the soak does to a home")
