// What people do again and again, as they would do it: by what the page says, never by how it is made.
import assert from "node:assert/strict";
import { facts } from "../harness.mjs";

/** Whoever takes up an account needs a name that nobody signs in with yet, also when tests run twice in one demo. */
let taken = 0;
const fresh = (called) =>
  `${called.toLowerCase()}-${Date.now().toString(36)}${process.pid.toString(36)}${(taken += 1)}`;

export const link = (page, name) => page.getByRole("link", { name, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const heading = (page, name) => page.getByRole("heading", { name, exact: true });
/** The main part of a page, without what stands around it. */
export const main = (page) => page.getByRole("main");

/** A part of a page, by its heading. */
export const part = (page, name) => page.getByRole("region", { name, exact: true });

/** Presses something that leads to another page, and waits until that page is there. */
export async function go(page, what) {
  const before = page.url();
  await what.click();
  await page.waitForURL((url) => url.href !== before);
}

/** Presses something that may lead back to where one is. */
export async function press(page, what) {
  await Promise.all([page.waitForEvent("load"), what.click()]);
}

/** Fails unless the reader finds each of these texts in the main part of the page. */
export async function reads(page, ...texts) {
  const text = (await main(page).innerText()).replace(/\s+/g, " ");
  for (const one of texts) assert.ok(text.includes(one), `${page.url()} does not say “${one}”:\n${text}`);
}

/** Fails if the page names any of these. */
export async function namesNobody(page, names) {
  const text = await page.locator("html").innerText();
  const html = await page.content();
  for (const name of names) {
    const word = new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, "iu");
    assert.doesNotMatch(text, word, `${page.url()} names ${name}`);
    assert.doesNotMatch(html, word, `${page.url()} names ${name} where nobody looks`);
  }
}

/** Begins a page with somebody, from one's first page. Answers where it is. */
export async function beginPage(page, called, team) {
  await page.goto("/");
  const sheet = team ? page.locator("div", { hasText: team }).last() : page;
  await go(page, link(sheet, "Begin a page with somebody").first());
  await page.getByLabel("What do they like to be called?").fill(called);
  await go(page, button(page, "Begin"));
  await heading(page, called).waitFor();
  return new URL(page.url()).pathname;
}

/** Makes a one-time code for the person whose page it is. */
export async function invite(page, life, called) {
  await page.goto(life);
  await page.getByText("Change who is there").click();
  await go(page, link(page, "Invite somebody to this page"));
  await page.getByRole("radio", { name: `${called}, to their own page` }).check();
  await go(page, button(page, "Make a code"));
  return readCode(page);
}

/** The code that is shown to whoever made it. */
export async function readCode(page) {
  await heading(page, "A one-time code").waitFor();
  return (await page.locator("#code").innerText()).trim();
}

/** Takes up an account with a code. Answers the name to sign in with from now on. */
export async function takeUp(page, code, called) {
  const name = fresh(called);
  await page.goto("/");
  await go(page, link(page, "I was given a code"));
  await page.getByLabel("The code").fill(code);
  await page.getByLabel("A name for signing in").fill(name);
  await page.getByLabel("A new password").fill(facts().password);
  await go(page, button(page, "Take up my account"));
  return name;
}

/** Writes down something to try. */
export async function trySomething(page, life, line, more = {}) {
  await page.goto(life);
  await go(page, button(page, "Try something"));
  await page.getByLabel("What will we try?").fill(line);
  if (Object.keys(more).length > 0) await page.getByText("Say more, if it helps").click();
  for (const [label, text] of Object.entries(more)) await page.getByLabel(label).fill(text);
}
