"""Staff sessions over HTTP: opened by what one knows, flagged as they should be, closed at once."""

from tests.http.browser import refused
from tests.http.town import PASSWORD, House, Town

EMAIL = "lille@exemple.fr"


async def test_the_staff_cookie_is_read_by_no_script_and_sent_by_no_other_site(house: House, town: Town):
    browser = town.browser()
    await browser.post("/api/staff/sign-in", {"email": EMAIL, "password": PASSWORD})
    (line,) = browser.set_cookies
    name, *flags = line.split("; ")
    assert name.startswith("__Host-eclats-staff=")
    assert {"HttpOnly", "Secure", "Path=/", "SameSite=lax"} <= set(flags)
    assert not any(flag.startswith("Domain") for flag in flags)


async def test_a_session_planted_before_signing_in_is_not_the_one_that_is_opened(house: House, town: Town):
    attacker = dict(house.lead.cookies)
    victim = town.browser()
    victim.cookies |= attacker
    await victim.post("/api/staff/sign-in", {"email": EMAIL, "password": PASSWORD})
    assert set(victim.cookies) == set(attacker)
    assert victim.cookies != attacker


async def test_signing_out_closes_the_session_on_the_server(house: House, town: Town):
    copied = town.browser()
    copied.cookies |= house.lead.cookies
    await house.lead.post("/api/staff/sign-out")
    refused(await copied.ask("GET", "/api/staff/me"), "signed_out", 401)
    refused(await house.lead.ask("POST", "/api/staff/sign-out"), "signed_out", 401)


async def test_a_player_s_token_in_the_staff_cookie_opens_no_staff_page(house: House, town: Town):
    inaya, forged = await house.join("Inaya"), town.browser()
    (token,) = inaya.phone.cookies.values()
    forged.cookies["__Host-eclats-staff"] = token
    refused(await forged.ask("GET", "/api/groups"), "signed_out", 401)


async def test_an_unknown_address_and_a_wrong_password_are_told_alike(house: House, town: Town):
    answers = [
        await town.browser().ask("POST", "/api/staff/sign-in", {"email": email, "password": "une autre phrase"})
        for email in (EMAIL, "personne@exemple.fr")
    ]
    assert refused(answers[0], "wrong_password", 401) == refused(answers[1], "wrong_password", 401)


async def test_an_invitation_opens_one_account_with_its_roles(house: House, town: Town):
    code = (await house.lead.post("/api/staff/invite", {"roles": ["counsellor"]}))["code"]
    karim = town.browser()
    account = await town.open_account(karim, code, "karim@exemple.fr")
    assert (account["roles"], account["structure"]["name"]) == (["counsellor"], "lille")
    body = {"code": code, "name": "Zoé", "email": "zoe@exemple.fr", "password": PASSWORD}
    refused(await town.browser().ask("POST", "/api/staff/open-account", body), "code_gone", 401)
    refused(await house.lead.ask("POST", "/api/staff/invite", {"roles": []}), "bad_roles", 422)
    refused(await house.lead.ask("POST", "/api/staff/invite", {"roles": ["admin"]}), "unreadable", 422)


async def test_a_new_password_closes_the_other_sessions(house: House, town: Town):
    colleague = await town.hire(house, "facilitator")
    me = await colleague.get("/api/staff/me")
    code = (await house.lead.post(f"/api/colleagues/{me['id']}/password"))["code"]
    fresh = town.browser()
    await fresh.post("/api/staff/password", {"code": code, "password": "une tout autre phrase"})
    refused(await colleague.ask("GET", "/api/staff/me"), "signed_out", 401)
    assert (await fresh.get("/api/staff/me"))["id"] == me["id"]


async def test_a_disabled_account_is_out_at_once(house: House, town: Town):
    colleague = await town.hire(house, "facilitator")
    me = await colleague.get("/api/staff/me")
    await house.lead.post(f"/api/colleagues/{me['id']}/disable")
    refused(await colleague.ask("GET", "/api/staff/me"), "signed_out", 401)
    own = (await house.lead.get("/api/staff/me"))["id"]
    refused(await house.lead.ask("POST", f"/api/colleagues/{own}/disable"), "not_oneself", 403)
    assert [one["disabled"] for one in await house.lead.get("/api/colleagues") if one["id"] == me["id"]] == [True]


async def test_the_packs_and_sites_are_listed(house: House):
    packs = await house.lead.get("/api/packs")
    assert [(one["pack"], one["edition"], len(one["days"])) for one in packs] == [("maison", 1, 2), ("petit", 1, 2)]
    (site,) = await house.lead.get("/api/sites")
    assert (site["name"], site["time_zone"]) == ("lille", "Europe/Paris")
