# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A connection without keys: a user logs in with a password, and each request carries the key of the session."""

from __future__ import annotations

from typing import Any, Mapping

from . import client as api
from .errors import ApiError, CloudError, OptionError
from .resources.domain import ROOT, full_path

WRONG_CREDENTIALS = 531
"""What login answers to a name or password that is not right."""


class Session(api.Client):
    """Speaks to the API as a user who logs in. All requests are sent by POST.

    :ivar user: what the server tells of the user who has logged in: C(userid), C(account), C(domainid)...
    """

    _key = ""
    user: Mapping[str, Any] = {}

    def _ask(self, command: str, wire: Mapping[str, str]) -> Any:
        form = {**wire, "command": command, "response": "json"}
        if self._key:
            form["sessionkey"] = self._key
        response = self._http.post(self.settings.url, data=form, timeout=self._cs.timeout, verify=self._cs.verify)
        try:
            body = next(iter(response.json().values()))
        except (AttributeError, StopIteration, ValueError):
            raise api.cs.CloudStackException("no answer of the API", response=response) from None
        if response.status_code != 200:
            raise api.cs.CloudStackApiException("refused", error=body, response=response)
        return body

    def log_in(self, username: str, password: str, domain: str = "") -> bool:
        """Open the session. The password is sent in the body of a POST, and nowhere else.

        :param domain: path of the user's domain; the root by default.
        :returns: false where the server does not know the user, or not with this password.
        :raises OptionError: the user must confirm the login with a second factor.
        """
        path = full_path(domain)[len(ROOT) :] or "/"
        try:
            self.user = self.call("login", {"username": username, "password": password, "domain": path})
        except ApiError as error:
            if error.code != WRONG_CREDENTIALS:
                raise
            return False
        self._key = str(self.user.get("sessionkey", ""))
        if str(self.user.get("is2faenabled")) == "true" and str(self.user.get("is2faverified")) != "true":
            raise OptionError(
                "username",
                f"username: '{username}' logs in with a second factor, which only a person can give. "
                "Use another user, or turn its second factor off.",
            )
        return True

    def log_out(self) -> None:
        """Close the session, if there is one. The server would forget it after a while by itself."""
        if not self._key:
            return
        try:
            self.call("logout")
        except CloudError:
            pass
        finally:
            self._key = ""
