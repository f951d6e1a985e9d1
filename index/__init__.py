"""Full-text index, topics and comparison. Imports reader; the only place that knows Whoosh."""
