// Runs the browser tests: one browser for all files, two files at a time.
// Use: scripts/with-demo node e2e/run.mjs [names of files to run, such as hello]
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { LAUNCH } from "./harness.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((want) => name.startsWith(want)))
  .map((name) => here + name);
if (files.length === 0) {
  console.error(`No browser tests match ${wanted.join(" ") || "*.test.mjs"} in ${here}`);
  process.exit(2);
}

const server = await chromium.launchServer({ ...LAUNCH, headless: true });
const tests = spawn(
  process.execPath,
  ["--test", "--test-concurrency=2", "--test-reporter=spec", "--test-timeout=1800000", ...files],
  { stdio: "inherit", env: { ...process.env, TRIBUTARY_TEST_BROWSER: server.wsEndpoint() } },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => tests.kill(signal));
tests.on("exit", async (code) => {
  await server.close();
  process.exit(code ?? 1);
});
