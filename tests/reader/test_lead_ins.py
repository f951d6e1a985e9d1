"""What introduces a list is said with its items only where they would say the contrary without it."""

from __future__ import annotations

import pytest

from reader.lead_ins import before_words


@pytest.mark.parametrize(
    "lead_in", ["We will not:", "If the harbour is sold, we will:", "Byddwn ni ddim yn:", "Wir werden nicht:"]
)
def test_a_lead_in_that_negates_or_sets_a_condition_is_said_before_its_items(lead_in: str) -> None:
    assert before_words(lead_in) == f"{lead_in} […] "


@pytest.mark.parametrize("lead_in", ["", "We will:", "In our first year a council of ours will:"])
def test_another_lead_in_is_not_said(lead_in: str) -> None:
    assert before_words(lead_in) == ""
