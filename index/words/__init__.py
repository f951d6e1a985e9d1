"""Words counted over the passages of many manifestos: frequencies, keyness, dispersion, collocates, readability."""
