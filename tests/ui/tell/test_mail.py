"""The address for the mail program: whatever was typed, it is one line, short, and says nothing besides."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.screens.tell.mail import LONGEST, can_be_mailed, mailto

MORE = "… 더 있습니다."
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=1500)


@given(subject=TEXT, text=TEXT)
def test_no_letter_escapes(subject: str, text: str) -> None:
    mail = mailto("kim@example.org", subject, text, shortened=MORE)
    assert len(mail.url) <= LONGEST
    assert mail.url.isascii()
    assert mail.url.isprintable()
    assert not set(mail.url) & set(' "<>\\^`{}|')
    parts = urlsplit(mail.url)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "kim@example.org", "")
    pairs = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert set(pairs) == {"subject", "body"}
    assert "\n" not in pairs["subject"][0]
    body = pairs["body"][0].split("\r\n")
    if mail.whole:
        assert body == ("\r\n".join(text.splitlines())).split("\r\n")
    else:
        assert body[-1] == MORE
        assert body[:-1] == text.splitlines()[: len(body) - 1]


@pytest.mark.parametrize(
    "address",
    [
        "", "kim", "a@b@c", "kim@example.org, all@example.org", "kim@example.org?bcc=all@example.org",
        "kim@example.org\nBcc: all@example.org", "kim%0a@example.org", "Kim <kim@example.org>", "@a.org",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_left_alone(address: str) -> None:
    assert not can_be_mailed(address)
    with pytest.raises(ValueError, match="not an address"):
        mailto(address, "S", "T", shortened=MORE)


@pytest.mark.parametrize(
    "address", [" kim@example.org ", "o'hara+visit@example.org", "이@예시.kr", "a#b@c.org"]
)
def test_an_address_stays_what_it_is(address: str) -> None:
    mail = mailto(address, "S", "T", shortened=MORE)
    assert unquote(urlsplit(mail.url).path) == address.strip()
    assert mail.url.endswith("?subject=S&body=T")
