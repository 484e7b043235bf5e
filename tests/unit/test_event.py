"""What is run, how it is called, and what a list of it is called on a day."""

from datetime import date
from itertools import pairwise

import pytest

from pacelight.distance import Distance
from pacelight.errors import EventError, MarkError
from pacelight.event import (
    EVENTS,
    Discipline,
    Event,
    Level,
    Period,
    PerSex,
    Range,
    Recognition,
    Sex,
    TrackKind,
    Wind,
    event,
)
from pacelight.event.names import key, spellings
from pacelight.event.table import _load as load
from pacelight.mark import Mark, Timing
from pacelight.measure import Length, Points, Unit

TODAY = date(2025, 2, 13)

SHIPPED = {
    Discipline.RUN: (
        "50 55 60 100y 100 150 200 300 400 500 600 800 1000 1500 MILE 2000 3000 2MLS 5000 10K 15K 20K 25K 30K"
        " HOUR 200sh 300sh 400sh 500sh 600sh 800sh 1000sh 1500sh MILEsh 2000sh 3000sh 2MLSsh 5000sh 10Ksh"
        " 600R 1MR 5RR 8RR 5MR 10RR 12RR 15RR 10MR 20RR HMAR 25RR 30RR MAR 50RR 100K 24H"
    ),
    Discipline.HURDLES: (
        "50H 50HB 50HG 55H 60H 60HJ 60HY 60HYG 80H 100H 100HY 110H 110HJ 110HY"
        " 200H 300H 300HY 400H 400HY 300Hsh 400Hsh"
    ),
    Discipline.STEEPLECHASE: "2KSC 2KSC84 3KSC 2KSCsh 3KSCsh",
    Discipline.WALK: (
        "MILEW 3KW 5KW 10KW 20KW 30KW 35KW 50KW 1HW 2HW MILEWsh 3KWsh 5KWsh 10KWsh"
        " 5KR 10KR 15KR 20KR HMARW 30KR 35KR MARW 50KR"
    ),
    Discipline.RELAY: (
        "3X1 4X1 4X2 8X1 MEAD 4X4 2X2X4 4X8 DISMEAD 4X15 4XMILE SHUTHUR MIXSHH"
        " 4X2sh 4X4sh 4X8sh DISMEsh 4XMILsh EKID MARMXT"
    ),
    Discipline.JUMP: "HJ PV LJ TJ",
    Discipline.THROW: "SP SPJ SPY SPYG SPYG4 DT DTJ DTY HT HTJ HTY HTYG JT JTo JTY JTYG W35 W20",
    Discipline.COMBINED: (
        "PEN HEP HEPY HEPG OCT OCTY DEC DEC6284 DECJ DECJO DECY PENsh PENGsh HEPsh HEPJsh HEPBsh"
    ),
}


def test_the_table_holds_these_events_and_no_other() -> None:
    found = {kind: " ".join(c for c, one in EVENTS.items() if one.discipline is kind) for kind in Discipline}
    assert found == SHIPPED


@pytest.mark.parametrize("one", EVENTS.values(), ids=EVENTS)
def test_every_event_is_found_by_its_code_its_name_and_each_alias(one: Event) -> None:
    for name in spellings(one):
        for text in (name, name.upper(), name.lower(), f"  {name} "):
            assert event(text) is one, text


