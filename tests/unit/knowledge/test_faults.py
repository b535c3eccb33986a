"""A knowledge file broken in many ways gives as many clear errors, in one run."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from thatch.knowledge import KnowledgeError, load
from thatch.paths import KNOWLEDGE

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may break."""
    return Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))


def change(path: Path, how: Change) -> None:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    how(raw)
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as raised:
        load(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in raised.value.problems]


def test_the_knowledge_is_sound() -> None:
    library = load(KNOWLEDGE)
    assert {"mesotherapy", "prp", "minoxidil_topical", "minoxidil_oral"} <= set(library.treatments)


def test_ten_faults_in_one_file_are_ten_errors_in_one_run(folder: Path) -> None:
    def break_it(raw: dict[str, Any]) -> None:
        raw["colour"] = "green"
        raw["route"] = "injektion"
        raw["names"]["brands"] = ["PRP"]
        raw["regulators"]["fda"].pop("sources")
        raw["regulators"]["mhra"].pop("checked")
        raw["answers"]["what_is"]["text"] = "It is {wonderful}."
        raw["answers"]["pain"]["text"] = "It <b>hurts</b>."
        raw["answers"]["cost"].pop("sources")
        raw["answers"]["duration"]["sources"] = ["meso_sr_2032"]
        raw["answers"]["areas"]["text"] = "It is off-label on the crown."

    change(folder / "treatments" / "mesotherapy.yml", break_it)
    file = "treatments/mesotherapy.yml"
    assert sorted(faults_of(folder)) == sorted(
        [
            f"{file}: colour: is no field of this place, use one of answers, disagreements, "
            "evidence, id, in_short, kind, name, names, pregnancy, prescription_only, "
            "regulators, review, route, timeline, used_for",
            f"{file}: route: is 'injektion', did you mean 'injection'?",
            f"treatments/prp.yml: names.synonyms: gives the name 'PRP', as {folder}/{file} does; "
            "keep one of them",
            f"{file}: regulators.fda.sources: is missing, add it",
            f"{file}: regulators.mhra.checked: is missing, add it",
            f"{file}: answers.what_is.text: holds the brace '{{', write the words themselves",
            f"{file}: answers.pain.text: holds the HTML '<b>', use *bold*, - lists or [title](https://...)",
            f"{file}: answers.cost.sources: is missing, add it",
            f"{file}: answers.duration.sources.0: 'meso_sr_2032' is no source, "
            "did you mean 'meso_sr_2023'?",
            f"{file}: answers.areas.text: says 'off-label', which is the caveat 'off_label'; "
            "leave it out, the facts bring it",
        ]
    )


@pytest.mark.parametrize(
    ("file", "how", "fault"),
    [
        (
            "treatments/biotin.yml",
            lambda raw: raw["answers"].update(costs=raw["answers"].pop("how_it_works")),
            "answers.costs: 'costs' is no aspect, did you mean 'cost'?",
        ),
        (
            "treatments/biotin.yml",
            lambda raw: raw.update(id="biotine"),
            "id: is 'biotine', but the file is named 'biotin'",
        ),
        (
            "treatments/biotin.yml",
            lambda raw: raw.update(pregnancy={"advice": "avoid"}),
            "pregnancy: advises to avoid it without a source, add sources or say unstudied",
        ),
        (
            "treatments/biotin.yml",
            lambda raw: raw["review"].update(due=raw["review"]["checked"]),
            "review: is due before it was checked, give a later date for due",
        ),
        (
            "treatments/biotin.yml",
            lambda raw: raw["answers"]["what_is"].update(text="See [this](http://x.example)."),
            "answers.what_is.text: links to 'http://x.example', "
            "link to https:, tel: or mailto: only",
        ),
        (
            "treatments/mesotherapy.yml",
            lambda raw: raw["answers"]["approval"].pop("eu"),
            "answers.approval.eu: is missing, add it",
        ),
        (
            "red_flags/anaphylaxis.yml",
            lambda raw: raw.update(advice="Call [emergencies] now."),
            "advice: 'emergencies' is no contact, did you mean 'emergency'?",
        ),
        (
            "red_flags/anaphylaxis.yml",
            lambda raw: raw["signs"].append([]),
            None,
        ),
        (
            "umbrellas/minoxidil.yml",
            lambda raw: raw.update(leads=["biotin"]),
            "(whole file): is answered by 'biotin', which is none of its members; add it",
        ),
        (
            "combinations/minoxidil_finasteride.yml",
            lambda raw: raw.update(of=["minoxidil"]),
            "(whole file): joins two topics, name two in `of` or add `companions`",
        ),
        (
            "treatments/mesotherapy.yml",
            lambda raw: raw["timeline"][0].update(stage="soon"),
            "timeline.0.stage: is 'soon', use one of course, early_shedding, failure, "
            "first_effect, judge, side_effects, stopping, warning",
        ),
        (
            "sources.yml",
            lambda raw: raw["meso_sr_2023"].update(url="http://x.example"),
            "meso_sr_2023.url: is 'http://x.example', write an address that starts with https://",
        ),
        (
            "contacts.yml",
            lambda raw: raw["emergency"].pop("eu"),
            "emergency.eu: is missing, add it",
        ),
    ],
)
def test_a_fault_says_where_it_is_and_what_would_be_right(
    folder: Path, file: str, how: Change, fault: str | None
) -> None:
    change(folder / file, how)
    faults = faults_of(folder)
    if fault is None:
        assert [one.rpartition(": ")[2] for one in faults] == ["is empty, name at least one"]
    else:
        assert f"{file}: {fault}" in faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2\n", "line 2: is no valid YAML: 'a' stands here a second time, keep one"),
        ("a: [1\n", "line 2: is no valid YAML"),
        ("just words\n", "(whole file): holds no fields, write `field: value` lines"),
        ("", "(whole file): holds no fields, write `field: value` lines"),
        (
            "kind: concept\nrules:\n  - a\n",
            "line 2: begins with 'rules', which Rasa keeps for itself; use another word",
        ),
    ],
)
def test_what_is_no_knowledge_file_is_named_as_such(folder: Path, text: str, fault: str) -> None:
    (folder / "concepts" / "dht.yml").write_text(text, encoding="utf-8")
    assert any(one.startswith(f"concepts/dht.yml: {fault}") for one in faults_of(folder))


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "contacts.yml").unlink()
    assert "contacts.yml: (whole file): is missing, add it" in faults_of(folder)


def test_an_empty_folder_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "conditions")
    assert "conditions: (whole folder): holds no .yml file" in faults_of(folder)


def test_the_same_name_within_one_topic_is_no_fault(folder: Path) -> None:
    change(folder / "concepts" / "dht.yml", lambda raw: raw["names"]["synonyms"].append("DHT"))
    load(folder)


def test_the_hash_changes_with_any_text(folder: Path) -> None:
    before = load(folder).content_hash
    change(folder / "concepts" / "dht.yml", lambda raw: raw.update(name="the hormone DHT"))
    assert load(folder).content_hash != before
