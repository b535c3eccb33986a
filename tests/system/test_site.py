"""The demonstration clinic's website, as the running assistant serves it."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import httpx
import pytest

from tests.system.conftest import Assistant
from thatch.channel.site import CONTENT_TYPES
from thatch.clinic import read_clinic
from thatch.paths import KNOWLEDGE, ROOT, SITE

PAGES = {"/": "index", "/mesotherapy": "mesotherapy", "/contact": "contact", "/privacy": "privacy"}
OF_THE_WIDGET = "/thatch.js"


class Links(HTMLParser):
    """All that a page points to or loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        self.found += [value for name in ("href", "src") if (value := given.get(name))]


@pytest.fixture(scope="module")
def pages(assistant: Assistant) -> dict[str, httpx.Response]:
    return {path: httpx.get(f"{assistant.address}{path}") for path in PAGES}


def test_all_pages_are_served_as_they_lie_in_the_folder(pages: dict[str, httpx.Response]) -> None:
    for path, name in PAGES.items():
        assert pages[path].status_code == httpx.codes.OK
        assert pages[path].content == (SITE / f"{name}.html").read_bytes()


def test_pages_may_load_their_own_files_alone(pages: dict[str, httpx.Response]) -> None:
    for page in pages.values():
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page.text)


def test_every_link_within_the_website_leads_somewhere(
    assistant: Assistant, pages: dict[str, httpx.Response]
) -> None:
    for page in pages.values():
        for link in Links(page.text).found:
            target = urlsplit(link)
            if target.scheme in ("https", "tel", "mailto") or target.path == OF_THE_WIDGET:
                continue
            assert not target.scheme, link
            assert not target.netloc, link
            there = httpx.get(f"{assistant.address}{target.path}") if target.path else page
            assert there.status_code == httpx.codes.OK, link
            if target.fragment:
                assert target.fragment in Links(there.text).ids, link


def test_every_file_has_a_kind_that_is_served() -> None:
    files = [path for path in SITE.rglob("*") if path.is_file()]
    assert len(files) > len(PAGES)
    assert {path.suffix for path in files} == set(CONTENT_TYPES)


def test_the_website_gives_the_clinics_own_details(pages: dict[str, httpx.Response]) -> None:
    clinic = read_clinic(ROOT / "clinic.yml")
    for page in pages.values():
        for detail in (clinic.name, clinic.phone, clinic.email, clinic.address, clinic.hours):
            assert detail in page.text


def test_sources_are_those_of_the_knowledge(pages: dict[str, httpx.Response]) -> None:
    known = (KNOWLEDGE / "sources.yml").read_text(encoding="utf-8")
    cited = [link for link in Links(pages["/mesotherapy"].text).found if link.startswith("https")]
    assert len(cited) >= 5
    assert all(link in known for link in cited)


def test_no_page_holds_a_price(pages: dict[str, httpx.Response]) -> None:
    for page in pages.values():
        assert not re.search(r"[£$€]\s*\d", page.text)


@pytest.mark.parametrize(
    "path",
    ["/../clinic.yml", "/%2e%2e/clinic.yml", "/..%2fclinic.yml", "//clinic.yml", "/.ci/run"],
)
def test_nothing_outside_of_the_folder_is_given(assistant: Assistant, path: str) -> None:
    with httpx.Client(base_url=assistant.address) as caller:
        request = caller.build_request("GET", "/")
        request.url = request.url.copy_with(raw_path=path.encode())
        assert caller.send(request).status_code == httpx.codes.NOT_FOUND


def test_an_address_without_a_page_is_told_as_such(assistant: Assistant) -> None:
    missing = f"{assistant.address}/no-such-page"
    person = httpx.get(missing, headers={"Accept": "text/html"})
    assert person.status_code == httpx.codes.NOT_FOUND
    assert "There is no page here" in person.text
    program = httpx.get(missing)
    assert program.status_code == httpx.codes.NOT_FOUND
    assert program.json()["detail"] == "Nothing is at /no-such-page."


def test_a_page_that_has_not_changed_is_not_sent_again(assistant: Assistant) -> None:
    first = httpx.get(f"{assistant.address}/style.css")
    again = httpx.get(
        f"{assistant.address}/style.css", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == httpx.codes.NOT_MODIFIED
    assert not again.content
    head = httpx.head(f"{assistant.address}/style.css")
    assert head.headers["etag"] == first.headers["etag"]
    assert not head.content
