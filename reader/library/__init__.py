"""The library: one SQLite file and a folder of original files. It is the only truth."""
