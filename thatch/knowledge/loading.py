"""From the files of data/knowledge to a `Library`, or to every problem in them at once."""

import hashlib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from thatch.knowledge import checks, files, schema
from thatch.knowledge.library import Library
from thatch.knowledge.problems import KnowledgeError, Problem, problems_in, suggestion

FOLDERS: dict[str, type[BaseModel]] = {
    "treatments": schema.Treatment,
    "conditions": schema.Condition,
    "concepts": schema.Concept,
    "tests": schema.Test,
    "roles": schema.Role,
    "umbrellas": schema.Umbrella,
    "combinations": schema.Combination,
    "red_flags": schema.RedFlag,
}
"""The folders, and what each of their files holds. A file's name is its id."""

FILES: dict[str, type[BaseModel]] = {
    "asked": schema.Asked,
    "aspects": schema.Aspect,
    "caveats": schema.CaveatText,
    "contacts": schema.ContactKind,
    "guidance": schema.Guidance,
    "labels": schema.Label,
    "regulators": schema.RegulatorBody,
    "signs": schema.Sign,
    "signatures": schema.Signature,
    "sources": schema.Source,
    "withdrawn": schema.Withdrawal,
}
"""The files that hold one entry below each id; a folder of such files does as well."""

_BY_CONTENT = ("signatures", "withdrawn")
"""The files whose ids are those of answers."""

_TOPIC_FOLDERS = ("treatments", "conditions", "concepts", "tests", "roles", "umbrellas")


def entries(name: str) -> TypeAdapter[Any]:
    """Give what checks a file that holds one entry below each id."""
    keys = {**dict.fromkeys(_BY_CONTENT, schema.ContentId), "asked": schema.TopicId}
    key = keys.get(name, schema.Identifier)
    return TypeAdapter(dict[key, FILES[name]])  # type: ignore[valid-type]


def load(folder: Path) -> Library:
    """Read and check all knowledge.

    Args:
        folder: where the knowledge files are, data/knowledge as a rule.

    Raises:
        KnowledgeError: with every problem of every file.
    """
    shelf = _Shelf(folder)
    ids = shelf.ids()
    parts: dict[str, Any] = {
        **{name: shelf.records(name, model, ids) for name, model in FOLDERS.items()},
        **{name: shelf.entries(name, ids) for name in FILES},
    }
    problems = shelf.problems + _across_files(shelf)
    if problems:
        raise KnowledgeError(problems)
    library = Library(**parts, content_hash=shelf.hash())
    if problems := [one for name in _BY_CONTENT for one in _unwritten(name, shelf, library)]:
        raise KnowledgeError(problems)
    return library


def _unwritten(name: str, shelf: "_Shelf", library: Library) -> list[Problem]:
    """Find entries on answers that nobody has written."""
    known = {id_ for one in library.written() for id_ in (one.id, one.content)}
    return [
        Problem(files.shown(shelf.path(name)), id_, f"is no answer, {suggestion(id_, known)}")
        for id_ in shelf.file(name)
        if id_ not in known
    ]


def _across_files(shelf: "_Shelf") -> list[Problem]:
    topics = {
        files.shown(path): raw
        for name in _TOPIC_FOLDERS
        for path, raw in shelf.folder(name).items()
    }
    combinations = {files.shown(path): raw for path, raw in shelf.folder("combinations").items()}
    return [
        *checks.duplicate_names({**topics, **combinations}),
        *checks.typed_in_caveats({**topics, **combinations}, shelf.file("caveats")),
    ]


class _Shelf:
    """The files as they lie in a folder, and what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self.problems: list[Problem] = []
        self._raw: dict[Path, dict[str, Any]] = {}
        for name in FOLDERS:
            paths = sorted((folder / name).glob("*.yml"))
            if not paths:
                self._report(folder / name, "(whole folder)", "holds no .yml file")
            for path in paths:
                self._read(path)
        for path in (path for name in FILES for path in self.paths(name)):
            self._read(path)

    def path(self, name: str) -> Path:
        """Give the path of a file that holds one entry below each id."""
        return self._root / f"{name}.yml"

    def paths(self, name: str) -> list[Path]:
        """Give the file of this name, or all files of the folder of this name."""
        return sorted((self._root / name).glob("*.yml")) or [self.path(name)]

    def folder(self, name: str) -> dict[Path, dict[str, Any]]:
        """Give what the readable files of a folder hold."""
        return {path: raw for path, raw in self._raw.items() if path.parent == self._root / name}

    def file(self, name: str) -> dict[str, Any]:
        """Give what the file or the folder of this name holds, as far as it can be read."""
        return {
            id_: raw for path in self.paths(name) for id_, raw in self._raw.get(path, {}).items()
        }

    def ids(self) -> dict[str, set[str]]:
        """Collect the ids of each kind, those of faulty entries too: one fault is named once."""
        stems = {
            name: {path.stem for path in (self._root / name).glob("*.yml")} for name in FOLDERS
        }
        keys = {name: set(self.file(name)) for name in FILES}
        topics = set().union(*(stems[name] for name in _TOPIC_FOLDERS))
        return {**stems, **keys, "topics": topics}

    def records(
        self, name: str, model: type[BaseModel], ids: dict[str, set[str]]
    ) -> dict[str, Any]:
        """Validate the files of a folder, each one record."""
        adapter: TypeAdapter[Any] = TypeAdapter(model)
        records = {
            path.stem: self._validated(path, raw, adapter, ids)
            for path, raw in self.folder(name).items()
        }
        for path, raw in self.folder(name).items():
            if raw.get("id", path.stem) != path.stem:
                self._report(path, "id", f"is {raw['id']!r}, but the file is named {path.stem!r}")
        return records

    def entries(self, name: str, ids: dict[str, set[str]]) -> dict[str, Any]:
        """Validate a file of one record below each id."""
        adapter = entries(name)
        return {
            id_: entry
            for path in self.paths(name)
            for id_, entry in (
                self._validated(path, self._raw.get(path, {}), adapter, ids) or {}
            ).items()
        }

    def hash(self) -> str:
        """Digest names and bytes of all files."""
        digest = hashlib.sha256()
        for path in sorted(self._raw):
            digest.update(path.relative_to(self._root).as_posix().encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]

    def _read(self, path: Path) -> None:
        if not path.exists():
            self._report(path, "(whole file)", "is missing, add it")
            return
        raw, problems = files.read(path, files.shown(path))
        self.problems += problems
        if raw is not None:
            self._raw[path] = raw

    def _validated(
        self, path: Path, raw: Any, adapter: TypeAdapter[Any], ids: dict[str, set[str]]
    ) -> Any:
        try:
            return adapter.validate_python(raw, context=ids)
        except ValidationError as error:
            self.problems += problems_in(files.shown(path), error, adapter.json_schema())
            return None

    def _report(self, path: Path, field: str, fault: str) -> None:
        self.problems.append(Problem(files.shown(path), field, fault))
