"""Whatever a terminal sends, in whatever pieces: nothing fails, and the next key is heard."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual import events

from tests.e2e.hostile import payloads
from workbook.text import clean, typed
from workbook.tui.lifetime.hearing import Hearing

TORN = st.lists(
    st.text(st.characters(codec="utf-8"), max_size=6)
    | st.text("\x1b[]OM<?$;:0123456789uRtmy~ABIO\r\n\t ", max_size=12)
    | st.sampled_from(["\x1b[200~", "\x1b[201~", "\x1b[M", "\x1b[48;1;1;1;1t", *payloads(20)]),
    max_size=12,
)


def heard(*reads: str, pause: float = 0.001) -> list[events.Event]:
    """The events of `reads`, and of three seconds without a key after them."""
    now = 0.0
    ear = Hearing(clock=lambda: now)
    found = []
    for read in reads:
        now += pause
        found += list(ear.feed(read))
    for _ in range(30):
        now += 0.1
        found += list(ear.tick())
    return [event for event in found if isinstance(event, events.Event)]


@settings(max_examples=2_000, deadline=None)
@given(TORN)
@example(["\x1b[48;1:;1;1;1t"])
@example(["\x1b[1:2R"])
@example(["\x1b[M", "00\x1b"])
def test_whatever_came_before_f9_is_heard(torn: list[str]) -> None:
    now = 0.0
    ear = Hearing(clock=lambda: now)
    for read in filter(None, torn):
        now += 0.01
        list(ear.feed(read))
    for _ in range(30):
        now += 0.1
        list(ear.tick())
    assert [event.key for event in ear.feed("\x1b[20~") if isinstance(event, events.Key)] == ["f9"]


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(codec="utf-8")), st.lists(st.integers(0, 60), max_size=4))
def test_a_paste_is_the_same_text_however_it_is_cut(text: str, cuts: list[int]) -> None:
    sent = f"\x1b[200~{text}\x1b[201~"
    ends = [0, *sorted(cuts), len(sent)]
    reads = [sent[start:end] for start, end in pairwise(ends)]
    pasted = heard(*filter(None, reads))
    assert [event.text for event in pasted if isinstance(event, events.Paste)] == [clean(text)]
    assert len(pasted) == 1


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(codec="utf-8").filter(typed)), st.floats(0.001, 0.3))
def test_every_letter_is_heard_once_in_its_order(text: str, pause: float) -> None:
    said = "".join(
        event.text if isinstance(event, events.Paste) else str(event.character)
        for reads in ([text] if text else [], [*text])
        for event in heard(*reads, pause=pause)
        if isinstance(event, events.Paste | events.Key)
    )
    assert said == text * 2
