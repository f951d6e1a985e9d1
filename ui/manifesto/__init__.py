"""One manifesto as flowing text: what Read and Search show."""
