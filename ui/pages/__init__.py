"""Pictures of original pages, and how they are painted: what Read and Present show."""
