"""Three phones hold different pieces of one mission, put them together, win an éclat and read the day's recap.

Spec: K8 V6 V8 V9
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.end_to_end.browser.house import Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, knock, press, reads, says

Pages = Callable[[], Page]
RIGHT = "Deux semaines, pour découvrir. Idriss la suit."
WRONG = "Deux mois d’un coup, pour découvrir. Idriss la suit."
OFFER = "Essayer un métier en vrai"
PIECES = 12


@dataclass
class Player:
    """One phone at the table, and all that its sockets were sent."""

    name: str
    page: Page
    heard: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda text: self.heard.append(str(text)))

    def pieces(self) -> list[str]:
        """What stands on this phone's own pane, once it has come."""
        expect(self.page.locator("section.mine p:not(.label)")).to_have_count(PIECES // 3)
        return [
            text.split(" · ")[0].strip() for text in self.page.locator("section.mine p:not(.label)").all_inner_texts()
        ]


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    return group("Écluse")


@pytest.fixture
def three(phone: Pages, table: Table) -> list[Player]:
    """Three phones in the first mission."""
    players = [Player(name, phone()) for name in ("Inaya", "Yanis", "Lou")]
    for player in players:
        player.listen()
        knock(player.page, table.entrance, player.name)
        table.admit(player.name)
    table.act("open_day", day=1)
    for player in players:
        press(player.page, "Commencer")
    return players


def test_three_phones_win_an_eclat_then_another_and_read_the_recap(
    three: list[Player], table: Table, look: Looker
) -> None:
    _each_holds_its_own(three, look)
    _all_is_read(three)
    _a_wrong_choice_pauses_its_proposer_alone(three, look)
    _a_second_voice_confirms(three, look)
    _the_eclat_opens_an_offer(three[0].page, look)
    _the_riddle(three, look)
    table.act("end_day", day=1)
    _the_recap(three[0].page, look)
    _the_side_screens(three[0].page, look)


def _each_holds_its_own(three: list[Player], look: Looker) -> None:
    held = {player.name: player.pieces() for player in three}
    assert len({piece for pieces in held.values() for piece in pieces}) == PIECES
    look(three[0].page, "1-my-pieces")
    for player in three:
        others = [piece for name, pieces in held.items() if name != player.name for piece in pieces]
        sent = " ".join([*player.heard, player.page.content()])
        assert [piece for piece in others if piece in sent] == []
        assert all(piece in sent for piece in held[player.name])


def _all_is_read(three: list[Player]) -> None:
    for player in three:
        for read in range(1, PIECES // 3 + 1):
            press(player.page, "Je l’ai lue")
            if (player, read) != (three[-1], PIECES // 3):
                expect(player.page.locator("section.mine").get_by_text("· lue")).to_have_count(read)
        if player is not three[-1]:
            says(player.page, "Le choix s’ouvre quand toutes les vitres sont lues.")
    for player in three:
        reads(player.page, "Quelle fiche Lison peut-elle signer")


def _propose(page: Page, option: str) -> None:
    page.get_by_text(option, exact=True).click()
    press(page, "Proposer ce choix")


def _a_wrong_choice_pauses_its_proposer_alone(three: list[Player], look: Looker) -> None:
    look(three[0].page, "2-options")
    _propose(three[0].page, WRONG)
    look(three[0].page, "3-proposed")
    reads(three[1].page, WRONG)
    look(three[1].page, "4-to-confirm")
    press(three[1].page, "Je confirme")
    for player in three:
        says(player.page, "C’est trop long. Qui a la pièce sur la durée")
        expect(player.page.get_by_role("radio", name=WRONG)).to_be_disabled()


def _a_second_voice_confirms(three: list[Player], look: Looker) -> None:
    _propose(three[2].page, RIGHT)
    expect(button(three[2].page, "Je confirme")).to_have_count(0)
    reads(three[1].page, RIGHT)
    press(three[1].page, "Je confirme")
    for player in three:
        says(player.page, "Confirmé à deux.")
        says(player.page, "Trois signatures en bas de la page.")
    look(three[1].page, "5-confirmed")


def _the_eclat_opens_an_offer(page: Page, look: Looker) -> None:
    press(page, "Continuer")
    says(page, "Un éclat de plus, confirmé à deux.")
    look(page, "6-eclat")
    page.get_by_role("button", name=re.compile(OFFER)).click()
    reads(page, OFFER)
    look(page, "7-offer")
    press(page, "Utile pour moi")
    says(page, "Rangée dans «\u00a0utile pour moi\u00a0».")
    press(page, "Revenir aux offres")


def _the_riddle(three: list[Player], look: Looker) -> None:
    first, second = three[0].page, three[1].page
    press(second, "Continuer")
    press(second, "Continuer")
    for page in (first, second):
        reads(page, "La clé de Firmin")
        press(page, "Commencer")
        page.get_by_label("La réponse du groupe").wait_for()
    look(first, "8-riddle")
    first.get_by_label("La réponse du groupe").fill("lout")
    press(first, "Envoyer")
    says(first, "Ça, ce sont les lettres des questions interdites.")
    look(first, "9-near")
    first.get_by_label("La réponse du groupe").fill("Les AMARRES !")
    press(first, "Envoyer")
    reads(second, "amarre")
    look(second, "10-half-lit")
    press(second, "Je confirme")
    says(second, "Le coffre s’ouvre.")


def _the_recap(page: Page, look: Looker) -> None:
    for _ in range(2):
        press(page, "Continuer")
    reads(page, "Jour 1, c’est fait.")
    look(page, "11-evening")
    press(page, "Voir le récap")
    reads(page, "Deux éclats de plus.")
    says(page, "On a fait une place à quelqu’un, juste pour essayer.")
    says(page, f"Offre : {OFFER}")
    look(page, "12-recap")
    page.go_back()


def _the_side_screens(page: Page, look: Looker) -> None:
    press(page, "Nos offres")
    reads(page, "Nos offres")
    says(page, "2 offres découvertes sur 5.")
    look(page, "13-offers")
    press(page, "Retour")
    page.get_by_role("button", name="Voir les vitres du jour").click()
    reads(page, "Les vitres du jour 1")
    look(page, "14-panes")
    press(page, "Retour")
    page.get_by_role("button", name=re.compile("Voir qui est là")).click()
    reads(page, "Qui est là")
    look(page, "15-people")
    press(page, "Retour")
    press(page, "Ma place")
    reads(page, "Inaya, c’est ta place.")
    look(page, "16-my-place")
