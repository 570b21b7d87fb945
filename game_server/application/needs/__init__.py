"""« Qui a besoin de moi »: what the groups of a structure need of their facilitators, and who takes care of it."""
