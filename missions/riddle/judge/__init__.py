"""How French words are read before they are compared: letters, numbers, plurals, small slips."""