def test_no_two_events_share_a_way_of_writing() -> None:
    written = [(key(name), one.code) for one in EVENTS.values() for name in spellings(one)]
    assert len(set(written)) == len({text for text, _ in written})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1500SH", "1500sh"),  # elsewhere parsed as a race over hurdles
        ("1500 sh", "1500sh"),
        ("1500i", "1500sh"),
        ("1500 m indoor", "1500sh"),
        ("indoor 1500m", "1500sh"),
        ("1500 metres short track", "1500sh"),
        ("1,500 m", "1500"),
        ("metric mile", "1500"),
        ("indoor mile", "MILEsh"),
        ("Mile, indoors", "MILEsh"),
        ("short-track mile", "MILEsh"),
        ("outdoor mile", "MILE"),
        ("the mile", "MILE"),
        ("road mile", "1MR"),
        ("10K", "10K"),  # World Athletics: the track; the road is 10RR
        ("10,000 m", "10K"),
        ("10 km", "10RR"),
        ("10 km road", "10RR"),
        ("5 km", "5RR"),
        ("2 miles", "2MLS"),
        ("two miles indoors", "2MLSsh"),
        ("3000SC", "3KSC"),
        ("half", "HMAR"),
        ("marathon", "MAR"),
        ("hour run", "HOUR"),
        ("2mile", "2MLS"),
        ("60 m indoors", "60"),  # one list for under a roof and outdoors
        ("60 m Halle", "60"),
        ("100m Hurdles", "100H"),
        ("110mH", "110H"),
        ("110 m Hürden", "110H"),
        ("400 m haies", "400H"),
        ("110 Metres Hurdles (99.0cm)", "110HJ"),
        ("3000mSC", "3KSC"),
        ("3000 m Hindernis", "3KSC"),
        ("2000 Metres Steeplechase (0.84)", "2KSC84"),
        ("4x400-metres-relay", "4X4"),
        ("4 \u00d7 400 m", "4X4"),
        ("4x400 m Staffel", "4X4"),
        ("relais 4x100 m", "4X1"),
        ("4x400 Metres Relay Short Track", "4X4sh"),
        ("4x1 mile relay", "4XMILE"),
        ("Distance Medley", "DISMEAD"),
        ("DMR indoors", "DISMEsh"),
        ("20 km walk", "20KR"),
        ("20 km marche", "20KR"),
        ("10,000 Metres Race Walk Short Track", "10KWsh"),
        ("Half Marathon Race Walk", "HMARW"),
        ("20,000 m", "20K"),
        ("20 km", "20RR"),
        ("10 miles", "10MR"),
        ("high jump", "HJ"),
        ("Pole Vault indoor", "PV"),
        ("Kugelstoßen", "SP"),
        ("saut à la perche", "PV"),
        ("Discus Throw (1,5kg)", "DTY"),
        ("Discus Throw (1.750kg)", "DTJ"),
        ("décathlon", "DEC"),
        ("decathlon", "DEC"),
        ("heptathlon indoors", "HEPsh"),
    ],
)
def test_an_event_is_found_as_people_say_it(text: str, code: str) -> None:
    assert event(text).code == code


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1500W", "no event '1500W' (nearest: 1500 1500 m, 1500sh 1500 m short track, 500 500 m)"),
        ("5M", "no event '5M' (nearest: 5MR 5 miles road, 5RR 5 km road, MAR Marathon)"),
        ("5k", "no event '5k' (nearest: 5KW 5000 m race walk, 5KR 5 km race walk, 5RR 5 km road)"),
        ("MILEx", "no event 'MILEx' (nearest: MILE Mile, MILEW Mile race walk, MILEsh Mile short track)"),
        ("javlin", "no event 'javlin' (nearest: JT Javelin throw, JTo Javelin throw old)"),
        (
            "weight throw",
            (
                "no event 'weight throw'"
                " (nearest: W35 Weight throw 35 lb, W20 Weight throw 20 lb, JT Javelin throw)"
            ),
        ),
        ("#", "no event '#' (write a code of World Athletics, as 1500, MILEsh or 10K)"),
        ("", "no event '' (write a code of World Athletics, as 1500, MILEsh or 10K)"),
    ],
)
def test_what_is_no_event_is_refused_with_the_nearest_names(text: str, says: str) -> None:
    with pytest.raises(EventError) as refused:
        event(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("code", "mm"),
    [
        ("MILE", 1_609_344),
        ("MILEsh", 1_609_344),
        ("1MR", 1_609_344),
        ("2MLS", 3_218_688),
        ("2MLSsh", 3_218_688),
        ("10K", 10_000_000),
        ("HMAR", 21_097_500),
        ("MAR", 42_195_000),
        ("100y", 91_440),
        ("5MR", 8_046_720),
        ("10MR", 16_093_440),
        ("4XMILE", 6_437_376),
        ("EKID", 42_195_000),
    ],
)
def test_distances_are_exact(code: str, mm: int) -> None:
    assert EVENTS[code].distance == Distance(mm)


