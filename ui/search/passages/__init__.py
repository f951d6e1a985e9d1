"""What is there: the passages that a search finds, by manifesto, best first."""
