"""An independent writer of French cardinals, against which the reader of number words is tried."""

SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ROMANDE = {7: "septante", 8: "huitante", 9: "nonante"}


def written(number: int, *, romande: bool = False) -> str:
    """`number`, from 0 to 999 999 999, as one writes it in France, or in French-speaking Switzerland."""
    for size, name in ((10**6, "million"), (1000, "mille")):
        if number >= size:
            count, rest = divmod(number, size)
            head = "" if (count, size) == (1, 1000) else f"{_before_a_scale(written(count, romande=romande), size)} "
            plural = "s" if size > 1000 and count > 1 else ""
            return f"{head}{name}{plural} {written(rest, romande=romande) if rest else ''}".strip()
    if number >= 100:
        count, rest = divmod(number, 100)
        head = "cent" if count == 1 else f"{SMALL[count]} cent{'' if rest else 's'}"
        return f"{head} {_below_a_hundred(rest, romande) if rest else ''}".strip()
    return _below_a_hundred(number, romande)


def _before_a_scale(count: str, size: int) -> str:
    return count.removesuffix("s") if size == 1000 and count.endswith(("vingts", "cents")) else count


def _below_a_hundred(number: int, romande: bool) -> str:
    if number < 20:
        return SMALL[number]
    ten, unit = divmod(number, 10)
    if ten in (7, 9) and not romande:
        ten, unit = ten - 1, unit + 10
    if ten == 8 and not romande:
        return f"quatre-vingt-{SMALL[unit]}" if unit else "quatre-vingts"
    name = TENS.get(ten) or ROMANDE[ten]
    if not unit:
        return name
    return f"{name}{' et ' if unit in (1, 11) else '-'}{SMALL[unit]}"
