"""Makes a picture of ours out of a file from a phone: pixels only, turned upright, small, WebP.

Nothing of the file goes further than its pixels: no EXIF, no place, no profile, nothing hidden behind the picture.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from game_server.application.photos import UnfitPictureError

FORMATS = ("JPEG", "PNG", "WEBP")
LONGEST_SIDE = 1280
MOST_PIXELS = 24_000_000
MOST_JPEG_PIXELS = 80_000_000
"""A JPEG is decoded at a fraction of its size, so it costs less memory."""
QUALITY = 80

warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class PillowDarkroom:
    """The port Darkroom."""

    def develop(self, data: bytes) -> bytes:
        """Return the picture as WebP of at most 1280 px. Raises UnfitPictureError."""
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                _must_be_bearable(image)
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                return _written(image)
        except UnfitPictureError:
            raise
        except Exception as error:  # noqa: BLE001 - a file made to break a decoder may raise anything
            raise UnfitPictureError(type(error).__name__) from None


def _must_be_bearable(image: Image.Image) -> None:
    width, height = image.size
    most = MOST_JPEG_PIXELS if image.format == "JPEG" else MOST_PIXELS
    if width * height > most:
        raise UnfitPictureError("too many pixels")


def _written(image: Image.Image) -> bytes:
    image.seek(0)
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    flat = upright.convert("RGBA")
    clean = Image.new("RGB", flat.size, "white")
    clean.paste(flat, mask=flat.getchannel("A"))
    out = BytesIO()
    clean.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()
