"""GPX: the one line of a file, or a line that says why there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import SurveyError
from pacelight.track.gpx import line

HEAD = b'<?xml version="1.0"?>\n<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">\n'


def points(*places: tuple[float, float], word: str = "trkpt", inside: str = "") -> str:
    return "".join(f'<{word} lat="{lat!r}" lon="{lon!r}">{inside}</{word}>\n' for lat, lon in places)


def track(*places: tuple[float, float], inside: str = "") -> bytes:
    return HEAD + f"<trk><trkseg>\n{points(*places, inside=inside)}</trkseg></trk></gpx>".encode()


A, B, C = (51.0, 4.0), (51.001, 4.0), (51.001, 4.002)


def test_the_points_of_a_track_are_the_road() -> None:
    assert line(track(A, B, C), "a.gpx").places == (A, B, C)
    assert line(track(A, B, C), "a.gpx").note == "3 points"


def test_segments_of_one_track_are_one_line() -> None:
    data = HEAD + f"<trk><trkseg>{points(A, B)}</trkseg><trkseg>{points(B, C)}</trkseg></trk></gpx>".encode()
    found = line(data, "a.gpx")
    assert (found.places, found.twice) == ((A, B, C), 1)
    assert found.note == "3 points, 1 written twice are taken once"


def test_a_route_is_taken_where_there_is_no_track_and_waypoints_never() -> None:
    route = f'<wpt lat="1" lon="1"/><rte>{points(A, B, word="rtept")}</rte>'
    assert line(HEAD + f"{route}</gpx>".encode(), "a.gpx").places == (A, B)
    both = f"{route}<trk><trkseg>{points(B, C)}</trkseg></trk></gpx>"
    assert line(HEAD + both.encode(), "a.gpx").places == (B, C)


def test_elevation_is_not_used_and_that_is_said() -> None:
    found = line(track(A, B, inside="<ele>12.5</ele><time>2026-01-01T00:00:00Z</time>"), "a.gpx")
    assert (found.places, found.elevated) == ((A, B), 2)
    assert found.note == "2 points, their elevation is not used"


def test_names_may_have_a_prefix_and_another_encoding() -> None:
    text = track(A, B).decode().replace("<gpx xmlns=", "<g:gpx xmlns:g=").replace("</gpx>", "</g:gpx>")
    for word in ("trkseg", "trkpt", "trk"):
        text = text.replace(f"<{word} ", f"<g:{word} ").replace(f"<{word}>", f"<g:{word}>")
        text = text.replace(f"</{word}>", f"</g:{word}>")
    latin = text.replace('version="1.0"', 'version="1.0" encoding="iso-8859-1"', 1)
    assert line(latin.encode("latin-1"), "a.gpx").places == (A, B)


ENTITIES = (
    b'<?xml version="1.0"?>\n<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<gpx>&b;</gpx>'
)
OUTSIDE = b'<!DOCTYPE gpx SYSTEM "file:///etc/hostname">\n<gpx></gpx>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "a.gpx is torn or no XML: no element found: line 1, column 0"),
        (track(A, B)[:-20], "a.gpx is torn or no XML: unclosed token: line 6, column 0"),
        (b"<kml></kml>", "a.gpx line 1: it is <kml>, not GPX"),
        (ENTITIES, "a.gpx line 2: a document type is not read (delete <!DOCTYPE ...>)"),
        (OUTSIDE, "a.gpx line 1: a document type is not read (delete <!DOCTYPE ...>)"),
        (HEAD + b"</gpx>", "a.gpx holds no line: neither a track nor a route has points"),
        (HEAD + b"<trk><trkseg/></trk></gpx>", "a.gpx holds no line: neither a track nor a route has points"),
        (HEAD + b'<trk><trkseg><trkpt lat="1"/></trkseg></trk></gpx>', "a.gpx line 3: a point has no 'lon'"),
        (
            HEAD + b'<trk><trkseg><trkpt lat="1N" lon="2"/></trkseg></trk></gpx>',
            "a.gpx line 3: a point at {'lat': '1N', 'lon': '2'}: write degrees, as lat='51.2' lon='4.4'",
        ),
        (track((91.0, 4.0)), "a.gpx line 4: no place on earth is at 91.0, 4.0"),
        (track((float("nan"), 4.0)), "a.gpx line 4: no place on earth is at nan, 4.0"),
        (HEAD + b"<a>" * 40, "a.gpx line 3: too many elements inside one another"),
        (
            HEAD + f"{2 * f'<trk><trkseg>{points(A, B)}</trkseg></trk>'}</gpx>".encode(),
            "a.gpx holds 2 tracks: leave the one that is run",
        ),
        (b'<?xml version="1.0" encoding="klingon"?><gpx/>', "a.gpx: unknown encoding: klingon"),
    ],
)
def test_what_is_no_line_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SurveyError) as refused:
        line(data, "a.gpx")
    assert str(refused.value).startswith(says)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_road_for_its_size_is_not_read() -> None:
    with pytest.raises(SurveyError, match=r"a\.gpx is larger than 32 MB"):
        line(b" " * ((32 << 20) + 1), "a.gpx")


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_it_is_a_line_or_refused(data: bytes) -> None:
    with pytest.raises(SurveyError, match=r"a\.gpx"):
        line(data, "a.gpx")


places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(st.lists(places, min_size=1, max_size=30))
def test_every_point_is_taken_once_and_in_order(given_places: list[tuple[float, float]]) -> None:
    found = line(track(*given_places), "a.gpx")
    assert len(found.places) + found.twice == len(given_places)
    kept = [place for n, place in enumerate(given_places) if n == 0 or place != given_places[n - 1]]
    assert found.places == tuple(kept)
