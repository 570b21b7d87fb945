"""What opens a door: codes that people read aloud, tokens that phones keep, PINs, first names."""

import hashlib
import re
import unicodedata
from itertools import pairwise

from game_server.application.ports_people import Luck
from game_server.application.refusals import RefusedRequest

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 8
CODE_BYTES = 16
TOKEN_BYTES = 32
ONE_TIME_BYTES = 16

NAME_LENGTH = 24
STACKED_MARKS = 2
PIN_SHAPE = re.compile(r"[0-9]{6}")
PIN_LENGTH = 6
APOSTROPHES = str.maketrans({"'": "’", "ʼ": "’", "‘": "’", "`": "’", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})
NAME_SIGNS = " -’."
UNSEEN = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)))
) | frozenset(map(chr, range(0xE0100, 0xE01F0)))


def hashed(secret: str) -> str:
    """Return the sha256 of a random token, in hexadecimal: the only form a store keeps."""
    return hashlib.sha256(secret.encode()).hexdigest()


def readable_code(luck: Luck) -> str:
    """Return 8 signs from 31, without 0, O, 1, I and L, each equally likely."""
    number = int(luck.token(CODE_BYTES), 16)
    signs = []
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(SIGNS))
        signs.append(SIGNS[rest])
    return "".join(signs)


def typed_code(text: str) -> str:
    """Return a code as it was drawn, from what somebody typed: any case, spaces and hyphens allowed."""
    return re.sub(r"[\s-]", "", text[:64]).upper()


def checked_pin(pin: str) -> str:
    """Return a six-digit PIN; raise RefusedRequest `bad_pin` or `weak_pin`."""
    if not PIN_SHAPE.fullmatch(pin):
        raise RefusedRequest("bad_pin", "Choisis un code secret de six chiffres.", {"field": "pin"})
    if _is_weak(pin):
        raise RefusedRequest(
            "weak_pin",
            "Ce code secret se devine trop vite. Choisis six chiffres que personne d’autre ne trouvera.",
            {"field": "pin"},
        )
    return pin


def _is_weak(pin: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    a_run = len(steps) == 1 and steps <= {0, 1, 9}
    repeats = pin == pin[:2] * 3 or pin == pin[:3] * 2
    return a_run or repeats or pin[::2] == pin[1::2]


def checked_first_name(text: str) -> str:
    """Return a first name in NFC, 1 to 24 visible signs, or raise RefusedRequest `bad_first_name`.

    Letters of any script with at most two marks stacked on one, digits after a letter, spaces, hyphens, apostrophes and
    dots; nothing invisible, nothing that turns the direction of what follows.
    """
    if len(text) > NAME_LENGTH * 4:
        raise _bad_name("Ce prénom est trop long : écris 24 lettres au plus.")
    name = " ".join(unicodedata.normalize("NFC", text).translate(APOSTROPHES).split(" ")).strip()
    name = re.sub(" {2,}", " ", name)
    categories = [unicodedata.category(sign) for sign in name]
    if not any(category.startswith("L") for category in categories):
        raise _bad_name("Écris ton prénom, ou celui que tu te choisis, avec au moins une lettre.")
    if not all(_is_allowed(sign, category) for sign, category in zip(name, categories, strict=True)):
        raise _bad_name("Écris ton prénom avec des lettres, des espaces, des traits d’union ou des apostrophes.")
    if not categories[0].startswith("L") or _stacks_marks(categories):
        raise _bad_name("Écris ton prénom plus simplement : commence par une lettre, sans empiler les signes.")
    if sum(not category.startswith("M") for category in categories) > NAME_LENGTH:
        raise _bad_name("Ce prénom est trop long : écris 24 lettres au plus.")
    return name


def _is_allowed(sign: str, category: str) -> bool:
    written = (category[0] in "LM" and category != "Me") or category == "Nd" or sign in NAME_SIGNS
    return written and sign not in UNSEEN


def _stacks_marks(categories: list[str]) -> bool:
    shape = "".join(category[0] for category in categories)
    return "M" * (STACKED_MARKS + 1) in shape or re.search("[^LM]M", shape) is not None


def _bad_name(sentence: str) -> RefusedRequest:
    return RefusedRequest("bad_first_name", sentence, {"field": "first_name"})


def name_key(first_name: str) -> str:
    """Return what makes two first names the same in a group: case, accents and punctuation do not count."""
    folded = unicodedata.normalize("NFKD", first_name.casefold())
    kept = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")
    return kept or folded
