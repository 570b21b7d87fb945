"""A file from a phone becomes pixels of ours, or is refused.

Spec: P7
"""

from io import BytesIO

import pytest
from PIL import Image

from game_server.adapters.photos.darkroom import PillowDarkroom
from game_server.application.photos import UnfitPictureError
from tests.photos.pictures import CANARY, bomb, jpeg, picture


def developed(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(PillowDarkroom().develop(data)))
    image.load()
    return image


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_three_formats_of_phones_become_webp(form):
    image = developed(picture(form))
    assert image.format == "WEBP"
    assert image.size == (40, 30)


def test_a_large_picture_is_made_small_and_keeps_its_shape():
    assert developed(jpeg(4000, 3000)).size == (1280, 960)


def test_a_picture_taken_sideways_is_turned_upright():
    assert developed(jpeg(1600, 900, turned=True)).size == (720, 1280)


def test_nothing_but_pixels_goes_through():
    data = jpeg() + b"<script>" + CANARY + b"PK\x03\x04"
    assert CANARY in data
    out = PillowDarkroom().develop(data)
    assert CANARY not in out
    assert b"script" not in out
    image = Image.open(BytesIO(out))
    assert not image.getexif()
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        CANARY,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><body>bonjour</body></html>",
        b"%!PS-Adobe-3.0 EPSF-3.0",
        picture("GIF"),
        picture("BMP"),
        picture("TIFF"),
        jpeg()[:2000],
        picture("PNG")[:60],
        picture("WEBP")[:40],
    ],
    ids=["empty", "words", "svg", "html", "eps", "gif", "bmp", "tiff", "cut jpeg", "cut png", "cut webp"],
)
def test_anything_else_is_refused(data):
    with pytest.raises(UnfitPictureError):
        PillowDarkroom().develop(data)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("side", [5_000, 12_000, 30_000])
def test_a_bomb_is_refused_before_it_is_read(side):
    data = bomb(side, side)
    assert len(data) < 1000
    with pytest.raises(UnfitPictureError):
        PillowDarkroom().develop(data)
