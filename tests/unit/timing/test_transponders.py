"""MYLAPS, RACE RESULT, IPICO and JChip, message by message."""

from datetime import date

import pytest

from pacelight.errors import FormatError
from pacelight.timing import Method
from pacelight.timing.formats import ipico, jchip, mylaps, raceresult
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.ipico import IpicoDialogue, IpicoRead
from pacelight.timing.formats.jchip import JchipDialogue
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.formats.raceresult import Passed
from pacelight.timing.formats.raceresult_dialogue import RaceResultDialogue
from pacelight.timing.reading import GunRead, Reading, Seen
from pacelight.timing.simulators.raceresult_device import RaceResultDevice
from pacelight.timing.simulators.raceresult_device import raceresult as decoder
from pacelight.timing.simulators.recorded import Quirks, Recorded

TIME, TIME_NS = "20:11:54.404", 72_714_404_000_000


def said(dialogue: Dialogue, data: bytes, at_ns: int = 1) -> list[Reading]:
    return [one.reading for one in dialogue.feed(data, at_ns)]


class TestMylaps:
    def test_the_handshake_and_the_ping_are_answered(self) -> None:
        dialogue = MylapsDialogue("mats")
        assert said(dialogue, b"Finish@Pong@$Finish@Ping@$") == []
        assert dialogue.sends() == b"Pacelight@AckPong@Version2.1@c|t|d@$Pacelight@AckPing@$"
        assert dialogue.sends() == b""

    def test_a_list_of_passings_is_acknowledged_once_all_of_it_is_safe(self) -> None:
        dialogue = MylapsDialogue("mats")
        data = f"1500@Passing@c=AB1|d=250213|t={TIME}@c=AB2|d=250213|t={TIME}@17@$".encode()
        one, two = said(dialogue, data)
        assert one == Seen(
            f"1500/AB1/250213 {TIME}",
            chip="AB1",
            point="1500",
            of_day_ns=TIME_NS,
            method=Method.TRANSPONDER,
        )
        assert isinstance(two, Seen)
        assert dialogue.sends() == b""
        dialogue.acknowledge([one.key])
        assert dialogue.sends() == b""
        dialogue.acknowledge(["another", two.key])
        assert dialogue.sends() == b"Pacelight@AckPassing@17@$"

    def test_a_gunshot_is_the_gun_and_acknowledged_likewise(self) -> None:
        dialogue = MylapsDialogue("mats")
        (gun,) = said(dialogue, f"Start@Marker@mt=Gunshot|t={TIME}|n=Gunshot 1@3@$".encode())
        assert gun == GunRead(f"Start/gun/ {TIME}", TIME_NS)
        assert isinstance(gun, GunRead)
        dialogue.acknowledge([gun.key])
        assert dialogue.sends() == b"Pacelight@AckMarker@3@$"

    def test_another_marker_says_nothing_and_is_acknowledged_at_once(self) -> None:
        dialogue = MylapsDialogue("mats")
        assert said(dialogue, f"Start@Marker@mt=Lap|t={TIME}@4@$".encode()) == []
        assert dialogue.sends() == b"Pacelight@AckMarker@4@$"

    def test_one_passing_that_cannot_be_read_does_not_hold_the_list(self) -> None:
        dialogue = MylapsDialogue("mats")
        data = f"Finish@Passing@c=AB1|d=250213|t=soon@c=|t={TIME}@c=AB2|d=250213|t={TIME}@5@$".encode()
        (seen,) = said(dialogue, data)
        assert isinstance(seen, Seen)
        assert (seen.chip, dialogue.refused) == ("AB2", 2)
        dialogue.acknowledge([seen.key])
        assert dialogue.sends() == b"Pacelight@AckPassing@5@$"

    def test_over_a_new_connection_nothing_of_the_old_one_is_acknowledged(self) -> None:
        dialogue = MylapsDialogue("mats")
        data = f"Finish@Passing@c=AB1|d=250213|t={TIME}@17@$".encode()
        (seen,) = said(dialogue, data)
        assert isinstance(seen, Seen)
        dialogue.opened(2)
        dialogue.acknowledge([seen.key])
        assert dialogue.sends() == b""
        assert said(dialogue, data) == [seen]
        dialogue.acknowledge([seen.key])
        assert dialogue.sends() == b"Pacelight@AckPassing@17@$"

    @pytest.mark.parametrize(
        ("message", "why"),
        [
            (b"hello", "no message of MYLAPS: 'hello' (Finish@Passing@...@1@$)"),
            (b"a@b", "no message of MYLAPS: 'a@b' (Finish@Passing@...@1@$)"),
            (b"a@Store@x@1@", "'Store' is no message that is known of MYLAPS"),
            (b"a@Passing@", "a list of Passing without a number"),
            (b"\xff@Ping@", "no message of MYLAPS: '\N{REPLACEMENT CHARACTER}@Ping@'"),
        ],
    )
    def test_what_cannot_be_read_is_counted_with_its_reason(self, message: bytes, why: str) -> None:
        dialogue = MylapsDialogue("mats")
        assert said(dialogue, message + b"$") == []
        assert (dialogue.refused, dialogue.why) == (1, why)

    def test_a_message_reads_back(self) -> None:
        message = mylaps.MylapsMessage("Finish", "Passing", ("c=1|t=2", "9"))
        assert mylaps.read(mylaps.write(message).removesuffix(b"$")) == message


