"""The command line: one module per command. None of it imports Qt unless a picture or a window is asked for."""
