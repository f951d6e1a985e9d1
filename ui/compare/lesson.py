"""The comparison as a lesson: as it stands, best passages first, from the row in use on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.comparison import best_first
from index.lessons.building import row_id, row_slides
from index.lessons.notices import with_notice
from index.lessons.slides import Lesson, Slide
from reader.wording import spoken
from ui.compare.table.loading import Loaded
from ui.version import PROGRAM


def lesson_of(
    loaded: Loaded, row: str = "", *, notes: Mapping[str, str] | None = None, advice: str = ""
) -> tuple[Lesson, str]:
    """The lesson, and the id of the slide of this row (an id; "" for the first). For work given to run().

    `notes` are those on rows, `advice` what the teacher wrote for the notice.
    """
    comparison = best_first(loaded.comparison)
    slides: Sequence[Slide] = row_slides(comparison, sensitive=loaded.sensitive, notes=notes)
    lesson = Lesson(comparison.topic.name, with_notice(slides, advice), spoken(), PROGRAM)
    start = next((row_id(comparison, each) for each in comparison.rows if each.subtopic.id == row), "")
    return lesson, start
