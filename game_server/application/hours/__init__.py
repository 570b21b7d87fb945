"""Hours of presence: the sheet of a group, its corrections, and its file."""
