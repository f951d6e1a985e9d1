"""What people collect and write."""
