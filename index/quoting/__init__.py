"""Checking quotations: which words of an essay stand in quotation marks, and where a manifesto has them."""
