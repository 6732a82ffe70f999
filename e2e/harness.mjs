// A browser, the people who use it, and what every page must hold: what the browser tests stand on.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** The WCAG 2.2 AA rules, and what axe's makers hold to be good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * How a browser is started: quietly, and without a way to any other host, so that leaving for another page (see "Exit
 * this page") is seen and goes nowhere. Chromium as root wants no sandbox.
 */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
};

/** What the demo says of itself: `{ url, password, token, accounts: [{ kind, name, sign_in }] }`. */
export function facts() {
  const file = process.env.DEMO_FACTS;
  assert.ok(file, "There is no demo to test. Run: scripts/with-demo node e2e/run.mjs");
  return JSON.parse(readFileSync(file, "utf8"));
}

let started;
/** The one browser: run.mjs starts it for all files; a file that is run alone starts its own. */
function browser() {
  const shared = process.env.TRIBUTARY_TEST_BROWSER;
  started ??= shared ? chromium.connect(shared) : chromium.launch(LAUNCH);
  return started;
}

/** Call it in `after`, so that the file's process can end. */
export async function closeBrowser() {
  await (await started)?.close();
  started = undefined;
}

/** A phone, held upright. */
export const phone = (options) =>
  visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, options);
/** A computer on a desk. */
export const desk = (options) => visit({ viewport: { width: 1280, height: 900 } }, options);

/**
 * Opens a page in a browser profile of its own.
 * @param {object} screen
 * @param {{ dark?: boolean, javaScript?: boolean, baseURL?: string }} [options]
 */
async function visit(screen, { dark = false, javaScript = true, baseURL = facts().url } = {}) {
  const context = await (
    await browser()
  ).newContext({
    ...screen,
    baseURL,
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Closes the page's profile, so that a test leaves nothing to the next. */
export const leave = (page) => page.context().close();

/** The account of this kind in the demo: a worker, a person, a steward ... */
export function accountOf(kind) {
  const { accounts } = facts();
  const account = accounts.find((one) => one.kind === kind);
  const kinds = accounts.map((one) => one.kind).join(", ");
  assert.ok(account, `the demo has no account of kind ${kind}, only ${kinds}`);
  return account;
}

/** Signs in as somebody of this kind, as they would. */
export async function signIn(page, kind) {
  const account = accountOf(kind);
  await page.goto("/sign-in");
  await page.getByLabel("Your name for signing in").fill(account.sign_in);
  await page.getByLabel("Password", { exact: true }).fill(facts().password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return account;
}

/**
 * Fails if axe finds anything, saying what, where and how to mend it.
 * @param {import('playwright-core').Page} page
 * @param {{ rules?: string[] }} [options] only these rules
 */
export async function axe(page, { rules } = {}) {
  const look = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? look.withRules(rules) : look.withTags(RULES)).analyze();
  const findings = violations.flatMap((rule) =>
    rule.nodes.map((node) => {
      const mend = node.failureSummary
        .split("\n")
        .slice(1)
        .map((line) => line.trim())
        .join("; ");
      return `${rule.id} (${rule.impact}): ${rule.help}\n    at   ${node.target.join(" ")}\n    is   ${node.html.slice(0, 200)}\n    mend ${mend}`;
    }),
  );
  refuse(findings, `axe found ${findings.length} on ${page.url()}`);
}

/** Nobody should have to move a page sideways to read it. */
export async function fits(page) {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  assert.ok(wide <= screen, `${page.url()} is ${wide} pixels wide on a screen of ${screen}`);
}

/**
 * Writes a picture of what is on the screen for the user guide, when pictures are wanted (`make screenshots`).
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {{ from?: import('playwright-core').Locator, column?: boolean, dark?: boolean }} [options] what stands at the
 * top of it; whether the page has one column, and nothing beside it
 */
export async function shot(page, name, { from, column = false, dark = false } = {}) {
  if (process.env.TRIBUTARY_SCREENSHOTS !== "1") return;
  const folder = fileURLToPath(new URL("../docs/guide/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const seen = await page.evaluate(() => scrollY);
  if (dark) await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => scrollTo(0, 0));
  const top = (await from?.boundingBox())?.y ?? 0;
  const y = await page.evaluate((to) => (scrollTo(0, to), to - scrollY), Math.max(0, Math.floor(top) - 12));
  // On a desk, the middle of the screen: nothing stands at its sides.
  const { width, height } = page.viewportSize();
  const size = { width: column ? 700 : 1128, height: Math.min(height - y, 800) };
  const clip = width > 1128 ? { x: (width - 1128) / 2, y, ...size } : undefined;
  await page.screenshot({ path: `${folder}${name}.png`, animations: "disabled", caret: "hide", clip });
  if (dark) await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate((to) => scrollTo(0, to), seen);
}

/**
 * Watches a page from before its first request. The function it gives back fails if the page asked anything of
 * anybody else, broke the content policy, or complained: nothing on a person's device may betray them.
 * @param {import('playwright-core').Page} page
 * @param {{ expect?: RegExp }} [options] complaints that the test brings about itself
 */
export function noThirdParty(page, { expect = /^$/ } = {}) {
  const home = new Set();
  const asked = [];
  const said = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && home.size === 0)
      home.add(origin);
    if (!["data:", "blob:", "about:"].includes(protocol) && !home.has(origin)) asked.push(request.url());
  });
  page.on("console", (message) => {
    const text = message.text();
    const complaint = message.type() === "error" || /content security policy/i.test(text);
    if (complaint && !expect.test(text)) said.push(`${text} (${message.location().url})`);
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return () => {
    refuse(asked, `${page.url()} asked other hosts`);
    refuse(said, `${page.url()} complained`);
  };
}

/** Fails with a list that reads well: an assertion's own comparison would bury it. */
function refuse(found, what) {
  if (found.length > 0) throw new Error(`${what}:\n  ${found.join("\n  ")}`);
}
