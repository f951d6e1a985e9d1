"""What is worked out from codes and annotations: finding codes, tables, matrices."""
