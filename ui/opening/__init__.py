"""Commands that open the window or draw it: they stand above the command line and the window alike."""
