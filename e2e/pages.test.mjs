// Every page in every state that its samples show: empty, one, many, the longest words, every error.
// The story tests write the samples (cargo test); this looks at each with axe, in light and dark.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { extname, join, normalize } from "node:path";
import { axe, closeBrowser, desk, leave, noThirdParty, phone } from "./harness.mjs";

const top = fileURLToPath(new URL("../", import.meta.url));
const samples = join(process.env.CARGO_TARGET_DIR || join(top, "target"), "samples");
const assets = join(top, "base/ui/assets");
const names = list(samples).filter((name) => name.endsWith(".html"));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** As strict as can be: what a sample may not do here, the page may not do for anybody. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

let server;
let baseURL;
before(async () => {
  server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  baseURL = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await closeBrowser();
  server.close();
});

it("there are samples", () => {
  assert.notEqual(names.length, 0, `There are no samples in ${samples}. Run: cargo test --package stories`);
});

describe("axe finds nothing", { concurrency: 2 }, () => {
  for (const name of names) {
    it(name, async () => {
      await look(phone, name, { dark: true });
      await look(desk, name, { dark: false });
    });
  }
});

/** Pages that are open and that no test looks at just now: opening one for each sample would take longest. */
const idle = new Map();

async function take(open) {
  return idle.get(open)?.pop() ?? (await open({ baseURL }));
}

/**
 * Opens a sample and looks at it with axe: with every rule in light, and at its contrast in dark. Colours are the
 * same at every width, so dark is looked at on a phone alone.
 */
async function look(open, name, { dark }) {
  const page = await take(open);
  let light = "light";
  try {
    const check = noThirdParty(page);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`/${encodeURIComponent(name)}`, { waitUntil: "load" });
    await axe(page);
    if (dark) {
      light = "dark";
      await page.emulateMedia({ colorScheme: "dark" });
      await axe(page, { rules: ["color-contrast"] });
    }
    check();
    page.removeAllListeners();
    idle.set(open, [...(idle.get(open) ?? []), page]);
  } catch (error) {
    const wide = page.viewportSize().width;
    await leave(page);
    throw new Error(`${name}, ${light}, ${wide} pixels wide: ${error.message}`);
  }
}

function list(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const file = path.startsWith("/assets/")
    ? join(assets, path.slice("/assets/".length))
    : join(samples, path);
  if (path === "/favicon.ico") return response.writeHead(204).end();
  try {
    const body = readFileSync(file);
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end(`nothing at ${path}`);
  }
}