def test_a_distance_is_in_the_code_and_on_the_track() -> None:
    for code, one in EVENTS.items():
        assert code.endswith("sh") is (one.track is TrackKind.SHORT), code
        assert one.name.endswith(" short track") is (one.track is TrackKind.SHORT), code
        if code.removesuffix("sh").isdigit():
            assert one.distance == Distance(int(code.removesuffix("sh")) * 1000), code
        twin = EVENTS.get(code.removesuffix("sh"))
        if twin is not None and one.track is TrackKind.SHORT:
            assert (one.distance, one.name) == (twin.distance, f"{twin.name} short track"), code


def test_the_legs_of_a_relay_make_up_the_whole() -> None:
    told = [one for one in EVENTS.values() if one.legs]
    assert {one.discipline for one in told} == {Discipline.RELAY}
    assert {one.code for one in told} == set(SHIPPED[Discipline.RELAY].split()) - {
        "SHUTHUR",
        "MIXSHH",
        "MARMXT",
    }
    for one in told:
        assert one.distance == Distance(sum(leg.mm for leg in one.legs)), one.code
    assert [leg.metres for leg in EVENTS["DISMEAD"].legs] == [1200, 400, 800, 1600]


def test_what_official_marks_are_timed_or_measured_to() -> None:
    timed = {code: one for code, one in EVENTS.items() if one.unit is Unit.TIME}
    tenths = {code for code, one in timed.items() if one.precision == 1}
    assert tenths == {"1MR", "15K", "20K", "25K", "30K", "20KW", "30KW", "35KW", "50KW"}
    assert {code for code, one in timed.items() if one.finest == 2} == tenths
    assert {one.track for one in timed.values() if one.precision == 0} == {TrackKind.ROAD}
    assert {code for code, one in timed.items() if one.precision and one.track is TrackKind.ROAD} == {"1MR"}
    measured = {code: one.precision for code, one in EVENTS.items() if one.unit is Unit.LENGTH}
    assert {code for code, precision in measured.items() if precision == 0} == {"HOUR", "24H", "1HW", "2HW"}
    assert set(measured.values()) == {0, 2}
    assert {one.discipline for one in EVENTS.values() if one.unit is Unit.POINTS} == {Discipline.COMBINED}


def test_the_wind_is_asked_for_to_200_m_and_in_horizontal_jumps() -> None:
    asked = {code for code, one in EVENTS.items() if one.wind is Wind.READING}
    short = {
        code
        for code, one in EVENTS.items()
        if one.distance
        and one.distance.mm <= 200_000
        and one.track in {TrackKind.STRAIGHT, TrackKind.STANDARD}
    }
    assert asked == short | {"LJ", "TJ"}
    assert {"100", "200", "100H", "110H"} < asked
    average = {code for code, one in EVENTS.items() if one.wind is Wind.AVERAGE}
    assert average == {code for code in SHIPPED[Discipline.COMBINED].split() if not code.endswith("sh")}


@pytest.mark.parametrize(
    ("code", "sex", "height_mm", "weight_g"),
    [
        ("110H", Sex.MEN, 1067, None),
        ("110H", Sex.WOMEN, None, None),
        ("60H", Sex.WOMEN, 838, None),
        ("400H", Sex.MEN, 914, None),
        ("400H", Sex.MIXED, None, None),
        ("3KSC", Sex.WOMEN, 762, None),
        ("110HJ", Sex.MEN, 991, None),
        ("SP", Sex.MEN, None, 7260),
        ("SP", Sex.WOMEN, None, 4000),
        ("DTJ", Sex.MEN, None, 1750),
        ("JTYG", Sex.WOMEN, None, 500),
        ("LJ", Sex.MEN, None, None),
    ],
)
def test_barriers_have_a_height_and_implements_a_weight(
    code: str, sex: Sex, height_mm: int | None, weight_g: int | None
) -> None:
    assert EVENTS[code].height_mm.of(sex) == height_mm
    assert EVENTS[code].weight_g.of(sex) == weight_g


