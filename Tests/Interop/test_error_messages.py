"""Every message has a test that provokes it: a new one without a test fails here."""

from pathlib import Path

import pytest
from error_messages import expectations, messages, unexpected

# Messages that no test provokes yet; the list may only become shorter.
WITHOUT_TEST = Path(__file__).with_name("messages_without_test.list")


@pytest.fixture(scope="module")
def known():
    return messages()


@pytest.fixture(scope="module")
def without_test(known):
    return unexpected(known, expectations())


def listed() -> set[str]:
    return set(WITHOUT_TEST.read_text().splitlines())


def test_the_sources_have_messages(known):
    assert len(known) > 600


def test_every_message_is_provoked_by_a_test(known, without_test):
    new = without_test - listed()
    assert not new, "no test provokes:\n" + "\n".join(f"{known[name].file}: {name}" for name in sorted(new))


def test_the_list_of_messages_without_a_test_is_true(without_test):
    assert sorted(listed() - without_test) == []
