"""What some events make of the state, by the part of the game they touch."""
