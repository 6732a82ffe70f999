// Sends requests at a steady rate, whether or not the last one was answered, as people do. A request that had to wait for
// its turn to be sent has waited from the moment it was due.
import { spawn } from "node:child_process";
import { join } from "node:path";

const OHA = join(process.env.TRIBUTARY_BENCH, "oha/bin/oha");
const CONNECTIONS = 50;

/**
 * @typedef {{ method: string, url: string, headers: Record<string, string>, body?: string, bodies?: string }} Ask
 *   one kind of request; `bodies` is a file with a body in each line
 */

/**
 * Sends at `rate` a second for so many seconds, or as fast as answers come when there is no rate.
 * @param {Ask} ask
 * @param {{ rate?: number, seconds: number, connections?: number }} how
 */
export async function load(ask, { rate, seconds, connections = CONNECTIONS }) {
  const args = ["--no-tui", "--output-format", "json", "--stats-success-breakdown", "-w"];
  args.push("-c", String(connections), "-z", `${seconds}s`, "--redirect", "0", "-m", ask.method);
  if (rate) args.push("-q", String(rate), "--latency-correction");
  for (const [name, value] of Object.entries(ask.headers)) args.push("-H", `${name}: ${value}`);
  if (ask.body !== undefined) args.push("-d", ask.body);
  if (ask.bodies !== undefined) args.push("-Z", ask.bodies);
  const said = JSON.parse(await output(OHA, [...args, ask.url]));
  return result(said, { due: rate ? rate * seconds : undefined, seconds });
}

/** Requests that were due and are not answered when the time is over are told nowhere: they are counted here. */
function result(said, { due, seconds }) {
  const answers = Object.entries(said.statusCodeDistribution);
  const well = answers.filter(([status]) => status < 400).reduce((sum, [, count]) => sum + count, 0);
  const all = answers.reduce((sum, [, count]) => sum + count, 0);
  const { p50, p99 } = said.latencyPercentiles;
  return {
    answered: well,
    refused: all - well,
    unanswered: due === undefined ? undefined : Math.max(0, due - all),
    a_second: well / seconds,
    p50: p50 * 1000,
    p99: p99 * 1000,
  };
}

function output(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (part) => (text += part));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(`${command} ended with ${code}`))));
  });
}
