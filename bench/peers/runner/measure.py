"""One job, ours and the peer's in turn, and what came of it."""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from jobs import PEERS, TOP

#: Numbers of two answers are the same when they differ by no more than this part of the larger one.
SAME = 1e-6


class Failed(Exception):
    """A job that could not be done, with what was said."""


@dataclass
class Side:
    """What one of the two did, run after run."""

    seconds: list = field(default_factory=list)
    megabytes: list = field(default_factory=list)
    answer: object = None

    def add(self, seconds, megabytes, answer):
        self.seconds.append(seconds)
        self.megabytes.append(megabytes)
        self.answer = answer

    @property
    def median(self):
        return median(self.seconds)

    @property
    def memory(self):
        return median(self.megabytes)


@dataclass
class Result:
    job: object
    ours: Side
    peer: Side
    failed: str | None = None

    @property
    def ratio(self):
        return self.peer.median / self.ours.median

    @property
    def is_slow(self):
        return self.job.at_least is not None and self.ratio < self.job.at_least

    @property
    def is_large(self):
        return self.job.memory == "no_more" and self.ours.memory > self.peer.memory

    def differences(self):
        return differences(self.ours.answer, self.peer.answer) if self.job.answers == "agree" and not self.job.clusters else []

    def lower(self):
        return [name for name in self.job.not_lower if self.ours.answer[name] < self.peer.answer[name]]

    def missed(self):
        """What was wanted and is not so."""
        if self.failed:
            return [self.failed]
        missed = [f"the answers differ: {where}" for where in self.differences()]
        if self.is_slow:
            missed.append(f"{self.ratio:.3g} times as fast, and {self.job.at_least:g} were wanted")
        if self.is_large:
            missed.append(f"needs {self.ours.memory:.0f} MB, the peer {self.peer.memory:.0f} MB")
        for name in self.lower():
            missed.append(f"{name} is {self.ours.answer[name]:.4f}, the peer's {self.peer.answer[name]:.4f}")
        return missed


def differences(ours, peer, where=""):
    """Where two answers differ. What only one of them says is not compared, unless it is a place in a list."""
    if ours is None or peer is None:
        return []
    if isinstance(ours, dict) and isinstance(peer, dict):
        both = [name for name in ours if name in peer]
        if ours and peer and not both:
            return [f"{where or 'answer'} has nothing in common: {short(ours)} and {short(peer)}"]
        return [it for name in both for it in differences(ours[name], peer[name], f"{where}.{name}".lstrip("."))]
    if isinstance(ours, list) and isinstance(peer, list) and len(ours) == len(peer):
        return [it for at, pair in enumerate(zip(ours, peer)) for it in differences(*pair, f"{where}[{at}]")][:3]
    numbers = all(isinstance(it, (int, float)) and not isinstance(it, bool) for it in (ours, peer))
    if numbers:
        same = math.isclose(ours, peer, rel_tol=SAME, abs_tol=SAME)
    else:
        same = ours == peer and isinstance(ours, bool) == isinstance(peer, bool)
    return [] if same else [f"{where or 'answer'} is {short(ours)}, the peer's {short(peer)}"]


def short(value):
    text = json.dumps(value)
    return text if len(text) < 60 else text[:57] + "..."


def process(command):
    """Runs it to its end. Seconds by the clock, the most memory it had in MB, and the last line that it printed, if that is JSON."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        began = time.perf_counter()
        child = subprocess.Popen([str(part) for part in command], cwd=TOP, stdout=said, stderr=complained)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
        complained.seek(0)
        complaint = complained.read().decode(errors="replace").strip().splitlines()
    if child.returncode:
        raise Failed(f"{Path(command[0]).name} ended with {child.returncode}: {(complaint or ['it said nothing'])[-1]}")
    try:
        told = json.loads(lines[-1]) if lines else {}
    except ValueError:
        told = {}
    return seconds, used.ru_maxrss / 1024, told if isinstance(told, dict) else {}


def least_memory():
    """The least that `process` can tell: a child inherits the mark of whoever started it."""
    return process(["true"])[1]


class Measurer:
    """Knows what everything is called."""

    def __init__(self, benches, program, pythons, made):
        self.benches, self.program, self.pythons, self.made = benches, program, pythons, made

    def measure(self, job, runs):
        result = Result(job, Side(), Side())
        missing = [it for it in job.needs() if not (TOP / job.filled(it, self.made, "")).exists()]
        if missing:
            result.failed = f"not measured: {missing[0]} is not there"
            return result
        try:
            with tempfile.TemporaryDirectory(prefix="peers-") as out:
                for run in range(runs):
                    print(f"{job.name}, {job.peer}: {run + 1} of {runs}", file=sys.stderr, flush=True)
                    result.ours.add(*self.ours(job, out))
                    result.peer.add(*self.peer(job, out))
                self.judge(job, out, result)
        except Failed as failed:
            result.failed = str(failed)
        return result

    def ours(self, job, out):
        if job.whole:
            seconds, megabytes, told = process([self.program, *(job.filled(it, self.made, out) for it in job.ours)])
            return seconds, megabytes, told.get("answer")
        if (job.package, job.bench) not in self.benches:
            raise Failed(f"methods/{job.package} has no benchmark `{job.bench}`")
        return self.told(job, [self.benches[job.package, job.bench], job.job], out)

    def peer(self, job, out):
        script = PEERS / f"{job.package}.py"
        return self.told(job, [self.pythons[job.package], script, job.peer_job or job.job], out)

    def told(self, job, command, out):
        """What a benchmark or a peer's script tells of itself; of a whole process the clock will do."""
        seconds, megabytes, told = process([*command, *(job.filled(it, self.made, out) for it in job.files)])
        if "seconds" not in told and not job.whole:
            raise Failed(f"{Path(command[0]).name} printed no line of JSON with its seconds")
        return told.get("seconds", seconds), megabytes, told.get("answer")

    def judge(self, job, out, result):
        """Lets both clusters be judged by the truth, in a process of its own, so that this one stays small."""
        if not job.clusters:
            return
        how = {name: job.filled(text, self.made, out) for name, text in job.clusters.items()}
        for name, side in (("ours", result.ours), ("peer", result.peer)):
            options = [part for it in ("id", "person", "pattern") if it in how for part in (f"--{it}", how[it])]
            judge = [sys.executable, PEERS / "runner" / "pairs.py", how[name], how["truth"], *options]
            side.answer = process(judge)[2]
