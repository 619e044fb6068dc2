"""The stand-in for Google is right itself: the real gspread and google-auth are its client, over TLS on loopback."""

import concurrent.futures
import copy
import http.client
import json
import socket
import time
from pathlib import Path

import google.auth.transport.requests
import gspread
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth.exceptions import RefreshError, TransportError
from google.oauth2.service_account import Credentials
from gspread.exceptions import APIError

from monev.sheets.google import read
from tests.google import account, description, faults, mask, standin as standin_module
from tests.google.book import Formula
from tests.google.faults import KINDS
from tests.google.standin import Google

RECORDINGS = Path(__file__).parent / "google" / "recordings"
RAW = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
TABLE = [["kelurahan", "jumlah_tps", "tanggal"], ["Cikole", 17, 45600], [None, None, None], ["Cisarua", 21.5, None]]
DATE = {"userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "d mmmm yyyy"}}}


@pytest.fixture
def cloud(standin):
    return standin


def entered(cloud, *scopes, key=None, silence=5.0):
    """The real client, not yet logged in; `silence` is how long it waits for bytes, in seconds."""
    scopes = scopes or (account.WRITE, account.LOOK)
    client = gspread.Client(Credentials.from_service_account_info(key or cloud.key(), scopes=scopes))
    client.set_timeout((5, silence))
    return client


@pytest.fixture
def client(cloud):
    return entered(cloud)


def asked(cloud):
    return [(one.endpoint, one.status) for one in cloud.requests]


def refused(call, *arguments):
    """Status, Google's message and error of a call that must fail."""
    with pytest.raises(APIError) as caught:
        call(*arguments)
    return caught.value.response.status_code, caught.value.error


# --- getting in ---


def test_a_key_opens_the_door_once_and_its_token_serves_for_both_services(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE})
    assert client.open_by_key(file.id).title == "Monev kpu"
    assert client.http_client.get_file_drive_metadata(file.id)["name"] == "Monev kpu"
    assert asked(cloud) == [("token", 200), ("sheets", 200), ("drive", 200)]
    assert cloud.requests[1].spreadsheet == cloud.requests[2].spreadsheet == file.id


def test_a_key_that_is_not_the_accounts_is_refused_for_its_signature(cloud):
    stranger = account.key_file(rsa.generate_private_key(public_exponent=65537, key_size=2048))
    with pytest.raises(RefreshError, match=r"invalid_grant: Invalid JWT Signature\."):
        entered(cloud, key=stranger).http_client.login()


@pytest.mark.parametrize(
    ("changed", "scopes", "said"),
    [
        ({"client_email": "lain@monev-uji.iam.gserviceaccount.com"}, [account.READ], "account not found"),
        ({"private_key_id": "0" * 40}, [account.READ], "Invalid JWT Signature"),
        ({}, ["https://www.googleapis.com/auth/drive"], "invalid_scope"),
    ],
)
def test_an_assertion_that_claims_something_else_is_refused(cloud, changed, scopes, said):
    with pytest.raises(RefreshError, match=said):
        entered(cloud, *scopes, key=cloud.key() | changed).http_client.login()


def test_an_assertion_for_another_audience_or_from_another_day_is_refused(cloud):
    session = google.auth.transport.requests.Request()
    for changed, said in (({"aud": "https://example.com/token"}, "audience"), ({"iat": 1, "exp": 3601}, "reasonable")):
        credentials = Credentials.from_service_account_info(
            cloud.key(), scopes=[account.READ], additional_claims=changed
        )
        with pytest.raises(RefreshError, match=said):
            credentials.refresh(session)


def test_a_revoked_token_costs_one_refusal_and_the_client_gets_another(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE})
    client.http_client.values_get(file.id, "Data")
    cloud.revoke_tokens()
    cloud.clear_requests()
    assert client.http_client.values_get(file.id, "Data!A1")["values"] == [["kelurahan"]]
    assert asked(cloud) == [("sheets", 401), ("token", 200), ("sheets", 200)]


