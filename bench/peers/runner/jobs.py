"""What is to be measured: the jobs of bench/peers/jobs/*.json, each file named after its library. bench/README.md says what they hold."""

import json
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
PEERS = TOP / "bench" / "peers"


@dataclass
class Job:
    """One job. A text may begin with $MADE (the folder of made sets) or $OUT (a folder for what is written)."""

    #: The library, which is also the folder of its package.
    package: str
    job: str
    title: str
    peer: str
    files: list
    at_least: float | None = None
    #: What the peer's script calls it, where one job of ours has several peers.
    peer_job: str | None = None
    #: The benchmark that does our part.
    bench: str = "beside"
    #: Whether both answers must be the same ("agree"), or are only told ("told").
    answers: str = "agree"
    #: Numbers of the answer in which ours may not be lower.
    not_lower: list = field(default_factory=list)
    #: "no_more" where ours may not need more memory.
    memory: str | None = None
    #: A whole process instead of a benchmark: `ours` is a command line of the program.
    whole: bool = False
    ours: list = field(default_factory=list)
    #: Where both leave their clusters, and the truth: `{"ours", "peer", "truth", "id", "person", "pattern"}`.
    clusters: dict | None = None

    @property
    def name(self):
        return f"{self.package}/{self.job}"

    def is_asked_for(self, asked):
        return not asked or any(it in (self.package, self.job, self.name) for it in asked)

    def filled(self, text, made, out):
        return str(text).replace("$MADE", str(made)).replace("$OUT", str(out))

    def needs(self):
        """The files that must be there, as they are written in the job."""
        truth = [self.clusters["truth"]] if self.clusters else []
        return [text for text in [*self.files, *self.ours, *truth] if "/" in text and not text.startswith("$OUT")]


def jobs(asked):
    """The jobs that were asked for, in the order of their files."""
    found = []
    for path in sorted(PEERS.glob("jobs/*.json")):
        for one in json.loads(path.read_text()):
            try:
                found.append(Job(package=path.stem, **one))
            except TypeError as error:
                raise SystemExit(f"{path}: {one.get('job', one)}: {error}") from None
    for job in found:
        if job.answers not in ("agree", "told") or job.memory not in (None, "no_more") or job.whole != bool(job.ours):
            raise SystemExit(f"{job.name}: `answers` is agree or told, `memory` is no_more, and what is `whole` has `ours`")
    return [job for job in found if job.is_asked_for(asked)]
