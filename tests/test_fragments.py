"""A part that is run again while its page is still on the way leaves no gap for the browser, which would end the page."""

import asyncio

import pytest
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from bench.viewer import Viewer
from tests.screen import FIRST, PAGES

pytestmark = pytest.mark.panjang


class Listener(Viewer):
    """A viewer who keeps the pieces of a page as they came."""

    def _place(self, seen, message):
        self.heard.append(message)
        super()._place(seen, message)


def stand(messages):
    """Build the page as the browser does, from the places that are told; the places for which nothing is there yet."""
    blocks, gaps = {(): 4}, []
    for message in messages:
        *above, last = path = tuple(message.metadata.delta_path)
        if last > blocks.setdefault(tuple(above), 0):
            gaps.append(path)
        blocks[tuple(above)] = max(blocks[tuple(above)], last + 1)
        if message.delta.WhichOneof("type") == "add_block":
            blocks.setdefault(path, 0)
    return gaps


async def heard(address, page, mode):
    """The pieces of a page and, by fragment, those that came when it ran again."""
    async with Listener(address) as viewer:
        viewer.heard = whole = []
        await viewer.open(page, mode)
        again = {}
        for name in {message.delta.fragment_id for message in whole} - {""}:
            viewer.heard = again[name] = []
            await viewer._ask(page, mode, hash_=viewer.hashes[page], fragment=name)
        return whole, again


@pytest.mark.parametrize("mode", ["", "mode=rapat"])
@pytest.mark.parametrize("page", PAGES)
def test_a_part_that_runs_again_before_its_page_was_sent_leaves_no_gap(address, page, mode):
    whole, again = asyncio.run(heard(address, "" if page == FIRST else page, mode))
    assert stand(whole) == [] and again
    for name, pieces in again.items():
        queue = ForwardMsgQueue()
        for message in whole:
            queue.enqueue(message)
        queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[name])
        for message in pieces:
            queue.enqueue(message)
        assert stand(queue.flush()) == []
