"""The library as the places share it, and what runs behind it."""