def test_every_class_that_contests_a_barrier_or_a_throw_has_a_figure_and_no_other() -> None:
    for code, one in EVENTS.items():
        for kinds, figure in (
            ({Discipline.HURDLES, Discipline.STEEPLECHASE}, one.height_mm),
            ({Discipline.THROW}, one.weight_g),
        ):
            told = {sex for sex in Sex if figure.of(sex)}
            assert told == (set(one.sexes) if one.discipline in kinds else set()), code
            assert (figure == PerSex()) is (one.discipline not in kinds)
        assert one.barriers is (one.discipline in {Discipline.HURDLES, Discipline.STEEPLECHASE})


def test_a_figure_in_a_name_is_the_figure() -> None:
    """The names are those of World Athletics, which rounds 83.8 cm to 84.0 and 99.1 to 99.0."""
    for code, one in EVENTS.items():
        words = one.name.split()
        if one.barriers and words[-1] == "cm":
            shown = {838: "84.0", 991: "99.0", 914: "91.4", 762: "76.2"}
            assert words[-2] == shown[one.height_mm.of(one.sexes[0]) or 0], code
        if words[-1] in {"kg", "g"}:
            grams = one.weight_g.of(one.sexes[0])
            assert grams == round(float(words[-2]) * {"kg": 1000, "g": 1}[words[-1]]), code


@pytest.mark.parametrize(
    ("code", "group", "sex", "contests"),
    [
        ("110H", "U20", Sex.MEN, "110HJ"),
        ("110H", "U18", Sex.MEN, "110HY"),
        ("110H", "all", Sex.MEN, "110H"),
        ("110H", "U23", Sex.MEN, "110H"),
        ("100H", "U20", Sex.WOMEN, "100H"),
        ("100H", "U18", Sex.WOMEN, "100HY"),
        ("60H", "U18", Sex.WOMEN, "60HYG"),
        ("60H", "U20", Sex.WOMEN, "60H"),
        ("400H", "U18", Sex.MEN, "400HY"),
        ("400H", "U18", Sex.WOMEN, "400H"),
        ("SP", "U20", Sex.MEN, "SPJ"),
        ("SP", "U18", Sex.WOMEN, "SPYG"),
        ("JT", "U20", Sex.MEN, "JT"),
        ("JT", "U18", Sex.MEN, "JTY"),
        ("DEC", "U20", Sex.MEN, "DECJ"),
        ("HEPsh", "U18", Sex.MEN, "HEPBsh"),
        ("MILEsh", "U20", Sex.MEN, "MILEsh"),
        ("LJ", "M60", Sex.MEN, "LJ"),
    ],
)
def test_an_age_group_contests_its_own_heights_and_weights(
    code: str, group: str, sex: Sex, contests: str
) -> None:
    assert EVENTS[code].of_age(group, sex).code == contests


@pytest.mark.parametrize("code", ["110H", "3KSC", "SP", "DEC"])
def test_what_masters_throw_and_clear_has_no_code(code: str) -> None:
    name = EVENTS[code].name
    with pytest.raises(EventError) as refused:
        EVENTS[code].of_age("M60", Sex.MEN)
    assert str(refused.value) == f"World Athletics has no code for {name} of M60 (write the event)"


def test_an_age_group_has_one_event_of_a_name() -> None:
    claims = [(one.senior, age, sex) for one in EVENTS.values() for age in one.ages for sex in one.sexes]
    assert len(claims) == len(set(claims))
    for one in EVENTS.values():
        assert bool(one.senior) is bool(one.ages), one.code
        if one.senior:
            senior = EVENTS[one.senior]
            assert (senior.discipline, senior.distance, senior.unit, senior.track, senior.senior) == (
                *(one.discipline, one.distance, one.unit, one.track),
                None,
            )
            assert set(one.sexes) <= set(senior.sexes)


