"""A browser small enough to be killed with: one connection for each request, cookies, forms."""

import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode
from uuid import uuid4

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Client:
    """Speaks to a server of this machine, and keeps the cookies that it hands out."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str) -> tuple[int, str]:
        """Open a page."""
        return self._ask("GET", path, b"", "")

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        """Send a form."""
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        return self._ask("POST", path, body, "application/x-www-form-urlencoded")

    def post_file(self, path: str, name: str, data: bytes, **fields: str) -> tuple[int, str]:
        """Send a form with one file in its field `file`."""
        mark = uuid4().hex
        texts = {"csrfmiddlewaretoken": self.token, **fields}
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in texts.items()
        ]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join([*parts, head]).encode() + data + f"\r\n--{mark}--\r\n".encode()
        return self._ask("POST", path, body, f"multipart/form-data; boundary={mark}")

    def _ask(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        connection = HTTPConnection("localhost", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            self._remember(answer, text)
        finally:
            connection.close()
        return answer.status, text

    def _remember(self, answer: HTTPResponse, text: str) -> None:
        for line in answer.headers.get_all("Set-Cookie") or []:
            key, _, value = line.split(";")[0].partition("=")
            self.cookies[key] = value.strip('"')
        if found := CSRF.search(text):
            self.token = found.group(1)
