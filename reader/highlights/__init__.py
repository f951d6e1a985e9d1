"""What people marked in a PDF with other programs, and what they marked here written into a copy of one."""
