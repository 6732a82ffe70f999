"""One job, once, on one map, with igraph or networkx: prints what methods/causal/benches/beside.rs prints.

    causal.py JOB FILE

A job whose name ends in "-networkx" is done by networkx, all others by igraph. Only the reckoning is timed, not the reading.
"""

import csv
import json
import sys
import time


def read(path):
    """The labels, and the links as pairs of places among them."""
    if path.endswith(".json"):
        with open(path, encoding="utf-8") as file:
            said = json.load(file)
        return [str(node) for node in range(said["nodes"])], [tuple(edge) for edge in said["edges"]]
    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row["From"], row["To"]) for row in csv.DictReader(file)]
    # In the order of the file. With the labels sorted, igraph 1.0.0 misses 6 of the 17,492 loops of up to 12 links.
    labels = list(dict.fromkeys(label for row in rows for label in row))
    places = {label: place for place, label in enumerate(labels)}
    return labels, [(places[a], places[b]) for a, b in rows]


def most(labels, values):
    """What ours says of betweenness."""
    value = max(values)
    # Of those that are as high but for rounding, the first: numbers by value, then labels by their letters.
    order = sorted(range(len(labels)), key=lambda n: (not labels[n].isdigit(), len(labels[n]) if labels[n].isdigit() else 0, labels[n]))
    first = next(node for node in order if values[node] > value - 1e-6)
    return {"total": round(sum(values)), "most": labels[first], "value": round(value)}


def with_igraph(job, labels, links):
    import igraph

    graph = igraph.Graph(n=len(labels), edges=sorted(set(links)), directed=True)
    start = time.perf_counter()
    if job == "betweenness":
        values = graph.betweenness(directed=True)
        return time.perf_counter() - start, most(labels, values)
    if job.startswith("loops-"):
        loops = graph.simple_cycles(max=int(job.removeprefix("loops-")))
        return time.perf_counter() - start, {"loops": len(loops)}
    raise SystemExit(f"{job}: there is no such job")


def with_networkx(job, labels, links):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(labels)))
    graph.add_edges_from(links)
    start = time.perf_counter()
    if job == "betweenness":
        values = networkx.betweenness_centrality(graph, normalized=False)
        return time.perf_counter() - start, most(labels, [values[node] for node in range(len(labels))])
    if job.startswith("loops-"):
        loops = list(networkx.simple_cycles(graph, length_bound=int(job.removeprefix("loops-"))))
        return time.perf_counter() - start, {"loops": len(loops)}
    raise SystemExit(f"{job}: there is no such job")


def main():
    job, path = sys.argv[1:3]
    labels, links = read(path)
    if job.endswith("-networkx"):
        seconds, answer = with_networkx(job.removesuffix("-networkx"), labels, links)
    else:
        seconds, answer = with_igraph(job, labels, links)
    print(json.dumps({"job": job, "seconds": seconds, "answer": answer}))


main()
