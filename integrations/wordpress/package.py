"""Makes the WordPress plugin's zip, byte for byte the same from the same files.

Usage: python integrations/wordpress/package.py FOLDER
"""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PLUGIN = Path(__file__).parent / "thatch-assistant"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16


def package(folder: Path) -> Path:
    """Write the zip.

    Args:
        folder: where to, made if it is not there.

    Returns:
        The zip.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PLUGIN.name}.zip"
    with ZipFile(target, "w") as archive:
        for path in sorted(PLUGIN.rglob("*")):
            if path.is_file():
                entry = ZipInfo(path.relative_to(PLUGIN.parent).as_posix(), _EPOCH)
                entry.external_attr = _READABLE
                entry.create_system = 3
                archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"Wrote {package(Path(sys.argv[1]))}")  # noqa: T201