def test_only_relays_are_mixed() -> None:
    mixed = {code for code, one in EVENTS.items() if Sex.MIXED in one.sexes}
    assert mixed == {"4X1", "8X1", "4X4", "2X2X4", "MIXSHH", "4X4sh", "MARMXT"}
    assert EVENTS["DEC"].sexes == (Sex.MEN, Sex.WOMEN)
    assert EVENTS["HEP"].sexes == (Sex.WOMEN,)


@pytest.mark.parametrize(
    ("name", "text", "mark"),
    [
        ("100", "9.58", Mark(9_580)),
        ("100", "9.9h", Mark(9_900, 1, Timing.HAND)),
        ("4x100 m", "36.84", Mark(36_840)),
        ("20KW", "1:20:11.72", Mark(4_811_720)),  # a list's own hundredths
        ("road mile", "3:56.13", Mark(236_130)),  # Kessler 2023
        ("SHUTHUR", "55.99", Mark(55_990)),
        ("LJ", "8.95", Length(8_950)),
        ("HJ", "2.4", Length(2_400)),
        ("javelin", "98.48 m", Length(98_480)),
        ("HOUR", "21330", Length(21_330_000, 0)),  # Farah 2020
        ("DEC", "9126", Points(9126)),  # Mayer 2018
    ],
)
def test_a_mark_is_read_in_the_unit_of_its_event(name: str, text: str, mark: object) -> None:
    read = event(name).read(text)
    assert read == mark
    assert str(read) == str(mark)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("HJ", "8.95", "not a mark of High jump: '8.95' (it lies between 0.50 and 2.60 m)"),
        ("LJ", "74.08", "not a mark of Long jump: '74.08' (it lies between 0.50 and 9.50 m)"),
        ("LJ", "8,95", "not a length: '8,95' (write 8.95)"),
        ("SP", "0.05", "not a mark of Shot put: '0.05' (it lies between 1 and 25 m)"),
        ("HOUR", "20943.85", "finer than One hour is measured: '20943.85' (write 20943, rounded down)"),
        ("HOUR", "21,330", "not a length: '21,330' (write 21330)"),
        ("HOUR", "213300", "not a mark of One hour: '213300' (it lies between 5000 and 23000 m)"),
        ("DEC", "12000", "no points of Decathlon: '12000' (they lie between 100 and 9999)"),
        ("DEC", "9.126", "no points: '9.126' (write 9126)"),
        ("100", "8.95", "not a time for 100 m: '8.95' (a runner covers 1 to 11 m in a second)"),
        ("110H", "10.44", "not a time for 110 m hurdles: '10.44' (a hurdler covers 1 to 10 m in a second)"),
        ("4X1", "33.10", "not a time for 4x100 m relay: '33.10' (a team covers 1 to 12 m in a second)"),
        ("20KR", "55:21", "not a time for 20 km race walk: '55:21' (a walker covers 1 to 6 m in a second)"),
        (
            "3KSC",
            "6:01",
            "not a time for 3000 m steeplechase: '6:01' (a runner over barriers covers 1 to 8 m in a second)",
        ),
        (
            "20KW",
            "1:20:11.721",
            "finer than 20,000 m race walk is timed: '1:20:11.721' (write 1:20:11.8, rounded up)",
        ),
        ("SHUTHUR", "55;99", "not a time: '55;99' (write minutes:seconds.hundredths, as in 3:45.14)"),
    ],
)
def test_what_cannot_be_its_mark_is_refused(name: str, text: str, says: str) -> None:
    with pytest.raises(MarkError) as refused:
        event(name).read(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("HOUR", "21330", "One hour is measured in metres, not timed: '21330'"),
        ("HJ", "2.45", "High jump is measured in metres, not timed: '2.45'"),
        ("DEC", " 9126", "Decathlon is counted in points, not timed: '9126'"),
    ],
)
def test_who_needs_a_time_gets_none_of_a_length_or_of_points(name: str, text: str, says: str) -> None:
    with pytest.raises(MarkError) as refused:
        event(name).read_time(text)
    assert str(refused.value) == says