def test_a_token_for_reading_writes_nothing_and_one_for_sheets_does_not_look_into_drive(cloud):
    file = cloud.add("kpu", {"Data": TABLE}, role="writer")
    reader = entered(cloud, account.READ).http_client
    status, error = refused(reader.values_append, file.id, "Data", {"valueInputOption": "RAW"}, {"values": [[1]]})
    assert (status, error["details"][0]["reason"]) == (403, "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
    status, error = refused(reader.get_file_drive_metadata, file.id)
    assert (status, error["errors"][0]["reason"]) == (403, "insufficientPermissions")


# --- reading ---


def test_many_ranges_come_in_one_answer_ragged_and_without_values_where_all_is_empty(cloud, client):
    file = cloud.add("kpu", {"Pemilih TPS": TABLE, "Kosong": [], "Spasi'ku": [["", "x"]]})
    ranges = ["'Pemilih TPS'", "Kosong", "'Spasi''ku'!1:200001", "'Pemilih TPS'!B2:B", "C2"]
    answer = client.http_client.values_batch_get(file.id, ranges, dict(RAW))
    whole, empty, quoted, column, cell = answer["valueRanges"]
    assert whole == {
        "range": "'Pemilih TPS'!A1:Z1000",
        "majorDimension": "ROWS",
        "values": [["kelurahan", "jumlah_tps", "tanggal"], ["Cikole", 17, 45600], [], ["Cisarua", 21.5]],
    }
    assert empty == {"range": "Kosong!A1:Z1000", "majorDimension": "ROWS"}
    assert quoted == {"range": "'Spasi''ku'!A1:Z1000", "majorDimension": "ROWS", "values": [["", "x"]]}
    assert column["range"] == "'Pemilih TPS'!B2:B1000" and column["values"] == [[17], [], [21.5]]
    assert cell == {"range": "'Pemilih TPS'!C2", "majorDimension": "ROWS", "values": [[45600]]}


def test_values_are_shown_in_the_locale_or_given_as_they_are(cloud, client):
    file = cloud.add("kpu", {"Data": [[1234.5, True, Formula("=B1", 7), 45600, 1102]]})
    with cloud.changing(file.id) as book:
        book.tabs[0].marks[0, 3] = DATE
        book.tabs[0].marks[0, 4] = {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": "#,##0"}}}

    def row(**params):
        return client.http_client.values_get(file.id, "Data", params)["values"][0]

    assert row() == ["1234,5", "TRUE", "7", "4 November 2024", "1.102"]
    assert row(**RAW) == [1234.5, True, 7, 45600, 1102]
    assert row(valueRenderOption="FORMULA")[2] == "=B1"
    as_text = row(valueRenderOption="UNFORMATTED_VALUE", dateTimeRenderOption="FORMATTED_STRING")
    assert as_text == [1234.5, True, 7, "4 November 2024", 1102]
    cloud.set_locale(file.id, "en_US")
    assert row() == ["1234.5", "TRUE", "7", "4 November 2024", "1,102"]


def test_columns_first_is_the_same_table_turned(cloud, client):
    file = cloud.add("kpu", {"Data": [["a", 1], [None, 2], ["c"]]})
    answer = client.http_client.values_get(file.id, "Data", {"majorDimension": "COLUMNS", **RAW})
    assert (answer["majorDimension"], answer["values"]) == ("COLUMNS", [["a", "", "c"], [1, 2]])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("'Lain'!A1", "Unable to parse range: 'Lain'!A1"),
        ("Data!A1:B2:C3", "Unable to parse range"),
        ("Data!A1001", "Range (Data!A1001) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("Data!AB1:AC2", "Range (Data!AB1:AC2) exceeds grid limits"),
    ],
)
def test_a_range_that_is_none_is_an_invalid_argument(cloud, client, text, said):
    file = cloud.add("kpu", {"Data": TABLE})
    status, error = refused(client.http_client.values_get, file.id, text)
    assert (status, error["status"]) == (400, "INVALID_ARGUMENT") and said in error["message"]


def test_an_answer_holds_what_the_mask_asks_for_and_nothing_else(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE, "Lain": []}, locale="en_US")
    with cloud.changing(file.id) as book:
        book.tab("Lain").properties |= {"hidden": True}
        gid = book.tab("Lain").sheet_id
    params = {
        "fields": "properties(title,locale),sheets(properties(sheetId,hidden),properties.gridProperties/rowCount)"
    }
    assert client.http_client.spreadsheets_get(file.id, params) == {
        "properties": {"title": "Monev kpu", "locale": "en_US"},
        "sheets": [
            {"properties": {"sheetId": 0, "gridProperties": {"rowCount": 1000}}},
            {"properties": {"sheetId": gid, "hidden": True, "gridProperties": {"rowCount": 1000}}},
        ],
    }
    whole = client.http_client.fetch_sheet_metadata(file.id)
    assert set(whole) == {"spreadsheetId", "properties", "sheets", "spreadsheetUrl"}
    assert whole["properties"]["timeZone"] == "Asia/Jakarta" and "data" not in whole["sheets"][0]
    for wrong in ("sheets.nama", "sheets(properties"):
        assert refused(client.http_client.spreadsheets_get, file.id, {"fields": wrong})[0] == 400


def test_a_mask_is_read_like_google_reads_it():
    assert mask.parse("a,b.c,b/d(e,f)") == {"a": {}, "b": {"c": {}, "d": {"e": {}, "f": {}}}}
    assert mask.parse("a.b,a") == mask.parse("a,a.b") == {"a": {}}
    assert mask.cut({"a": [{"b": 1, "c": 2}], "d": 3}, mask.parse("a/b")) == {"a": [{"b": 1}]}
    assert mask.cut({"a": 1}, mask.parse("*")) == {"a": 1}
    for wrong in ("", "a,", "a(b", "a..b", "a b", "a)"):
        with pytest.raises(mask.BadMask):
            mask.parse(wrong)


def test_what_may_not_be_seen_is_refused_in_the_manner_of_each_service(cloud, client):
    hidden, office = cloud.add("bpkpd", {"Data": []}, role=None), cloud.add("kpu", {"Data": []}, office=True)
    status, error = refused(client.http_client.fetch_sheet_metadata, hidden.id)
    assert (status, error["status"], error["message"]) == (
        403,
        "PERMISSION_DENIED",
        "The caller does not have permission",
    )
    status, error = refused(client.http_client.get_file_drive_metadata, hidden.id)
    assert (status, error["errors"][0]["reason"]) == (404, "notFound")
    assert refused(client.http_client.fetch_sheet_metadata, "1" + "x" * 43)[1]["status"] == "NOT_FOUND"
    status, error = refused(client.http_client.fetch_sheet_metadata, office.id)
    assert (status, error["status"]) == (400, "FAILED_PRECONDITION") and "not supported" in error["message"]
    file = client.http_client.request("get", f"https://www.googleapis.com/drive/v3/files/{office.id}").json()
    assert file["mimeType"].endswith("spreadsheetml.sheet") and set(file) == {"kind", "id", "name", "mimeType"}
    cloud.share(hidden.id, "reader")
    assert client.open_by_key(hidden.id).id == hidden.id


