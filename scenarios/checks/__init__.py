"""The checks of a pack, one small function each."""
