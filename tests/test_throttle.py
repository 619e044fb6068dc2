"""What one connection, one address and all together may ask, and which messages pass: given, expect."""

import logging
import threading

import pytest
from h11 import LocalProtocolError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.scriptrunner import add_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from monev.run.server import log, protocol, security, throttle
from monev.run.server.throttle import Bounds


class Time:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def at():
    return Time()


def passed(may_pass, times):
    return sum(may_pass() for _ in range(times))


def test_one_connection_may_be_quick_for_a_while_and_then_as_fast_as_its_rate(at):
    rate, size = throttle.A_SOCKET
    with Bounds(at).opened("203.0.113.7") as may_pass:
        assert passed(may_pass, size + 50) == size
        at.now += 1
        assert passed(may_pass, size) == rate
        at.now += 3600
        assert passed(may_pass, 2 * size) == size


def test_a_key_held_for_ten_seconds_closes_nothing(at):
    with Bounds(at).opened("203.0.113.7") as may_pass:
        for _ in range(300):
            at.now += 1 / 30
            assert may_pass()


def test_fifty_who_press_keys_fast_behind_one_address_all_pass(at):
    found = Bounds(at)
    sockets = [found.opened("203.0.113.7") for _ in range(50)]
    presses = [one.__enter__() for one in sockets]
    for _ in range(100):  # ten seconds, ten keys a second each
        at.now += 0.1
        assert all(may_pass() for may_pass in presses)


def test_connections_of_one_address_share_what_it_may(at):
    found, (_, size) = Bounds(at), throttle.AN_ADDRESS
    sockets = [found.opened("203.0.113.7") for _ in range(60)]
    presses = [one.__enter__() for one in sockets]
    assert sum(passed(may_pass, 240) for may_pass in presses) == size
    with found.opened("198.51.100.1") as other:
        assert other()


def test_connections_of_one_address_and_of_all_are_counted_and_freed(at):
    found = Bounds(at)
    opened = [found.opened("203.0.113.7") for _ in range(throttle.SOCKETS_OF_ADDRESS)]
    for one in opened:
        one.__enter__()
    assert found.full("203.0.113.7") and not found.full("203.0.113.8")
    opened[0].__exit__(None, None, None)
    assert not found.full("203.0.113.7")
    for number in range(throttle.SOCKETS - throttle.SOCKETS_OF_ADDRESS + 1):
        opened.append(found.opened(f"198.51.{number // 200}.{number % 200}"))
        opened[-1].__enter__()
    assert found.full("192.0.2.1")


def test_new_connections_come_only_so_fast(at):
    found, (rate, size) = Bounds(at), throttle.NEW
    assert [found.may_come("203.0.113.7") for _ in range(size + 1)] == [True] * size + [False]
    assert found.may_come("kpu@contoh.test"), "whoever is somebody does not wait for those who are not"
    at.now += 1
    assert sum(found.may_come("203.0.113.7") for _ in range(size)) == rate


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False),
        ("::1", "127.0.0.1", False),
        ("", "", True),
        ("bukan alamat", "bukan alamat", True),
    ],
)
def test_what_counts_as_one_address(one, other, same):
    assert (throttle._network(one) == throttle._network(other)) is same


def test_addresses_that_are_gone_are_forgotten_and_those_that_are_here_are_not(at):
    found = Bounds(at)
    with found.opened("203.0.113.7"):
        for number in range(3 * throttle._REMEMBERED):
            found.may_come(f"2001:db8:{number:x}::1")
        assert len(found._addresses) <= throttle._REMEMBERED and found._addresses["203.0.113.7"].open == 1


# --- messages ---


def message(**parts):
    return BackMsg(**parts).SerializeToString()


def rerun(**parts):
    made = BackMsg()
    made.rerun_script.SetInParent()
    for name, value in parts.items():
        setattr(made.rerun_script, name, value)
    return made


PAGE = rerun(query_string="rapat=2024-11-04&mode=rapat", page_name="logistik").SerializeToString()


