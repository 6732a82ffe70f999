"""How well clusters agree with the truth, by pairs of records.

    python3 pairs.py CLUSTERS.csv TRUTH.csv [--id COLUMN] [--person COLUMN] [--pattern REGEX]

CLUSTERS.csv has the columns record_id and cluster_id, whatever else it has; TRUTH.csv says which person a record is about. Where the
truth is part of the record's name, as in FEBRL, --pattern takes the person out of the column --person: its first group. A record
that is in no cluster stands alone. A pair is right where both records are about one person: precision is the share of the pairs in
clusters that are right, recall the share of the right pairs that are in clusters, F1 their harmonic mean.
"""

import argparse
import csv
import json
import re
from collections import Counter


def rows(path, *columns):
    """These columns of each row. Names and values may have an edge of white space."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        lines = csv.reader(file)
        names = [name.strip() for name in next(lines)]
        missing = [column for column in columns if column not in names]
        if missing:
            raise SystemExit(f"{path}: no column {', '.join(missing)}; it has {', '.join(names)}")
        places = [names.index(column) for column in columns]
        for line in lines:
            yield tuple(line[place].strip() for place in places)


def in_pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts.values())


def agreement(clusters, truth, id="record_id", person="person_id", pattern=None):
    cluster_of = dict(rows(clusters, "record_id", "cluster_id"))
    found, people, both, alone = Counter(), Counter(), Counter(), 0
    for record, who in rows(truth, id, person):
        if pattern:
            who = re.match(pattern, who).group(1)
        people[who] += 1
        cluster = cluster_of.pop(record, None)
        if cluster is None:
            alone += 1
            continue
        found[cluster] += 1
        both[cluster, who] += 1
    if cluster_of:
        raise SystemExit(f"{clusters}: {len(cluster_of)} records are not in {truth}, the first is {next(iter(cluster_of))}")
    right, in_clusters, in_truth = in_pairs(both), in_pairs(found), in_pairs(people)
    precision = right / in_clusters if in_clusters else 1.0
    recall = right / in_truth if in_truth else 1.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if right else 0.0,
        "clusters": len(found) + alone,
        "people": len(people),
        "largest": max(found.values(), default=0),
    }


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("clusters")
    asked.add_argument("truth")
    asked.add_argument("--id", default="record_id")
    asked.add_argument("--person", default="person_id")
    asked.add_argument("--pattern")
    print(json.dumps(agreement(**vars(asked.parse_args()))))
