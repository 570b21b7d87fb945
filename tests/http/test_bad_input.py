"""What a route answers to a request that is wrong: always a code and a sentence, and never more than that."""

from typing import Any

import pytest

from game_server.entrypoints.errors import status_of
from tests.http.browser import Browser, refused
from tests.http.matrix import ROUTES
from tests.http.town import PASSWORD, House, Town


@pytest.fixture
def browser(town: Town) -> Browser:
    return town.browser()


async def test_a_body_over_16_kb_is_refused_however_it_comes(browser: Browser):
    async def pieces() -> Any:
        for _ in range(20):
            yield b"x" * 1024

    for body in (b"x" * 20_000, pieces()):
        answer = await browser.ask("POST", "/api/join", content=body, headers={"content-type": "application/json"})
        refused(answer, "too_large", 413)


async def test_what_is_not_json_is_refused_on_every_route_that_takes_a_body(house: House):
    inaya = await house.join("Inaya")
    for route in (one for one in ROUTES if one.body is not None):
        path = route.at(inaya.seat, group=house.group["id"])
        who = inaya.phone if route.right in ("seat", "known", "anybody") else house.lead
        for content in (b"{", b"\xff\xfe", b"", b"[" * 9000):
            answer = await who.ask(route.method, path, content=content, headers={"content-type": "application/json"})
            assert answer.status_code in (400, 422), (path, content[:9], answer.text)
            assert answer.json()["code"] == "unreadable"


async def test_the_field_that_is_wrong_is_named(browser: Browser):
    right = {"code": "ABCD2345", "first_name": "Inaya", "pin": "402917"}
    for change, field, words in (
        ({"admin": True}, "admin", "n’est pas attendu"),
        ({"pin": None}, "pin", "n’a pas la forme"),
        ({"pin": 402917}, "pin", "n’a pas la forme"),
        ({"first_name": "x" * 200}, "first_name", "n’a pas la forme"),
        ({"first_name": ["Inaya"]}, "first_name", "n’a pas la forme"),
    ):
        answer = refused(await browser.ask("POST", "/api/join", right | change), "unreadable", 422)
        assert answer["details"] == {"field": field}
        assert words in answer["sentence"]
    del right["pin"]
    answer = refused(await browser.ask("POST", "/api/join", right), "unreadable", 422)
    assert "Il manque" in answer["sentence"]


async def test_what_was_typed_never_comes_back_in_a_refusal(browser: Browser):
    typed = {"email": "canari@exemple.fr", "password": ["canari-secret"]}
    answer = await browser.ask("POST", "/api/staff/sign-in", typed)
    assert "canari" not in answer.text


async def test_signs_that_no_store_keeps_are_refused_before_they_reach_one(house: House):
    inaya = await house.join("Inaya")
    nested: Any = "x"
    for _ in range(40):
        nested = [nested]
    for raw in ('{"values": {"a": "\\u0000"}}', '{"values": {"a": "\\ud800"}}', '{"values": {"a": NaN}}'):
        answer = await inaya.phone.ask(
            "PUT", f"{inaya.path}/private", content=raw.encode(), headers={"content-type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "unreadable"), raw
    answer = await inaya.phone.ask("PUT", f"{inaya.path}/private", {"values": {"a": nested}})
    refused(answer, "unreadable", 422)
    refused(await inaya.phone.ask("GET", f"{inaya.path}/private?prefix=%00"), "unreadable", 400)
    refused(await inaya.phone.ask("GET", "/api/door/AB%00CD"), "unreadable", 400)


async def test_a_foreign_origin_changes_nothing_on_any_route(house: House, town: Town):
    inaya = await house.join("Inaya")
    for origin in ("https://ailleurs.exemple", "null", town.address + ".exemple", None):
        inaya.phone.origin = house.lead.origin = origin
        for route in (one for one in ROUTES if one.method != "GET"):
            path = route.at(inaya.seat)
            who = inaya.phone if route.right in ("seat", "known", "anybody") else house.lead
            refused(await who.ask(route.method, path, route.body), "foreign_origin", 403)


async def test_signing_somebody_in_from_another_site_leaves_no_cookie(house: House, town: Town):
    attacker = town.browser(origin="https://ailleurs.exemple")
    body = {"email": "lille@exemple.fr", "password": PASSWORD}
    refused(await attacker.ask("POST", "/api/staff/sign-in", body), "foreign_origin", 403)
    assert attacker.set_cookies == []


async def test_a_body_that_does_not_say_it_is_json_is_refused(browser: Browser):
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = await browser.ask("POST", "/api/card", content=b'{"card": "x"}', headers={"content-type": kind})
        assert (answer.status_code, answer.json()["code"]) == (422, "unreadable")


async def test_an_address_that_leads_nowhere_says_so(browser: Browser):
    refused(await browser.ask("GET", "/api/nulle-part"), "unknown_page", 404)
    refused(await browser.ask("DELETE", "/api/sites"), "wrong_method", 405)
    refused(await browser.ask("GET", "/api/seats/pas-un-id/me"), "unreadable", 422)
    page = await browser.ask("GET", "/nulle-part")
    assert (page.status_code, page.text[:13]) == (404, "Cette adresse")
    for path in ("/docs", "/openapi.json", "/redoc", "/assets/../../settings.py", "/%2e%2e/settings.py"):
        assert (await browser.ask("GET", path)).status_code == 404


async def test_a_fault_of_ours_gives_a_number_and_no_stack(town: Town, browser: Browser, capsys, monkeypatch):
    async def broken(_: str) -> None:
        raise ZeroDivisionError("canari-secret")

    monkeypatch.setattr(town.parts.admission, "look", broken)
    answer = refused(await browser.ask("GET", "/api/door/ABCD2345"), "unexpected", 500)
    said = capsys.readouterr()
    assert answer["details"]["number"] in answer["sentence"]
    assert answer["details"]["number"] in said.out
    assert "ZeroDivisionError" in said.out
    assert "canari" not in answer["sentence"] + said.out + said.err
    assert "Traceback" not in said.out + said.err
    refused(await browser.ask("POST", "/api/card", {"card": "x"}), "unknown_card", 401)


async def test_five_wrong_pins_slow_this_stranger_and_not_the_owner(house: House, town: Town):
    inaya, stranger = await house.join("Inaya"), town.browser()
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": "518203"}
    for _ in range(5):
        refused(await stranger.ask("POST", "/api/return", body), "not_recognised", 401)
    answer = await stranger.ask("POST", "/api/return", body)
    wait = refused(answer, "too_fast", 429)["details"]["wait_seconds"]
    assert answer.headers["retry-after"] == str(wait)
    assert (await inaya.phone.post("/api/return", body | {"pin": "402917"}))["known"]
    await house.lead.post(f"{house.path}/people/{inaya.seat}/unslow")
    refused(await stranger.ask("POST", "/api/return", body), "not_recognised", 401)


def test_a_status_says_what_the_sender_can_do():
    assert [
        status_of(code)
        for code in (
            "signed_out",
            "role_missing",
            "unknown_group",
            "name_taken",
            "bad_pin",
            "hours_not_valid",
            "too_fast",
        )
    ] == [401, 403, 404, 409, 422, 422, 429]
