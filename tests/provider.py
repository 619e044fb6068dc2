"""An identity provider on loopback that speaks OpenID Connect for real, a server that trusts it, and people who sign in."""

import contextlib
import json
import socket
import time
import warnings

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

with warnings.catch_warnings():  # what it is built with warns of its own next version
    warnings.simplefilter("ignore")
    from oidc_provider_mock import User, run_server_in_thread

#: One account of each role, one whose whole domain is listed, and some who are not let in.
PEOPLE = {
    "pimpinan": "pimpinan@contoh.test",
    "sekretariat": "sekretariat@contoh.test",
    "kpu": "kpu@contoh.test",
    "bawaslu": "staf@bawaslu.contoh.test",
    "kesbangpol": "Kesbangpol@Contoh.test",
    "bpkpd": "bpkpd@contoh.test",
    "publik": "publik@contoh.test",
    "asing": "asing@lain.test",
    "belum-pasti": "sekretariat@contoh.test",
    "tanpa-surel": "",
}
ACCESS = """
[akses]
pimpinan    = ["pimpinan@contoh.test"]
sekretariat = ["sekretariat@contoh.test"]
kpu         = ["kpu@contoh.test"]
bawaslu     = ["@bawaslu.contoh.test"]
kesbangpol  = ["kesbangpol@contoh.test"]
bpkpd       = ["bpkpd@contoh.test"]
publik      = ["publik@contoh.test"]
"""
SEAL = "rahasia-kue-untuk-uji-0123456789abcdef"
SIGN_IN = "Masuk dengan akun instansi"


@contextlib.contextmanager
def provider():
    """The address of a provider that knows PEOPLE by their names here."""
    users = [
        User(
            sub=name,
            claims={"email": account, "email_verified": name != "belum-pasti"} if account else {"name": "Tanpa"},
        )
        for name, account in PEOPLE.items()
    ]
    with run_server_in_thread(user_claims=users) as server:
        yield f"http://localhost:{server.server_port}"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def secrets(path, port, issuer, access=ACCESS, **changed):
    """Write the file that a server on this port needs to let people of the provider in."""
    auth = {
        "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback",
        "cookie_secret": SEAL,
        "client_id": "monev",
        "client_secret": "rahasia-klien",
        "server_metadata_url": f"{issuer}/.well-known/openid-configuration",
    } | changed
    lines = [f"{name} = {json.dumps(value)}" for name, value in auth.items() if value is not None]
    path.write_text("[auth]\n" + "\n".join(lines) + "\n" + access, "utf-8")
    return path


def sign_in(tab, name, back="**/127.0.0.1:*/**"):
    """On the page that asks for it, as people do: the button, the account, and `back`."""
    tab.tab.get_by_role("link", name=SIGN_IN).click()
    tab.tab.locator(f"button[name=sub][value={name}]").first.click()
    tab.tab.wait_for_url(back)
    return tab.settle()


def cookie(address, account, since=None, secret=SEAL, **claims):
    """The cookie of somebody signed in, signed like those of the server; `since` is its moment (epoch)."""
    said = {"origin": address, "is_logged_in": True, "email": account, "email_verified": True,
            "iat": int(time.time()) if since is None else since, "sub": account, "chunks": 1} | claims  # fmt: skip
    said.pop("chunks")
    value = create_signed_value(secret, "_streamlit_user", json.dumps(said)).decode()
    return {"name": "_streamlit_user", "value": value, "url": address}
