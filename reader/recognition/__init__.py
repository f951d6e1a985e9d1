"""Reads pages that are pictures: with Tesseract, page by page, in worker processes."""
