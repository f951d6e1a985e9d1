"""Words: frequencies, key words, where words stand and what is near them, as tables whose figures lead to passages."""
