"""What stands beside the table or in its place."""
