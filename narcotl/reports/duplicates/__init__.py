"""Records that are likely to be the same: found by what they share, and scored by how much of it."""
