"""Splink on DuckDB: is this the same person?

    linkage.py people RECORDS.csv CLUSTERS.csv     the made set
    linkage.py fake_1000 RECORDS.csv CLUSTERS.csv
    linkage.py febrl3 RECORDS.csv CLUSTERS.csv

The whole way, as with ours: read the table, learn the model from it without any label, score, cluster, and write who belongs together.
The settings of each set are the best that we found for Splink, its thresholds among them; what was tried stands in bench/README.md.
"""

import json
import logging
import sys
import time

import duckdb
import linkage_clusters
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

# Which column names a record, what makes two records candidates, how they are compared, what the prior and EM rest on, and from
# which probability on two records belong together.
SETS = {
    "people": {
        "id": "record_id",
        "candidates": [
            ["nhs_number"],
            ["email"],
            ["phone"],
            ["surname", "date_of_birth"],
            ["given_name", "date_of_birth"],
            ["date_of_birth", "postcode"],
            ["given_name", "surname", "city"],
        ],
        "compare": [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.ExactMatch("email"),
            cl.ExactMatch("nhs_number"),
        ],
        "surely": [["nhs_number"], ["given_name", "surname", "date_of_birth"]],
        "recall": 0.7,
        # Its documentation calls ten million "often adequate"; it also asks for ten times that and more.
        "pairs": 1e7,
        "learn": [["given_name", "surname"], ["date_of_birth", "postcode"]],
        "together": 0.5,
    },
    "fake_1000": {
        "id": "unique_id",
        "candidates": [["first_name"], ["surname"], ["dob"], ["email"]],
        "compare": [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        "surely": [["first_name", "dob"], ["email"]],
        "recall": 0.7,
        "learn": [["first_name", "surname"], ["dob"]],
        "together": 0.5,
    },
    "febrl3": {
        "id": "rec_id",
        "candidates": [
            ["soc_sec_id"],
            ["given_name", "surname"],
            ["date_of_birth"],
            ["surname", "postcode"],
            ["given_name", "postcode"],
        ],
        "compare": [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number"),
            cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1]).configure(term_frequency_adjustments=True),
        ],
        "surely": [["soc_sec_id"], ["given_name", "surname", "date_of_birth"]],
        "recall": 0.9,
        "learn": [["date_of_birth"], ["soc_sec_id"]],
        "together": 0.5,
    },
}


def table(connection, path):
    """The file as a table in which blanks are blanks, and no name or value has an edge of white space."""
    connection.execute("create table raw as select * from read_csv(?, all_varchar = true, header = true)", [path])
    names = [row[0] for row in connection.execute("select column_name from duckdb_columns() where table_name = 'raw'").fetchall()]
    cells = ", ".join(f"""nullif(trim("{name}"), '') as "{name.strip()}\"""" for name in names)
    connection.execute(f"create table records as select {cells} from raw")
    connection.execute("drop table raw")
    return "records"


def dedupe(how, path, out, told):
    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    records = api.register(table(connection, path))
    told("read")
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name=how["id"],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in how["candidates"]],
        comparisons=how["compare"],
    )
    linker = Linker(records, settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(
        [block_on(*rule) for rule in how["surely"]], recall=how["recall"]
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=how.get("pairs", 1e6), seed=1)
    told("u")
    for rule in how["learn"]:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    told("EM")
    scored = linker.inference.predict(threshold_match_probability=min(0.2, how["together"]))
    told("scored")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        scored, threshold_match_probability=how["together"]
    )
    told("clustered")
    connection.execute(
        f"""copy (select "{how['id']}" as record_id, cluster_id from {clusters.physical_name}) to '{out}' (header, delimiter ',')"""
    )


def main():
    if sys.argv[1:2] == ["components"]:
        linkage_clusters.main("components")
        return
    if len(sys.argv) < 4:
        print(" ".join([*SETS, "components"]))
        return
    job, path, out = sys.argv[1:4]
    began = time.perf_counter()

    def told(stage):
        print(f"{stage}: {time.perf_counter() - began:.1f} s", file=sys.stderr)

    dedupe(SETS[job], path, out, told)
    print(json.dumps({"job": job, "seconds": time.perf_counter() - began, "answer": {}}))


if __name__ == "__main__":
    main()
