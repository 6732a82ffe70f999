// Writes what was measured as the page docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import { closeSync, fdatasyncSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";

const say = (number, digits = 0) => number.toLocaleString("en-GB", { maximumFractionDigits: digits });
const ms = (time) => (time >= 1000 ? `${say(time / 1000, 1)} s` : `${say(time, time < 10 ? 1 : 0)} ms`);
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/**
 * @param {object[]} results one of each contender
 * @param {{ seconds: number, notes: number, pages: number, alone: number }} plan
 */
export function report(results, plan) {
  const text = readFileSync(new URL("report.md", import.meta.url), "utf8");
  const parts = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    together: together(results, plan),
    each_alone: alone(results),
    peer: results.find((it) => it.peer)?.peer.version ?? "",
    methods: methods(),
    ...Object.fromEntries(Object.entries(plan).map(([name, number]) => [name, say(number)])),
  };
  return text.replaceAll("../docs/adr/", "adr/").replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}

function together(results, plan) {
  const share = ({ answered, refused, unanswered }) => {
    const all = answered + refused + (unanswered ?? 0);
    return refused === 0 && unanswered <= answered / 1000 ? "all" : `${say((100 * answered) / all, 1)} %`;
  };
  const line = (name, round, what) => {
    const measured = round[what];
    const due = `${say(plan[what] * round.part, 1)} ${what}`;
    const resident = `${say(round.resident)} MB`;
    return [name, due, share(measured), ms(measured.p50), ms(measured.p99), resident, say(round.processor, 2)];
  };
  // The whole of the work, and the largest part of it that was done.
  const told = ({ rounds }) => (rounds.length > 1 ? [rounds[0], rounds.at(-1)] : rounds);
  const rows = results.flatMap((it) =>
    told(it).flatMap((round) => [line(it.name, round, "notes"), line(it.name, round, "pages")]),
  );
  return table(["", "due each second", "answered well", "p50", "p99", "most memory", "processors used"], rows);
}

function alone(results) {
  const [first] = results;
  const times = (it, what) => {
    const mine = it.alone[what].a_second;
    const ratio = first.alone[what].a_second / mine;
    return it === first ? say(mine) : `${say(mine)} (1 : ${say(ratio, 1)})`;
  };
  const meeting = ({ alone: { meeting } }) => (meeting ? `${ms(meeting.p50)}, ${ms(meeting.p99)}` : "");
  const rows = results.map((it) => [it.name, times(it, "pages"), times(it, "notes"), meeting(it)]);
  return table(["", "pages a second, alone", "notes a second, alone", "meeting of 200: p50, p99"], rows);
}

/** The part of the page that `make bench-peers` writes, as it stands. */
function methods() {
  const page = readFileSync(new URL("../docs/benchmarks.md", import.meta.url), "utf8");
  const [part] = page.match(/<!-- methods: begin -->.*<!-- methods: end -->/s) ?? [""];
  return part;
}

function machine() {
  const [{ model }] = cpus();
  const debian = readFileSync("/etc/debian_version", "utf8").trim();
  const rustc = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim().split(" ")[1];
  return (
    `${cpus().length} processors (${model}), ${say(totalmem() / 2 ** 30)} GiB, Debian ${debian}, Linux ${release()}, Rust ${rustc}; ` +
    `to be sure of a write, its disk takes ${ms(sure())} at the median`
  );
}

/** The median time of writing a block and waiting until it is on the disk, in milliseconds. */
function sure() {
  const path = join(process.env.TRIBUTARY_BENCH, "sure");
  const file = openSync(path, "w");
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 200 }, () => {
    const before = process.hrtime.bigint();
    writeSync(file, block);
    fdatasyncSync(file);
    return Number(process.hrtime.bigint() - before) / 1e6;
  });
  closeSync(file);
  unlinkSync(path);
  return times.sort((a, b) => a - b)[100];
}
