"""Writers of lessons: each draws the slides of a lesson in one format."""
