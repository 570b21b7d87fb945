"""The web application of one process: its routes, its handlers and its guard, over the parts it is given."""

from fastapi import APIRouter, FastAPI
from fastapi.telemetry import TelemetryConfig

from game_server.entrypoints import (
    accepted_answers,
    appointments,
    calendar_feed,
    console_hours,
    console_needs,
    console_past,
    console_plan,
    console_training,
    counsellor,
    counsellor_calendar,
    counsellor_hours,
    counsellor_reasons,
    errors,
    group_people,
    groups,
    joining,
    own_appointments,
    papers,
    photos,
    players,
    staff,
)
from game_server.entrypoints.pages import page_routes
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.security import Guard
from game_server.entrypoints.socket import socket_routes
from game_server.entrypoints.stories import story_routes

ROUTERS = (
    joining.router,
    players.router,
    appointments.router,
    own_appointments.router,
    calendar_feed.router,
    staff.router,
    groups.router,
    accepted_answers.router,
    group_people.router,
    photos.sending,
    photos.router,
    papers.own,
    papers.router,
    console_needs.own,
    console_needs.router,
    console_past.router,
    console_plan.router,
    console_training.router,
    console_hours.router,
    counsellor.router,
    counsellor_calendar.router,
    counsellor_hours.router,
    counsellor_reasons.router,
)
NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""Nothing of a request leaves this process, whatever the machine's environment asks for."""


def create_app(parts: Parts, *more: APIRouter) -> FastAPI:
    """Join the routes, and those that the demonstration adds; the application keeps nothing but `parts`."""
    app = FastAPI(
        title="Éclats",
        openapi_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
    )
    app.state.parts = parts
    errors.install(app)
    app.include_router(socket_routes(parts))
    for router in (*ROUTERS, *more):
        app.include_router(router)
    app.include_router(story_routes(parts))
    app.include_router(page_routes(parts))
    app.add_middleware(Guard, access=parts.access)
    return app
