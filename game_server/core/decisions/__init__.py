"""How each command is decided, by the part of the game it touches."""
