"""Measures the methods beside their peers: each job ours and theirs in turn, medians of several runs, one table.

Started by bench/peers/run, which says what it can be asked.
"""

import argparse
import os
import sys
from pathlib import Path

import page
import provide
from jobs import jobs
from measure import Measurer, least_memory

RUNS = 5


def asked():
    asking = argparse.ArgumentParser(prog="bench/peers/run", description="Measures the methods beside their peers.")
    asking.add_argument("--runs", type=int, default=RUNS, metavar="N", help="how often each side runs; the median counts (5)")
    asking.add_argument("--only", action="append", default=[], metavar="JOB", help="a library, a job, or library/job; may be said again")
    asking.add_argument("--quick", action="store_true", help="one run each, to see whether it works")
    asking.add_argument("--list", action="store_true", help="list the jobs and end")
    said = asking.parse_args()
    if said.quick:
        said.runs = 1
    if said.runs < 1:
        asking.error("--runs must be at least 1")
    return said


def main():
    said = asked()
    wanted = jobs(said.only)
    if said.list:
        print("\n".join(f"{job.name}: {job.title}, {job.peer}" for job in wanted))
        return 0
    if not wanted:
        print("There is no such job; --list names them.", file=sys.stderr)
        return 2
    home = Path(os.environ.get("TRIBUTARY_BENCH") or Path.home() / ".cache/tributary/bench").resolve() / "peers"
    least = least_memory()
    measurer = Measurer(
        provide.benches(wanted),
        provide.program(wanted),
        {library: provide.python(home, library) for library in sorted({job.package for job in wanted})},
        provide.make(home, wanted),
    )
    results = [measurer.measure(job, said.runs) for job in wanted]
    print(page.table(results, least))
    # A part of the jobs, or fewer runs, is for looking and not for keeping.
    if said.runs >= RUNS and not said.only and not any(result.failed for result in results):
        page.keep(page.part(results, said.runs, least))
        print(f"\nWritten into {page.PAGE.name}.", file=sys.stderr)
    missed = [f"{result.job.name}, {result.job.peer}: {what}" for result in results for what in result.missed()]
    if missed:
        print("\nNot as wanted:\n  " + "\n  ".join(missed), file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
