"""A page as a browser would take it apart: what it asks for, what it names, what it runs."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

LOADS = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("video", "src")}
LOADS |= {("audio", "src"), ("iframe", "src"), ("use", "href"), ("object", "data")}
LOADS |= {("image", "href"), ("input", "src"), ("video", "poster"), ("embed", "src")}
LEADS = {("a", "href"), ("area", "href")}
ACTS = {("form", "action"), ("button", "formaction"), ("input", "formaction")}
UNLABELLED = {"hidden", "submit", "button"}
HEADINGS = {"h1"}


@dataclass
class Page(HTMLParser):
    """What stands in one page. `loads` are fetched at once, `leads` and `acts` on a click."""

    text: str
    loads: list[str] = field(default_factory=list)
    leads: list[tuple[str, str]] = field(default_factory=list)  # (address, rel)
    acts: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    controls: list[dict[str, str]] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    inline: list[str] = field(default_factory=list)
    refers: list[str] = field(default_factory=list)
    headings: int = 0
    title: str = ""
    lang: str = ""
    _drawing: int = 0  # the parts of a picture have titles too
    _inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._addresses(tag, given)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.inline += ["<style>"] if tag == "style" else []
        self.inline += ["<script>"] if tag == "script" and "src" not in given else []
        self.inline += [name for name, value in given.items() if value.startswith("javascript:")]
        self.ids += [given["id"]] if "id" in given else []
        self.refers += [given[name] for name in ("for", "list") if name in given]
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            self.refers += given.get(name, "").split()
        self._drawing += tag == "svg"
        self.headings += tag in HEADINGS
        self.lang = given.get("lang", self.lang) if tag == "html" else self.lang
        if tag == "label" and "for" in given:
            self.labelled.add(given["for"])
        if tag in ("input", "select", "textarea") and given.get("type") not in UNLABELLED:
            self.controls.append({**given, "inside": "label" if "label" in self._inside else ""})
        if tag in ("label", "title"):
            self._inside.append(tag)

    def _addresses(self, tag: str, given: dict[str, str]) -> None:
        for name, value in given.items():
            if (tag, name) in LOADS or name == "srcset":
                self.loads.append(value)
            elif (tag, name) in LEADS:
                self.leads.append((value, given.get("rel", "")))
            elif (tag, name) in ACTS or name in ("hx-get", "hx-post", "data-ask"):
                self.acts.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._drawing -= tag == "svg"
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside == ["title"] and not self._drawing:
            self.title += data

    def faults(self) -> list[str]:
        """Say what no page may have, whoever looks at it."""
        found = [f"inline: {one}" for one in self.inline]
        found += [f"loads from {one}" for one in [*self.loads, *self.acts] if host_of(one)]
        found += [f"two of the id {one}" for one in self.ids if self.ids.count(one) > 1]
        found += [f"refers to nothing: {one}" for one in self.refers if one not in self.ids]
        found += [f"no label: {one}" for one in self.controls if not self._has_label(one)]
        found += [] if self.headings == 1 else [f"{self.headings} main headings"]
        found += [] if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", self.lang) else ["no language"]
        found += [] if self.title.strip() else ["no title"]
        return found

    def _has_label(self, control: dict[str, str]) -> bool:
        named = control.get("aria-label") or control.get("aria-labelledby")
        is_unseen = "hidden" in control
        return bool(is_unseen or control["inside"] or named or control.get("id") in self.labelled)


def host_of(address: str) -> str:
    """Give the host of an address; nothing for one of our own."""
    parts = urlsplit(address)
    return parts.netloc or (parts.scheme and f"{parts.scheme}:")