class TestIpico:
    PUBLISHED = "aa0005800322d0ee01001706052030415f0b"
    """Stands in a public test program; its hundredths, 5f, are hexadecimal."""
    BY_THE_RULE = "aa0005800319aeeb00012502132015303f39"

    def test_a_published_line_is_read(self) -> None:
        (seen,) = said(IpicoDialogue("mat"), f"{self.PUBLISHED}\r\n".encode())
        assert seen == Seen(
            "05800322d0ee/2017-06-05 20:30:41.95",
            chip="05800322d0ee",
            of_day_ns=73_841_950_000_000,
            method=Method.TRANSPONDER,
        )

    def test_a_line_built_from_the_rule_is_read(self) -> None:
        read = ipico.read(self.BY_THE_RULE.encode())
        assert read == IpicoRead("05800319aeeb", date(2025, 2, 13), 72_930_630_000_000)

    def test_a_line_reads_back_cut_to_the_hundredth(self) -> None:
        read = IpicoRead("05800319aeeb", date(2025, 2, 13), 72_930_639_999_999)
        assert ipico.read(ipico.write(read)) == IpicoRead(read.chip, read.day, 72_930_630_000_000)

    def test_the_first_read_on_a_mat_counts_and_the_last_does_not(self) -> None:
        dialogue = IpicoDialogue("mat", "1500")
        data = f"{self.PUBLISHED}FS\r\n{self.PUBLISHED}LS\r\n".encode()
        (seen,) = said(dialogue, data)
        assert isinstance(seen, Seen)
        assert (seen.point, dialogue.refused) == ("1500", 0)

    def test_a_line_with_a_page_of_memory_is_read(self) -> None:
        body = "0005800322d0ee01001706052030415f120080"
        (seen,) = said(IpicoDialogue("mat"), f"aa{body}{ipico.checksum(body)}\n".encode())
        assert isinstance(seen, Seen)
        assert seen.chip == "05800322d0ee"

    @pytest.mark.parametrize("at", range(2, 34))
    def test_any_other_figure_is_found_out_by_the_checksum(self, at: int) -> None:
        other = "1" if self.PUBLISHED[at] == "0" else "0"
        line = self.PUBLISHED[:at] + other + self.PUBLISHED[at + 1 :]
        dialogue = IpicoDialogue("mat")
        assert said(dialogue, f"{line}\r\n".encode()) == []
        assert dialogue.why.startswith(f"IPICO: the checksum of '{line}' would be ")

    @pytest.mark.parametrize(
        ("body", "why"),
        [
            ("0005800322d0ee010017060520304164", "100 hundredths of a second"),
            ("0005800322d0ee01001713052030415f", "171305 is no day"),
            ("0005800322d0ee01001706052530415f", "not a time of day: '25:30:41'"),
        ],
    )
    def test_a_date_or_time_that_is_none_is_refused(self, body: str, why: str) -> None:
        with pytest.raises(FormatError, match=why):
            ipico.read(f"aa{body}{ipico.checksum(body)}".encode())