def test_what_is_no_time_has_limits() -> None:
    for code, one in EVENTS.items():
        assert (one.unit is Unit.TIME) is (one.within == Event("X", "X", None, TrackKind.FIELD).within), code
        assert 0 < one.within.least < one.within.most, code
    assert 2_450 in EVENTS["HJ"].within
    assert 1_000 not in Range(1_001, 2_000)
    assert 2_001 not in Range(1_001, 2_000)


def test_a_code_that_stands_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import tomllib

    row = {"code": "X", "name": "X"}
    group = {"discipline": "run", "track": "road", "events": [row, row]}
    monkeypatch.setattr(tomllib, "loads", lambda _: {"recognition": {"record": []}, "group": [group]})
    with pytest.raises(EventError, match=r"the code X stands twice in data/events\.toml"):
        load()


def test_a_name_of_two_events_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from pacelight.event import names

    one = Event("X", "X", None, TrackKind.ROAD, names=("Y",))
    monkeypatch.setattr(names, "EVENTS", {"X": one, "Y": Event("Y", "Z", None, TrackKind.ROAD)})
    with pytest.raises(EventError, match=r"'Y' names both X and Y in data/events\.toml"):
        names._index.__wrapped__()


@pytest.mark.parametrize(
    ("name", "day", "kind", "label"),
    [
        ("MILEsh", TODAY, "record", "WR"),
        ("MILEsh", date(1986, 12, 31), "best", "WB"),  # indoor world records only since 1987
        ("MILEsh", date(1987, 1, 1), "record", "WR"),
        ("two miles", date(2023, 6, 9), "best", "WB"),  # Ingebrigtsen's 7:54.10
        ("two miles", date(1976, 12, 31), "record", "WR"),
        ("two miles", date(1977, 1, 1), "best", "WB"),
        ("2MLSsh", date(1976, 1, 1), "best", "WB"),
        ("2MLSsh", date(2024, 2, 11), "best", "WB"),  # Kerr's 8:00.67
        ("2000", TODAY, "record", "WR"),
        ("2000sh", TODAY, "best", "WB"),
        ("300", TODAY, "best", "WB"),
        ("10Ksh", TODAY, "none", ""),
        ("MAR", date(2003, 12, 31), "best", "WB"),
        ("MAR", date(2004, 1, 1), "record", "WR"),
        ("5RR", date(2017, 12, 31), "best", "WB"),
        ("5RR", date(2018, 1, 1), "record", "WR"),
        ("1MR", date(2023, 8, 31), "best", "WB"),
        ("1MR", date(2023, 9, 1), "record", "WR"),
        ("MILE", date(1913, 5, 31), "record", "WR"),
        ("100", TODAY, "record", "WR"),
        ("60", date(1986, 12, 31), "best", "WB"),
        ("60", TODAY, "record", "WR"),
        ("55", TODAY, "best", "WB"),
        ("100y", date(1974, 5, 11), "record", "WR"),
        ("100y", TODAY, "best", "WB"),
        ("20RR", date(2003, 12, 31), "best", "WB"),
        ("20RR", date(2010, 3, 21), "record", "WR"),
        ("20RR", TODAY, "best", "WB"),
        ("50RR", date(2021, 12, 31), "best", "WB"),
        ("50RR", date(2022, 1, 1), "record", "WR"),
        ("35KR", date(2022, 12, 31), "best", "WB"),
        ("35KR", date(2023, 1, 1), "record", "WR"),
        ("HMARW", TODAY, "best", "WB"),
        ("HMARW", date(2026, 2, 15), "record", "WR"),  # Yamanishi's 1:20:34
        ("DISMEAD", date(2015, 4, 30), "best", "WB"),
        ("DISMEAD", date(2015, 5, 1), "record", "WR"),
        ("PEN", date(1980, 7, 24), "record", "WR"),
        ("PEN", TODAY, "best", "WB"),
        ("80H", date(1968, 10, 18), "record", "WR"),
        ("80H", TODAY, "best", "WB"),
        ("JTo", date(1984, 7, 20), "record", "WR"),  # Hohn's 104.80
        ("JTo", TODAY, "none", ""),
        ("HJ", TODAY, "record", "WR"),
        ("DEC", TODAY, "record", "WR"),
        ("HEPsh", date(1986, 12, 31), "best", "WB"),
        ("110HJ", TODAY, "record", "WR"),  # of the U20
        ("110HY", TODAY, "best", "WB"),  # of the U18
    ],
)
def test_what_the_world_list_is_called_depends_on_the_day(
    name: str, day: date, kind: str, label: str
) -> None:
    assert event(name).recognition(Level.WR, day) is Recognition(kind)
    assert event(name).label(Level.WR, day) == label


