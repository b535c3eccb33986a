"""Errors as the web channel tells them: application/problem+json, RFC 9457."""

from http import HTTPStatus
from typing import Any

from sanic.response import HTTPResponse, json


class Problem(Exception):
    """Something is wrong with a call, or with the assistant."""

    def __init__(
        self, status: HTTPStatus, detail: str, headers: dict[str, str] | None = None, **members: Any
    ) -> None:
        """Describe a problem.

        Args:
            status: the HTTP status.
            detail: what is wrong and what would be right, for whoever makes the call.
            headers: more headers, such as Retry-After.
            members: more members of the answer, such as the faulty fields.
        """
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}
        self.members = members

    def response(self) -> HTTPResponse:
        """Give what is sent to the caller."""
        return json(
            {
                "type": "about:blank",
                "title": self.status.phrase,
                "status": self.status.value,
                "detail": self.detail,
                **self.members,
            },
            status=self.status.value,
            headers=self.headers,
            content_type="application/problem+json",
        )
