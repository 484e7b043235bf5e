"""A page of somebody else, open in the browser of the director, cannot press GO; our own can."""

import http.server
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
GO = '{"key":"KEY","race":"mile","seen":3,"do":{"act":"gun"}}'

PRESS = """go => fetch("/api/requests", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Pacelight": "1" },
  body: go,
}).then((answer) => answer.status)"""
"""GO, as a page of ours asks it."""

FOREIGN = """<!doctype html><title>Win a prize</title>
<img src="TARGET/api/requests?do=gun" alt=""><iframe name="hidden" src="TARGET/pair"></iframe>
<form id="text" method="post" action="TARGET/api/requests" enctype="text/plain" target="hidden">
<input name='{"key":"12345678","race":"mile","seen":3,"do":{"act":"gun","reason":"' value='"}}'></form>
<form id="leave" method="post" action="TARGET/pair/leave" target="hidden"></form>
<form id="invite" method="post" action="TARGET/pair/invite" target="hidden">
<input name="role" value="director"></form>
"""

ATTEMPTS = """async ([target, go]) => {
  const tried = [];
  const post = (path, init) =>
    fetch(target + path, { method: "POST", credentials: "include", ...init })
      .then((answer) => tried.push([path, answer.type, answer.status]))
      .catch((error) => tried.push([path, error.name, 0]));
  const json = { "Content-Type": "application/json" };
  await post("/api/requests", { mode: "no-cors", body: go });
  await post("/api/requests", { mode: "no-cors", body: new Blob([go], { type: "text/plain" }) });
  await post("/api/requests", { body: go, headers: { ...json, "X-Pacelight": "1" } });
  await post("/api/requests", { body: go, headers: json });
  await post("/api/pairings", { mode: "no-cors", body: '{"role":"director"}' });
  await post("/api/session", { method: "DELETE" });
  navigator.sendBeacon(target + "/api/requests", go);
  for (const id of ["text", "leave", "invite"]) {
    document.getElementById(id).submit();
    await new Promise((done) => (document.querySelector("iframe").onload = done));
  }
  return tried;
}"""


@dataclass
class Meet:
    """An engine, the web process before it, and the director's token."""

    engine: Any
    pages: Any
    token: str


@pytest.fixture(scope="module")
def meet(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Meet:
    bus = tmp_path_factory.mktemp("foreign") / "bus"
    engine, pages = answering(bus), web_pages("--bus", bus)
    return Meet(engine, pages, pages.token("director"))


@pytest.fixture(autouse=True)
def nothing_yet(meet: Meet) -> None:
    meet.engine.heard.clear()


@contextmanager
def foreign(target: str) -> Iterator[int]:
    """The port of a server of somebody else's pages."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = FOREIGN.replace("TARGET", target).encode()
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def signed_in(context: BrowserContext, meet: Meet, host: str = "127.0.0.1") -> None:
    cookie = {"name": "pacelight", "value": meet.token, "domain": host, "path": "/", "httpOnly": True}
    context.add_cookies([{**cookie, "sameSite": "Strict"}])  # type: ignore[list-item]  # as a session is given


def pressed_by_our_own(page: Page, meet: Meet) -> int:
    """The status of GO, asked by a page of this server."""
    page.goto(meet.pages.address + "pair")
    status: int = page.evaluate(PRESS, GO.replace("KEY", str(uuid.uuid4())))
    return status


def untouched(meet: Meet) -> bool:
    """Nothing was asked of the engine, nobody was let in or out."""
    from pacelight.web.rights.access import Access

    with Access(meet.pages.access) as access:
        there = access.session(meet.token, int(time.time())) is not None
        alone = len(access.sessions(int(time.time()))) == 1
    return there and alone and meet.engine.heard == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_foreign_page_cannot_press_go(context: BrowserContext, meet: Meet, host: str) -> None:
    """From another port, which shares the cookies, and from another site, which does not."""
    signed_in(context, meet)
    target = meet.pages.address.rstrip("/")
    page = context.new_page()
    with foreign(target) as port:
        page.goto(f"http://{host}:{port}/")
        tried = page.evaluate(ATTEMPTS, [target, GO.replace("KEY", str(uuid.uuid4()))])
    assert [path for path, _, _ in tried][:4] == ["/api/requests"] * 4
    assert {kind for _, kind, _ in tried} <= {"opaque", "TypeError"}  # nothing of an answer is read
    assert untouched(meet)
    assert pressed_by_our_own(page, meet) == 200
    assert [one.do.__struct_config__.tag for one in meet.engine.heard] == ["gun"]


def test_our_pages_are_shown_in_no_frame_of_somebody_else(context: BrowserContext, meet: Meet) -> None:
    signed_in(context, meet)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with foreign(meet.pages.address.rstrip("/")) as port:
        page.goto(f"http://127.0.0.1:{port}/")
        frame = page.frame("hidden")
        assert frame is not None
        assert frame.locator("form").count() == 0
    assert any("frame-ancestors 'none'" in text for text in said)


def test_a_name_that_is_pointed_at_us_reaches_nothing(chromium: Browser, meet: Meet) -> None:
    """DNS rebinding: the browser holds evil.example to be this machine, and its pages to be of one origin."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
    rules = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    browser = chromium.browser_type.launch(executable_path=program, args=[*QUIET, rules])
    try:
        context = browser.new_context()
        signed_in(context, meet, "evil.example")
        port = meet.pages.address.rstrip("/").rpartition(":")[2]
        page = context.new_page()
        answer = page.goto(f"http://evil.example:{port}/api/snapshot")
        assert answer is not None
        assert answer.status == 421
        assert page.evaluate(PRESS, GO.replace("KEY", str(uuid.uuid4()))) == 421
    finally:
        browser.close()
    assert untouched(meet)


def test_no_script_reads_the_token(context: BrowserContext, meet: Meet) -> None:
    page = context.new_page()
    page.goto(f"{meet.pages.address}pair#{meet.pages.code('timer', 'timing desk')}")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="timing desk").wait_for()
    (cookie,) = context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("pacelight", True, "Strict")
    assert page.evaluate("document.cookie + JSON.stringify({...localStorage, ...sessionStorage})") == "{}"
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    assert context.cookies() == []
