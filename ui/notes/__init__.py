"""Notes: codes and notes as a table, by manifestos, by units, and read as a report."""
