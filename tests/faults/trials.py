"""Trials: a story struck by one fault, told once more without, and the cloud compared with an undisturbed one."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from contract.catalogue import load
from contract.world import KEY, SECRET, Tasks

from cloudstack_simulator import Simulator, jobs
from faults import stories
from faults.portrait import Portrait, differences, portrait
from faults.stories import Killed, Mortal, Setting

LOST = ("close_before", "close_after", "503")
JOB, KILLED = "failed_job", "killed"
KINDS = (*LOST, JOB, KILLED)
NEVER = 10**9


@dataclass(frozen=True)
class Trial:
    """One fault at one place: the call with that number, or the job."""

    setting: str
    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.setting}: {self.kind} at {'job' if self.kind == JOB else 'call'} {self.number}"


@dataclass
class Undisturbed:
    """A story told without a fault.

    :ivar calls: how many it sent; C(jobs): how many jobs it started.
    """

    calls: int
    jobs: int
    portrait: Portrait

    def places(self, kind: str) -> int:
        """How many places there are for a kind of fault."""
        return self.jobs if kind == JOB else self.calls


@dataclass
class Verdict:
    """What came of a trial: nothing wrong, or what is."""

    trial: Trial
    wrong: list[str] = field(default_factory=list)


class Theatre:
    """A cloud in which stories are told again and again, each time from the beginning."""

    def __init__(self, tasks: Tasks, setting: Setting) -> None:
        self.tasks, self.setting = tasks, setting
        self.undisturbed = self._undisturbed()

    def _undisturbed(self) -> Undisturbed:
        self._prepare()
        policy = self._failing(NEVER)
        self.setting.story(self.tasks)
        calls, begun = len(self.tasks.simulator.calls), policy._seen
        return Undisturbed(calls, begun, self._at_rest())

    def trials(self, kinds: Iterable[str]) -> list[Trial]:
        """Every place for these kinds of fault."""
        return [
            Trial(self.setting.name, kind, number)
            for kind in kinds
            for number in range(1, self.undisturbed.places(kind) + 1)
        ]

    def judge(self, trial: Trial) -> Verdict:
        """Tell the story with the fault, then without, and say what differs."""
        self._prepare()
        try:
            struck = self._struck(trial)
        except stories.NeverUp as error:
            return Verdict(trial, [f"with the fault: {error}"])
        self._calm()
        if not struck:
            return Verdict(trial, ["the fault did not strike"])
        try:
            self.setting.story(self.tasks)
        except (load("errors").CloudError, stories.NeverUp) as error:
            return Verdict(trial, [f"the next run fails: {error}"])
        wrong = differences(self.undisturbed.portrait, self._at_rest())
        return Verdict(trial, [*wrong, *self.tasks.simulator.defects])

    def _prepare(self) -> None:
        simulator = self.tasks.simulator
        if self.setting.base is None:
            simulator.reset()
        else:
            simulator.load(self.setting.base)
            simulator.clear_calls()
        self._calm()

    def _calm(self) -> None:
        self.tasks.simulator.faults.clear()
        self.tasks.simulator.jobs.policy = jobs.AfterPolls(1)

    def _failing(self, nth: int) -> jobs.Fail:
        policy = jobs.Fail("Injected fault: the job fails", nth=nth)
        self.tasks.simulator.jobs.policy = policy
        return policy

    def _struck(self, trial: Trial) -> bool:
        """Tell the story with the fault. Whether it struck."""
        failing = self._failing(trial.number) if trial.kind == JOB else None
        if trial.kind in LOST:
            self.tasks.simulator.faults.add(trial.kind, nth=trial.number)
        with Mortal(self.tasks, trial.number if trial.kind == KILLED else NEVER) as mortal:
            try:
                self.setting.story(self.tasks)
            except load("errors").CloudError:
                pass
            except Killed:
                return mortal.sent == trial.number
        if failing:
            return failing._seen >= trial.number
        return trial.kind in LOST and len(self.tasks.simulator.faults) == 0

    def _at_rest(self) -> Portrait:
        """What the cloud is like when the jobs that nobody waits for any more have ended, too."""
        self.tasks.simulator.jobs.policy = jobs.AtOnce()
        self.tasks.simulator.request("listRegions")
        self._calm()
        return portrait(self.tasks.simulator.dump())


@contextmanager
def theatres() -> Iterator[dict[str, Theatre]]:
    """The stories that are tried: two zones in a fresh cloud, and instances in the advanced zone."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        tasks = Tasks(simulator, server.url)
        stories.zone("advanced")(tasks)
        base = simulator.dump()
        settings = (
            Setting("the advanced zone", stories.zone("advanced")),
            Setting("the basic zone", stories.zone("basic")),
            Setting("three instances", stories.instances(), base),
        )
        yield {setting.name: Theatre(tasks, setting) for setting in settings}


def sample(trials: list[Trial], size: int, seed: int) -> list[Trial]:
    """So many of the trials, drawn by a seed, in their order."""
    if size >= len(trials):
        return trials
    return [trials[place] for place in sorted(random.Random(seed).sample(range(len(trials)), size))]
