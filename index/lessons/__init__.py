"""Lessons: what is shown to a class, one slide after the other, on any screen and in any file."""
