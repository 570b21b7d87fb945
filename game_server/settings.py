"""The settings of one server, read once from the environment; a bad one is refused at start, by name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SHORTEST_SECRET = 32


class Settings(BaseSettings):
    """Every setting, its meaning and its default. All names carry the prefix ECLATS_, but the two store addresses."""

    model_config = SettingsConfigDict(env_prefix="ECLATS_", extra="ignore")

    data: Annotated[
        Path, Field(description="dossier des données (base et progression embarquées, courrier de démonstration)")
    ] = Path("var/eclats")
    database_url: Annotated[
        str | None, Field(alias="DATABASE_URL", description="PostgreSQL 15+ de la structure ; vide : embarqué")
    ] = None
    redis_url: Annotated[
        str | None, Field(alias="REDIS_URL", description="Redis 7+ ou Valkey 8+ de la structure ; vide : embarqué")
    ] = None
    host: Annotated[str, Field(description="adresse d’écoute")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="port d’écoute ; 0 : libre")] = 8025
    processes: Annotated[int, Field(ge=1, le=64, description="nombre de processus serveur")] = 1
    public_url: Annotated[str, Field(description="adresse publique, https://… en production")] = ""
    secret: Annotated[
        str, Field(description="secret de signature, 32 signes au moins ; vide : tiré et gardé dans le dossier")
    ] = ""
    smtp_url: Annotated[
        str, Field(description="smtp://nom:mot-de-passe@serveur:port (ou smtps://) ; vide : le courrier attend")
    ] = ""
    imap_url: Annotated[
        str,
        Field(description="imaps://nom:mot-de-passe@serveur:993/INBOX, où arrivent les réponses ; vide : non lues"),
    ] = ""
    sms_url: Annotated[
        str, Field(description="https://jeton@serveur/chemin de la passerelle de SMS ; vide : pas de SMS")
    ] = ""
    mail_from: Annotated[str, Field(description="adresse d’expédition des rendez-vous")] = "rendez-vous@localhost"

    @field_validator("database_url")
    @classmethod
    def _a_database(cls, url: str | None) -> str | None:
        if url and not url.startswith("postgresql://"):
            raise ValueError("commence par postgresql://, comme postgresql://compte:mot-de-passe@serveur/base")
        return url or None

    @field_validator("redis_url")
    @classmethod
    def _a_redis(cls, url: str | None) -> str | None:
        if url and not url.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("commence par redis://, rediss:// ou unix://, comme redis://:mot-de-passe@serveur:6379/0")
        return url or None

    @field_validator("secret")
    @classmethod
    def _long_enough(cls, secret: str) -> str:
        if secret and len(secret) < SHORTEST_SECRET:
            raise ValueError(f"au moins {SHORTEST_SECRET} signes")
        return secret

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("commence par https:// (ou http:// sur cette machine)")
        return url.rstrip("/")


TROUBLES = {
    "int_parsing": "un nombre entier est attendu",
    "greater_than_equal": "un nombre d’au moins {ge} est attendu",
    "less_than_equal": "un nombre d’au plus {le} est attendu",
}


class BadSettingsError(Exception):
    """A setting cannot be used; `args[0]` names it and says what to do, in French."""


def read_settings() -> Settings:
    """The settings from the environment. Raises BadSettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"  {_name(problem['loc'])} : {_trouble(problem)}" for problem in error.errors()]
        raise BadSettingsError("Réglages à corriger, puis relancez :\n" + "\n".join(lines)) from error


def _trouble(problem: Mapping[str, Any]) -> str:
    kind, limits = str(problem["type"]), problem.get("ctx", {})
    if kind == "value_error":
        return str(limits["error"])
    return TROUBLES.get(kind, "cette valeur ne convient pas").format_map(limits)


def _name(place: tuple[int | str, ...]) -> str:
    name = str(place[0]) if place else "?"
    return name if name in ("DATABASE_URL", "REDIS_URL") else f"ECLATS_{name.upper()}"
