"""Files as phones send them, and as nobody should."""

import struct
import zlib
from io import BytesIO

from PIL import Image

CANARY = b"canari-7f3a91"
PLACE = 0x8825
TURNED = 6


def jpeg(width: int = 1600, height: int = 900, *, colour: str = "teal", turned: bool = False) -> bytes:
    """A JPEG with a maker, a place and an orientation in its EXIF."""
    image = Image.new("RGB", (width, height), colour)
    exif = Image.Exif()
    exif[0x010F] = CANARY.decode()
    exif.get_ifd(PLACE)[2] = (50.0, 38.0, 12.0)
    if turned:
        exif[0x0112] = TURNED
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, comment=CANARY)
    return out.getvalue()


def picture(form: str) -> bytes:
    """A small picture of that format, half of it transparent where the format can."""
    mode = "RGB" if form in {"JPEG", "GIF", "BMP", "TIFF"} else "RGBA"
    image = Image.new(mode, (40, 30), (10, 120, 110) if mode == "RGB" else (10, 120, 110, 128))
    out = BytesIO()
    image.save(out, form)
    return out.getvalue()


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few hundred bytes that says it has that many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 4000))
        + chunk(b"IEND", b"")
    )
