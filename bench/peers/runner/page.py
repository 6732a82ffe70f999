"""The table, and the part of docs/benchmarks.md that holds it."""

import datetime
import platform
import subprocess
from pathlib import Path

from jobs import PEERS, TOP

PAGE = TOP / "docs" / "benchmarks.md"
#: bench/report.mjs keeps whatever stands between these two lines.
BEGIN = "<!-- methods: begin -->"
END = "<!-- methods: end -->"
HEAD = ["job", "peer", "ours", "peer's", "ratio", "wanted", "answers", "memory, ours / peer's"]


def table(results, least):
    rows = [HEAD, *(cells(result, least) for result in results)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    rows.insert(1, ["-" * width for width in widths])
    lines = [[cell.ljust(width) for cell, width in zip(row, widths)] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cells(result, least):
    job = result.job
    wanted = f"{job.at_least:g}" if job.at_least is not None else ""
    if result.failed:
        return [job.title, job.peer, "", "", "", wanted, result.failed.replace("|", "/"), ""]
    ratio = f"{result.ratio:,.0f}" if result.ratio >= 100 else f"{result.ratio:.1f}" if result.ratio >= 2 else f"{result.ratio:.2f}"
    memory = f"{megabytes(result.ours.memory, least)} / {megabytes(result.peer.memory, least)} MB"
    return [
        job.title, job.peer, time(result.ours.median), time(result.peer.median),
        marked(f"{ratio}: missed", ratio, result.is_slow), wanted, answers(result), marked(f"{memory}: more", memory, result.is_large),
    ]


def marked(bad, good, is_bad):
    return f"**{bad}**" if is_bad else good


def time(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds / size < 1000 else f"{seconds / size:.0f} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def megabytes(memory, least):
    return f"under {least:.0f}" if memory <= least * 1.02 else f"{memory:.0f}"


def answers(result):
    ours, peer = result.ours.answer, result.peer.answer
    if result.job.clusters:
        told = f"F1 {ours['f1']:.4f} / {peer['f1']:.4f}, precision {ours['precision']:.4f} / {peer['precision']:.4f}"
        return marked(f"{told}: lower", told, result.lower())
    if ours is None or peer is None or result.job.answers == "told":
        return "not compared"
    return marked("differ", "agree", result.differences())


def machine():
    """What it ran on."""
    facts = dict(line.split(":", 1) for line in Path("/proc/cpuinfo").read_text().splitlines() if ":" in line)
    names = {key.strip(): value.strip() for key, value in facts.items()}
    processors = Path("/proc/cpuinfo").read_text().count("processor\t")
    kilobytes = int(Path("/proc/meminfo").read_text().split(maxsplit=2)[1])
    rust = subprocess.run(["rustc", "--version"], cwd=TOP, capture_output=True, text=True, check=True).stdout.split()[1]
    return (
        f"{processors} processors ({names.get('model name', platform.machine())}), {kilobytes / 2**20:.0f} GiB, "
        f"{platform.system()} {platform.release()}, Rust {rust}, Python {platform.python_version()}"
    )


def peers(libraries):
    """What is installed beside us, with its version."""
    lines = [line.split("#")[0].strip() for it in sorted(libraries) for line in (PEERS / "requirements" / f"{it}.txt").read_text().splitlines()]
    return ", ".join(dict.fromkeys(line.replace("==", " ") for line in lines if line))


def part(results, runs, least):
    """The whole part of the page."""
    text = (PEERS / "report.md").read_text()
    facts = {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "peers": peers({result.job.package for result in results}),
        "runs": str(runs),
        "least": f"{least:.0f}",
        "table": table(results, least),
    }
    for name, fact in facts.items():
        text = text.replace("{" + name + "}", fact)
    return f"{BEGIN}\n{text.strip()}\n{END}"


def keep(part):
    """Puts the part into the page, in the place of the one before."""
    page = PAGE.read_text()
    before, rest = page.split(BEGIN, 1) if BEGIN in page else (page.rstrip() + "\n\n", END)
    PAGE.write_text(before + part + rest.split(END, 1)[1].rstrip() + "\n")
