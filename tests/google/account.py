"""The service account's key, and the tokens that are given for what it signed."""

import base64
import binascii
import functools
import json
import secrets
import time
from urllib.parse import parse_qs

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.google.refusal import of_token

PROJECT = "monev-uji"
EMAIL = f"dasbor@{PROJECT}.iam.gserviceaccount.com"
KEY_ID = "5d0c1c4ab6e84c1f9b0a7d21f3a96e4485b7c012"
TOKEN_URI = "https://oauth2.googleapis.com/token"  # noqa: S105
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
#: Seconds that a token holds.
LIFETIME = 3599
#: Seconds by which the clocks may differ.
SKEW = 300

READ, WRITE, LOOK = (
    f"https://www.googleapis.com/auth/{name}"
    for name in ("spreadsheets.readonly", "spreadsheets", "drive.metadata.readonly")
)
SCOPES = {READ, WRITE, LOOK}


@functools.cache
def _private_key():
    # Half as long as Google's: each command looks at it anew, and that takes as long as all else that it asks.
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505


def key() -> dict[str, str]:
    """The content of the account's key file, the same for the whole process."""
    return key_file(_private_key())


def key_file(private: rsa.RSAPrivateKey) -> dict[str, str]:
    """A key file of the account with any private key, so that a wrong one can be tried too."""
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return {
        "type": "service_account",
        "project_id": PROJECT,
        "private_key_id": KEY_ID,
        "private_key": pem.decode(),
        "client_email": EMAIL,
        "client_id": "104857600000000000001",
        "auth_uri": "https://accounts.google.com/o/oauth2/auth",
        "token_uri": TOKEN_URI,
        "auth_provider_x509_cert_url": "https://www.googleapis.com/oauth2/v1/certs",
        "client_x509_cert_url": f"https://www.googleapis.com/robot/v1/metadata/x509/{EMAIL.replace('@', '%40')}",
        "universe_domain": "googleapis.com",
    }


class Tokens:
    """The access tokens that were given and still hold, each with its scopes."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[float, frozenset[str]]] = {}

    def give(self, body: bytes) -> dict:
        """The answer to a token request (a form with a signed assertion). Raises Refusal."""
        form = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
        if form.get("grant_type") != GRANT:
            raise of_token(400, "unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type", ""))
        scopes = _verified(form.get("assertion", ""))
        token = "ya29.c." + secrets.token_urlsafe(48)
        self._given[token] = (time.monotonic() + LIFETIME, scopes)
        return {"access_token": token, "expires_in": LIFETIME, "token_type": "Bearer"}

    def scopes(self, authorization: str) -> frozenset[str] | None:
        """What the bearer of an Authorization header may do; None if the token does not hold."""
        kind, _, token = authorization.partition(" ")
        until, scopes = self._given.get(token.strip(), (0.0, frozenset()))
        return scopes if kind == "Bearer" and until > time.monotonic() else None

    def revoke(self) -> None:
        """Let no token hold any longer."""
        self._given.clear()


def _verified(assertion):
    """The scopes of an assertion, after its signature, issuer, audience, times and scopes were found good."""
    try:
        head, claims, signature = assertion.split(".")
        header, claim = json.loads(_decoded(head)), json.loads(_decoded(claims))
        if header["alg"] != "RS256" or header.get("kid") != KEY_ID:
            raise of_token(400, "invalid_grant", "Invalid JWT Signature.")
        signed, proof = f"{head}.{claims}".encode(), _decoded(signature)
        _private_key().public_key().verify(proof, signed, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise of_token(400, "invalid_grant", "Invalid JWT Signature.") from None
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise of_token(400, "invalid_request", "Bad Request") from None
    if claim.get("iss") != EMAIL:
        raise of_token(400, "invalid_grant", "Invalid grant: account not found")
    if claim.get("aud") != TOKEN_URI:
        raise of_token(400, "invalid_grant", "Invalid JWT: Failed audience check.")
    start, end, now = claim.get("iat", 0), claim.get("exp", 0), time.time()
    if not (start - SKEW <= now <= end + SKEW and 0 < end - start <= 3600):
        message = "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
        raise of_token(400, "invalid_grant", message + " Check your iat and exp values in the JWT claim.")
    scopes = frozenset(str(claim.get("scope", "")).split())
    if not scopes or not scopes <= SCOPES:
        raise of_token(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.")
    return scopes


def _decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
