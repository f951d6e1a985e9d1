"""Codes, notes and memos on words, wherever these are shown: what there is, who is at work, the bar at a selection."""
