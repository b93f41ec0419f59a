"""A page of HTML as a tree, for tests that ask what stands where."""

from collections.abc import Iterator
from html.parser import HTMLParser

_ALONE = {"meta", "br", "hr"}
"""Elements of a page that hold nothing and are not closed."""


class Element:
    """An element with its attributes, and all that stands inside it in order."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes = name, attributes
        self.inside: list[Element | str] = []

    @property
    def kinds(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def words(self) -> str:
        """All that it says, as it is shown where blanks are kept."""
        return "".join(one if isinstance(one, str) else one.words for one in self.inside)

    @property
    def line(self) -> str:
        """All that it says, in one line."""
        return " ".join(self.words.split())

    def all(self, name: str = "", kind: str = "") -> list["Element"]:
        """What stands inside it at any depth: elements of this name, of this class."""
        return [
            one for one in self._below() if (not name or one.name == name) and (not kind or kind in one.kinds)
        ]

    def one(self, name: str = "", kind: str = "") -> "Element":
        """The only one of them."""
        (found,) = self.all(name, kind)
        return found

    def _below(self) -> Iterator["Element"]:
        for one in self.inside:
            if isinstance(one, Element):
                yield one
                yield from one._below()


class _Reader(HTMLParser):
    """Builds the tree, and takes nothing that a browser would have to mend."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"<{tag}> says something twice"
        made = Element(tag, given)
        self.open[-1].inside.append(made)
        if tag not in _ALONE:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def tree(page: str) -> Element:
    """The page `page` as a tree."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    (root,) = reader.open
    return root
