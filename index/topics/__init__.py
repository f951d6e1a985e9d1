"""Topics: what they are (files), what belongs to them (evaluated on the index), and why."""
