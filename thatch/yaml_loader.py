"""PyYAML's safe loader: libyaml's, some six times as fast, where PyYAML was built with it."""

from typing import Any

import yaml

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
