# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Rules that a server asks one after the other: how they stand, and how they shall stand. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Mapping, Sequence

from ..resolve import Row
from .plan import CREATED, REMOVED, Deed


@dataclass(frozen=True)
class Line:
    """The rules of a place in their order.

    :ivar before: those that are there.
    :ivar after: those that will be there: the listed ones as they are listed, then those that are not listed.
    :ivar moves: the server would not have them so without being told: a new rule comes last.
    """

    before: tuple[Deed, ...]
    after: tuple[Deed, ...]
    moves: bool

    def over(self, deeds: Mapping[int, Deed]) -> Line:
        """The same line of other deeds.

        :param deeds: what stands for each deed, by the identity of that.
        """
        before, after = (tuple(deeds[id(deed)] for deed in side) for side in (self.before, self.after))
        return replace(self, before=before, after=after)


def line(deeds: Sequence[Deed], rows: Sequence[Row], rounds: Sequence[Sequence[Deed]]) -> Line:
    """Find the order in which rules stand and the one in which they shall.

    :param rows: the records that are there, as the server lists them.
    :param rounds: the deeds that have something to send, in the order in which they are carried out.
    """
    places = {row["id"]: place for place, row in enumerate(rows)}
    there = sorted((deed for deed in deeds if deed.what != CREATED), key=lambda deed: places[deed.look.current["id"]])
    stay = [deed for deed in there if deed.what != REMOVED]
    come = [deed for part in rounds for deed in part if deed.what == CREATED]
    listed = sorted((deed for deed in (*stay, *come) if deed.at >= 0), key=lambda deed: deed.at)
    after = [*listed, *(deed for deed in stay if deed.at < 0)]
    moves = [id(deed) for deed in after] != [id(deed) for deed in (*stay, *come)]
    return Line(tuple(there), tuple(after), moves)
