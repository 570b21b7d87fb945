"""First names that a page proposes to somebody who would rather not give their own."""

from random import Random

PROPOSED = 6
NICKNAMES = (
    "Alba", "Ambre", "Ariel", "Ayo", "Azur", "Basile", "Brume", "Camille", "Cassis", "Charlie", "Cléo", "Dune",
    "Eden", "Elio", "Enzo", "Flore", "Gaïa", "Ilo", "Indigo", "Jade", "Kim", "Lou", "Lior", "Lune", "Malo", "Maé",
    "Mika", "Moon", "Nao", "Nil", "Noa", "Océan", "Olive", "Onyx", "Oslo", "Pépin", "Perle", "Rio", "Rubis", "Sacha",
    "Safran", "Sasha", "Sol", "Soho", "Tao", "Tilio", "Umi", "Vega", "Yaël", "Yuma", "Zéphyr", "Zoé",
)  # fmt: skip


def proposed(seed: int) -> list[str]:
    """Some of them, drawn by `seed`; whether one is taken is told when it is asked for."""
    return sorted(Random(seed).sample(NICKNAMES, PROPOSED))  # noqa: S311 - a first name is no secret
