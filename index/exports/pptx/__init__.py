"""Publications as PowerPoint slides."""
