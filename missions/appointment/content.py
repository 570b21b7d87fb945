"""What an author writes for the appointment that each one takes, or not."""

from typing import Annotated

from pydantic import Field

from missions.authoring import Content, Sentence


class Appointment(Content):
    """A private, voluntary moment: a slot, a call-back or « pas maintenant »; the kind never knows which."""

    intro: Sentence
    prompts: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=3)]
    """Three things one may want to say to one's counsellor."""
    after: Sentence
