"""Secrets that we must give back to other servers, sealed before they reach the database."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class SecretBox:
    """Seals and opens texts with the installation's secret."""

    def __init__(self, key: str) -> None:
        """Derive a key of this use alone, so that one setting may serve several uses."""
        derived = HKDF(SHA256(), 32, salt=None, info=b"eclats.calendar-accounts").derive(key.encode())
        self._fernet = Fernet(urlsafe_b64encode(derived))

    def seal(self, text: str) -> str:
        """Encrypt and authenticate."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Decrypt; `cryptography.fernet.InvalidToken` under another key."""
        return self._fernet.decrypt(sealed.encode()).decode()
