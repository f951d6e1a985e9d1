"""The formats that can be read, one module or package each; `registry` finds them by itself."""
