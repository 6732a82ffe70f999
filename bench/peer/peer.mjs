// Sets the peer up without a browser, fills it, says where it is and how to ask it, and runs it until SIGTERM.
// Use: by bench/peer/start
import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { COLLECTION, INDEX, newNote, notes, THE_LIFE } from "./notes.mjs";

const [folder, port, factsFile] = process.argv.slice(2);
const data = `${folder}/data`;
const url = `http://127.0.0.1:${port}`;
const token = randomBytes(24).toString("hex");

// As its documentation advises for production. What is not named here is as it comes: one process, no cache of answers
// (with one, a new note would show minutes late), no WebSockets, and 503 at once when its event loop is overloaded.
const settings = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PORT: port,
  PUBLIC_URL: url,
  DB_CLIENT: "sqlite3",
  DB_FILENAME: `${data}/data.db`,
  SECRET: randomBytes(32).toString("hex"),
  RATE_LIMITER_ENABLED: "false",
  RATE_LIMITER_GLOBAL_ENABLED: "false",
  TELEMETRY: "false",
  // No line for each request: it would only slow the peer.
  LOG_LEVEL: "warn",
  LOG_STYLE: "raw",
};
const secret = {
  ADMIN_EMAIL: "admin@example.com",
  ADMIN_PASSWORD: randomUUID(),
  ADMIN_TOKEN: token,
};
const places = {
  CONFIG_PATH: `${data}/none.env`, // no settings but these
  STORAGE_LOCAL_ROOT: `${data}/uploads`,
  EXTENSIONS_PATH: `${data}/extensions`,
  TEMP_PATH: `${data}/temp`,
};

rmSync(data, { recursive: true, force: true });
for (const name of ["uploads", "extensions", "temp"]) mkdirSync(`${data}/${name}`, { recursive: true });
const log = openSync(`${data}/peer.log`, "a");

let running;
let stopping = false;
function directus(command) {
  // Not through the program's front door, which first asks npm for newer versions.
  running = spawn(process.execPath, [`${folder}/node_modules/@directus/api/dist/cli/run.js`, command], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: data, ...settings, ...secret, ...places },
    stdio: ["ignore", log, log],
  });
  return new Promise((resolve) => running.on("exit", (code, signal) => resolve(code ?? signal)));
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopping = true;
    running?.kill("SIGTERM");
  });
}
function giveUp(why) {
  if (!stopping) {
    const said = readFileSync(`${data}/peer.log`, "utf8").split("\n").slice(-40).join("\n");
    console.error(`${why}. It said:\n${said}`);
  }
  running?.kill("SIGKILL");
  process.exit(stopping ? 0 : 1);
}

const headers = { "authorization": `Bearer ${token}`, "content-type": "application/json" };
async function post(path, body) {
  const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
}
async function ready() {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${url}/server/ping`).then((answer) => answer.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("not ready within a minute");
}

// The peer's own SQLite, so that its version and what it was built with are the ones that are told.
const sqlite = createRequire(`${folder}/package.json`)("sqlite3");
function sql(statement) {
  return new Promise((resolve, reject) => {
    const database = new sqlite.Database(settings.DB_FILENAME);
    database.all(statement, (error, rows) => database.close(() => (error ? reject(error) : resolve(rows[0]))));
  });
}

async function facts() {
  const { version } = JSON.parse(readFileSync(`${folder}/node_modules/directus/package.json`, "utf8"));
  const list = new URLSearchParams({ "filter[life][_eq]": THE_LIFE, "sort": "-happened_at,-id", "limit": "25" });
  return {
    // The program that answers, which is not the one that started it.
    pid: running.pid,
    url,
    token,
    create: { method: "POST", path: "/items/note", headers, body: JSON.stringify(newNote()) },
    list: { method: "GET", path: `/items/note?${list}`, headers: { authorization: headers.authorization } },
    peer: { name: "Directus", version, node: process.version, settings: { ...settings, SECRET: undefined } },
    sqlite: {
      file: settings.DB_FILENAME,
      ...(await sql("select sqlite_version() as version")),
      ...(await sql("pragma journal_mode")),
      ...(await sql("pragma synchronous")),
    },
  };
}

if ((await directus("bootstrap")) !== 0) giveUp("The peer could not be set up");
const ended = directus("start");
ended.then((how) => (stopping && how === 0 ? process.exit(0) : giveUp(`The peer ended by itself (${how})`)));
try {
  await ready();
  await post("/collections", COLLECTION);
  await sql(INDEX);
  // Through its API, so that what it keeps about each new row is there too.
  for (const some of notes()) await post("/items/note", some);
  // Its default is a rollback journal. Somebody who knows SQLite would choose this one, so it can be measured too.
  if (process.env.PEER_JOURNAL === "wal") await sql("pragma journal_mode = wal");
  writeFileSync(`${factsFile}.part`, JSON.stringify(await facts(), null, 2), { mode: 0o600 });
  renameSync(`${factsFile}.part`, factsFile);
  console.log(`The peer is ready at ${url}; facts in ${factsFile}`);
} catch (error) {
  giveUp(`The peer could not be filled: ${error.message}`);
}
