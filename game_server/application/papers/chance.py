"""Numbers that look like luck and are the same on every phone and on paper: the twin of `web_client/src/kit/chance.ts`."""

UNSIGNED = 0xFFFFFFFF


def hash_of(text: str) -> int:
    """FNV-1a over UTF-16 units, then murmur3's finishing mix, as an unsigned 32-bit number."""
    mixed = 0x811C9DC5
    units = text.encode("utf-16-le")
    for place in range(0, len(units), 2):
        mixed = ((mixed ^ (units[place] | units[place + 1] << 8)) * 0x01000193) & UNSIGNED
    mixed = ((mixed ^ (mixed >> 16)) * 0x85EBCA6B) & UNSIGNED
    mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & UNSIGNED
    return mixed ^ (mixed >> 16)


def chance(seed: str, name: str) -> float:
    """A number from 0 to 1 (1 excluded) for this seed and this name: asking for others in between changes nothing."""
    return hash_of(f"{seed}/{name}") / 2**32


def between(seed: str, name: str, low: float, high: float) -> float:
    """A number from `low` to `high` for this seed and this name."""
    return low + chance(seed, name) * (high - low)