def file(kind="deferred_file"):
    made = BackMsg()
    made.backend_operation_request.request_id = "1"
    getattr(made.backend_operation_request, kind).SetInParent()
    return made.SerializeToString()


def test_what_pages_send_passes():
    assert protocol.refused(PAGE, takes=False) is None and protocol.refused(file(), takes=True) is None


@pytest.mark.parametrize("name", sorted(field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields))
def test_every_other_kind_of_message_is_refused_also_one_that_streamlit_learns_later(name):
    made = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[name]
    if field.message_type:
        getattr(made, name).SetInParent()
    else:
        setattr(made, name, True)
    for takes in (True, False):
        expected = None if name == "rerun_script" else protocol.NOT_OURS
        assert protocol.refused(made.SerializeToString(), takes) == expected, name


@pytest.mark.parametrize("kind", ["install_skills", "dismiss_skills_nudge", "dataframe_chunk"])
def test_of_the_works_behind_a_page_only_files_may_be_asked_for(kind):
    assert protocol.refused(file(kind), takes=True) == protocol.NOT_OURS


@pytest.mark.parametrize(
    "data, why",
    [
        (None, protocol.TEXT),
        (b"", protocol.NOT_OURS),
        (b"\xff" * 40, protocol.NO_MESSAGE),
        (b"GET / HTTP/1.1\r\n\r\n", protocol.NO_MESSAGE),
        (PAGE[:-3], protocol.NO_MESSAGE),
        (b"\x5a" + b"\xff" * 9 + b"\x01", protocol.NO_MESSAGE),
        (PAGE + b"\x38\x01", protocol.NOT_OURS),  # the last of several kinds is the one that would be obeyed
        (rerun(query_string="x" * 9_000).SerializeToString(), protocol.TOO_LONG),
        (rerun(page_name="x" * 9_000).SerializeToString(), protocol.TOO_LONG),
        (rerun(fragment_id="x" * 9_000).SerializeToString(), protocol.TOO_LONG),
        (rerun(query_string="x" * 300_000).SerializeToString(), protocol.TOO_LONG),
    ],
    ids=range(11),
)
def test_what_is_no_message_of_ours_is_refused(data, why):
    assert protocol.refused(data, takes=True) == why


def test_states_of_widgets_and_hashes_are_counted():
    made = rerun()
    for number in range(protocol.MOST_STATES + 1):
        made.rerun_script.widget_states.widgets.add(id=f"$$ID-{number:032x}-tombol", trigger_value=True)
    assert protocol.refused(made.SerializeToString(), takes=True) == protocol.TOO_LONG
    del made.rerun_script.widget_states.widgets[0]
    assert protocol.refused(made.SerializeToString(), takes=True) is None
    made.rerun_script.cached_message_hashes.extend(["a" * 32] * (protocol.MOST_HASHES + 1))
    assert protocol.refused(made.SerializeToString(), takes=True) == protocol.TOO_LONG


def test_whoever_may_not_take_files_home_may_not_ask_for_one():
    assert protocol.refused(file(), takes=False) == protocol.NOT_HIS


# --- who comes through a proxy ---


@pytest.mark.parametrize(
    "name",
    ["CF-Connecting-IP", "Tailscale-User-Login", "X-Client-IP", "True-Client-IP", "X-Forwarded-For", "X-Forwarded",
     "Forwarded", "Via", "X-Real-IP", "Fastly-Client-IP", "Fly-Client-IP", "X-Envoy-External-Address", "X-Amzn-Trace-Id",
     "X-Azure-ClientIP", "X-MS-CLIENT-PRINCIPAL", "X-Goog-Authenticated-User-Email", "X-Auth-Request-Email", "Remote-User",
     "X-Remote-User", "X-Original-URL", "CDN-Loop", "Akamai-Origin-Hop", "Ali-CDN-Real-IP", "X-Cluster-Client-IP",
     "WL-Proxy-Client-IP", "Proxy-Client-IP", "Client-IP", "X-Originating-IP", "X-ARR-LOG-ID", "X-NF-Client-Connection-IP"],
)  # fmt: skip
def test_a_proxy_that_names_somebody_else_is_not_this_machine(name):
    scope = {"client": ("127.0.0.1", 1), "headers": [(name.lower().encode(), b"203.0.113.7")]}
    assert not security.from_this_machine(scope)