def test_areas_and_nations_follow_the_world_and_all_others_keep_their_records() -> None:
    two_miles = event("2MLSsh")
    labels = {level: two_miles.label(level, TODAY) for level in Level}
    assert labels == {
        Level.WR: "WB",
        Level.AR: "AB",
        Level.NR: "NB",
        Level.CR: "CR",
        Level.LR: "LR",
        Level.MR: "MR",
        Level.FR: "FR",
        Level.PB: "PB",
        Level.SB: "SB",
    }


def test_a_line_of_its_own_stands_before_the_world_s() -> None:
    best = Period(Level.WR, None, Recognition.BEST)
    own = Period(Level.NR, None, Recognition.RECORD)
    one = Event("X", "X", None, TrackKind.STANDARD, periods=(best, own))
    assert [one.label(level, TODAY) for level in (Level.WR, Level.AR, Level.NR)] == ["WB", "AB", "NR"]


def test_periods_stand_in_order_of_time() -> None:
    for one in EVENTS.values():
        for level in Level:
            days = [period.since or date.min for period in one.periods if period.level is level]
            assert days == sorted(set(days)), one.code


@pytest.mark.parametrize(
    ("name", "day", "called"),
    [
        ("MILEsh", date(2023, 10, 31), "Mile indoors"),
        ("MILEsh", date(2023, 11, 1), "Mile short track"),
        ("1500sh", date(2022, 2, 17), "1500 m indoors"),  # Ingebrigtsen's 3:30.60
        ("MILE", date(1999, 7, 7), "Mile"),
        ("HEPsh", date(2012, 3, 10), "Heptathlon indoors"),  # Eaton's 6645
    ],
)
def test_short_track_was_called_indoors_before_november_2023(name: str, day: date, called: str) -> None:
    assert event(name).called(day) == called


@pytest.mark.parametrize(
    ("code", "shorter"),
    [
        ("MILEsh", "200sh 300sh 400sh 500sh 600sh 800sh 1000sh 1500sh"),
        ("MILE", "200 300 400 500 600 800 1000 1500"),
        ("2MLS", "200 300 400 500 600 800 1000 1500 MILE 2000 3000"),
        ("10RR", "600R 1MR 5RR 8RR 5MR"),
        ("HMAR", "600R 1MR 5RR 8RR 5MR 10RR 12RR 15RR 10MR 20RR"),
        ("HOUR", "200 300 400 500 600 800 1000 1500 MILE 2000 3000 2MLS 5000 10K 15K 20K"),
        ("100", "50 55 60 100y"),
        ("10KW", "MILEW 3KW 5KW"),
        ("1HW", "MILEW 3KW 5KW 10KW"),  # nobody walks 20 km in an hour
        ("20KR", "5KR 10KR 15KR"),
        ("3KSC", ""),  # over barriers nothing else is run
        ("400H", ""),
        ("4X4", ""),
        ("EKID", ""),
        ("LJ", ""),
        ("DEC", ""),
        ("200", ""),
    ],
)
def test_what_may_be_won_on_the_way_is_shorter_of_one_kind_and_on_the_same_track(
    code: str, shorter: str
) -> None:
    assert " ".join(one.code for one in EVENTS[code].en_route()) == shorter


def test_no_two_events_on_the_way_end_at_the_same_point() -> None:
    for one in EVENTS.values():
        ends = [other.distance for other in one.en_route() if other.distance]
        assert all(first < second for first, second in pairwise(ends)), one.code
