"""Publications as PDF."""