class TestJchip:
    def test_a_reader_is_asked_for_its_time_and_to_begin(self) -> None:
        dialogue = JchipDialogue("readers")
        assert said(dialogue, b"N0000Finish line\r") == []
        assert dialogue.sends() == b"GT\r"
        assert said(dialogue, b"GT020115440 date=20250213\r") == []
        assert dialogue.sends() == b"S0000\r"
        (seen,) = said(dialogue, b"DJ413A0F 20:11:54.40 10  00001      C7 date=20250213\r")
        assert seen == Seen(
            "Finish line/413A0F/20250213 20:11:54.40",
            chip="413A0F",
            point="Finish line",
            of_day_ns=72_714_400_000_000,
            method=Method.TRANSPONDER,
        )

    @pytest.mark.parametrize(
        ("line", "chip", "ns"),
        [
            (b"DA1 10:11:16.443300 10  10000      C7", "1", 36_676_443_300_000),
            (b"DJE2001018860B01290700D0D8 00:00:00 10", "E2001018860B01290700D0D8", 0),
        ],
    )
    def test_bridges_of_other_readers_are_understood(self, line: bytes, chip: str, ns: int) -> None:
        (seen,) = said(JchipDialogue("readers"), line + b"\r\n")
        assert isinstance(seen, Seen)
        assert (seen.chip, seen.of_day_ns) == (chip, ns)

    @pytest.mark.parametrize("line", [b"DJ 20:11:54.40", b"DJ413A0F", b"DJ1 24:00:00.00", b"<<<end>>>"])
    def test_what_cannot_be_read_is_counted(self, line: bytes) -> None:
        dialogue = JchipDialogue("readers")
        assert said(dialogue, line + b"\r") == []
        assert dialogue.refused == 1

    def test_a_read_reads_back_cut_to_the_hundredth(self) -> None:
        line = jchip.write("413A0F", 72_714_409_999_999, 17, "20250213").decode()
        assert jchip.read(line).of_day_ns == 72_714_400_000_000


def linked(dialogue: RaceResultDialogue, device: RaceResultDevice, until_ns: int) -> list[Reading]:
    """Both sides of a conversation with a decoder, ten times a second, without a socket."""
    heard: list[Reading] = []
    for at_ns in range(0, until_ns, 100_000_000):
        device.due(at_ns)
        dialogue.due(at_ns)
        while asked := dialogue.sends():
            device.feed(asked)
            heard += said(dialogue, device.sends(), at_ns)
    return heard


