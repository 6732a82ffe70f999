// What is measured: how to start it, and what to ask of it.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = process.env.TRIBUTARY_BENCH;
const here = fileURLToPath(new URL(".", import.meta.url));
const WORDS = `On the way to the allotment we talked about the nights and about what comes before them It may have been the
  company and not the walk Next time we will ask first and plan later`.split(/\s+/);

/** A running program. @typedef {{ name: string, asks: object, pid: number, stop: () => Promise<void> }} Running */

/** @returns {Promise<Running>} the release build, with a life of 1,000 notes and 200 things being tried in a team */
export async function tributary(name, settings = {}) {
  const folder = fresh(name);
  const facts = join(folder, "facts.json");
  const args = ["demo", "--size", "bench", "--seed", "1", "--facts", facts];
  if (settings.database) args.push("--database", settings.database);
  const env = { ...process.env, TRIBUTARY_LISTEN: "127.0.0.1:0", TRIBUTARY_LOG: "warn" };
  const running = await start(process.env.TRIBUTARY_PROGRAM, args, { env, facts, folder });
  return { name, ...running, asks: await asks(running.facts, folder) };
}

/** @returns {Promise<Running>} the peer, with a flat table of the same notes */
export async function peer(name, env = {}) {
  const folder = join(FOLDER, "peer");
  mkdirSync(folder, { recursive: true });
  const facts = join(folder, "facts.json");
  const from = { env: { ...process.env, ...env }, facts, folder };
  const running = await start(join(here, "peer/start"), [folder, "8055", facts], from);
  const { url, create, list } = running.facts;
  const ask = ({ method, path, headers, body }) => ({ method, url: url + path, headers, body });
  return { name, ...running, asks: { notes: ask(create), pages: ask(list) } };
}

function fresh(name) {
  const folder = join(FOLDER, name.replace(/\W+/g, "-").toLowerCase());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function start(command, args, { env, facts, folder }) {
  rmSync(facts, { force: true });
  const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"], cwd: folder });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  let gone = false;
  ended.then(() => (gone = true));
  while (!existsSync(facts)) {
    if (gone) throw new Error(`${command} ended before it was ready`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const said = JSON.parse(readFileSync(facts, "utf8"));
  return { facts: said, pid: said.pid ?? child.pid, stop };
}

/** What a worker's browser sends, signed in: a new note, the first page of notes, the team's meeting. */
async function asks({ url, password, ids }, folder) {
  const form = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const body = new URLSearchParams({ name: "sam", password });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", headers: form, body, redirect: "manual" });
  if (answer.status !== 303) throw new Error(`signing in was answered ${answer.status}`);
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  const life = ids["life jo"];
  const see = (path) => ({ method: "GET", url: url + path, headers: { cookie } });
  return {
    notes: { method: "POST", url: `${url}/lives/${life}/notes`, headers: { ...form, cookie }, bodies: bodies(folder) },
    pages: see(`/lives/${life}/notes`),
    meeting: see(`/teams/${ids["team riverside"]}/meeting`),
  };
}

/** Each note with words of its own, and the key by which a note that is sent twice is kept once. */
function bodies(folder) {
  const file = join(folder, "bodies");
  const one = (_, number) => {
    const words = Array.from({ length: 50 }, (_, at) => WORDS[(number * 7 + at * 11) % WORDS.length]);
    return new URLSearchParams({ text: words.join(" "), _once: randomBytes(12).toString("hex") }).toString();
  };
  writeFileSync(file, `${Array.from({ length: 200_000 }, one).join("\n")}\n`);
  return file;
}
