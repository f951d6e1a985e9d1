"""Damaged, encrypted, misnamed and empty files of the wild, all in one go: each is read or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from watched_reading import READING

from reader.errors import ReaderCrashed, TookTooLong, TookTooMuchMemory, UserError
from reader.model import Manifesto
from reader.pool import Pool

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "hostile"

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="hostile files are not at hand (../shared/corpus)")


def test_every_hostile_file_is_read_or_refused_with_a_sentence() -> None:
    paths = sorted(HOSTILE.iterdir())
    with Pool(1, reading=READING) as pool:
        found = dict(pool.read_all(paths))
    assert sorted(found) == paths
    refused = {path: outcome for path, outcome in found.items() if isinstance(outcome, UserError)}
    for path, error in refused.items():
        assert not isinstance(error, ReaderCrashed | TookTooLong | TookTooMuchMemory), path.name
        assert path.name in error.problem
        assert error.problem.endswith(".")
        assert error.advice.endswith(".")
    read = {path.name: outcome for path, outcome in found.items() if isinstance(outcome, Manifesto)}
    assert all(any(char.isalnum() for char in block.text) for one in read.values() for block in one.blocks[:1])
    # What is left of a manifesto is read, not given up.
    for name in ("con2017-bitrot.pdf", "con2017-tail-missing.pdf", "nul-bytes.txt", "one-line-170k.txt", "script.html"):
        assert len(read[name].blocks) > 20, name
