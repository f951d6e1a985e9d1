#!/usr/bin/env python3
"""Sets Hustings up on this machine and opens it; also runs its tests, measurements and builds.

    python3 start.py            set up where needed, then open the program
    python3 start.py test       the whole gate: style, types, layers, tests
    python3 start.py soak       what takes long: kill loops, fuzzing
    python3 start.py bench      the measurements
    python3 start.py build      the frozen program, and checks that it works

Needs nothing but Python 3.11 or newer and, the first time, a network.
"""

# Whoever starts this may have any Python: this file keeps to what Python 2 and 3 both understand.
import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  # this is the one file that an older one reads
        sys.stdout.write("Hustings needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".\n")
        sys.exit(1)
    if sys.argv[1:] and sys.argv[1] in ("-h", "--help"):
        sys.stdout.write(__doc__)
        sys.exit(0)
    import setting_up

    sys.exit(setting_up.main(sys.argv[1:]))
