"""A passage of a sample is judged with what would be wrong without."""

from __future__ import annotations

from pathlib import Path

from indexed import Indexed, Written

from index.sampled import drawn, keeping
from index.topics.model import Topic, TopicQuery
from reader.library import samples
from reader.library.library import Library
from ui.compare.sample.in_context import in_context

TOPIC = Topic("boats", 3, "Boats", "#000000", "d", (TopicQuery("lifeboat"),))


def test_an_item_of_a_list_is_judged_with_a_lead_in_that_negates_it(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("We will not:\n- Sell a lifeboat.\n- Close a quay."))
    names = [made.documents[0].id]
    with Library.open(made.home) as library:
        new, edit = keeping(library, TOPIC, names, drawn(made.home, TOPIC, names, 5, 30), 30)
        library.apply(edit)
        sample = library.read(lambda connection: samples.one(connection, new))
    assert sample is not None
    shown = {one.text for one in in_context(made.home, sample).values()}
    assert shown == {"We will not:", "We will not: […] Sell a lifeboat.", "We will not: […] Close a quay."}
