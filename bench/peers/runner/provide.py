"""What the measuring needs: our programs, the peers each in a Python of its own, and the made sets. Nothing is done twice."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from jobs import PEERS, TOP


def say(text):
    print(text, file=sys.stderr, flush=True)


def artifacts(*arguments):
    """Builds, and tells each executable by (folder of its package, kind, name)."""
    say("cargo " + " ".join(arguments))
    built = subprocess.run(
        ["cargo", *arguments, "--locked", "--message-format=json-render-diagnostics"],
        cwd=TOP, stdout=subprocess.PIPE, text=True, check=False,
    )
    if built.returncode:
        raise SystemExit("This did not build; cargo says why above.")
    found = {}
    for line in built.stdout.splitlines():
        told = json.loads(line)
        if told.get("reason") == "compiler-artifact" and told.get("executable"):
            target = told["target"]
            found[Path(told["manifest_path"]).parent.name, target["kind"][0], target["name"]] = told["executable"]
    return found


def benches(jobs):
    """The benchmark of each library, by (library, name)."""
    wanted = {}
    for job in jobs:
        if not job.whole:
            wanted.setdefault(job.bench, set()).add(job.package)
    found = {}
    for bench, libraries in sorted(wanted.items()):
        packages = [part for library in sorted(libraries) for part in ("-p", library)]
        built = artifacts("bench", "--no-run", "--bench", bench, *packages)
        found |= {(folder, name): path for (folder, kind, name), path in built.items() if kind == "bench"}
    return found


def program(jobs):
    """The program as people get it, where a job starts it."""
    if not any(job.whole for job in jobs):
        return None
    return artifacts("build", "--release", "-p", "app")["app", "bin", "tributary"]


def python(home, library):
    """A Python with this library's peers, installed again when what is wanted changed."""
    requirements = PEERS / "requirements" / f"{library}.txt"
    if not requirements.exists():
        raise SystemExit(f"{requirements} should name the peers of {library}, each with its version")
    wanted = requirements.read_text()
    folder = home / library
    stamp, inside = folder / "provided.txt", folder / "bin" / "python"
    works = inside.exists() and subprocess.run([inside, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    if works and stamp.exists() and stamp.read_text() == wanted:
        return inside
    say(f"Fetching the peers of {library} into {folder}")
    if not works:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    pip = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements]
    subprocess.run(pip, check=True)
    stamp.write_text(wanted)
    return inside


def make(home, jobs):
    """Makes the sets that the jobs name with $MADE, again where the generator changed."""
    made = home / "made"
    made.mkdir(parents=True, exist_ok=True)
    wanted = {text.removeprefix("$MADE/") for job in jobs for text in job.needs() if text.startswith("$MADE/")}
    known = json.loads((PEERS / "made.json").read_text())
    unknown = wanted - {name for one in known for name in one["files"]}
    if unknown:
        raise SystemExit(f"bench/peers/made.json does not say how to make {', '.join(sorted(unknown))}")
    due = [one for one in known if wanted & set(one["files"]) and not is_made(made, one)]
    for one in due:
        say(f"Making {', '.join(one['files'])}")
        subprocess.run([generator(one), *one["with"]], cwd=made, check=True)
        stamp_of(made, one).write_text(key(one))
    return made


def generator(one):
    """What makes a set: `made`, or the benchmark of a library that knows the format."""
    if "by" not in one:
        return artifacts("build", "--release", "-p", "made", "--example", "made")["made", "example", "made"]
    return artifacts("bench", "--no-run", "--bench", "beside", "-p", one["by"])[one["by"], "bench", "beside"]


def is_made(made, one):
    stamp = stamp_of(made, one)
    return all((made / name).exists() for name in one["files"]) and stamp.exists() and stamp.read_text() == key(one)


def stamp_of(made, one):
    return made / f"{one['files'][0]}.made"


def key(one):
    """What decides the bytes: the generator's sources, and what it is asked for."""
    folder = TOP / "methods" / one.get("by", "made")
    sources = [folder / "Cargo.toml", *(it for part in ("src", "examples", "benches") for it in sorted(folder.glob(f"{part}/**/*.rs")))]
    digest = hashlib.sha256(json.dumps(one, sort_keys=True).encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()
