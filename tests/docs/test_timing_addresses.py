"""Every address of a timing system, every simulated one and what they take are documented."""

from pathlib import Path

import pytest

from pacelight.timing.simulators.systems import SYSTEMS
from pacelight.timing.sources.address import ADDRESSES

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
ADDRESS_PAGE = (REFERENCE / "timing-addresses.md").read_text(encoding="utf-8")
SIMULATED_PAGE = (REFERENCE / "simulated-timing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ADDRESSES)
def test_an_address_is_documented_as_it_is_written(scheme: str) -> None:
    _, written = ADDRESSES[scheme]
    assert f"`{written}`" in ADDRESS_PAGE


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_simulated_system_is_documented_with_its_port(system: str) -> None:
    (row,) = (line for line in SIMULATED_PAGE.splitlines() if line.startswith(f"| `{system}` |"))
    assert "--listen" in row or not SYSTEMS[system].listens
    assert "--to" in row or SYSTEMS[system].listens
    assert str(SYSTEMS[system].port or "") in row
