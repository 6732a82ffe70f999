"""abspc: limits and rules of an XmR chart.

    xmr.py xmr-rules POINTS

The seconds are those of its two public calls, from a table in memory to a table with limits and marks.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
from abspc import calculate_control_limits, detect_special_causes


def series(points):
    """Noise between 44 and 56 in tenths, now and then far out or a slow climb: the benchmark beside it makes the same."""
    state, climb, values = 20261125, 0, []

    def dice():
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return state >> 16

    for _ in range(points):
        noise = dice() % 61 + dice() % 61
        event = dice() % 100
        climb = 8 if event < 3 else max(climb, 1) - 1
        far = 150 if event == 99 else 0
        values.append((440 + 20 * (8 - climb) if climb > 0 else 440 + noise + far) / 10)
    return values


def main():
    job, points = sys.argv[1:3]
    if job != "xmr-rules":
        sys.exit(f"there is no job {job}")
    frame = pd.DataFrame({"value": series(int(points))})
    begun = time.perf_counter()
    found = detect_special_causes(calculate_control_limits(frame, chart_type="xmr"))
    seconds = time.perf_counter() - begun
    marks = [found[name].to_numpy() for name in ("rule1", "rule3", "rule4", "rule2")]
    first = np.select(marks, [1, 2, 3, 4], default=0)
    names = ("outside", "trend", "two_in_three", "shift")
    answer = {
        "points": len(frame),
        "mean": float(found["mean"].iloc[0]),
        "upper": float(found["ucl"].iloc[0]),
        **{name: int((first == place).sum()) for place, name in enumerate(names, 1)},
        "places": int((np.flatnonzero(first) + 1).sum()),
    }
    print(json.dumps({"job": job, "seconds": seconds, "answer": answer}))


main()
