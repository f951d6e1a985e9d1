"""Quotes, a face of Search: the quotations of an essay checked against the manifestos."""
