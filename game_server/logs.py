"""Logs: one JSON line each, on the error output, with ids only; an exception's own values stay out of them."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog


def configure_logs(level: int = logging.INFO) -> None:
    """Write lines of at least this level, for the whole process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            _where_it_failed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def _where_it_failed(_: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say the kind of an exception and the places it came through, never its message: that may quote what somebody typed."""
    if line.pop("exc_info", None):
        kind, _error, trace = sys.exc_info()
        line["exception"] = kind.__name__ if kind else "?"
        line["places"] = [f"{one.filename.rsplit('/', 3)[-1]}:{one.lineno}" for one in traceback.extract_tb(trace)][-8:]
    return line
