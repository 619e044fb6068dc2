"""How Google says no: an HTTP status and a JSON error in the form of each API."""

from typing import Any

TYPE = "type.googleapis.com/google.rpc."
STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    408: "DEADLINE_EXCEEDED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
NO_PERMISSION = "The caller does not have permission"
NO_SCOPE = "Request had insufficient authentication scopes."
BAD_CREDENTIALS = (
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid "
    "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
)


class Refusal(Exception):
    """An answer that is no success: its HTTP status and its JSON body."""

    def __init__(self, status: int, body: Any):
        super().__init__(status, body)
        self.status, self.body = status, body


def of_sheets(code: int, message: str, *, status: str | None = None, details: list[dict] | None = None) -> Refusal:
    """A refusal of the Sheets API: code, message, a status in words, perhaps details."""
    error = {"code": code, "message": message, "status": status or STATUS[code]}
    return Refusal(code, {"error": error | ({"details": details} if details else {})})


def of_drive(code: int, message: str, reason: str, *, domain: str = "global", **more: Any) -> Refusal:
    """A refusal of the Drive API: a list of errors, each with domain and reason; `more` goes into the first."""
    first = {"message": message, "domain": domain, "reason": reason} | more
    return Refusal(code, {"error": {"errors": [first], "code": code, "message": message}})


def of_token(code: int, error: str, description: str) -> Refusal:
    """A refusal of the token endpoint, which speaks OAuth 2 instead."""
    return Refusal(code, {"error": error, "error_description": description})


def unauthenticated(api: str) -> Refusal:
    """The bearer token is unknown, expired or revoked."""
    if api == "drive":
        return of_drive(401, "Invalid Credentials", "authError", locationType="header", location="Authorization")
    return of_sheets(401, BAD_CREDENTIALS)


def lacks_scope(api: str, method: str) -> Refusal:
    """The token is good, but not for this."""
    metadata = {"service": f"{api}.googleapis.com", "method": method}
    detail = {"@type": f"{TYPE}ErrorInfo", "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "domain": "googleapis.com"}
    refusal = of_sheets(403, NO_SCOPE, details=[detail | {"metadata": metadata}])
    if api == "drive":
        errors = [{"message": "Insufficient Permission", "domain": "global", "reason": "insufficientPermissions"}]
        refusal.body["error"]["errors"] = errors
    return refusal


def not_found(api: str, file: str) -> Refusal:
    """There is no such file, or, for Drive, none that the account may see."""
    if api == "drive":
        return of_drive(404, f"File not found: {file}.", "notFound", locationType="parameter", location="fileId")
    return of_sheets(404, "Requested entity was not found.")


def service_disabled(api: str, project: str) -> Refusal:
    """The API was never switched on in the account's project."""
    service = f"{api}.googleapis.com"
    title = f"Google {api.capitalize()} API"
    place = f"https://console.developers.google.com/apis/api/{service}/overview?project={project}"
    message = (
        f"{title} has not been used in project {project} before or it is disabled. Enable it by visiting {place} then "
        "retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and "
        "retry."
    )
    metadata = {"service": service, "serviceTitle": title, "consumer": f"projects/{project}", "activationUrl": place}
    details = [
        {"@type": f"{TYPE}ErrorInfo", "reason": "SERVICE_DISABLED", "domain": "googleapis.com", "metadata": metadata},
        {"@type": f"{TYPE}LocalizedMessage", "locale": "en-US", "message": message},
        {"@type": f"{TYPE}Help", "links": [{"description": "Google developers console API activation", "url": place}]},
    ]
    refusal = of_sheets(403, message, details=details)
    if api == "drive":
        first = {"message": message, "domain": "usageLimits", "reason": "accessNotConfigured"}
        refusal.body["error"]["errors"] = [first | {"extendedHelp": "https://console.developers.google.com"}]
    return refusal