class TestRaceResult:
    END_NS = 110_000_000_000

    def test_the_published_line_is_read(self) -> None:
        line = "1;33;0000-00-00;00:00:02.773;6692;12;-68;09ca52"
        assert raceresult.passing(line) == Passed(1, "33", "0000-00-00", "00:00:02.773")

    def test_a_line_of_twenty_columns_names_the_loop_of_an_active_transponder(self) -> None:
        for loop in ("3", ""):
            passed = Passed(7, "AB12", "2025-02-13", TIME, loop)
            assert raceresult.passing(raceresult.written(passed)) == passed

    def test_it_begins_an_operation_only_where_none_runs(self, race: Recorded) -> None:
        for running in (True, False):
            device = decoder(race, Quirks())
            device.timing = running
            dialogue = RaceResultDialogue("decoder")
            dialogue.opened(0)
            asked = b""
            while question := dialogue.sends():
                asked += question
                device.feed(question)
                said(dialogue, device.sends())
            assert (b"STARTOPERATION" in asked) is not running
            assert asked.endswith(b"PASSINGS\r\n")
            assert b"SETTIME" not in asked

    def test_every_passing_is_fetched_once(self, race: Recorded) -> None:
        dialogue, device = RaceResultDialogue("decoder"), decoder(race, Quirks())
        dialogue.opened(0)
        heard = linked(dialogue, device, self.END_NS)
        assert len(heard) == len({one.key for one in heard if isinstance(one, Seen)}) == 9
        assert device.finished

    def test_after_a_reconnect_it_goes_on_where_all_is_safe(self, race: Recorded) -> None:
        dialogue, device = RaceResultDialogue("decoder"), decoder(race, Quirks())
        dialogue.opened(0)
        first = [one for one in linked(dialogue, device, self.END_NS) if isinstance(one, Seen)]
        dialogue.acknowledge([first[0].key, first[1].key, first[3].key])
        dialogue.opened(1)
        assert linked(dialogue, device, 1_000_000_000) == first[2:]
        dialogue.acknowledge([one.key for one in first])
        dialogue.opened(2)
        assert linked(dialogue, device, 1_000_000_000) == []

    def test_a_line_damaged_on_its_way_is_asked_for_again(self) -> None:
        dialogue = RaceResultDialogue("decoder")
        dialogue.opened(0)
        dialogue.sends()
        said(dialogue, b"PASSINGS;2;7\r\n")
        assert dialogue.sends() == b"1:2\r\n"
        (seen,) = said(dialogue, f"1;33;2025-02-13;{TIME}\r\n9;34;2025-02-13;{TIME}\r\n\r\n".encode())
        assert dialogue.why == "RACE RESULT: passing 9 where 2 comes next"
        assert dialogue.sends() == b"PASSINGS\r\n"
        said(dialogue, b"PASSINGS;2;7\r\n")
        assert dialogue.sends() == b"2:1\r\n"
        (other,) = said(dialogue, f"2;34;2025-02-13;{TIME}\r\n\r\n".encode())
        assert isinstance(seen, Seen)
        assert isinstance(other, Seen)
        assert (seen.chip, other.chip) == ("33", "34")

    def test_a_list_of_which_nothing_can_be_read_is_not_asked_for_at_once(self) -> None:
        dialogue = RaceResultDialogue("decoder")
        dialogue.opened(0)
        said(dialogue, b"PASSINGS;1;7\r\n")
        dialogue.sends()
        said(dialogue, b"9;33\r\n\r\n", 50)
        assert dialogue.sends() == b""
        assert dialogue.wake_ns() == 200_000_050

    def test_a_new_file_is_read_from_its_first(self) -> None:
        dialogue = RaceResultDialogue("decoder")
        dialogue.opened(0)
        said(dialogue, f"PASSINGS;1;7\r\n1;33;2025-02-13;{TIME}\r\n\r\n".encode())
        dialogue.sends()
        said(dialogue, b"PASSINGS;2;8\r\n")
        assert dialogue.sends() == b"1:2\r\n"

    def test_the_trigger_is_a_cell_unless_it_is_wired_to_the_gun(self) -> None:
        line = f"PASSINGS;1;7\r\n1;99999;2025-02-13;{TIME}\r\n".encode()
        (cell,) = said(RaceResultDialogue("decoder"), line)
        (gun,) = said(RaceResultDialogue("decoder", trigger_is_gun=True), line)
        assert isinstance(cell, Seen)
        assert (cell.method, cell.chip) == (Method.CELL, "")
        assert isinstance(gun, GunRead)
        assert gun.of_day_ns == TIME_NS

    def test_lines_that_are_pushed_are_taken(self) -> None:
        (seen,) = said(RaceResultDialogue("decoder"), f"#P;1;33;2025-02-13;{TIME}\r\n".encode())
        assert isinstance(seen, Seen)
        assert seen.chip == "33"

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            (
                b"GETPROTOCOL;1.0;1.0;1.1",
                "RACE RESULT speaks protocol 1.1; 1.2 or newer is needed (update it)",
            ),
            (b"GETPROTOCOL;new", "RACE RESULT: 'new' is no version of a protocol (3.2)"),
            (b"PASSINGS;many", "RACE RESULT: 'PASSINGS;many' is no count of passings"),
            (b"UNKNOWN COMMAND", "no answer of RACE RESULT: 'UNKNOWN COMMAND'"),
            (b"1;33", "no passing of RACE RESULT: '1;33' (1;33;0000-00-00;00:00:02.773)"),
        ],
    )
    def test_what_cannot_be_read_is_counted_with_its_reason(self, line: bytes, why: str) -> None:
        dialogue = RaceResultDialogue("decoder")
        assert said(dialogue, line + b"\r\n") == []
        assert (dialogue.refused, dialogue.why) == (1, why)
