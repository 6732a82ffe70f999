"""Connected components of a million records with three million links.

    linkage_clusters.py components          scipy.sparse.csgraph
    linkage_clusters.py components-splink   Splink's own clustering, on DuckDB

The links come from the formula in methods/linkage/benches/clusters.rs, so no file is needed. Timed is the way from links in memory,
as each side holds them, to a cluster for each record.
"""

import json
import sys
import time

import numpy as np

RECORDS = 1_000_000
EDGES = 3_000_000
TOGETHER = 10.0


def mixed(number):
    """SplitMix64's finaliser; numbers of 64 bits wrap around."""
    z = number * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def edges():
    """From, to and weight of each link."""
    number, of = np.arange(EDGES, dtype=np.uint64), np.uint64
    place, how = mixed(of(2) * number), mixed(of(2) * number + of(1))
    a = place % of(RECORDS)
    near = (a & ~of(7)) + (place >> of(40)) % of(8)
    far = (place >> of(32)) % of(RECORDS)
    b = np.where(how % of(64) == 0, far, near)
    weight = ((how >> of(8)) % of(2560)).astype(float) / 64
    a, b = np.minimum(a, RECORDS - 1).astype(np.uint32), np.minimum(b, RECORDS - 1).astype(np.uint32)
    return np.minimum(a, b), np.maximum(a, b), weight


def by_scipy(a, b, weight):
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    began = time.perf_counter()
    joins = weight >= TOGETHER
    a, b = a[joins].astype(np.int32), b[joins].astype(np.int32)
    links = coo_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(RECORDS, RECORDS)).tocsr()
    _, labels = connected_components(links, directed=False)
    return time.perf_counter() - began, labels


def by_splink(a, b, weight):
    import duckdb
    import pyarrow as pa
    from splink import DuckDBAPI
    from splink.clustering import cluster_pairwise_predictions_at_threshold as cluster

    connection = duckdb.connect()
    records = pa.table({"id": np.arange(RECORDS, dtype=np.uint32)})
    links = pa.table({"id_l": a, "id_r": b, "match_probability": 1 / (1 + 2.0**-weight)})
    connection.execute("create table records as select * from records")
    connection.execute("create table links as select * from links")
    api = DuckDBAPI(connection)
    began = time.perf_counter()
    found = cluster(
        api.register("records"),
        api.register("links"),
        api,
        node_id_column_name="id",
        threshold_match_probability=1 / (1 + 2.0**-TOGETHER),
    )
    seconds = time.perf_counter() - began
    return seconds, found.as_duckdbpyrelation().fetchnumpy()["cluster_id"]


JOBS = {"components": by_scipy, "components-splink": by_splink}


def main(job):
    seconds, labels = JOBS[job](*edges())
    _, sizes = np.unique(labels, return_counts=True)
    answer = {"clusters": len(sizes), "largest": int(sizes.max())}
    print(json.dumps({"job": "components", "seconds": seconds, "answer": answer}))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("\n".join(JOBS))
    else:
        main(sys.argv[1])
