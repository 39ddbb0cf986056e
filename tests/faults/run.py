"""Tries every fault at every place of every story, prints how it went, and fails where anything was lost or doubled."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / name) for name in ("tests", "tools", "extensions/simulator")]

import conftest  # noqa: E402, F401  (makes the clone importable as the collection)

from faults.trials import KINDS, Trial, Verdict, sample, theatres  # noqa: E402

SHOWN = 4


def judged(shard: int, shards: int, size: int, seed: int) -> list[Verdict]:
    """The verdicts of every so-manieth trial."""
    with theatres() as stage:
        trials = sample([one for theatre in stage.values() for one in theatre.trials(KINDS)], size, seed)
        return [stage[trial.setting].judge(trial) for trial in trials[shard::shards]]


def table(verdicts: list[Verdict]) -> list[str]:
    """How many trials there were, and how many went wrong, by story and kind of fault."""
    tried = Counter((one.trial.setting, one.trial.kind) for one in verdicts)
    failed = Counter((one.trial.setting, one.trial.kind) for one in verdicts if one.wrong)
    rows = [f"| {name} | {kind} | {count} | {failed[name, kind]} |" for (name, kind), count in sorted(tried.items())]
    return ["| story | fault | trials | wrong |", "|---|---|---|---|", *rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--trials", type=int, default=sys.maxsize, help="so many, drawn by the seed; all by default")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()
    with ProcessPoolExecutor(options.workers) as pool:
        shards = [
            pool.submit(judged, number, options.workers, options.trials, options.seed)
            for number in range(options.workers)
        ]
        verdicts = [verdict for shard in shards for verdict in shard.result()]
    print("\n".join(table(verdicts)))
    wrong = [verdict for verdict in verdicts if verdict.wrong]
    for verdict in wrong:
        print(f"WRONG {verdict.trial}", *verdict.wrong[:SHOWN], sep="\n    ")
    print(f"{len(verdicts)} trials, {len(wrong)} went wrong, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


__all__ = ["Trial", "judged", "main", "table"]

if __name__ == "__main__":
    sys.exit(main())
