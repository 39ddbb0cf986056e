"""A stand-in for the REST API of AWX on the loopback interface, as far as the playbook awx_setup uses it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from helpers.awx_rules import KINDS, SECRET, WITH_SURVEY, Record, Refused, checked, survey_is_sound

PREFIX = "/api/v2/"
UNIFIED = ("job_templates", "workflow_job_templates", "projects")
Answer = tuple[int, Any]


class Controller:
    """What the stand-in holds, and how it answers.

    :ivar writes: the requests that changed something, as METHOD and path.
    """

    def __init__(self, token: str, files: Path) -> None:
        self.token = token
        self.files = files
        self.writes: list[str] = []
        self.records: dict[str, dict[int, Record]] = {kind: {} for kind in KINDS}
        self.joined: dict[str, list[int]] = {}
        self.surveys: dict[str, Record] = {}
        self.updates: dict[int, Record] = {}
        self._numbers = itertools.count(1)
        self._lock = Lock()

    def answer(self, method: str, path: str, query: list[tuple[str, str]], body: Record) -> Answer:
        """The status and the body of the answer to a request below C(/api/v2/)."""
        with self._lock:
            words = [word for word in path.removeprefix(PREFIX).split("/") if word]
            try:
                status, told = self._dispatch(method, words, query, body)
            except Refused as refusal:
                return 400, refusal.args[0]
            except KeyError:
                return 404, {"detail": "Not found."}
            if method != "GET":
                self.writes.append(f"{method} {path}")
            return status, told

    def named(self, kind: str) -> dict[str, Record]:
        """The records of a kind by name, or identifier."""
        return {one.get("name") or one["identifier"]: one for one in self.records[kind].values()}

    def joins(self, kind: str, record: Record, what: str) -> list[str]:
        """The names of what is associated with a record."""
        target = self.records[KINDS[kind].joined[what]]
        ids = self.joined.get(f"{kind}/{record['id']}/{what}", [])
        return [target[number].get("name") or target[number]["identifier"] for number in ids]

    def _dispatch(self, method: str, words: list[str], query: list[tuple[str, str]], body: Record) -> Answer:
        kind, *rest = words
        if kind == "project_updates":
            return 200, self.updates[int(rest[0])]
        if not rest:
            return self._listed(kind, query) if method == "GET" else (201, self._made(kind, body))
        record = self._find(kind, int(rest[0]))
        if len(rest) == 1:
            return 200, self._shown(kind, record if method == "GET" else self._changed(kind, record, body))
        if rest[1] == "survey_spec" and kind in WITH_SURVEY:
            return self._survey("/".join(words), method, body)
        return self._joined(kind, "/".join(words), rest[1], method, body)

    def _find(self, kind: str, number: Any) -> Record:
        for one in UNIFIED if kind == "unified_job_templates" else (kind,):
            if number in self.records[one]:
                return self.records[one][number]
        raise Refused({kind: [f'Invalid pk "{number}" - object does not exist.']})

    def _listed(self, kind: str, query: list[tuple[str, str]]) -> Answer:
        kinds = UNIFIED if kind == "unified_job_templates" else (kind,)
        found = [self._shown(one, record) for one in kinds for record in self.records[one].values()]
        either = [(name[4:], value) for name, value in query if name.startswith("or__")]
        every = [(name, value) for name, value in query if not name.startswith("or__")]
        found = [one for one in found if all(str(one.get(name)) == value for name, value in every)]
        if either:
            found = [one for one in found if any(str(one.get(name)) == value for name, value in either)]
        return 200, {"count": len(found), "next": None, "previous": None, "results": found}

    def _made(self, kind: str, body: Record) -> Record:
        checked(kind, body, self._find, self.files)
        twins = [one for one in self.records[kind].values() if self._place(kind, one) == self._place(kind, body)]
        if twins:
            raise Refused({"__all__": ["An object with this name already exists."]})
        number = next(self._numbers)
        self.records[kind][number] = {**KINDS[kind].defaults, **body, "id": number}
        if kind == "projects":
            self.updates[number] = {"id": number, "status": "successful", "finished": True, "failed": False}
        return self._shown(kind, self.records[kind][number])

    def _place(self, kind: str, record: Record) -> tuple[Any, ...]:
        within = ("organization", "inventory", "workflow_job_template", "credential_type")
        return (record.get("name") or record["identifier"], *(record.get(one) for one in within))

    def _changed(self, kind: str, record: Record, body: Record) -> Record:
        merged = {name: value for name, value in {**record, **body}.items() if name != "id"}
        checked(kind, merged, self._find, self.files)
        record.update(body)
        return record

    def _shown(self, kind: str, record: Record) -> Record:
        url = f"{PREFIX}{kind}/{record['id']}/"
        shown = {**record, "type": KINDS[kind].type, "url": url, "related": {}, "summary_fields": {}}
        if kind in WITH_SURVEY:
            shown["related"] = {"survey_spec": f"{url}survey_spec/"}
        if kind == "projects":
            shown["summary_fields"] = {"current_update": {"id": record["id"]}}
        if kind == "credentials":
            fields = self.records["credential_types"][record["credential_type"]]["inputs"]["fields"]
            secret = {one["id"] for one in fields if one.get("secret")}
            shown["inputs"] = {name: SECRET if name in secret else value for name, value in record["inputs"].items()}
        if kind == "job_templates":
            shown["organization"] = self.records["projects"][record["project"]].get("organization")
        return shown

    def _survey(self, place: str, method: str, body: Record) -> Answer:
        if method == "POST":
            survey_is_sound(body)
            self.surveys[place] = body
            return 200, None
        return 200, self.surveys.get(place, {})

    def _joined(self, kind: str, place: str, what: str, method: str, body: Record) -> Answer:
        target = KINDS[kind].joined[what]
        ids = self.joined.setdefault(place, [])
        if method == "GET":
            found = [self._shown(target, self.records[target][number]) for number in ids]
            return 200, {"count": len(found), "next": None, "previous": None, "results": found}
        self._find(target, body["id"])
        if body.get("disassociate"):
            ids.remove(body["id"])
        else:
            ids.append(body["id"])
        return 204, None


def _handler(controller: Controller) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length) or b"{}")
            if self.headers.get("Authorization") != f"Bearer {controller.token}":
                status, told = 401, {"detail": "Authentication credentials were not provided."}
            else:
                status, told = controller.answer(self.command, asked.path, parse_qsl(asked.query), body)
            content = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("X-API-Product-Name", "AWX")
            self.send_header("X-API-Product-Version", "24.6.1")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    for method in ("GET", "POST", "PATCH"):
        setattr(Handler, f"do_{method}", Handler._answer)
    return Handler


@contextmanager
def served(token: str, files: Path) -> Iterator[tuple[Controller, str]]:
    """A stand-in with the organization Default whose projects hold `files`, and the address it answers on."""
    controller = Controller(token, files)
    controller.answer("POST", f"{PREFIX}organizations/", [], {"name": "Default"})
    controller.writes.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(controller))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield controller, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
