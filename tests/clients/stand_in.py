"""What the ASK CLI talks to, on loopback: Amazon's Skill Management API, and AWS's IAM and Lambda.

Only as much as ``ask deploy`` and ``ask dialog`` call. It answers from what it was sent: a package
that Amazon could not import is refused, and a simulated turn goes through our own handler.
"""

import base64
import io
import json
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote
from zipfile import ZipFile

from skill.doors.alexa import build_handler
from skill.doors.web.speaker import request_for

Json = dict[str, Any]

SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000001"
ACCOUNT = "000000000000"
ARN = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:nerve-check"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/nerve-check"


class Reply(NamedTuple):
    """What goes back."""

    body: object = None
    status: int = 200
    location: str = ""


class StandIn(ThreadingHTTPServer):
    """Keeps what was deployed."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Call)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.package: dict[str, bytes] = {}
        self.manifest: Json = {}
        self.function: Json = {}
        self.code = b""
        self.permissions: list[Json] = []
        self.enabled = False
        self.attributes: Json = {}
        self.turns: dict[str, Json] = {}
        self.unknown: list[str] = []
        self.handler = build_handler()
        Thread(target=self.serve_forever, daemon=True).start()

    # --- skills -----------------------------------------------------------------------------

    def upload(self, body: bytes) -> Reply:
        """Keep the files of a skill package."""
        with ZipFile(io.BytesIO(body)) as archive:
            self.package = {name: archive.read(name) for name in archive.namelist()}
        return Reply()

    def imported(self, _: bytes) -> Reply:
        """Return whether the package that was uploaded could be imported."""
        faults = list(self._faults())
        if not faults:
            self.manifest = json.loads(self.package["skill.json"])
        resource = {"name": "Manifest", "status": "SUCCEEDED", "action": "CREATED"}
        return Reply(
            {
                "status": "FAILED" if faults else "SUCCEEDED",
                "errors": [{"message": one} for one in faults],
                "warnings": [],
                "skill": {"skillId": SKILL, "eTag": "1", "resources": [resource]},
            }
        )

    def _faults(self) -> Iterator[str]:
        """Yield what Amazon would refuse at the door."""
        if "skill.json" not in self.package:
            yield "there is no skill.json at the top of the package"
            return
        told = json.loads(self.package["skill.json"])["manifest"]["publishingInformation"][
            "locales"
        ]
        for locale, listing in told.items():
            wanted = [f"interactionModels/custom/{locale}.json"]
            wanted += [
                listing[f"{size}IconUri"].removeprefix("file://") for size in ("small", "large")
            ]
            yield from (f"{name} is missing" for name in wanted if name not in self.package)

    def updated(self, body: bytes) -> Reply:
        """Keep a manifest, as it is after the Lambda is made."""
        self.manifest = json.loads(body)
        return Reply(status=202)

    def enablement(self, _: bytes) -> Reply:
        """Return whether the skill is on the owner's own speakers."""
        return Reply(status=204) if self.enabled else Reply({"message": "not enabled"}, 404)

    def enable(self, _: bytes) -> Reply:
        """Put the skill on the owner's own speakers."""
        self.enabled = True
        return Reply(status=204)

    def simulate(self, body: bytes) -> Reply:
        """Say words to the skill, and keep the turn until it is asked for."""
        told = json.loads(body)
        if told.get("session", {}).get("mode") == "FORCE_NEW_SESSION":
            self.attributes = {}
        sent = request_for(told["input"]["content"], self.attributes, told["device"]["locale"])
        answer = self.handler(sent.envelope, None)
        ended = answer["response"].get("shouldEndSession", True)
        self.attributes = {} if ended else answer.get("sessionAttributes", {})
        number = str(len(self.turns) + 1)
        self.turns[number] = {
            "request": sent.envelope,
            "answer": answer,
            "caption": re.sub(
                r"<[^>]+>", " ", json.dumps(answer["response"].get("outputSpeech", ""))
            ),
        }
        return Reply({"id": number, "status": "IN_PROGRESS", "result": None})

    def simulated(self, number: str) -> Reply:
        """Return a turn in the form of a simulation."""
        turn = self.turns[number]
        invocation = {
            "invocationRequest": {"endpoint": ARN, "body": turn["request"]},
            "invocationResponse": {"body": turn["answer"]},
            "metrics": {"skillExecutionTimeInMilliseconds": 1},
        }
        spoken = {"type": "Speech", "content": {"caption": turn["caption"]}}
        result = {
            "alexaExecutionInfo": {"alexaResponses": [spoken]},
            "skillExecutionInfo": {"invocations": [invocation]},
        }
        return Reply({"id": number, "status": "SUCCESSFUL", "result": result})

    # --- AWS --------------------------------------------------------------------------------

    def iam(self, body: bytes) -> Reply:
        """Return a role, as IAM's XML."""
        action = parse_qs(body.decode())["Action"][0]
        role = (
            f"<Role><Path>/</Path><RoleName>nerve-check</RoleName><RoleId>R</RoleId><Arn>{ROLE}"
            "</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></Role>"
        )
        result = f"<{action}Result>{role}</{action}Result>"
        meta = "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
        place = "https://iam.amazonaws.com/doc/2010-05-08/"
        return Reply(f'<{action}Response xmlns="{place}">{result}{meta}</{action}Response>')

    def create(self, body: bytes) -> Reply:
        """Keep a new function and its zip."""
        told = json.loads(body)
        self.code = base64.b64decode(told.pop("Code")["ZipFile"])
        self.function = told | {"FunctionArn": ARN, "State": "Active"}
        self.function |= {"LastUpdateStatus": "Successful", "RevisionId": "1", "Role": ROLE}
        return Reply(self.function, 201)

    def change(self, body: bytes) -> Reply:
        """Keep a new zip, or another setting, of the function."""
        told = json.loads(body)
        if "ZipFile" in told:
            self.code = base64.b64decode(told["ZipFile"])
        return Reply(self.function)

    def get(self, _: bytes) -> Reply:
        """Return the function."""
        return Reply({"Configuration": self.function, "Code": {}})

    def allow(self, body: bytes) -> Reply:
        """Keep who may call the function."""
        self.permissions.append(json.loads(body))
        return Reply({"Statement": "{}"}, 201)

    # --- which call is which ----------------------------------------------------------------

    def answer(self, method: str, path: str, body: bytes) -> Reply:
        """Return what a call brings; one that nobody stands in for is kept, and refused."""
        import_ = "/v1/skills/imports/1"
        stage = rf"/v1/skills/{SKILL}/stages/development"
        calls: dict[str, Callable[[bytes], Reply]] = {
            r"GET /v1/vendors": lambda _: Reply({"vendors": [{"id": "V", "name": "V"}]}),
            r"POST /v1/skills/uploads": lambda _: Reply({"uploadUrl": f"{self.url}/upload"}, 201),
            r"PUT /upload": self.upload,
            rf"POST /v1/skills/({SKILL}/)?imports": lambda _: Reply({}, 202, import_),
            rf"GET {import_}": self.imported,
            rf"GET {stage}/manifest": lambda _: Reply(self.manifest),
            rf"PUT {stage}/manifest": self.updated,
            rf"GET /v1/skills/{SKILL}/status": lambda _: Reply(
                {"manifest": {"lastUpdateRequest": {"status": "SUCCEEDED"}, "eTag": "1"}}
            ),
            rf"GET {stage}/enablement": self.enablement,
            rf"PUT {stage}/enablement": self.enable,
            rf"POST /v2/skills/{SKILL}/stages/development/simulations": self.simulate,
            rf"GET /v2/skills/{SKILL}/stages/development/simulations/\d+": lambda _: self.simulated(
                path.rpartition("/")[2]
            ),
            r"POST /": self.iam,
            r"POST /2015-03-31/functions": self.create,
            r"PUT /2015-03-31/functions/[^/]+/(code|configuration)": self.change,
            r"GET /2015-03-31/functions/[^/]+": self.get,
            r"POST /2015-03-31/functions/[^/]+/policy": self.allow,
        }
        for pattern, call in calls.items():
            if re.fullmatch(pattern, f"{method} {path}"):
                return call(body)
        self.unknown.append(f"{method} {path}")
        return Reply({"message": f"nobody stands in for {method} {path}"}, 404)


class _Call(BaseHTTPRequestHandler):
    """One call of the ASK CLI."""

    protocol_version = "HTTP/1.1"
    server: StandIn

    def do(self) -> None:
        """Answer it."""
        path = unquote(self.path.partition("?")[0])
        path = path.rstrip("/") or "/"
        reply = self.server.answer(self.command, path, self._body())
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body or {})
        sent = b"" if reply.status == 204 else text.encode()
        self.send_response(reply.status)
        kind = "text/xml" if isinstance(reply.body, str) else "application/json"
        headers = {"Content-Type": kind, "Content-Length": str(len(sent)), "ETag": "1"}
        for name, value in headers.items():
            self.send_header(name, value)
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        self.wfile.write(sent)

    do_GET = do_POST = do_PUT = do  # noqa: N815 - their names there

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Keep nothing."""
