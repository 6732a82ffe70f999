"""What the measuring promises. scripts/test runs it: python3 -B bench/peers/runner/tests.py"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import page
import pairs
import provide
from jobs import PEERS, TOP, Job, jobs
from measure import Failed, Result, Side, differences, process


def job(**more):
    return Job(package="maps", job="loops", title="Loops", peer="other 1.0", files=[], **more)


def side(seconds, answer=None, megabytes=10.0):
    told = Side()
    for one in seconds:
        told.add(one, megabytes, answer)
    return told


class Jobs(unittest.TestCase):
    def test_each_has_all_that_it_needs(self):
        made = {name for one in json.loads((PEERS / "made.json").read_text()) for name in one["files"]}
        for one in jobs([]):
            with self.subTest(one.name):
                self.assertTrue((PEERS / f"{one.package}.py").exists(), "its peer's script")
                self.assertTrue((PEERS / "requirements" / f"{one.package}.txt").exists(), "its peer's version")
                bench = TOP / "methods" / one.package / "benches" / f"{one.bench}.rs"
                self.assertTrue(one.whole or bench.exists(), "its benchmark")
                wanted = {text.removeprefix("$MADE/") for text in one.needs() if text.startswith("$MADE/")}
                self.assertLessEqual(wanted, made, "made.json says how to make it")

    def test_some_can_be_asked_for(self):
        one = job()
        for asked in ([], ["maps"], ["loops"], ["maps/loops"], ["other", "loops"]):
            self.assertTrue(one.is_asked_for(asked), asked)
        self.assertFalse(one.is_asked_for(["map"]))


class Judging(unittest.TestCase):
    def pairs(self, clusters, truth, **how):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / "clusters.csv", Path(folder) / "truth.csv"]
            for path, text in zip(paths, (clusters, truth)):
                path.write_text(text)
            return pairs.agreement(*paths, **how)

    def test_pairs_are_right_where_both_are_one_person(self):
        clusters = "source,record_id,cluster_id,status\ns,a,1,linked\ns,b,1,linked\ns,c,1,linked\ns,d,2,alone\n"
        found = self.pairs(clusters, "record_id,person_id\na,P\nb,P\nc,Q\nd,Q\ne,P\n")
        # Three pairs in clusters, one of them right; four pairs in truth: ab, ae, be, cd.
        self.assertEqual((found["precision"], found["recall"]), (1 / 3, 1 / 4))
        self.assertAlmostEqual(found["f1"], 2 / 7)
        self.assertEqual((found["clusters"], found["people"], found["largest"]), (3, 2, 3))

    def test_the_truth_may_be_part_of_the_name(self):
        found = self.pairs("record_id,cluster_id\nrec-1-org,x\nrec-1-dup-0,x\n", "rec_id, age\nrec-1-org, 5\nrec-1-dup-0, 5\n",
                           id="rec_id", person="rec_id", pattern=r"rec-(\d+)")
        self.assertEqual(found["f1"], 1.0)

    def test_a_record_that_nobody_knows_is_said(self):
        with self.assertRaisesRegex(SystemExit, "1 records are not in"):
            self.pairs("record_id,cluster_id\nz,1\n", "record_id,person_id\na,P\n")


class Comparing(unittest.TestCase):
    def test_answers_are_the_same_to_one_in_a_million(self):
        self.assertEqual(differences({"n": 1, "x": [1.0, 1e6]}, {"n": 1, "x": [1.0000001, 1e6 + 0.5]}), [])
        self.assertEqual(differences({"n": 1, "x": [1.0, 2.0]}, {"n": 2, "x": [1.0, 2.1]}),
                         ["n is 1, the peer's 2", "x[1] is 2.0, the peer's 2.1"])
        self.assertEqual(len(differences({"ours": 1}, {"theirs": 1})), 1)
        self.assertEqual(len(differences([1], [1, 2])), 1)
        self.assertEqual(differences(None, {"n": 1}), [])
        self.assertEqual(len(differences({"closed": True}, {"closed": 1.0})), 1)

    def test_what_was_wanted_and_is_not_so_is_told(self):
        slow = Result(job(at_least=5), side([1, 9, 2]), side([8, 8, 8]))
        self.assertEqual(slow.ratio, 4)
        self.assertEqual(slow.missed(), ["4 times as fast, and 5 were wanted"])
        self.assertEqual(Result(job(at_least=4), side([2]), side([8])).missed(), [])
        large = Result(job(memory="no_more", not_lower=["f1"]), side([1], {"f1": 0.8}, 20), side([1], {"f1": 0.9}, 10))
        self.assertEqual(len(large.missed()), 3)
        self.assertEqual(Result(job(answers="told"), side([1], 1), side([1], 2)).missed(), [])

    def test_a_process_tells_what_it_did(self):
        run = "print('loading'); print('{\"seconds\": 2.5, \"answer\": 7}')"
        seconds, megabytes, told = process([sys.executable, "-c", run])
        self.assertEqual(told, {"seconds": 2.5, "answer": 7})
        self.assertTrue(seconds > 0 and megabytes > 1)
        with self.assertRaisesRegex(Failed, "ended with 3: so it is"):
            process([sys.executable, "-c", "import sys; print('so it is', file=sys.stderr); sys.exit(3)"])


class Page(unittest.TestCase):
    def test_the_rest_of_the_page_stays(self):
        with tempfile.TemporaryDirectory() as folder:
            page.PAGE = Path(folder) / "benchmarks.md"
            page.PAGE.write_text("# Fast\n\nfirst\n")
            for table in ("old", "new"):
                page.keep(f"{page.BEGIN}\n{table}\n{page.END}")
            page.PAGE.write_text(page.PAGE.read_text() + "\nlast\n")
            page.keep(f"{page.BEGIN}\nnewest\n{page.END}")
            self.assertEqual(page.PAGE.read_text(), f"# Fast\n\nfirst\n\n{page.BEGIN}\nnewest\n{page.END}\n\nlast\n")

    def test_a_line_says_what_was_found(self):
        good, bad = Result(job(at_least=3), side([0.002], 1), side([1.5], 1, 90)), Result(job(at_least=3), side([1]), side([2]))
        lines = page.table([good, bad], 12).splitlines()
        self.assertRegex(lines[2], r"Loops +\| other 1.0 +\| 2 ms +\| 1.5 s +\| 750 +\| 3 +\| agree +\| under 12 / 90 MB")
        self.assertIn("**2.0: missed**", lines[3])
        of = {"f1": 0.9, "precision": 1.0}
        judged = job(memory="no_more", not_lower=["f1"], clusters={"truth": "t.csv"})
        worse = Result(judged, side([1], of, 30), side([1], of | {"f1": 0.95}, 20))
        line = page.table([worse], 12).splitlines()[2]
        self.assertIn("**F1 0.9000 / 0.9500, precision 1.0000 / 1.0000: lower**", line)
        self.assertIn("**30 / 20 MB: more**", line)

    def test_a_set_is_made_again_when_it_would_be_another(self):
        one = {"files": ["a.csv"], "with": ["people", "1", "1", "7", "a.csv"]}
        self.assertNotEqual(provide.key(one), provide.key(one | {"with": ["people", "1", "1", "8", "a.csv"]}))
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder)
            self.assertFalse(provide.is_made(made, one))
            (made / "a.csv").write_text("")
            provide.stamp_of(made, one).write_text(provide.key(one))
            self.assertTrue(provide.is_made(made, one))


if __name__ == "__main__":
    unittest.main()
