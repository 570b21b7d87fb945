"""A running server, two structures in it, their staff, a group each, and seats."""

from dataclasses import dataclass, field
from typing import Any

from game_server.application.accounts import Founded
from game_server.entrypoints.parts import Parts
from tests.http.browser import Browser

PASSWORD = "un train pour demain"
PIN = "402917"
FIRST_DAY = "2027-03-03"
ROLES = {"facilitator": ["facilitator"], "counsellor": ["counsellor"], "manager": ["manager"]}


@dataclass
class House:
    """One structure: `lead` has every role, `staff` one each; its group's door is open."""

    town: "Town"
    founded: Founded
    lead: Browser
    staff: dict[str, Browser] = field(default_factory=dict)
    group: dict[str, Any] = field(default_factory=dict)
    door: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The address of its group."""
        return f"/api/groups/{self.group['id']}"

    async def new_group(self, name: str = "Le quai", pack: str = "maison", **more: Any) -> dict[str, Any]:
        """Create a group."""
        body = {"name": name, "site": str(self.founded.site.id), "pack": pack, "edition": 1, "first_day": FIRST_DAY}
        created: dict[str, Any] = await self.lead.post("/api/groups", body | more)
        return created

    async def join(self, first_name: str, pin: str = PIN) -> "Young":
        """Join by the door on a phone of one's own."""
        phone = self.town.browser()
        entered = await phone.post("/api/join", {"code": self.door["code"], "first_name": first_name, "pin": pin})
        return Young(phone, entered["seat"], entered)

    async def play(self, *young: "Young") -> None:
        """Admit these and open day one."""
        console = await self.lead.open(f"/ws/console/{self.group['id']}")
        await console.hello()
        for one in young:
            assert (await console.submit({"type": "admit_seat", "seat": one.seat}))["type"] == "receipt"
        assert (await console.submit({"type": "open_day", "day": 1}))["type"] == "receipt"
        await console.close()


@dataclass
class Young:
    """A young person: a phone and a seat."""

    phone: Browser
    seat: str
    entered: dict[str, Any]

    @property
    def path(self) -> str:
        """The address of the seat."""
        return f"/api/seats/{self.seat}"


class Town:
    """Everything behind one address."""

    def __init__(self, address: str, parts: Parts, opened: list[Browser]) -> None:
        self.address, self.parts, self._opened = address, parts, opened

    def browser(self, origin: str | None = "", address: str | None = None) -> Browser:
        """A new browser."""
        browser = Browser(address or self.address, origin)
        self._opened.append(browser)
        return browser

    async def house(self, name: str) -> House:
        """Found a structure, open its accounts, create its group and open the door."""
        founded = await self.parts.accounts.found(
            name, address="5 rue des Lilas", time_zone="Europe/Paris", holiday_profile="metropole"
        )
        lead = self.browser()
        await self.open_account(lead, founded.code, f"{name}@exemple.fr")
        house = House(self, founded, lead)
        house.group = await house.new_group()
        house.door = await lead.post(f"{house.path}/door")
        return house

    async def hire(self, house: House, role: str) -> Browser:
        """Invite somebody with one role only."""
        code = (await house.lead.post("/api/staff/invite", {"roles": [role]}))["code"]
        house.staff[role] = self.browser()
        await self.open_account(house.staff[role], code, f"{role}.{house.founded.structure.name}@exemple.fr")
        return house.staff[role]

    @staticmethod
    async def open_account(browser: Browser, code: str, email: str) -> Any:
        """Open an account."""
        body = {"code": code, "name": "Léa Morel", "email": email, "password": PASSWORD}
        return await browser.post("/api/staff/open-account", body)
