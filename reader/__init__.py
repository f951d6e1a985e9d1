"""Documents and what people wrote on them: reading files, the library, edits and their journal.

Imports neither index nor ui, no Qt, no Whoosh.
"""
