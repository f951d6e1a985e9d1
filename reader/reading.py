"""The number of the rules by which files are read, so that a newer version knows what to read again."""

# Raised with every change to what a format makes of a file: documents read by a lower number are read again.
READING = 6
