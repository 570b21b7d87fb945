"""The names of things. Each is a string of its own type, so that a seat is never taken for a mission."""

from typing import NewType

GroupId = NewType("GroupId", str)
SeatId = NewType("SeatId", str)
MissionId = NewType("MissionId", str)
StepId = NewType("StepId", str)
OfferId = NewType("OfferId", str)
CharacterId = NewType("CharacterId", str)
WordId = NewType("WordId", str)
DeviceId = NewType("DeviceId", str)
DueId = NewType("DueId", str)