def test_drive_lists_what_is_shared_page_by_page(cloud, client):
    files = [cloud.add(name, {"Data": []}, title=f"Daftar {name}") for name in ("kpu", "bawaslu", "kesbangpol")]
    cloud.add("terbuka", {"Data": []}, title="Daftar terbuka", listed=False)
    cloud.add("tertutup", {"Data": []}, title="Daftar tertutup", role=None)
    cloud.trash(files[2].id)
    cloud.touch(files[0].id)

    def listed(**params):
        url = "https://www.googleapis.com/drive/v3/files"
        return client.http_client.request("get", url, params=params).json()

    search = "name contains 'Daftar' and mimeType='application/vnd.google-apps.spreadsheet' and trashed = false"
    first = listed(q=search, pageSize=1, fields="nextPageToken,files(id,modifiedTime)")
    rest = listed(q=search, pageSize=1, pageToken=first["nextPageToken"], fields="nextPageToken,files(id,modifiedTime)")
    assert [one["id"] for one in first["files"] + rest["files"]] == [files[0].id, files[1].id]
    assert "nextPageToken" not in rest and set(rest["files"][0]) == {"id", "modifiedTime"}
    binned = listed(q="name contains 'Daftar' and trashed=true", orderBy="name")["files"]
    assert [one["name"] for one in binned] == ["Daftar kesbangpol"]
    times = [one["modifiedTime"] for one in listed(q="name contains 'Daftar'", fields="files(modifiedTime)")["files"]]
    assert not listed(q=f"name contains 'Daftar' and modifiedTime > '{max(times)}'")["files"]
    assert len(listed(q=f"name contains 'Daftar' and modifiedTime >= '{min(times)}'")["files"]) == len(times) == 3
    assert refused(lambda: listed(fields="files(judul)"))[1]["errors"][0]["location"] == "fields"


def test_the_time_of_the_last_change_grows_with_every_change_and_with_nothing_else(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE}, role="writer")

    def modified():
        return client.http_client.get_file_drive_metadata(file.id)["modifiedTime"]

    times = [modified()]
    client.open_by_key(file.id).sheet1.get_all_values()
    assert modified() == times[0]
    sheet = client.open_by_key(file.id).sheet1
    for change in (
        lambda: cloud.put(file.id, "Data", "AC3", "jauh"),
        lambda: cloud.touch(file.id),
        lambda: cloud.rename_tab(file.id, "Data", "Baru"),
        lambda: cloud.add_tab(file.id, "Lagi"),
        lambda: cloud.delete_tab(file.id, "Lagi"),
        lambda: sheet.format("A1", {"textFormat": {"bold": True}}),
    ):
        change()
        times.append(modified())
    assert times == sorted(set(times)) and len(times) == 7
    assert client.open_by_key(file.id).worksheet("Baru").acell("AC3").value == "jauh"


# --- writing ---


def test_a_row_is_appended_below_its_table_and_raw_text_stays_text(cloud, client):
    file = cloud.add("kpu", {"Data": [["judul"], [], [None, "id", "uraian"], [None, "1", "a"]]}, role="writer")
    sheet = client.open_by_key(file.id).worksheet("Data")
    answer = sheet.append_row(["=1+1", "0012", 3], value_input_option="RAW")
    assert answer["tableRange"] == "Data!B3:C4"
    assert answer["updates"] == {
        "spreadsheetId": file.id, "updatedRange": "Data!B5:D5",
        "updatedRows": 1, "updatedColumns": 3, "updatedCells": 3,
    }  # fmt: skip
    assert cloud.book(file.id).tab("Data").rows[4] == [None, "=1+1", "0012", 3]
    answer = sheet.append_row(["1.234", "5/11/2024", "=1+1"], value_input_option="USER_ENTERED", table_range="A1")
    assert answer["updates"]["updatedRange"] == "Data!A2:C2"
    assert cloud.book(file.id).tab("Data").rows[1] == [1234, 45601, Formula("=1+1")]


def test_rows_are_inserted_between_tables_and_the_grid_grows_when_it_is_full(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"], [1], [], ["b"], [2]]}, role="writer")
    sheet = client.open_by_key(file.id).sheet1
    sheet.append_rows([[8], [9]], insert_data_option="INSERT_ROWS", table_range="A1:A2", value_input_option="RAW")
    assert [row[:1] for row in cloud.book(file.id).tabs[0].rows] == [["a"], [1], [8], [9], [], ["b"], [2]]
    cloud.resize(file.id, "Data", 7, 1)
    answer = sheet.append_row([3, 4], value_input_option="RAW")
    assert answer["updates"]["updatedRange"] == "Data!A8:B8"
    assert (cloud.book(file.id).tabs[0].row_count, cloud.book(file.id).tabs[0].column_count) == (8, 2)


def test_values_are_put_where_they_belong_and_not_beside(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE}, role="writer")
    sheet = client.open_by_key(file.id).sheet1
    answer = sheet.update([["x", None], ["", 5]], "A1", raw=True)
    assert (answer["updatedRange"], answer["updatedCells"]) == ("Data!A1:B2", 4)
    sheet.batch_update([{"range": "C1", "values": [["t"]]}, {"range": "A4:B4", "values": [["y", 2]]}], raw=True)
    rows = client.http_client.values_get(file.id, "Data", dict(RAW))["values"]
    assert rows == [["x", "jumlah_tps", "t"], ["", 5, 45600], [], ["y", 2]]
    sheet.batch_clear(["A1:C2"])
    assert client.http_client.values_get(file.id, "Data!A1:C2").get("values") is None
    for place, said in (("A1:B1", "tried writing to row [2]"), ("A1000", "exceeds grid limits")):
        assert said in refused(lambda place=place: sheet.update([[1], [2]], place, raw=True))[1]["message"]
    reader = cloud.add("bawaslu", {"Data": []}, role="reader")
    assert refused(client.open_by_key(reader.id).sheet1.append_row, ["x"])[1]["status"] == "PERMISSION_DENIED"


