"""What each slice is made of, by whom it is for."""
