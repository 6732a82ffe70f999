"""The peer of methods/opinions: red-dwarf. `opinions.py JOB FOLDER` does a job once and prints what it took as one line of JSON."""

import csv
import json
import pathlib
import sys
import time
import warnings

warnings.filterwarnings("ignore")

from reddwarf.implementations.base import run_pipeline  # noqa: E402


def read(folder):
    """The votes as the pipeline wants them, one for each person and statement, and the statements that are moderated out."""
    with open(folder / "votes.csv", newline="", encoding="utf-8") as file:
        votes = [
            {
                "participant_id": int(row["voter-id"]),
                "statement_id": int(row["comment-id"]),
                "vote": int(row["vote"]),
                "modified": int(row["timestamp"]),
            }
            for row in csv.DictReader(file)
        ]
    latest = {}
    for vote in votes:
        pair = (vote["participant_id"], vote["statement_id"])
        if pair not in latest or vote["modified"] >= latest[pair]["modified"]:
            latest[pair] = vote
    votes = list(latest.values())
    with open(folder / "comments.csv", newline="", encoding="utf-8") as file:
        out = [int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"]
    voted = {vote["statement_id"] for vote in votes}
    return votes, [statement for statement in out if statement in voted]


def groups(votes, out):
    """Both choose how many groups there are, from two to five."""
    return run_pipeline(votes=votes, mod_out_statement_ids=out, max_group_count=5, random_state=0)


def answer(found):
    """Enough to see that both did the same."""
    people = found.participants_df
    inside = people[people["to_cluster"].astype(bool)]
    return {
        "participants": len(people),
        "statements": len(found.statements_df),
        "in_conversation": len(inside),
        "k": int(inside["cluster_id"].nunique()),
    }


def main():
    if len(sys.argv) < 3:
        print("groups FOLDER\ngroups-from-files FOLDER")
        return
    job, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if job == "groups":
        votes, out = read(folder)
        start = time.perf_counter()
    elif job == "groups-from-files":
        start = time.perf_counter()
        votes, out = read(folder)
    else:
        sys.exit("This is not a job. Without a job, the jobs are listed.")
    found = groups(votes, out)
    seconds = time.perf_counter() - start
    print(json.dumps({"job": job, "seconds": seconds, "answer": answer(found)}))


main()
