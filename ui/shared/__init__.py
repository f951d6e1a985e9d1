"""What any place may use."""