def template(gid):
    """Requests as they prepare a tab: every kind that a template may need."""
    header = {"sheetId": gid, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    below = header | {"startRowIndex": 1, "endRowIndex": 4}
    bold = {"textFormat": {"bold": True}}
    cells = [
        {"userEnteredValue": {"stringValue": text}, "note": f"Isi {text}.", "userEnteredFormat": bold}
        for text in ("jenis", "jumlah")
    ]
    choice = {
        "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Tinta"}, {"userEnteredValue": "Kotak"}]},
        "showCustomUi": True,
        "strict": True,
    }
    only_first, only_second = below | {"endColumnIndex": 1}, below | {"startColumnIndex": 1}
    return [
        {"updateSpreadsheetProperties": {"properties": {"locale": "in_ID", "timeZone": "Asia/Jakarta"}, "fields": "locale,timeZone"}},
        {"addSheet": {"properties": {"sheetId": gid, "title": "Baru", "gridProperties": {"rowCount": 4, "columnCount": 2}}}},
        {"updateCells": {"range": header, "rows": [{"values": cells}], "fields": "userEnteredValue,note,userEnteredFormat(textFormat)"}},
        {"setDataValidation": {"range": only_first, "rule": choice}},
        {"repeatCell": {"range": only_second, "cell": {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": "#,##0"}}}, "fields": "userEnteredFormat.numberFormat"}},
        {"updateSheetProperties": {"properties": {"sheetId": gid, "gridProperties": {"frozenRowCount": 1}}, "fields": "gridProperties.frozenRowCount"}},
        {"addProtectedRange": {"protectedRange": {"range": header, "warningOnly": True, "description": "Kepala tabel"}}},
        {"appendDimension": {"sheetId": gid, "dimension": "COLUMNS", "length": 1}},
        {"updateDimensionProperties": {"range": {"sheetId": gid, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}, "properties": {"pixelSize": 180}, "fields": "pixelSize"}},
        {"addConditionalFormatRule": {"rule": {"ranges": [only_first], "booleanRule": {"condition": {"type": "BLANK"}, "format": {"backgroundColor": {"red": 1}}}}}},
        {"insertDimension": {"range": {"sheetId": gid, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}}},
    ]  # fmt: skip


def test_a_batch_of_changes_is_made_and_read_back_as_it_was_written(cloud, client):
    file = cloud.add("kpu", {"Sheet1": []}, role="writer", locale="en_US", time_zone="Etc/GMT")
    answer = client.http_client.batch_update(file.id, {"requests": template(77)})
    assert len(answer["replies"]) == 11
    assert answer["replies"][1]["addSheet"]["properties"] == {
        "sheetId": 77, "title": "Baru", "index": 1, "sheetType": "GRID",
        "gridProperties": {"rowCount": 4, "columnCount": 2},
    }  # fmt: skip
    assert answer["replies"][0] == answer["replies"][2] == {}
    wanted = "properties(locale,timeZone),sheets(properties,protectedRanges,conditionalFormats,data)"
    whole = client.http_client.spreadsheets_get(file.id, {"fields": wanted, "ranges": ["Baru"]})
    assert whole["properties"] == {"locale": "in_ID", "timeZone": "Asia/Jakarta"}
    [tab] = whole["sheets"]
    assert tab["properties"]["gridProperties"] == {"rowCount": 5, "columnCount": 3, "frozenRowCount": 1}
    [grid] = tab["data"]
    rows = [row.get("values", []) for row in grid["rowData"]]
    assert len(rows) == 5 and not any({"note", "formattedValue", "dataValidation"} & set(cell) for cell in rows[0])
    assert [cell["userEnteredFormat"] for cell in rows[0]] == [{"textFormat": {"bold": True}}] * 2, "like the next row"
    assert [(cell["formattedValue"], cell["note"]) for cell in rows[1]] == [
        ("jenis", "Isi jenis."),
        ("jumlah", "Isi jumlah."),
    ]
    assert rows[2][0]["dataValidation"]["condition"]["values"][1] == {"userEnteredValue": "Kotak"}
    assert rows[4][1]["userEnteredFormat"] == {"numberFormat": {"type": "NUMBER", "pattern": "#,##0"}}
    assert [one["pixelSize"] for one in grid["columnMetadata"]] == [180, 100, 100]
    [protected] = tab["protectedRanges"]
    assert (protected["range"]["startRowIndex"], protected["range"]["endRowIndex"]) == (1, 2)
    assert protected["warningOnly"] and tab["conditionalFormats"][0]["ranges"][0]["startRowIndex"] == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"addSheet": {"properties": {"title": "Baru"}}}, 'A sheet with the name "Baru" already exists'),
        ({"deleteSheet": {"sheetId": 5}}, "Invalid requests[11].deleteSheet: No grid with id: 5"),
        ({"repeatCell": {"range": {"sheetId": 77, "endColumnIndex": 9}, "cell": {}, "fields": "note"}}, "the grid of"),
        ({"repeatCell": {"range": {"sheetId": 77}, "cell": {}}}, "At least one field must be listed in 'fields'"),
        ({"updateSheetProperties": {"properties": {"sheetId": 77, "gridProperties": {"frozenRowCount": 5}}, "fields": "gridProperties.frozenRowCount"}}, "can't freeze all"),
        ({"setDataValidation": {"range": {"sheetId": 77}, "rule": {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": str(n)} for n in range(501)]}}}}, "1 to 500"),
        ({}, "exactly one kind"),
    ],
)  # fmt: skip
def test_a_batch_with_one_wrong_request_changes_nothing_at_all(cloud, client, wrong, said):
    file = cloud.add("kpu", {"Sheet1": []}, role="writer", locale="en_US")
    before, moved = copy.deepcopy(cloud.book(file.id).tabs), cloud.book(file.id).modified
    status, error = refused(client.http_client.batch_update, file.id, {"requests": [*template(77), wrong]})
    assert status == 400 and said in error["message"]
    assert cloud.book(file.id).tabs == before and cloud.book(file.id).modified == moved
    assert cloud.book(file.id).properties["locale"] == "en_US"


def test_rows_and_columns_that_go_take_their_notes_along(cloud, client):
    file = cloud.add("kpu", {"Data": [["a", "b", "c"], [1, 2, 3], [4, 5, 6]]}, role="writer")
    with cloud.changing(file.id) as book:
        book.tabs[0].marks |= {(1, 1): {"note": "pergi"}, (2, 2): {"note": "tinggal"}}
    sheet = client.open_by_key(file.id).sheet1
    sheet.delete_rows(2)
    sheet.delete_columns(2)
    tab = cloud.book(file.id).tabs[0]
    assert tab.rows == [["a", "c"], [4, 6]] and tab.marks == {(1, 1): {"note": "tinggal"}}
    assert (tab.row_count, tab.column_count) == (999, 25)


def of_rows(first, last, **more):
    return {"sheetId": 0, "dimension": "ROWS", "startIndex": first, "endIndex": last} | more


def metadata(number, row, value="nilai", sheet=0):
    return {"createDeveloperMetadata": {"developerMetadata": {
        "metadataId": number, "metadataKey": "kunci", "metadataValue": value, "visibility": "DOCUMENT",
        "location": {"dimensionRange": of_rows(row, row + 1, sheetId=sheet)}}}}  # fmt: skip


def test_new_rows_look_like_the_row_before_or_behind_them_but_bear_none_of_its_notes(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"], [1], [2]]}, role="writer")
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}, "note": "kepala"}
    with cloud.changing(file.id) as book:
        book.tabs[0].marks |= {(0, 0): bold, (1, 0): {"dataValidation": {"condition": {"type": "BOOLEAN"}}}}
    requests = [{"insertDimension": {"range": of_rows(1, 2), "inheritFromBefore": before}} for before in (True, False)]
    client.http_client.batch_update(file.id, {"requests": requests})
    tab = cloud.book(file.id).tabs[0]
    looks = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    assert tab.rows == [["a"], [], [], [1], [2]] and tab.row_count == 1002
    assert [tab.marks.get((row, 0)) for row in range(4)] == [
        bold,
        looks,
        looks,
        {"dataValidation": {"condition": {"type": "BOOLEAN"}}},
    ]


def test_at_the_end_of_a_grid_only_the_row_before_can_be_followed(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"]]}, role="writer")
    cloud.resize(file.id, "Data", 1, 1)
    behind = {"insertDimension": {"range": of_rows(1, 2), "inheritFromBefore": False}}
    status, error = refused(client.http_client.batch_update, file.id, {"requests": [behind]})
    assert status == 400 and "must be less than the grid size (1) if inheritFromBefore is false" in error["message"]
    behind["insertDimension"]["inheritFromBefore"] = True
    client.http_client.batch_update(file.id, {"requests": [behind]})
    assert cloud.book(file.id).tabs[0].row_count == 2


def test_a_number_of_metadata_is_given_once_and_goes_with_its_row(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"], [1], [2]]}, role="writer")
    update = client.http_client.batch_update
    answer = update(file.id, {"requests": [metadata(7, 1)]})
    made = answer["replies"][0]["createDeveloperMetadata"]["developerMetadata"]
    assert (made["metadataId"], made["location"]["locationType"]) == (7, "ROW")
    update(file.id, {"requests": [{"insertDimension": {"range": of_rows(0, 2)}}]})
    [one] = cloud.book(file.id).tabs[0].metadata
    assert one["location"]["dimensionRange"]["startIndex"] == 3
    blank = {"insertDimension": {"range": of_rows(0, 1)}}
    status, error = refused(update, file.id, {"requests": [blank, metadata(7, 0)]})
    assert status == 400 and "already exists" in error["message"] and len(cloud.book(file.id).tabs[0].rows) == 5
    update(file.id, {"requests": [{"deleteDimension": {"range": of_rows(3, 4)}}]})
    update(file.id, {"requests": [metadata(7, 0)]})


def of_marks(client, file, what, body):
    return client.http_client.request(
        "post", f"https://sheets.googleapis.com/v4/spreadsheets/{file.id}/{what}", json=body
    )


def test_rows_are_found_and_written_by_their_metadata_wherever_they_are(cloud, client):
    file = cloud.add("kpu", {"Data": [["a", "b"], [1, "x"], [2, "y"]]}, role="writer")
    client.http_client.batch_update(file.id, {"requests": [metadata(7, 1), metadata(8, 2)]})
    client.http_client.batch_update(file.id, {"requests": [{"insertDimension": {"range": of_rows(0, 1)}}]})
    by = [{"developerMetadataLookup": {"metadataId": number}} for number in (7, 9)]
    [found] = of_marks(client, file, "developerMetadata:search", {"dataFilters": by}).json()["matchedDeveloperMetadata"]
    assert found["dataFilters"] == by[:1]
    assert found["developerMetadata"]["location"] == {"dimensionRange": of_rows(2, 3), "locationType": "ROW"}
    assert of_marks(client, file, "developerMetadata:search", {"dataFilters": by[1:]}).json() == {}
    data = [{"dataFilter": one, "majorDimension": "ROWS", "values": [[None, "=1+1"]]} for one in by]
    answer = of_marks(client, file, "values:batchUpdateByDataFilter", {"valueInputOption": "RAW", "data": data}).json()
    assert [(one["updatedRange"], one["dataFilter"]) for one in answer["responses"]] == [("Data!A3:B3", by[0])]
    assert cloud.book(file.id).tabs[0].rows == [[], ["a", "b"], [1, "=1+1"], [2, "y"]]
    wide = [{"dataFilter": by[0], "values": [["x"], ["y"]]}]
    status, error = refused(of_marks, client, file, "values:batchUpdateByDataFilter",
                            {"valueInputOption": "RAW", "data": wide})  # fmt: skip
    assert status == 400 and "exceed the range" in error["message"]


def test_a_sheet_has_room_for_so_many_characters_of_metadata_and_no_more(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"], [1]], "Lain": [["b"]]}, role="writer")
    update, other = client.http_client.batch_update, cloud.book(file.id).tab("Lain").sheet_id
    update(file.id, {"requests": [metadata(1, 0, "x" * (29_999 - 2 * len("kunci")))]})
    status, error = refused(update, file.id, {"requests": [metadata(2, 1, "xy")]})
    assert status == 400 and "exceeds the limit of 30000 characters" in error["message"]
    update(file.id, {"requests": [metadata(2, 1, "x"), metadata(3, 0, sheet=other)]})


def test_merged_cells_are_told_grow_with_rows_within_them_and_nothing_is_written_beneath(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"], [None], [2]]}, role="writer")
    area = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}
    update = client.http_client.batch_update
    update(file.id, {"requests": [{"mergeCells": {"range": area, "mergeType": "MERGE_ALL"}}]})
    update(file.id, {"requests": [{"insertDimension": {"range": of_rows(1, 2), "inheritFromBefore": True}}]})
    [tab] = client.http_client.spreadsheets_get(file.id, {"fields": "sheets(merges)"})["sheets"]
    assert tab["merges"] == [area | {"endRowIndex": 3}]
    beneath = {"updateCells": {"start": {"sheetId": 0, "rowIndex": 1, "columnIndex": 0}, "fields": "userEnteredValue",
                               "rows": [{"values": [{"userEnteredValue": {"numberValue": 1}}]}]}}  # fmt: skip
    status, _ = refused(update, file.id, {"requests": [beneath]})
    assert status == 500 and "within a merged cell" in cloud.misfits.pop()


# --- what goes wrong ---

#: At Drive and Sheets: what the client sees of each fault, an HTTP status or an exception.
SEEN = {
    **{kind: int(kind) for kind in KINDS if kind.isdigit()},
    "drive_429": 403, "html_502": 502, "error_text": TypeError, "html_200": requests.JSONDecodeError,
    "empty_body": requests.JSONDecodeError, "cut_body": requests.exceptions.ChunkedEncodingError, "json_list": list,
    "reset": requests.ConnectionError, "hang": requests.ReadTimeout, "trickle": requests.ConnectionError,
    "revoked": 401, "quota": 429, "service_disabled": 403,
}  # fmt: skip
#: At the token endpoint, without those that google-auth repeats for seconds.
SEEN_AT_THE_DOOR = {
    "401": RefreshError, "403": RefreshError, "404": RefreshError, "drive_429": RefreshError, "html_200": TypeError,
    "empty_body": TypeError, "cut_body": TransportError, "json_list": TypeError, "error_text": RefreshError,
    "reset": TransportError, "revoked": RefreshError, "service_disabled": RefreshError,
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("endpoint", ["sheets", "drive"])
def test_every_fault_is_seen_by_the_client_and_over_when_it_is_healed(cloud, endpoint, kind):
    file = cloud.add("kpu", {"Data": TABLE})
    client = entered(cloud, silence=0.3 if kind in {"hang", "trickle"} else 5).http_client

    def call():
        return client.get_file_drive_metadata(file.id) if endpoint == "drive" else client.values_get(file.id, "Data")

    client.login()
    cloud.clear_requests()
    cloud.fault(endpoint, kind)
    if SEEN[kind] is list:
        assert call() == []
    elif isinstance(SEEN[kind], int):
        with pytest.raises(APIError) as caught:
            call()
        assert caught.value.response.status_code == SEEN[kind]
    else:
        with pytest.raises(SEEN[kind]):
            call()
    unanswered = kind in {"reset", "hang"}
    assert (cloud.requests[-1].endpoint, cloud.requests[-1].status == 0) == (endpoint, unanswered)
    cloud.heal()
    client.set_timeout((5, 5))
    assert isinstance(call(), dict)


@pytest.mark.parametrize("kind", SEEN_AT_THE_DOOR)
def test_a_fault_at_the_door_lets_nobody_in(cloud, kind):
    cloud.fault("token", kind)
    with pytest.raises(SEEN_AT_THE_DOOR[kind]):
        entered(cloud).http_client.login()
    assert {one.endpoint for one in cloud.requests} == {"token"}


def test_a_fault_hits_so_often_and_only_the_spreadsheet_that_it_is_for(cloud, client):
    one, other = cloud.add("kpu", {"Data": TABLE}), cloud.add("bawaslu", {"Data": TABLE})
    cloud.fault("sheets", "503", times=1, spreadsheet=one.id)
    cloud.fault("sheets", "404", times=1, spreadsheet=one.id)
    assert client.http_client.values_get(other.id, "Data!A1")["values"]
    assert refused(client.http_client.values_get, one.id, "Data")[0] == 503
    assert refused(client.http_client.values_get, one.id, "Data")[0] == 404
    assert client.http_client.values_get(one.id, "Data!A1")["values"]


def test_quota_and_a_service_that_is_off_are_told_in_googles_words(cloud, client):
    file = cloud.add("kpu", {"Data": TABLE})
    cloud.fault("sheets", "quota", times=1)
    _, error = refused(client.http_client.values_get, file.id, "Data")
    assert error["status"] == "RESOURCE_EXHAUSTED" and "Read requests per minute per user" in error["message"]
    cloud.fault("sheets", "service_disabled", times=1)
    assert refused(client.http_client.values_get, file.id, "Data")[1]["details"][0]["reason"] == "SERVICE_DISABLED"
    cloud.fault("drive", "service_disabled", times=1)
    error = refused(client.http_client.get_file_drive_metadata, file.id)[1]["errors"][0]
    assert (error["domain"], error["reason"]) == ("usageLimits", "accessNotConfigured")


def test_several_are_served_at_once_and_each_waits_the_delay(cloud, client):
    files = [cloud.add(f"ke-{n}", {"Data": TABLE}) for n in range(6)]
    client.http_client.login()
    cloud.delay = 1
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        assert len(list(pool.map(lambda one: client.http_client.values_get(one.id, "Data"), files))) == 6
    assert 1 <= time.monotonic() - start < 4, "six, one behind the other, would take six"


def test_closing_ends_what_hangs_and_what_trickles(monkeypatch):
    with Google() as one:
        for name, value in one.environment.items():
            monkeypatch.setenv(name, value)
        file = one.add("kpu", {"Data": TABLE})
        client = entered(one, silence=30).http_client
        client.login()
        one.fault("sheets", "hang", times=1)
        one.fault("sheets", "trickle", times=1)
        pool = concurrent.futures.ThreadPoolExecutor(2)
        calls = [pool.submit(client.values_get, file.id, "Data") for _ in range(2)]
        until = time.monotonic() + 5
        while len(one.requests) < 3 and time.monotonic() < until:
            time.sleep(0.01)
        start = time.monotonic()
    assert time.monotonic() - start < 10, "it does not wait for the thirty seconds of silence"
    for call in calls:
        assert isinstance(call.exception(5), requests.RequestException)
    pool.shutdown()


# --- held to the description ---


def test_the_description_refuses_a_field_that_is_renamed_mistyped_or_unknown():
    good = {"spreadsheetId": "x", "properties": {"title": "t"}, "sheets": [], "spreadsheetUrl": "u"}
    description.answer("sheets", "sheets.spreadsheets.get", good)
    for wrong, said in (
        (good | {"sheets": [{"property": {"title": "Data"}}]}, r"sheets\[0\].*'property' was unexpected"),
        (good | {"properties": {"title": 5}}, r"\$\.properties\.title: 5 is not of type 'string'"),
        (good | {"sheets": [{"properties": {"sheetType": "KISI"}}]}, r"sheetType: 'KISI' is not one of"),
        ({name: one for name, one in good.items() if name != "spreadsheetUrl"}, "without spreadsheetUrl"),
    ):
        with pytest.raises(AssertionError, match=said):
            description.answer("sheets", "sheets.spreadsheets.get", wrong)
    description.answer("sheets", "sheets.spreadsheets.get", {"sheets": []}, "sheets.properties")
    with pytest.raises(AssertionError, match="without majorDimension"):
        description.answer("sheets", "sheets.spreadsheets.values.get", {"range": "A1"})
    with pytest.raises(AssertionError, match="modifiedTime"):
        description.answer("drive", "drive.files.get", {"modifiedTime": "4 November 2024"})
    with pytest.raises(AssertionError, match="size"):
        description.answer("drive", "drive.files.get", {"size": 12})


def test_the_description_refuses_a_request_that_it_does_not_know():
    append, get = "sheets.spreadsheets.values.append", "sheets.spreadsheets.get"
    description.request("sheets", append, {"values": [[1, "a", None]]}, {"valueInputOption": "RAW"})
    description.request("sheets", append, {"values": [[1]], "majorDimension": None}, {})
    description.request("drive", "drive.files.get", None, {"includeItemsFromAllDrives": "True", "fields": "id"})
    for method, body, query, said in (
        (append, {"value": [[1]]}, {}, "'value' was unexpected"),
        (append, {"values": [1]}, {}, "not of type 'array'"),
        (append, {}, {"valueInputOption": "KASAR"}, "none of"),
        (get, None, {"includeGrid": "true"}, "unknown query parameter 'includeGrid'"),
        (get, None, {"includeGridData": "ya"}, "is no boolean"),
        (get, None, {"includeGridData": ["true", "true"]}, "given 2 times"),
        (get, {"x": 1}, {}, "takes no body"),
    ):
        with pytest.raises(AssertionError, match=said):
            description.request("sheets", method, body, query)
    with pytest.raises(AssertionError, match="without spreadsheetId"):
        description.request("sheets", get, None, {}, {})
    assert description.route("sheets", "GET", "/v4/spreadsheets/abc/values/A1%3AB2") == (
        "sheets.spreadsheets.values.get", {"spreadsheetId": "abc", "range": "A1%3AB2"},
    )  # fmt: skip
    assert description.route("sheets", "GET", "/v4/spreadsheets/abc/values:batchGet")[0].endswith("batchGet")
    assert description.route("sheets", "PATCH", "/v4/spreadsheets/abc") is None


@pytest.mark.parametrize(
    ("verb", "url", "body", "said"),
    [
        ("get", "https://sheets.googleapis.com/v4/spreadsheets/{}/nilai", None, "knows no such method"),
        ("get", "https://sheets.googleapis.com/v4/spreadsheets/{}?baris=5", None, "unknown query parameter 'baris'"),
        ("post", "https://sheets.googleapis.com/v4/spreadsheets/{}:batchUpdate", {"requests": [{"addTab": {}}]}, "addTab"),
        ("post", "https://sheets.googleapis.com/v4/spreadsheets/{}:batchUpdate", {"requests": [{"sortRange": {}}]}, "not offered"),
        ("get", "https://www.googleapis.com/drive/v3/about?fields=user", None, "drive.about.get is not offered"),
    ],
)  # fmt: skip
def test_a_request_outside_the_description_is_kept_and_fails_whoever_leaves(monkeypatch, verb, url, body, said):
    cloud = Google()
    with pytest.raises(AssertionError, match=said), cloud:
        for name, value in cloud.environment.items():
            monkeypatch.setenv(name, value)
        file = cloud.add("kpu", {"Data": []}, role="writer")
        status, _ = refused(lambda: entered(cloud).http_client.request(verb, url.format(file.id), json=body))
        assert status == 500 and len(cloud.misfits) == 1


def test_a_host_that_is_not_played_is_refused_and_kept():
    with pytest.raises(AssertionError, match=r"CONNECT example\.com:443"), Google() as cloud:
        port = int(cloud.environment["HTTPS_PROXY"].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 5) as line:
            line.sendall(b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n")
            answer = http.client.HTTPResponse(line)
            answer.begin()
            assert answer.status == 502


# --- recordings ---


def recorded(name):
    return json.loads((RECORDINGS / f"{name}.json").read_text("utf-8"))["interactions"]


def test_a_recording_is_given_again_to_whoever_asks_the_same(cloud, client):
    cloud.replay(RECORDINGS / "read.json")
    answer = client.http_client.request("get", recorded("read")[1]["request"]["uri"]).json()
    assert [len(one.get("values", [])) for one in answer["valueRanges"]] == [7, 0]
    cloud.replay(RECORDINGS / "empty.json")
    empty = client.open_by_key(recorded("empty")[0]["request"]["uri"].split("/")[5].partition("?")[0])
    assert (empty.locale, empty.sheet1.title, empty.sheet1.get_all_values()) == ("en_US", "Sheet1", [[]])
    cloud.replay(RECORDINGS / "forbidden.json")
    status, error = refused(client.http_client.request, "get", recorded("forbidden")[0]["request"]["uri"])
    assert (status, error["status"]) == (403, "PERMISSION_DENIED")


def test_the_reading_code_takes_a_recording_for_google(cloud):
    cloud.replay(RECORDINGS / "read.json")
    file = recorded("read")[0]["request"]["uri"].split("/")[5].partition("?")[0]
    ours = {"Hibah", "Logistik Gudang"}.__contains__
    sheet = read.fetch(cloud.key(), {"kpu": read.Wanted(file, ours)}, 20)["kpu"].sheet
    assert (sheet.title, sheet.locale) == ("Monev KPU (rekaman)", "in_ID")
    filled, empty = sheet.tabs
    assert (filled.title, empty.title, list(empty.rows)) == ("Hibah", "Logistik Gudang", [])
    assert [row for row in filled.rows if row][2] == ["Tahap 1", 45327, 10_000_000_000]
    assert asked(cloud) == [("token", 200), ("drive", 200), ("sheets", 200), ("sheets", 200)]


def test_a_recorded_success_is_held_to_the_description_too(tmp_path, monkeypatch):
    wrong = recorded("empty")[:1]
    wrong[0]["response"]["body"]["string"] = '{"spreadsheetId": "x", "judul": "y"}'
    path = tmp_path / "rekaman.json"
    path.write_text(json.dumps({"version": 1, "interactions": wrong}), "utf-8")
    with pytest.raises(AssertionError, match="judul"), Google() as cloud:
        for name, value in cloud.environment.items():
            monkeypatch.setenv(name, value)
        cloud.replay(path)
        assert refused(entered(cloud).http_client.request, "get", wrong[0]["request"]["uri"])[0] == 500


def test_of_several_that_fit_each_is_given_once_and_the_last_for_ever(cloud, client, tmp_path):
    first, second = copy.deepcopy(recorded("forbidden") + recorded("forbidden"))
    first["response"]["status"]["code"] = 503
    path = tmp_path / "rekaman.json"
    path.write_text(json.dumps({"version": 1, "interactions": [first, second]}), "utf-8")
    cloud.replay(path)
    url = first["request"]["uri"]
    assert [refused(client.http_client.request, "get", url)[0] for _ in range(3)] == [503, 403, 403]


@pytest.mark.parametrize(
    ("carried_out", "at_once", "later"), [(faults.NOTHING, 0, 0), (faults.DONE, 1, 1), (faults.LATER, 0, 1)]
)
def test_what_fails_may_be_carried_out_all_the_same_at_once_or_later(
    cloud, client, monkeypatch, carried_out, at_once, later
):
    monkeypatch.setattr(standin_module, "LATE", 0.3)
    file = cloud.add("kpu", {"Data": [["a"]]}, role="writer")
    write = "sheets.spreadsheets.values.append"
    cloud.fault("sheets", "503", 1, file.id, write, carried_out)
    assert client.http_client.values_get(file.id, "Data")["values"] == [["a"]], "another method is not hit"
    status, _ = refused(
        client.http_client.values_append, file.id, "Data", {"valueInputOption": "RAW"}, {"values": [["b"]]}
    )
    assert status == 503 and len(cloud.book(file.id).tabs[0].rows) == 1 + at_once
    time.sleep(0.8)
    assert len(cloud.book(file.id).tabs[0].rows) == 1 + later


def test_an_officer_changes_a_spreadsheet_right_before_a_request_once(cloud, client):
    file = cloud.add("kpu", {"Data": [["a"]]})
    cloud.before("sheets.spreadsheets.values.get", lambda book: book.tab("Data").set(0, 0, "b"))
    assert client.http_client.values_get(file.id, "Data")["values"] == [["b"]]
    cloud.book(file.id).tab("Data").set(0, 0, "c")
    assert client.http_client.values_get(file.id, "Data")["values"] == [["c"]]
