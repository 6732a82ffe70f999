// The story's way back: the place changes something, those who gave read it, and who governs can ask what it stands on.
import assert from "node:assert/strict";
import { axe, desk, facts, phone, shot, signIn } from "../harness.mjs";
import { at, somebody } from "./people.mjs";
import * as ways from "./ways.mjs";
import { CHANGE, LIVES, MILLBROOK, OTHERS, PATTERN } from "./words.mjs";

const { button, go, heading, link, main, namesNobody, part, press, reads } = ways;

export async function changes() {
  at.priya = await somebody(desk, { expect: /status of 422/ });
  await signIn(at.priya, "steward");
  await go(at.priya, link(at.priya, "What Ashwell is learning"));
  await reads(at.priya, "Passed on to us", PATTERN.sees);
  await axe(at.priya);
  await at.priya.goto(at.relay);
  await go(at.priya, button(at.priya, "Say what it means here"));
  await at.priya.getByRole("radio", { name: "We changed something" }).check();
  await at.priya.getByLabel("How it was").fill(CHANGE.was);
  await at.priya.getByLabel("How it is now").fill(CHANGE.now);
  await at.priya.getByLabel("Who was in the decision").fill(CHANGE.decided);
  await at.priya.getByLabel("Who was not there").fill(CHANGE.absent);
  await axe(at.priya);
  await shot(at.priya, "coordinator-changed", { from: at.priya.getByText("The question:"), column: true });
  await press(at.priya, button(at.priya, "Send it back to those who gave"));
  await reads(at.priya, "Take these out, or tick each that may stay");
  await axe(at.priya);
  for (const name of ["Priya", "Dee"]) await at.priya.getByRole("checkbox", { name: `“${name}” may stay` }).check();
  await go(at.priya, button(at.priya, "Send it back to those who gave"));
  await reads(at.priya, "Ashwell changed something.", ...Object.values(CHANGE));
  await axe(at.priya);
  await shot(at.priya, "coordinator-trail");
  await shot(at.priya, "coordinator-trail-dark", { dark: true });
}

export async function niaReads() {
  await at.nia.goto("/");
  const changed = part(at.nia, "Something changed because of what you learnt");
  for (const text of [CHANGE.was, CHANGE.now, PATTERN.sees])
    assert.ok(await changed.getByText(text).isVisible(), `Nia's first page does not say “${text}”`);
  await axe(at.nia);
  await shot(at.nia, "person-changed");
  await go(at.nia, link(at.nia, "Follow it all the way"));
  await reads(at.nia, PATTERN.sees, MILLBROOK.sense, "Ashwell changed something.", ...Object.values(CHANGE));
  await namesNobody(at.nia, ["Jo", "Wen", ...Object.keys(OTHERS)]);
  await axe(at.nia);
  await shot(at.nia, "person-became", { from: heading(at.nia, `“${PATTERN.sees}”`) });
  await at.nia.goto(at.life);
  await go(at.nia, link(at.nia, "Who has looked at this page"));
  await reads(at.nia, "Sam wrote a note.", "Ines asked people whether what was learnt may be passed on.");
  assert.equal(await main(at.nia).getByText(/Dee|Priya|Gwen/).count(), 0, "they had no way to Nia's page");
  await axe(at.nia);
  const asked = at.nia.getByRole("listitem").filter({ hasText: "Ines asked people whether" }).first();
  await shot(at.nia, "person-looked", { from: asked });
}

export async function samReads() {
  await at.sam.goto("/");
  const changed = part(at.sam, "Something changed because of what you learnt");
  for (const text of [CHANGE.was, CHANGE.now, PATTERN.sees])
    assert.ok(await changed.getByText(text).first().isVisible(), `Sam's first page does not say “${text}”`);
  await axe(at.sam);
  await shot(at.sam, "worker-changed");
  await at.sam.goto(`${at.life}/became`);
  await reads(at.sam, PATTERN.sees, MILLBROOK.sense, "Ashwell changed something.", ...Object.values(CHANGE));
  await axe(at.sam);
}

export async function governs() {
  at.gwen = await somebody(desk, { expect: /status of 404/ });
  await signIn(at.gwen, "governor");
  await go(at.gwen, link(at.gwen, "What Ashwell is learning"));
  await reads(at.gwen, CHANGE.was, CHANGE.now);
  await axe(at.gwen);
  await shot(at.gwen, "governor-place");
  // From the response, two clicks: where it came from, and what that stands on.
  await go(at.gwen, link(at.gwen, "What became of it").first());
  assert.equal(new URL(at.gwen.url()).pathname, at.relay, "the newest stands first");
  await reads(at.gwen, "Millbrook team", CHANGE.now);
  await go(at.gwen, link(at.gwen, "What it stands on"));
  await reads(at.gwen, "From the lives of 5 people.", PATTERN.nia, ...Object.values(OTHERS).map((it) => it.words));
  await namesNobody(at.gwen, LIVES);
  await axe(at.gwen);
  await shot(at.gwen, "governor-grounds", { from: main(at.gwen), column: true });
  const ids = [at.life, at.pattern, ...LIVES.map((it) => facts().ids[`life ${it.toLowerCase()}`] ?? "")];
  const html = await at.gwen.content();
  for (const id of ids.map((it) => it.split("/").pop()).filter(Boolean))
    assert.ok(!html.includes(id), "the page of the grounds leads back to a life or to its pattern");
  // Nia's page is hidden from her as a page that does not exist would be.
  const hidden = await at.gwen.goto(at.life);
  const said = await main(at.gwen).innerText();
  const absent = await at.gwen.goto(`/lives/${"0".repeat(32)}`);
  assert.deepEqual([hidden.status(), said], [absent.status(), await main(at.gwen).innerText()]);
  assert.equal(hidden.status(), 404);
}
