"""Charts beside a comparison: topics by manifestos, where a topic stands, a topic from election to election."""
