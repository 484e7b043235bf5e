"""Who lights these lamps on this machine."""

from pacelight.lights.standby.living import Living, Unseen


def test_whoever_is_left_alone_sees_another_that_lights_the_same_lamps() -> None:
    left, new, elsewhere = Living("sacn://10.0.0.1"), Living("sacn://10.0.0.1"), Living("sacn://10.0.0.2")
    assert left.claim()
    left.linger()
    assert not left.another()
    assert elsewhere.claim()
    assert not left.another()
    assert not new.claim()
    assert left.another()
    assert not new.claim()
    left.release()
    assert new.claim()
    new.release()
    elsewhere.release()
    assert not left.another()


def test_two_that_are_both_told_to_light_the_same_lamps_do() -> None:
    one, two = Living("sacn://10.0.0.3"), Living("sacn://10.0.0.3")
    assert one.claim()
    assert two.claim()
    one.release()
    assert two.claim()
    one.linger()
    assert one.another()
    one.release()
    two.release()
    two.release()
    assert not one.another()


def test_nobody_else_lights_lamps_that_no_other_process_could() -> None:
    unseen = Unseen()
    assert unseen.claim()
    unseen.linger()
    assert not unseen.another()
    unseen.release()
