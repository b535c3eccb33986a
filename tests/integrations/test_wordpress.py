"""The plugin in a real WordPress: what it prints, what it accepts from whom, what it leaves."""

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from tests.integrations.needing import needs
from tests.integrations.wordpress import PACKAGE, WordPress, fields, running

PLUGIN = PACKAGE.with_name("thatch-assistant")
ADDRESS = "https://ask.clinic.example"
HOSTILE = "\"></script><script>alert('1')</script><img src=x onerror=alert(2)> & &amp; مرحبا"
PAGE = "/wp-admin/options-general.php?page=thatch-assistant"


class Tags(HTMLParser):
    """The plugin's tags of a page, with their attributes as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.scripts = self.images = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.scripts += tag == "script"
        self.images += tag == "img"
        if tag == "script" and "thatch" in (given.get("src") or ""):
            self.found.append(given)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    with running(tmp_path_factory.mktemp("site")) as wordpress:
        yield wordpress


@pytest.fixture
def wordpress(installed: WordPress) -> Iterator[WordPress]:
    """A WordPress in which nothing is set yet, and which has nothing to complain of afterwards."""
    installed.run("delete_option('thatch_assistant');")
    installed.log.unlink(missing_ok=True)
    yield installed
    told = installed.log.read_text(encoding="utf-8") if installed.log.exists() else ""
    assert "thatch-assistant" not in told, told


@pytest.fixture
def chief(wordpress: WordPress) -> Iterator[httpx.Client]:
    with wordpress.signed_in("editor-in-chief", "correct horse battery") as browser:
        yield browser


def submit(browser: httpx.Client, **typed: str) -> httpx.Response:
    """Fill in the form of the settings page as it is, and send it."""
    page = browser.get(PAGE)
    assert page.status_code == httpx.codes.OK
    named = {f"thatch_assistant[{name.replace('_', '-')}]": text for name, text in typed.items()}
    form = page.text.partition('<form action="options.php"')[2].partition("</form>")[0]
    shown = fields(form)
    assert set(named) <= set(shown)
    return browser.post("/wp-admin/options.php", data={**shown, **named})


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.php")), ids=lambda path: path.name)
def test_php_can_read_every_file(path: Path) -> None:
    command = [needs("php-cli", program="php"), "-d", "error_reporting=-1", "-l", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith("No syntax errors")


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.php")), ids=lambda path: path.name)
def test_no_file_does_anything_outside_of_wordpress(path: Path) -> None:
    run = subprocess.run(
        [needs("php-cli", program="php"), str(path)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_zip_is_the_same_from_the_same_files(tmp_path: Path) -> None:
    zips = []
    for name in ("one", "two"):
        folder = tmp_path / name
        subprocess.run([sys.executable, PACKAGE, folder], check=True, capture_output=True)
        zips.append((folder / "thatch-assistant.zip").read_bytes())
    assert zips[0] == zips[1]
    assert b"uninstall.php" in zips[0]


def test_nothing_is_printed_before_the_address_is_set(wordpress: WordPress) -> None:
    assert not Tags(wordpress.page()).found


def test_the_tag_is_on_the_front_page(wordpress: WordPress, chief: httpx.Client) -> None:
    answer = submit(
        chief, address=f"{ADDRESS}/", title="Ask us", colour="#1d5c4f", position="start"
    )
    assert "Settings saved." in answer.text
    (tag,) = Tags(wordpress.page()).found
    assert tag.pop("async") in (None, "async")
    assert tag.pop("id", None) is None
    tag.pop("type", None)
    assert tag == {
        "src": f"{ADDRESS}/thatch.js",
        "data-region": "uk",
        "data-locale": "en-GB",
        "data-title": "Ask us",
        "data-colour": "#1d5c4f",
        "data-position": "start",
    }


def test_the_privacy_page_and_the_hash_are_named(wordpress: WordPress) -> None:
    integrity = f"sha384-{'A' * 64}"
    wordpress.store({"address": ADDRESS, "integrity": integrity})
    wordpress.run(
        "$id = wp_insert_post(['post_title' => 'Privacy', 'post_status' => 'publish',"
        " 'post_type' => 'page']); update_option('wp_page_for_privacy_policy', $id);"
    )
    (tag,) = Tags(wordpress.page()).found
    assert (tag["integrity"], tag["crossorigin"]) == (integrity, "anonymous")
    assert (tag["data-privacy-url"] or "").startswith(wordpress.address)
    wordpress.run("delete_option('wp_page_for_privacy_policy');")


def test_hostile_settings_stay_within_their_attributes(wordpress: WordPress) -> None:
    wordpress.store({"address": ADDRESS})
    usual = Tags(wordpress.page())
    names = ("region", "locale", "title", "colour", "position", "integrity")
    wordpress.store({"address": ADDRESS, **dict.fromkeys(names, HOSTILE)})
    page = Tags(wordpress.page())
    (tag,) = page.found
    assert (page.scripts, page.images) == (usual.scripts, usual.images)
    for name in names[:-1]:
        # WordPress takes what looks like a character reference for one.
        assert tag[f"data-{name}"] == HOSTILE.replace("&amp;", "&")
    assert not any(name.startswith("on") for name in tag)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)//",
        "http://ask.clinic.example",
        "data:text/javascript,alert(1)",
        "//evil.example",
        "/\\evil.example",
    ],
)
def test_a_hostile_address_is_not_loaded(wordpress: WordPress, address: str) -> None:
    wordpress.store({"address": address})
    page = wordpress.page()
    for tag in Tags(page).found:
        assert (tag["src"] or "").startswith("https://")
    assert "alert(1)" not in page


def test_a_hostile_privacy_page_is_left_out(wordpress: WordPress) -> None:
    wordpress.store({"address": ADDRESS, "privacy-url": "javascript:alert(1)"})
    (tag,) = Tags(wordpress.page()).found
    assert "data-privacy-url" not in tag


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [
        ("address", "http://ask.clinic.example", "Address: write where the assistant runs"),
        ("address", "https://ask.clinic.example/chat", "Address: write where the assistant runs"),
        ("address", "javascript:alert(1)", "Address: write where the assistant runs"),
        ("address", HOSTILE, "Address: write where the assistant runs"),
        ("integrity", "md5-abc", "Integrity: copy it from what"),
        ("region", "mars", "Choose one of those that are offered."),
        ("locale", "English", "Language: write a language and a country"),
        ("colour", "green", "Colour: write six digits"),
        ("position", "top", "Choose one of those that are offered."),
        ("privacy_url", "javascript:alert(1)", "Privacy page: write an address"),
    ],
)
def test_what_is_wrong_is_told_and_not_stored(
    wordpress: WordPress, chief: httpx.Client, name: str, typed: str, fault: str
) -> None:
    wordpress.store({"address": ADDRESS, "title": "Ask us"})
    answer = submit(chief, **{name: typed})
    assert fault in answer.text
    assert typed not in wordpress.stored().values()
    (tag,) = Tags(wordpress.page()).found
    assert (tag["src"], tag["data-title"]) == (f"{ADDRESS}/thatch.js", "Ask us")


def test_a_title_is_stored_as_plain_text(wordpress: WordPress, chief: httpx.Client) -> None:
    submit(chief, title="<b>Ask</b> us <script>alert(1)</script>" + "x" * 100)
    title = wordpress.stored()["title"]
    assert title.startswith("Ask us ")
    assert "<" not in title
    assert len(title) == 60


def test_hostile_settings_are_shown_as_text_in_the_form(
    wordpress: WordPress, chief: httpx.Client
) -> None:
    wordpress.store({"address": ADDRESS, "title": HOSTILE})
    page = chief.get(PAGE).text
    assert "<script>alert('1')" not in page
    form = page.partition('<form action="options.php"')[2].partition("</form>")[0]
    assert "مرحبا" in fields(form)["thatch_assistant[title]"]


def test_a_form_from_elsewhere_changes_nothing(wordpress: WordPress, chief: httpx.Client) -> None:
    wordpress.store({"address": ADDRESS})
    for nonce in ({}, {"_wpnonce": "0123456789"}):
        answer = chief.post(
            "/wp-admin/options.php",
            data={
                "option_page": "thatch-assistant",
                "action": "update",
                "thatch_assistant[address]": "https://evil.example",
                **nonce,
            },
        )
        assert answer.status_code == httpx.codes.FORBIDDEN
    assert wordpress.stored() == {"address": ADDRESS}


def test_a_reader_neither_sees_nor_changes_settings(wordpress: WordPress) -> None:
    wordpress.store({"address": ADDRESS})
    with wordpress.signed_in("reader", "staple of a reader") as browser:
        assert browser.get(PAGE).status_code == httpx.codes.FORBIDDEN
        answer = browser.post(
            "/wp-admin/options.php",
            data={
                "option_page": "thatch-assistant",
                "action": "update",
                "thatch_assistant[address]": "https://evil.example",
            },
        )
    assert answer.status_code == httpx.codes.FORBIDDEN
    assert wordpress.stored() == {"address": ADDRESS}


def test_a_theme_can_name_the_topic_of_a_page(wordpress: WordPress) -> None:
    wordpress.store({"address": ADDRESS})
    extra = wordpress.folder / "wp-content" / "mu-plugins" / "topic.php"
    extra.parent.mkdir(exist_ok=True)
    extra.write_text(
        "<?php add_filter('thatch_assistant_attributes', function ($attributes) {"
        " $attributes['data-topic'] = 'mesotherapy'; return $attributes; });",
        encoding="utf-8",
    )
    try:
        (tag,) = Tags(wordpress.page()).found
    finally:
        extra.unlink()
    assert tag["data-topic"] == "mesotherapy"


def test_the_list_of_plugins_leads_to_the_settings(chief: httpx.Client) -> None:
    page = chief.get("/wp-admin/plugins.php").text
    assert "options-general.php?page=thatch-assistant" in page


def test_uninstalling_leaves_nothing_behind(wordpress: WordPress) -> None:
    wordpress.store({"address": ADDRESS})
    wordpress.run(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php';"
        "uninstall_plugin('thatch-assistant/thatch-assistant.php');"
    )
    left = wordpress.run(
        'global $wpdb; return $wpdb->get_col("SELECT option_name FROM $wpdb->options'
        " WHERE option_name LIKE '%thatch\\_assistant%'\");"
    )
    assert left == "[]"
