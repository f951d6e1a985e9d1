"""What leaves the program: comparisons and topic views as files for people and for other programs."""
