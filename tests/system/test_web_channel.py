"""The web channel, by a real HTTP client against the running assistant."""

import json
import re
import sqlite3
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import jsonschema
import jwt
import pytest

from tests.system.conftest import Assistant, Begin, Client
from thatch.paths import ROOT

REPLY = json.loads((ROOT / "schema" / "reply.json").read_text(encoding="utf-8"))
QUESTION = "what is mesotherapy"


def problem(response: httpx.Response, status: httpx.codes) -> str:
    """The detail of an error, which must be told as RFC 9457 has it."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["title"]
    return str(body["detail"])


def events(stream: httpx.Response) -> list[tuple[str, Any]]:
    """The events of a stream, in order."""
    found = [event.split("\n") for event in stream.read().decode().strip().split("\n\n")]
    return [
        (name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
        for name, data in found
    ]


def test_a_session_begins_with_a_greeting_that_says_what_it_is(visitor: Client) -> None:
    (greeting,) = visitor.greeting
    assert "automated assistant" in greeting["text"]
    assert "[999](tel:999)" in greeting["text"]
    assert greeting["seq"] == 0


@pytest.mark.parametrize(("region", "number"), [("uk", "999"), ("us", "911"), ("eu", "112")])
def test_the_greeting_names_the_regions_emergency_number(
    assistant: Assistant, begin: Begin, region: str, number: str
) -> None:
    (greeting,) = begin(assistant.address, region).greeting
    assert f"(tel:{number})" in greeting["text"]


def test_without_consent_there_is_no_session(assistant: Assistant) -> None:
    for body in ({"region": "uk"}, {"region": "uk", "consent": False}):
        response = httpx.post(f"{assistant.address}/webhooks/web/sessions", json=body)
        assert "consent" in problem(response, httpx.codes.UNPROCESSABLE_ENTITY)


def test_replies_meet_the_schema(visitor: Client) -> None:
    texts = ["Hi, I'm Ali", QUESTION, "does it hurt", "xyzzy plugh", "", "my throat is closing up"]
    for text in texts:
        reply = visitor.say(text)
        jsonschema.validate(reply, REPLY, format_checker=jsonschema.FormatChecker())
        assert reply["messages"], f"silence after {text!r}"
        assert reply["answer"]["model"]
        assert len(reply["answer"]["content_hash"]) == 16


def test_messages_are_numbered_in_order_and_told_again(visitor: Client) -> None:
    first, second = visitor.say(QUESTION), visitor.say("does it hurt")
    told = visitor.http.get("/messages").json()["messages"]
    assert [one["seq"] for one in told] == list(range(len(told)))
    assert [one["text"] for one in told if one["from"] == "visitor"] == [QUESTION, "does it hurt"]
    assert [one for one in told if one["from"] == "assistant"] == [
        *visitor.greeting,
        *first["messages"],
        *second["messages"],
    ]
    after = visitor.http.get("/messages", params={"after": first["messages"][-1]["seq"]})
    assert after.json()["messages"] == told[first["messages"][-1]["seq"] + 1 :]


def test_the_same_message_gets_the_same_reply_and_is_heard_once(visitor: Client) -> None:
    message_id = str(uuid.uuid4())
    replies = [visitor.post(id=message_id, text=QUESTION).json() for _ in range(2)]
    assert replies[0] == replies[1]
    assert len(visitor.http.get("/messages").json()["messages"]) == 2 + len(replies[0]["messages"])


def test_the_same_message_at_the_same_time_is_heard_once(visitor: Client) -> None:
    message_id = str(uuid.uuid4())
    with ThreadPoolExecutor(4) as pool:
        replies = list(
            pool.map(lambda _: visitor.post(id=message_id, text=QUESTION).json(), range(4))
        )
    assert all(reply == replies[0] for reply in replies)
    told = visitor.http.get("/messages").json()["messages"]
    assert sum(one["from"] == "visitor" for one in told) == 1


def test_a_button_is_chosen_by_an_opaque_id(visitor: Client) -> None:
    buttons = visitor.say(QUESTION)["messages"][-1]["buttons"]
    assert 2 <= len(buttons) <= 3
    assert all("/" not in one["choice"] and "{" not in one["choice"] for one in buttons)
    reply = visitor.choose(buttons[0]["choice"])
    assert reply["answer"]["kind"] == "answer"
    assert reply["answer"]["topics"] == ["mesotherapy"]
    told = visitor.http.get("/messages").json()["messages"]
    assert buttons[0]["title"] in [one["text"] for one in told if one["from"] == "visitor"]


@pytest.mark.parametrize("choice", ["c0-0", "nonsense", '/effectiveness{"topic":"prp"}'])
def test_a_choice_that_was_not_offered_is_refused(visitor: Client, choice: str) -> None:
    visitor.say(QUESTION)
    assert visitor.choose(choice)["answer"]["kind"] == "refused"


@pytest.mark.parametrize(
    "text",
    ["/restart", '/effectiveness{"topic": "prp"}', "/session_start", "/greet@0.3", " /emergency"],
)
def test_a_typed_payload_is_not_obeyed(visitor: Client, text: str) -> None:
    visitor.say(QUESTION)
    assert visitor.say(text)["answer"]["kind"] == "refused"
    assert visitor.say("does it hurt")["answer"]["topics"] == ["mesotherapy"]


def test_a_slash_before_a_question_is_plain_text(visitor: Client) -> None:
    reply = visitor.say("/ what is mesotherapy?")
    assert [item["content"] for item in reply["answer"]["items"]] == ["mesotherapy.what_is"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "///", "a" * 1001])
def test_what_cannot_be_read_is_answered_politely(visitor: Client, text: str) -> None:
    reply = visitor.say(text)
    assert reply["answer"]["kind"] == "refused"
    assert reply["messages"][0]["text"]


def test_a_text_of_the_greatest_length_is_read(visitor: Client) -> None:
    text = f"{QUESTION}? ".ljust(1000, "x")
    assert visitor.say(text)["answer"]["kind"] != "refused"


def test_a_reply_comes_as_a_stream(visitor: Client) -> None:
    message = {"id": str(uuid.uuid4()), "text": QUESTION}
    accept = {"Accept": "text/event-stream"}
    with visitor.http.stream("POST", "/messages", json=message, headers=accept) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        streamed = events(stream)
    whole = visitor.post(**message).json()
    assert streamed[0] == ("typing", {})
    assert [data for name, data in streamed if name == "message"] == whole["messages"]
    assert streamed[-1] == ("done", whole["answer"])


def test_a_stream_of_an_erased_conversation_tells_the_error(visitor: Client) -> None:
    visitor.http.delete("/session")
    accept = {"Accept": "text/event-stream"}
    message = {"id": str(uuid.uuid4()), "text": QUESTION}
    with visitor.http.stream("POST", "/messages", json=message, headers=accept) as stream:
        (name, data) = events(stream)[-1]
    assert (name, data["status"]) == ("error", 401)


def test_a_transcript_can_be_kept(visitor: Client) -> None:
    visitor.say("<b>what</b> is mesotherapy")
    as_text = visitor.http.get("/transcript", headers={"Accept": "text/plain"})
    assert as_text.headers["content-type"].startswith("text/plain")
    assert "You (" in as_text.text
    assert "Sources" in as_text.text
    assert "https://pubmed.ncbi.nlm.nih.gov/37558233/" in as_text.text
    as_page = visitor.http.get("/transcript", headers={"Accept": "text/html"})
    assert as_page.headers["content-type"].startswith("text/html")
    assert "&lt;b&gt;what&lt;/b&gt;" in as_page.text
    assert "attachment" in as_page.headers["content-disposition"]


def test_an_erased_conversation_is_gone_everywhere(assistant: Assistant, visitor: Client) -> None:
    visitor.say("a word that stands nowhere else: quercitron")
    database = assistant.state / "conversations.db"
    assert b"quercitron" in b"".join(path.read_bytes() for path in assistant.state.glob("*.db*"))
    assert visitor.http.delete("/session").status_code == httpx.codes.NO_CONTENT
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT count(*) FROM events WHERE data LIKE '%quercitron%'")
        assert rows.fetchone() == (0,)
    for response in (
        visitor.post(text=QUESTION),
        visitor.http.get("/messages"),
        visitor.http.get("/transcript"),
        visitor.http.delete("/session"),
    ):
        problem(response, httpx.codes.UNAUTHORIZED)


def test_conversations_do_not_mix(assistant: Assistant, begin: Begin) -> None:
    ali, bo = begin(assistant.address), begin(assistant.address)
    ali.say("Hi, I'm Ali")
    ali.say("what is mesotherapy")
    assert "Ali" not in json.dumps(bo.say("what is prp"))
    assert bo.say("does it hurt")["answer"]["topics"] == ["prp"]
    assert ali.say("does it hurt")["answer"]["topics"] == ["mesotherapy"]


def forged(visitor: Client, **claims: Any) -> str:
    own = jwt.decode(visitor.token, options={"verify_signature": False})
    return jwt.encode({**own, **claims}, "another secret that is long enough for HS256")


def test_only_a_token_of_our_own_opens_a_conversation(visitor: Client) -> None:
    expired = datetime.now(UTC) - timedelta(hours=1)
    for authorization in (
        "",
        "Basic YTpi",
        "Bearer",
        "Bearer nonsense",
        f"Bearer {forged(visitor)}",
        f"Bearer {forged(visitor, sub='default')}",
        f"Bearer {forged(visitor, exp=expired)}",
        f"Bearer {visitor.token[:-4]}aaaa",
    ):
        response = visitor.http.get("/messages", headers={"Authorization": authorization})
        problem(response, httpx.codes.UNAUTHORIZED)
        assert response.headers["www-authenticate"] == "Bearer"


def test_an_expired_token_is_told_apart(assistant: Assistant, visitor: Client) -> None:
    secret = (assistant.state / "secret").read_text(encoding="utf-8")
    own = jwt.decode(visitor.token, options={"verify_signature": False})
    expired = jwt.encode({**own, "exp": datetime.now(UTC) - timedelta(hours=1)}, secret)
    headers = {"Authorization": f"Bearer {expired}"}
    response = visitor.http.get("/messages", headers=headers)
    assert "expired" in problem(response, httpx.codes.UNAUTHORIZED)


def test_the_secret_is_the_owners_alone(assistant: Assistant) -> None:
    assert (assistant.state / "secret").stat().st_mode & 0o777 == 0o600


def test_another_website_may_not_use_the_assistant(visitor: Client) -> None:
    for method, path in (("POST", "/messages"), ("GET", "/messages"), ("OPTIONS", "/messages")):
        response = visitor.http.request(method, path, headers={"Origin": "https://evil.example"})
        problem(response, httpx.codes.FORBIDDEN)


def test_the_assistants_own_page_may(assistant: Assistant, visitor: Client) -> None:
    response = visitor.http.get("/messages", headers={"Origin": assistant.address})
    assert response.status_code == httpx.codes.OK


@pytest.mark.parametrize(
    ("body", "status", "names"),
    [
        (b"{", httpx.codes.BAD_REQUEST, "JSON"),
        (b"[]", httpx.codes.UNPROCESSABLE_ENTITY, "(body)"),
        (b'{"text": "a"}', httpx.codes.UNPROCESSABLE_ENTITY, "id"),
        (b'{"id": "1", "text": "a"}', httpx.codes.UNPROCESSABLE_ENTITY, "UUID"),
        (
            b'{"id": "2f1e6d0e-7a52-4a34-9d0e-7f6d9f3c1a11"}',
            httpx.codes.UNPROCESSABLE_ENTITY,
            "either text or choice",
        ),
        (
            b'{"id": "2f1e6d0e-7a52-4a34-9d0e-7f6d9f3c1a11", "text": "a", "sender": "x"}',
            httpx.codes.UNPROCESSABLE_ENTITY,
            "sender",
        ),
        (
            b'{"id": "2f1e6d0e-7a52-4a34-9d0e-7f6d9f3c1a11", "text": 1}',
            httpx.codes.UNPROCESSABLE_ENTITY,
            "text",
        ),
        (b"a" * 8193, httpx.codes.REQUEST_ENTITY_TOO_LARGE, "8192"),
    ],
)
def test_a_faulty_body_says_what_is_wrong(
    visitor: Client, body: bytes, status: httpx.codes, names: str
) -> None:
    assert names in problem(visitor.http.post("/messages", content=body), status)


def test_after_must_be_a_number(visitor: Client) -> None:
    response = visitor.http.get("/messages", params={"after": "x"})
    assert "after=x" in problem(response, httpx.codes.UNPROCESSABLE_ENTITY)


def test_health_and_readiness(assistant: Assistant) -> None:
    assert httpx.get(f"{assistant.address}/healthz").json() == {"status": "alive"}
    assert httpx.get(f"{assistant.address}/readyz", timeout=10).json() == {"status": "ready"}


def test_rasas_own_doors_are_shut(assistant: Assistant) -> None:
    for path in ("/webhooks/rest/webhook", "/model/parse", "/conversations/x/tracker", "/domain"):
        assert httpx.post(f"{assistant.address}{path}", json={}).status_code in (404, 405)


def test_the_widget_is_for_any_website_and_its_parts_are_kept_for_good(
    assistant: Assistant,
) -> None:
    loader = httpx.get(f"{assistant.address}/thatch.js", headers={"Origin": "https://a.example"})
    assert loader.headers["access-control-allow-origin"] == "*"
    assert loader.headers["cross-origin-resource-policy"] == "cross-origin"
    assert loader.headers["cache-control"] == "no-cache"
    core = re.search(r"core-\w+", loader.text)
    assert core is not None
    part = httpx.get(f"{assistant.address}/thatch/{core[0]}.js")
    assert "immutable" in part.headers["cache-control"]
    assert part.headers["access-control-allow-origin"] == "*"
    again = {"If-None-Match": part.headers["etag"]}
    assert httpx.get(part.url, headers=again).status_code == httpx.codes.NOT_MODIFIED
    for other in ("/thatch/", "/thatch/none.js", "/thatch/%2e%2e/built.json"):
        response = httpx.get(f"{assistant.address}{other}")
        assert response.status_code == httpx.codes.NOT_FOUND, other


def test_about_tells_what_consent_is_given_to(assistant: Assistant) -> None:
    assert httpx.get(f"{assistant.address}/webhooks/web/about").json() == {
        "clinic": "Fernhill Hair Clinic",
        "privacy": "https://fernhill.example/privacy",
        "retention_days": 30,
        "longest_text": 1000,
    }


def test_a_message_tells_what_shows_it_again_as_it_was(visitor: Client) -> None:
    answer = visitor.say(QUESTION)["messages"][0]
    assert date.fromisoformat(answer["reviewed"]) <= datetime.now(UTC).date()
    (flag,) = visitor.say("my throat is closing up")["messages"]
    assert flag["urgency"] == "emergency"
    assert {"label": "999", "uri": "tel:999"} in flag["contacts"]
    assert visitor.http.get("/messages").json()["messages"][-1] == flag


def test_feedback_is_kept_and_the_last_word_counts(assistant: Assistant, visitor: Client) -> None:
    seq = visitor.say(QUESTION)["messages"][0]["seq"]
    for body in (
        {"seq": seq, "helpful": True},
        {"seq": seq, "helpful": False, "comment": "too long: alizarin"},
    ):
        response = visitor.http.post("/feedback", json=body)
        assert response.status_code == httpx.codes.NO_CONTENT
    told = {
        one["seq"]: one.get("helpful") for one in visitor.http.get("/messages").json()["messages"]
    }
    assert told[seq] is False
    assert [value for value in told.values() if value is not None] == [False]
    with closing(sqlite3.connect(assistant.state / "conversations.db")) as database:
        find = "SELECT seq, helpful FROM feedback WHERE comment LIKE '%alizarin%'"
        assert database.execute(find).fetchall() == [(seq, 0)]
        visitor.http.delete("/session")
        assert database.execute(find).fetchall() == []
    response = visitor.http.post("/feedback", json={"seq": seq, "helpful": True})
    problem(response, httpx.codes.UNAUTHORIZED)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"seq": 1, "helpful": True}, "1 is no message of the assistant"),
        ({"seq": 99, "helpful": True}, "99 is no message of the assistant"),
        ({"seq": -1, "helpful": True}, "seq"),
        ({"seq": 2}, "helpful"),
        ({"seq": 2, "helpful": "yes"}, "helpful"),
        ({"seq": 2, "helpful": True, "comment": "a" * 1001}, "comment"),
        ({"seq": 2, "helpful": True, "stars": 5}, "stars"),
    ],
)
def test_faulty_feedback_is_refused(visitor: Client, body: dict[str, Any], names: str) -> None:
    visitor.say(QUESTION)
    response = visitor.http.post("/feedback", json=body)
    assert names in problem(response, httpx.codes.UNPROCESSABLE_ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{name} {clinic_phone}",
        "مرحبا",
        "💉❓",
        "a" * 1000,
        "%s \\ ' \" ;--",
    ],
)
def test_odd_texts_are_kept_as_they_are(visitor: Client, text: str) -> None:
    visitor.say(text)
    told = visitor.http.get("/messages").json()["messages"]
    assert [one["text"] for one in told if one["from"] == "visitor"] == [text]
