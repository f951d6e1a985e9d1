"""The Compare place: one topic, sub-topics as rows, two to six manifestos as columns."""