def test_what_a_browser_says_of_itself_names_nobody_else():
    names = ["host", "user-agent", "accept", "accept-language", "accept-encoding", "connection", "cookie", "origin", "referer",
             "upgrade", "upgrade-insecure-requests", "sec-fetch-site", "sec-websocket-key", "sec-ch-ua", "cache-control",
             "pragma", "dnt", "te", "priority", "range", "if-none-match", "x-requested-with", "save-data"]  # fmt: skip
    assert security.from_this_machine(
        {"client": ("127.0.0.1", 1), "headers": [(name.encode(), b"x") for name in names]}
    )


# --- the log ---


def line(text="x"):
    return logging.LogRecord("streamlit", logging.WARNING, "", 0, text, (), None)


def test_the_log_takes_so_many_lines_a_minute_and_says_how_many_more_there_were(at):
    bounded = log.Bounded(at)
    assert sum(bounded.filter(line()) for _ in range(log.LINES + 500)) == log.LINES
    at.now += 61
    later = line("sesudahnya")
    assert bounded.filter(later) and later.getMessage() == "(500 baris lain tidak ditulis.) sesudahnya"


def test_a_line_of_the_log_is_only_so_long(at):
    long = line("y" * 1_000_000)
    assert log.Bounded(at).filter(long) and len(long.getMessage()) < log.SIGNS + 10


@pytest.mark.parametrize(
    "error, cause, said",
    [
        (log.Told("berkas diminta oleh akun yang tidak berhak."), None, "berkas diminta oleh akun yang tidak berhak."),
        (MediaFileStorageError("x"), log.Told("tidak berhak."), "tidak berhak."),
        (MediaFileStorageError("x"), None, "Berkas yang diminta tidak ada lagi; halamannya sudah ditutup."),
        (LocalProtocolError("x"), None, "Sambungan yang mengirim sesuatu yang bukan HTTP ditutup."),
        (MediaFileStorageError("x"), ValueError("y"), None),
        (ValueError("x"), None, None),
    ],
)
def test_what_others_do_is_one_line_and_what_went_wrong_here_keeps_its_traceback(at, error, cause, said):
    error.__cause__ = cause
    found = logging.LogRecord("streamlit", logging.ERROR, "x.py", 1, "gagal", (), (type(error), error, None))
    assert log.Bounded(at).filter(found)
    assert (found.getMessage(), found.exc_info is None) == ((said, True) if said else ("gagal", False))


@pytest.mark.parametrize(
    "error, stopped, written",
    [
        (KeyError("rel"), True, False),
        (KeyError("rel"), False, True),
        (ValueError(), True, True),
        (RuntimeError("dictionary changed size during iteration"), True, False),
        (RuntimeError("dictionary changed size during iteration"), False, True),
        (RuntimeError("dictionary keys changed during iteration"), True, True),
    ],
)
def test_a_run_that_was_replaced_and_misses_what_its_successor_put_away_writes_nothing(at, error, stopped, written):
    requests = ScriptRequests()
    if stopped:
        requests.request_stop()
    run = ScriptRunContext("s", None, "", None, None, "", {}, None, None, script_requests=requests)
    found = []

    def fails():
        record = logging.LogRecord("streamlit", logging.ERROR, "x.py", 1, "gagal", (), (type(error), error, None))
        found.append(log.Bounded(at).filter(record))

    one = add_script_run_ctx(threading.Thread(target=fails), run)
    one.start()
    one.join()
    assert found == [written]
