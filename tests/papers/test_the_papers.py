"""What the papers say and how they are made, read from the printed files.

Spec: V1 F1
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from game_server.adapters.typst.printer import TypstPrinter
from game_server.application.papers.attendance import attestation, hours_paper
from game_server.application.papers.door import Address, door_cards, door_poster, personal_card, verriere_poster
from game_server.application.papers.keepsake import keepsake_paper
from game_server.application.papers.paper import Paper
from game_server.application.papers.recap import recap_paper
from game_server.application.papers.tokens import TOKENS
from game_server.application.refusals import RefusedRequest
from game_server.core.ids import SeatId
from game_server.entrypoints.qr import qr
from tests.papers.reading import opened, roles_of, text_of
from tests.papers.scenes import DOOR, FIRST_DAY, HOSTILE, SEAT, group, scene, seated, sheet

DOOR_URL = "https://eclats.exemple.fr/entrer/H7KM2PQX"
AT_THE_DOOR = Address(DOOR_URL, qr(DOOR_URL))
MARKS = {"offer/alternance": "useful", "offer/cej": "later", "offer/mobilite": "nonsense"}
ONE_PAGE = ("recap_of_a_day", "door_cards", "door_poster", "personal_card", "attestation", "verriere", "hours")
MOST_BYTES = 200_000
TOKENS_CSS = Path(__file__).parents[2] / "web_client/src/kit/tokens.css"


@cache
def papers() -> dict[str, Paper]:
    return {
        "recap_of_a_day": recap_paper(scene(3), "Inaya", 3),
        "recap_of_all": recap_paper(scene(10), "Inaya", None),
        "keepsake": keepsake_paper(seated(scene(10)), SeatId(str(SEAT)), "Inaya", MARKS),
        "door_cards": door_cards(group(), DOOR, AT_THE_DOOR),
        "door_poster": door_poster(group(), DOOR, AT_THE_DOOR),
        "personal_card": personal_card(group(), "Inaya", AT_THE_DOOR, FIRST_DAY),
        "attestation": attestation(sheet(), SEAT),
        "hours": hours_paper(sheet(people=4)),
        "verriere": verriere_poster(scene(7), named=True),
    }


@cache
def printed(name: str) -> bytes:
    return TypstPrinter().print(papers()[name])


@pytest.mark.parametrize("name", papers())
def test_every_paper_is_tagged_in_french_with_a_title_and_light_to_send(name: str):
    reader = opened(printed(name))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "fr-FR"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert reader.metadata.title == papers()[name].title
    assert ("Figure" if name == "door_cards" else "H1") in roles_of(printed(name))
    assert b"pdfuaid" in (root["/Metadata"].get_object().get_data())
    assert len(printed(name)) < MOST_BYTES


@pytest.mark.parametrize("name", ONE_PAGE)
def test_what_is_promised_on_one_page_is_on_one_page(name: str):
    assert len(opened(printed(name)).pages) == 1


@pytest.mark.parametrize("name", papers())
def test_the_same_paper_is_the_same_bytes(name: str):
    again = TypstPrinter().print(papers()[name])
    assert again == printed(name)
    assert papers()[name].made_on.strftime("D:%Y%m%d").encode() in again


@pytest.mark.parametrize("name", papers())
def test_no_space_can_break_before_a_high_sign(name: str):
    pages = " ".join(page.extract_text() for page in opened(printed(name)).pages)
    assert not re.search(r"[^\W\d_] [?!:;»]", pages)


def test_the_pictures_have_words():
    assert {"Figure", "H1", "H2", "L"} <= roles_of(printed("recap_of_a_day"))
    assert {"Table", "TH", "TD"} <= roles_of(printed("attestation"))


def test_the_recap_of_a_day_tells_its_acts_its_offers_and_the_path_and_no_other_day():
    text, scenario = text_of(printed("recap_of_a_day")), scene(3).rules.scenario
    third = scenario.days[2]
    for mission in third.missions:
        assert mission.act.replace("\N{NO-BREAK SPACE}", " ") in text
        assert scenario.offers[mission.offer].title in text
    assert "Inaya, voici ce que vous avez fait ensemble." in text
    assert all(step in text for step in ("Accueil", "Tes besoins", "Ton projet", "Des essais", "Emploi ou formation"))
    assert scenario.days[0].missions[0].act not in text


def test_the_recap_of_everything_names_what_waits_without_a_reproach():
    text = text_of(printed("recap_of_all"))
    waiting = scene(10).rules.scenario.days[1].missions[1].title
    assert f"À reprendre, dix minutes : {waiting}." in text
    assert all(f"Jour {number} ·" in text for number in range(1, 11))


@pytest.mark.parametrize("day", [4, 11])
def test_a_day_that_is_not_over_has_no_recap(day: int):
    with pytest.raises(RefusedRequest) as refusal:
        recap_paper(scene(3), "Inaya", day)
    assert refusal.value.code == "recap_not_ready"


def test_the_keepsake_sorts_the_offers_as_their_owner_did():
    text, offers = text_of(printed("keepsake")), scene(10).rules.scenario.offers
    shelves = [text.index(one) for one in ("Utile pour moi", "Plus tard", "Les autres portes, ouvertes aussi")]
    titles = {
        str(one.id): text.index(one.title, shelves[0]) for one in offers.values() if one.title in text[shelves[0] :]
    }
    assert shelves[0] < titles["alternance"] < shelves[1] < titles["cej"] < shelves[2]
    assert sum(place > shelves[2] for place in titles.values()) >= 20
    assert offers["alternance"].facts[0] in text
    assert offers["cej"].facts[0] not in text


def test_a_bravo_received_twice_stands_once_without_a_number():
    assert text_of(printed("keepsake")).count("Tu as posé la question qu’il fallait.") == 1


def test_there_is_no_keepsake_before_the_end():
    with pytest.raises(RefusedRequest) as refusal:
        keepsake_paper(seated(scene(9)), SeatId(str(SEAT)), "Inaya", {})
    assert refusal.value.code == "keepsake_not_ready"


def test_twelve_cards_stand_on_the_page_each_with_the_group_its_code_and_the_way_back():
    text = text_of(printed("door_cards"))
    assert text.count("KRTW82HM") == 12
    assert text.count("Mon prénom, ou un surnom") == 12
    assert text.count("eclats.exemple.fr") == 12
    assert text.count("jusqu’à 14 h 15") == 12
    assert "H7KM2PQX" not in text


def test_the_poster_says_the_address_that_its_qr_holds():
    assert "eclats.exemple.fr/entrer/H7KM2PQX" in text_of(printed("door_poster"))


def test_a_personal_card_shows_neither_its_token_nor_the_group_s_code():
    url = "https://eclats.exemple.fr/#carte=0123456789abcdef"
    text = text_of(TypstPrinter().print(personal_card(group(), "Inaya", Address(url, qr(url)), FIRST_DAY)))
    assert "Inaya" in text
    assert "0123456789abcdef" not in text
    assert "KRTW82HM" not in text


def test_the_picture_for_the_wall_shows_no_name_but_the_group_s_and_no_count():
    assert text_of(printed("verriere")).replace("La verrière du groupe Halage", "").split() == ["Halage"]
    nameless = verriere_poster(scene(7), named=False)
    assert "Halage" not in text_of(TypstPrinter().print(nameless)) + nameless.title
    assert (
        TOKENS["maintenant"] + '" stroke-width="4' not in nameless.pictures["verriere"].split('<path d="M-16 226H')[0]
    )


def test_the_attestation_counts_days_and_weeks_and_leaves_the_story_out():
    text = text_of(printed("attestation"))
    for told in ("Mission Locale de Lille", "Benali", "59-2027-0142", "mercredi 3 mars 2027", "samedi 6 mars 2027"):
        assert told in text
    assert "Semaine 9, du 1er mars 2027 au 7 mars 2027 5 h 56 2 h 30 8 h 26" in text
    assert "Total 11 h 50 2 h 30 14 h 20" in text
    assert "1 h 25 relevées. Motif : Téléphone déchargé, présente toute la séance" in text
    assert "Absence excusée" in text
    assert not any(word in text for word in ("OPALE", "Tempo", "Éclats", "éclat", "verrière"))


def test_a_weekend_outing_is_voluntary_and_its_absence_is_not_written():
    text = text_of(printed("attestation"))
    assert re.search("samedi 6 mars 2027 2 h 30 Sortie volontaire", text)
    assert "dimanche 7 mars 2027" not in text


def test_an_attestation_waits_for_the_surname_and_takes_the_civil_first_name():
    with pytest.raises(RefusedRequest) as refusal:
        attestation(sheet(surname=None), SEAT)
    assert refusal.value.code == "surname_missing"
    text = text_of(TypstPrinter().print(attestation(sheet(first_name="Naya"), SEAT, "Inaya-Rose")))
    assert "Inaya-Rose" in text
    assert "Naya " not in text.replace("Inaya-Rose", "")


@pytest.mark.parametrize("name", [HOSTILE, "W" * 60, "Ліна та Олена", "ليلى", "#panic()", "a\u202eb", "李雷 ก"])
def test_a_hostile_name_is_printed_as_it_is(name: str):
    paper = door_poster(group(name), DOOR, AT_THE_DOOR)
    pdf = TypstPrinter().print(paper)
    metadata = opened(pdf).metadata
    assert metadata is not None
    assert metadata.title == f"Entrée du groupe {name}"
    assert len(opened(pdf).pages) == 1
    if name.isascii():
        assert name.replace(" ", "") in text_of(pdf).replace(" ", "")


@pytest.mark.parametrize("sheet_name", ["recap", "attestation", "personal_card", "door_cards"])
def test_markup_in_a_first_name_a_surname_or_a_reason_stays_text(sheet_name: str):
    hostile = "#box[*x*] $y$ @z <w> `v`"
    paper = {
        "recap": lambda: recap_paper(scene(2, name=hostile), hostile, 2),
        "attestation": lambda: attestation(sheet(surname=hostile, first_name=hostile), SEAT),
        "personal_card": lambda: personal_card(group(hostile), hostile, AT_THE_DOOR, FIRST_DAY),
        "door_cards": lambda: door_cards(group(hostile), DOOR, AT_THE_DOOR),
    }[sheet_name]()
    assert hostile in text_of(TypstPrinter().print(paper))


def test_the_papers_have_the_colours_of_the_light_pages():
    css = TOKENS_CSS.read_text("utf-8")
    light = css[css.index("[data-theme='light']") :]
    pages = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css) + re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    assert {name: pages[name] for name in TOKENS} == dict(TOKENS)


def test_a_paper_carries_the_day_of_its_data_and_not_today():
    assert papers()["recap_of_a_day"].made_on == date(2027, 3, 5)
    assert papers()["door_cards"].made_on == FIRST_DAY
