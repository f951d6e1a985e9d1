"""The comparison as a lesson: as it stands, best passages first, from the row in use on."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison import best_first
from index.lessons.building import row_id, row_slides
from index.lessons.notices import with_notice
from index.lessons.slides import Lesson, Slide
from reader.wording import spoken
from ui.compare.table.loading import Loaded
from ui.shared.offer import PROGRAM


def lesson_of(loaded: Loaded, row: str) -> tuple[Lesson, str]:
    """The lesson, and the id of the slide of this row (an id; "" for the first). For work given to run()."""
    comparison = best_first(loaded.comparison)
    slides: Sequence[Slide] = row_slides(comparison, sensitive=loaded.sensitive)
    lesson = Lesson(comparison.topic.name, with_notice(slides), spoken(), PROGRAM)
    start = next((row_id(comparison, each) for each in comparison.rows if each.subtopic.id == row), "")
    return lesson, start
