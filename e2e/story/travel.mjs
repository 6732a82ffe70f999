// The story of the learning that travels: from a team's meeting, in words that tell nobody who it was, to others.
import assert from "node:assert/strict";
import { axe, desk, facts, shot, signIn } from "../harness.mjs";
import { at, somebody } from "./people.mjs";
import * as ways from "./ways.mjs";
import { MILLBROOK, NIA, OTHERS, PATTERN, TOLD, TRIES, VISIT } from "./words.mjs";

const { button, go, heading, link, main, namesNobody, press, reads } = ways;

const given = { Nia: PATTERN.nia };
for (const [name, { words }] of Object.entries(OTHERS)) given[name] = words;

export async function names() {
  at.ines = await somebody(desk, { expect: /status of 422/ });
  await signIn(at.ines, "coordinator");
  await go(at.ines, button(at.ines, "The team’s meeting").first());
  await reads(at.ines, TRIES.line, NIA.looked, OTHERS.Kit.line);
  assert.equal(await main(at.ines).getByText(VISIT).count(), 0, "a note is for those beside the person");
  await axe(at.ines);
  await shot(at.ines, "coordinator-meeting", { from: main(at.ines) });
  await go(at.ines, button(at.ines, "Name a pattern"));
  await at.ines.getByLabel("What you see").fill(PATTERN.sees);
  for (const line of [TRIES.line, OTHERS.Kit.line, OTHERS.Ade.line, "The Friday singers", "One hour in"])
    await at.ines.getByRole("checkbox", { name: line }).first().check();
  await at.ines.getByLabel("Who sees it so").fill(PATTERN.agreed);
  await at.ines.getByLabel("Where it was otherwise").fill(PATTERN.counter);
  await at.ines.getByLabel("Who is hit by it").fill(PATTERN.hit);
  await axe(at.ines);
  await shot(at.ines, "coordinator-name", { from: main(at.ines), column: true });
  await go(at.ines, button(at.ines, "Save what you see"));
  await reads(at.ines, PATTERN.sees, PATTERN.agreed, PATTERN.counter, PATTERN.hit, "stays here");
  at.pattern = new URL(at.ines.url()).pathname;
}

export async function words() {
  await go(at.ines, button(at.ines, "Put it in words that can leave"));
  const [first] = Object.keys(given);
  const telling = "Somebody came along, on a Tuesday and on a Friday.";
  await at.ines.getByLabel(`In words that do not tell it was ${first}`).fill(telling);
  await press(at.ines, button(at.ines, "Keep these words"));
  await reads(at.ines, "Take these out, or tick each that may stay", "“Tuesday” may stay", "It is a day");
  await axe(at.ines);
  await shot(at.ines, "coordinator-words", {
    from: at.ines.getByRole("group", { name: "These may tell who it is about" }),
    column: true,
  });
  for (const [name, text] of Object.entries(given))
    await at.ines.getByLabel(`In words that do not tell it was ${name}`).fill(text);
  await go(at.ines, button(at.ines, "Keep these words"));
  await reads(at.ines, ...Object.values(given), "In words that tell nobody who it is about");
  await axe(at.ines);
}

export async function asks() {
  await go(at.ines, button(at.ines, "Ask those it stands on"));
  for (const name of Object.keys(given)) await at.ines.getByRole("checkbox", { name }).check();
  await axe(at.ines);
  await shot(at.ines, "coordinator-ask", { from: main(at.ines), column: true });
  await go(at.ines, button(at.ines, "Ask them"));
  await reads(at.ines, "is asked");
}

export async function agreesToUse() {
  await at.nia.goto("/");
  await reads(at.nia, "You are asked something.");
  await go(at.nia, link(at.nia, "Read it and answer"));
  await reads(at.nia, PATTERN.nia);
  await go(at.nia, button(at.nia, "Answer"));
  await reads(at.nia, PATTERN.sees, PATTERN.nia, "Nobody is named");
  await axe(at.nia);
  await shot(at.nia, "person-asked", { from: main(at.nia) });
  await at.nia.getByRole("radio", { name: "Yes, pass them on" }).check();
  await go(at.nia, button(at.nia, "Save this answer"));
  await reads(at.nia, "These words may be passed on.", PATTERN.nia);
  for (const name of Object.keys(OTHERS)) await tells(name);
  await at.ines.goto(at.pattern);
  await reads(at.ines, "agreed", "was told");
  await axe(at.ines);
  await shot(at.ines, "coordinator-pattern");
}

/** Sam tells somebody who has no phone which words would be passed on, and writes down how. */
async function tells(name) {
  await at.sam.goto(`/lives/${facts().ids[`life ${name.toLowerCase()}`]}`);
  await go(at.sam, button(at.sam, "Answer").first());
  await reads(at.sam, OTHERS[name].words);
  assert.equal(await at.sam.getByRole("radio", { name: "Yes, pass them on" }).count(), 0);
  await at.sam.getByRole("radio", { name: `I told ${name}` }).check();
  await at.sam.getByLabel("How did you tell them").fill(TOLD);
  if (name === "Kit") await shot(at.sam, "worker-told", {
      from: at.sam.getByText("From what was learnt with Kit"),
    });
  await go(at.sam, button(at.sam, "Save this answer"));
  await reads(at.sam, OTHERS[name].words);
}

export async function passes() {
  await go(at.ines, button(at.ines, "Pass it on"));
  const cycle = at.millbrook.split("/").pop();
  const there = at.ines.getByRole("radio", { name: MILLBROOK.system });
  await there.and(at.ines.locator(`[value="${cycle}"]`)).check();
  await at.ines.getByLabel("Your question to them").fill(MILLBROOK.asked);
  await axe(at.ines);
  await shot(at.ines, "coordinator-pass", { from: main(at.ines), column: true });
  await go(at.ines, button(at.ines, "Pass it on"));
  await reads(at.ines, "Riverside team passed it on to Millbrook team", MILLBROOK.asked);

  await at.dee.goto(at.millbrook);
  await reads(at.dee, "Passed on to us", PATTERN.sees, MILLBROOK.asked);
  await go(at.dee, button(at.dee, "Say what it means here"));
  await at.dee.getByRole("radio", { name: "We made sense of it" }).check();
  await at.dee.getByLabel("What it means here").fill(MILLBROOK.sense);
  await axe(at.dee);
  await go(at.dee, button(at.dee, "Send it back to those who gave"));
  await reads(at.dee, MILLBROOK.sense);
  await go(at.dee, button(at.dee, "Pass it on further"));
  await at.dee.getByRole("radio", { name: "How Ashwell helps people to have company" }).check();
  await go(at.dee, button(at.dee, "Pass it on"));
  await reads(at.dee, "Millbrook team passed it on to Ashwell", "What does this mean for you?");
  await namesNobody(at.dee, ["Nia", ...Object.keys(OTHERS)]);
  at.relay = new URL(at.dee.url()).pathname;
}
