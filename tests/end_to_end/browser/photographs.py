"""The mission of the ten days that asks for a photo, and a photo as a phone takes one."""

import re
from io import BytesIO

from PIL import Image, ImageDraw
from playwright.sync_api import Page

from tests.end_to_end.browser.screens import press

TEN_DAYS = ("tempo_2050", 1)
PHOTO_DAY, PHOTO_MISSION, PHOTO_STEP = 4, "ombres-libres", 1
ONWARD = re.compile("^(Continuer|Commencer)")
SETTLE_MS = 300


def goes_on(page: Page) -> None:
    """Lead a phone from the step that ended to the one that asks for a photo, by its one button."""
    while not page.locator("input[type=file]").count():
        page.get_by_role("button", name=ONWARD).first.click()
        page.wait_for_timeout(SETTLE_MS)


def send_a_photo(page: Page) -> None:
    """Take a photo on that phone, and send it to the facilitator."""
    photo = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
    page.locator("input[type=file]").set_input_files(photo)  # type: ignore[arg-type]
    press(page, "Envoyer la photo")


def photograph() -> bytes:
    """Three things on a wall and, behind, somebody who walks by."""
    picture = Image.new("RGB", (640, 480), "#8fb0bf")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 340, 640, 480), fill="#6b5b4a")
    for left in (90, 230, 370):
        pen.rectangle((left, 280, left + 70, 345), fill="#b8432f")
    pen.ellipse((520, 120, 570, 175), fill="#e0b48f")
    pen.rectangle((510, 175, 580, 345), fill="#2f4858")
    taken = BytesIO()
    picture.save(taken, "JPEG")
    return taken.getvalue()
