// The measurement: each contender in its turn, alone on the machine, the same work. Started by bench/run.
import { readFileSync } from "node:fs";
import { peer, tributary } from "./contenders.mjs";
import { load } from "./load.mjs";
import { report } from "./report.mjs";

const quick = process.argv.includes("--quick");
const only = process.argv.find((it) => it.startsWith("--only="))?.slice("--only=".length);
const SECONDS = quick ? 10 : 30;
const ALONE = quick ? 5 : 15;
const NOTES = 500;
const PAGES = 2000;
/** Who cannot do all of it is asked for a part of it, ever smaller, until everything is answered. */
const PARTS = [1, 1 / 2, 1 / 16];

const contenders = [
  ["SQLite", () => tributary("SQLite")],
  ["PostgreSQL", () => tributary("PostgreSQL", { database: `${process.env.TRIBUTARY_TEST_POSTGRES}/postgres` })],
  ["Directus", () => peer("Directus")],
  ["Directus, write-ahead log", () => peer("Directus, write-ahead log", { PEER_JOURNAL: "wal" })],
];

const results = [];
for (const [name, begin] of contenders) {
  if (only && only !== name) continue;
  console.error(`${name}: starting`);
  const running = await begin();
  try {
    results.push(await measure(name, running));
  } finally {
    await running.stop();
  }
  console.error(JSON.stringify(results.at(-1), null, 1));
}
const text = report(results, { seconds: SECONDS, notes: NOTES, pages: PAGES, alone: ALONE });
if (quick || only) console.log(text);
else (await import("node:fs")).writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), text);

/** Both kinds of request together at their rates, and then each alone as fast as answers come. */
async function measure(name, { asks, pid, facts }) {
  // The first requests find nothing prepared; nobody is served by a program that has just been started.
  await load(asks.pages, { seconds: 3, connections: 8 });
  await load(asks.notes, { rate: 50, seconds: 3 });
  const rounds = [];
  for (const part of PARTS) {
    rounds.push(await together(asks, pid, part));
    if (isWhole(rounds.at(-1))) break;
  }
  const alone = {
    pages: await load(asks.pages, { seconds: ALONE }),
    notes: await load(asks.notes, { seconds: ALONE }),
    meeting: asks.meeting && (await load(asks.meeting, { seconds: ALONE, connections: 4 })),
  };
  return { name, rounds, alone, peer: facts.peer, sqlite: facts.sqlite };
}

/** This part of the rates, both kinds at once. */
async function together(asks, pid, part) {
  const watch = watching(pid);
  const [notes, pages] = await Promise.all([
    load(asks.notes, { rate: NOTES * part, seconds: SECONDS }),
    load(asks.pages, { rate: PAGES * part, seconds: SECONDS }),
  ]);
  const { resident, processor } = watch();
  return { part, notes, pages, resident, processor: processor / SECONDS };
}

/** The last moment of a round may cut off what was just sent: one in a thousand is not counted against anybody. */
function isWhole({ notes, pages }) {
  return [notes, pages].every(({ answered, refused, unanswered }) => refused + unanswered <= answered / 1000);
}

/** The most memory a process held, in MB, and the processor seconds it used, from now until it is asked. */
function watching(pid) {
  const before = processor(pid);
  return () => ({ resident: peak(pid), processor: processor(pid) - before });
}

/** VmHWM of proc(5): the largest resident set so far. */
function peak(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+) kB/)[1]) / 1024;
}

/** utime and stime of proc(5), which count hundredths of a second. */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
