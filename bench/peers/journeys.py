"""One job on an event log with pm4py, as its users would ask for it: `journeys.py JOB FILE`.

`journeys.py make FILE` writes a log of 90,000 events, always the same one.
"""

import contextlib
import datetime
import io
import json
import random
import sys
import time
from xml.sax.saxutils import quoteattr

STEPS = {
    "Asked for help": ["Visit", "Phone call", "Form sent"],
    "Form sent": ["Form returned", "Reminder", "Phone call"],
    "Reminder": ["Form returned", "Phone call", "Case closed"],
    "Form returned": ["Assessment", "Benefit decision"],
    "Phone call": ["Visit", "Appointment", "Missed appointment", "Form sent"],
    "Visit": ["Plan together", "Visit", "Phone call", "Housing repair", "Money advice"],
    "Appointment": ["Assessment", "Referral", "Missed appointment", "Plan together"],
    "Missed appointment": ["Phone call", "Case closed", "Reminder"],
    "Assessment": ["Referral", "Plan together", "Benefit decision"],
    "Referral": ["Appointment", "Waiting list", "Case closed"],
    "Waiting list": ["Appointment", "A & E attendance", "Reminder"],
    "A & E attendance": ["Hospital admission", "Phone call", "Police contact"],
    "Hospital admission": ["Discharge"],
    "Discharge": ["Visit", "Phone call", "A & E attendance"],
    "Police contact": ["Phone call", "A & E attendance", "Visit"],
    "Benefit decision": ["Appeal", "Money advice", "Case closed"],
    "Appeal": ["Benefit decision", "Money advice"],
    "Money advice": ["Visit", "Plan together", "Case closed"],
    "Housing repair": ["Visit", "Money advice"],
    "Plan together": ["Visit", "Review", "Housing repair", "Money advice"],
    "Review": ["Plan together", "Case closed", "Visit"],
    "Case closed": ["Asked for help"],
}
AGENCIES = ["Council", "Hospital", "Housing association", "Police", "Advice <centre>"]
EVENTS = 90_000


def make(path):
    chance = random.Random(20261125)
    written = 0
    number = 0
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n')
        while written < EVENTS:
            number += 1
            out.write(f'\t<trace>\n\t\t<string key="concept:name" value="person-{number}"/>\n')
            when = datetime.datetime(2015, 1, 1, tzinfo=datetime.timezone.utc)
            when += datetime.timedelta(seconds=chance.randrange(9 * 365 * 86_400))
            step = "Asked for help"
            for _ in range(min(1 + int(chance.expovariate(1 / 10)), EVENTS - written)):
                event(out, chance, step, when)
                written += 1
                when += datetime.timedelta(seconds=60 * int(chance.expovariate(1 / (12 * 1_440))))
                step = chance.choice(STEPS[step])
            out.write("\t</trace>\n")
        out.write("</log>\n")


def event(out, chance, step, when):
    said = [
        ("string", "concept:name", step),
        ("date", "time:timestamp", when.isoformat(timespec="milliseconds")),
        ("string", "lifecycle:transition", "complete"),
        ("string", "org:resource", f"worker-{chance.randrange(300)}"),
        ("string", "source_agency", chance.choice(AGENCIES)),
        ("float", "cost", f"{chance.randrange(100_000) / 100}"),
    ]
    rows = (f"\t\t\t<{kind} key={quoteattr(key)} value={quoteattr(value)}/>\n" for kind, key, value in said)
    out.write("\t\t<event>\n" + "".join(rows) + "\t\t</event>\n")


def read_and_discover(path):
    import pm4py

    begun = time.perf_counter()
    log = pm4py.read_xes(path)
    dfg, _, _ = pm4py.discover_dfg(log)
    seconds = time.perf_counter() - begun
    edges = sorted(([a, b, int(count)] for (a, b), count in dfg.items()), key=lambda it: (-it[2], it[0], it[1]))
    answer = {
        "cases": int(log["case:concept:name"].nunique()),
        "events": len(log),
        "dfg_edges": len(edges),
        "following": sum(count for _, _, count in edges),
        "most_frequent": edges[0] if edges else None,
    }
    return seconds, answer


def main():
    job, path = sys.argv[1], sys.argv[2]
    if job == "make":
        make(path)
        return
    # It says on standard output who made it and how far it is.
    with contextlib.redirect_stdout(io.StringIO()):
        seconds, answer = {"read_and_discover": read_and_discover}[job](path)
    print(json.dumps({"job": job, "seconds": seconds, "answer": answer}))


main()
