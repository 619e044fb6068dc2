"""How a message goes: as mail to a server, or as JSON to a gateway. Each try ends in bounded time."""

from __future__ import annotations

import http.client
import json
import smtplib
import ssl
import threading
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from monev import __name__ as product
from monev.run.news.rules import PLAIN, STARTTLS, TLS, Hook, Mail

#: Seconds for one answer, and for the whole of one try: a server that sends a sign now and then gets no more.
PATIENCE, LONGEST = 10, 30
#: What a gateway answers to what it had already, and what may go better the next time.
_HAD, _LATER = 409, (408, 425, 429)


class Later(Exception):
    """It did not go, or nobody knows whether it did; it is tried again. Its text tells an operator why, no secret."""


class Never(Exception):
    """It will never go: whoever takes it refuses it. Its text tells an operator why."""


def send_mail(server: Mail, letter: EmailMessage) -> None:
    """Hand a mail over; when this returns the server has taken it. Raises Later, Never."""
    _bounded(lambda: _mail(server, letter))


def send_hook(gateway: Hook, content: dict[str, Any]) -> None:
    """Hand JSON over; when this returns the gateway has taken it, or had it already. Raises Later, Never."""
    _bounded(lambda: _hook(gateway, content))


def _mail(server: Mail, letter: EmailMessage) -> None:
    try:
        with _connected(server) as connection:
            if server.user:
                _log_in(connection, server)
            connection.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise (Never if code >= 500 else Later)(f"server surel menolak penerima (kode {code})") from None
    except smtplib.SMTPAuthenticationError as error:
        raise Later(f"server surel menolak pengguna dan sandinya (kode {error.smtp_code})") from None
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        permanent = error.smtp_code >= 500 and isinstance(error, smtplib.SMTPDataError)
        raise (Never if permanent else Later)(f"server surel menolak pesan (kode {error.smtp_code})") from None
    except smtplib.SMTPNotSupportedError:
        raise Later("server surel tidak mengenal STARTTLS, masuk dengan sandi, atau alamat ini") from None
    except ssl.SSLError:
        raise Later(
            "sertifikat server surel tidak dapat dipercaya, atau keamanan di [kabar.surel] tidak cocok"
        ) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise Later(f"server surel tidak menjawab sebagaimana mestinya ({type(error).__name__})") from None


def _log_in(connection: smtplib.SMTP, server: Mail) -> None:
    try:
        connection.login(server.user, server.password)
    except smtplib.SMTPServerDisconnected:  # what some do after the second way to say a wrong password
        raise Later("server surel memutus sambungan ketika masuk; periksa pengguna dan sandinya") from None


def _connected(server: Mail) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if server.security == TLS:
        return smtplib.SMTP_SSL(server.server, server.port, timeout=PATIENCE, context=secure)
    connection = smtplib.SMTP(server.server, server.port, timeout=PATIENCE)
    try:
        if server.security == STARTTLS:
            connection.starttls(context=secure)
    except BaseException:
        connection.close()
        raise
    assert server.security in (STARTTLS, PLAIN)  # noqa: S101 - rules.py has seen to it
    return connection


def _hook(gateway: Hook, content: dict[str, Any]) -> None:
    parts = urlsplit(gateway.address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    secure = {"context": ssl.create_default_context()} if parts.scheme == "https" else {}
    body = json.dumps(content, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": content["id"],
               "User-Agent": product} | ({"Authorization": f"Bearer {gateway.key}"} if gateway.key else {})  # fmt: skip
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = kind(parts.hostname, parts.port, timeout=PATIENCE, **secure)
    try:
        connection.request("POST", path, body, headers)
        status = connection.getresponse().status  # what else it says is not waited for
    except ssl.SSLError:
        raise Later("sertifikat webhook tidak dapat dipercaya") from None
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise Later(f"webhook tidak menjawab sebagaimana mestinya ({type(error).__name__})") from None
    finally:
        connection.close()
    if 200 <= status < 300 or status == _HAD:
        return
    if 300 <= status < 500 and status not in _LATER:
        # A wrong key or address is put right by the operator, and then it goes; what is refused itself never does.
        raise (Never if status in (400, 404, 410, 413, 422) else Later)(f"webhook menolak (kode {status})")
    raise Later(f"webhook sedang terganggu (kode {status})")


def _bounded(work: Callable[[], None]) -> None:
    """Do it in a thread of its own and wait for it no longer than LONGEST seconds."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LONGEST)
    if thread.is_alive():
        raise Later(f"belum selesai sesudah {LONGEST} detik")
    if failed:
        raise failed[0]
