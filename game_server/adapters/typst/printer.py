"""Sets a paper with Typst, as PDF/UA-1. What people typed reaches a sheet as data (JSON) and is never read as markup."""

import json
from pathlib import Path
from typing import Literal

import typst

from game_server.application.papers.paper import Paper
from game_server.application.papers.tokens import TOKENS

HERE = Path(__file__).parent
SHEETS = HERE / "sheets"
FONTS = HERE / "fonts"
NO_DRAWING = "could not be displayed with font"


class TypstPrinter:
    """Compiles the sheet of a paper; holds nothing between two papers."""

    def print(self, paper: Paper) -> bytes:
        """Return the PDF. Raises typst.TypstError when a sheet is wrong.

        A sign that none of our fonts draws (a rare script in a name) is looked for in the machine's own fonts, and shown
        as an empty box where it is not found: PDF/UA refuses that box, so the file then makes no claim; it is still tagged.
        """
        try:
            return _compiled(paper, "ua-1", ignore_system_fonts=True)
        except typst.TypstError as error:
            if NO_DRAWING not in str(error):
                raise
            return _compiled(paper, "1.7", ignore_system_fonts=False)


def _compiled(paper: Paper, standards: Literal["ua-1", "1.7"], *, ignore_system_fonts: bool) -> bytes:
    sheet = str(SHEETS / f"{paper.sheet}.typ")
    compiler = typst.Compiler(sheet, str(SHEETS), font_paths=[str(FONTS)], ignore_system_fonts=ignore_system_fonts)
    made_on = paper.made_on
    told = {
        "title": paper.title,
        "made_on": [made_on.year, made_on.month, made_on.day],
        "tokens": dict(TOKENS),
        "pictures": dict(paper.pictures),
        "says": dict(paper.says),
    }
    pdf = compiler.compile(format="pdf", sys_inputs={"paper": json.dumps(told)}, pdf_standards=standards)
    if not isinstance(pdf, bytes):
        raise TypeError("a sheet becomes one file")
    return pdf
