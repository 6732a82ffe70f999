"""Asks abspc 1.1.0 about series made with a seed, and writes what it answers to abspc_answers.json.

pip install abspc==1.1.0, then: python3 abspc_answers.py > abspc_answers.json
"""

import json
import random
import warnings

import pandas as pd
from abspc import calculate_control_limits, detect_run_chart_signals, detect_special_causes

warnings.simplefilter("ignore")
dice = random.Random(20261125)
LETTERS = [("rule1", "o"), ("rule3", "t"), ("rule4", "w"), ("rule2", "s")]


def individual(length):
    """Noise, a walk, steps or slow waves, to one decimal."""
    shape = dice.choice(["noise", "walk", "steps", "few"])
    level, values = 50.0, []
    for _ in range(length):
        if shape == "walk":
            level += dice.gauss(0, 2)
        elif shape == "steps" and dice.random() < 0.08:
            level = dice.uniform(30, 70)
        if shape == "few":
            values.append(float(dice.randint(1, 4)))
        else:
            values.append(round(level + dice.gauss(0, 3), 1))
    return values


def letters(found):
    """One letter a point, the rule that takes precedence."""
    return "".join(
        next((letter for rule, letter in LETTERS if row[rule]), ".") for _, row in found.iterrows()
    )


def ask(chart, values, sizes=None):
    frame = pd.DataFrame({"value": values})
    if sizes is not None:
        frame["subgroup_size"] = sizes
    found = calculate_control_limits(frame, chart_type=chart)
    answer = {"chart": chart, "values": values, "mean": float(found["mean"].iloc[0])}
    if sizes is not None:
        answer["sizes"] = sizes
    if chart == "run":
        marks = detect_run_chart_signals(found)
        answer["marks"] = "".join("s" if shift else "." for shift in marks["run_shift"])
        return answer
    for ours, theirs in [("upper", "ucl"), ("lower", "lcl"), ("near_upper", "uwl"), ("near_lower", "lwl")]:
        column = [float(limit) for limit in found[theirs]]
        answer[ours] = column if chart in "pu" else column[0]
    answer["marks"] = letters(detect_special_causes(found))
    return answer


answers = [ask("xmr", individual(dice.randint(2, 60))) for _ in range(150)]
for _ in range(15):
    length = dice.randint(2, 40)
    sizes = [dice.randint(40, 400) for _ in range(length)]
    answers.append(ask("p", [int(dice.betavariate(3, 20) * size) for size in sizes], sizes))
    answers.append(ask("u", [int(dice.expovariate(0.1)) for _ in sizes], sizes))
    answers.append(ask("c", [int(dice.expovariate(0.1)) for _ in sizes]))
    answers.append(ask("t", [round(dice.expovariate(0.05), 1) for _ in sizes]))
    answers.append(ask("g", [int(dice.expovariate(0.02)) for _ in sizes]))
print("[" + ",\n".join(json.dumps(answer) for answer in answers) + "]")
