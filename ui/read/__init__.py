"""The Read place: one manifesto as flowing text or as its original pages."""
