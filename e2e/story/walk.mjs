// The story among those who walk together: a person and a worker, each on a phone of their own.
import assert from "node:assert/strict";
import { axe, facts, phone, shot, signIn } from "../harness.mjs";
import { at, somebody } from "./people.mjs";
import * as ways from "./ways.mjs";
import { NIA, OTHERS, TRIES, VISIT } from "./words.mjs";

const { button, go, heading, link, main, reads } = ways;

export async function begins() {
  at.sam = await somebody(phone);
  await signIn(at.sam, "worker");
  await heading(at.sam, "Those you walk beside").waitFor();
  await axe(at.sam);
  at.life = await ways.beginPage(at.sam, "Nia");
  for (const name of ["What matters", "What we’re trying", "What we noticed", "What next"])
    await heading(at.sam, name).waitFor();
  await axe(at.sam);
  at.codeOfNia = await ways.invite(at.sam, at.life, "Nia");
  await shot(at.sam, "worker-code");
}

export async function takesUp() {
  at.nia = await somebody(phone);
  await at.nia.goto("/join");
  await axe(at.nia);
  await shot(at.nia, "person-join");
  await ways.takeUp(at.nia, at.codeOfNia, "Nia");
  await go(at.nia, button(at.nia, "Go to your page"));
  await reads(at.nia, "Your page", "There is no right or wrong answer.");
  await go(at.nia, button(at.nia, "Say what matters"));
  await at.nia.getByLabel("What matters to you?").fill(NIA.matters);
  await axe(at.nia);
  await go(at.nia, button(at.nia, "Save"));
  await reads(at.nia, NIA.matters, "Your own words");
  await at.sam.goto(at.life);
  await reads(at.sam, NIA.matters, "Nia’s own words");
}

export async function notes() {
  await go(at.sam, button(at.sam, "Add a note"));
  await reads(at.sam, "Nia can read this and answer it.");
  await at.sam.getByLabel("What happened?").fill(VISIT);
  await at.sam.getByRole("radio", { name: "A surprise" }).check();
  await at.sam.getByText("Kept as you type").waitFor();
  await axe(at.sam);
  await shot(at.sam, "worker-note");
  await go(at.sam, button(at.sam, "Save"));
  await reads(at.sam, VISIT, "A surprise");
  await at.nia.goto(at.life);
  await reads(at.nia, VISIT);
  await go(at.nia, link(at.nia, "Answer this, or look closer"));
  await go(at.nia, button(at.nia, "Say something to this"));
  await at.nia.getByRole("radio", { name: "Add something" }).check();
  await at.nia.getByLabel("Your words").fill(NIA.adds);
  await axe(at.nia);
  await shot(at.nia, "person-answer");
  await go(at.nia, button(at.nia, "Save"));
  await at.sam.goto(at.life);
  await reads(at.sam, NIA.adds);
}

export async function agrees() {
  await ways.trySomething(at.sam, at.life, TRIES.line, {
    "Why might it help?": TRIES.why,
    "When would we stop?": TRIES.stop,
  });
  await axe(at.sam);
  await shot(at.sam, "worker-try", { from: main(at.sam) });
  await go(at.sam, button(at.sam, "Start"));
  await reads(at.sam, TRIES.line, "Nia has not said yes or no.");
  assert.equal(await button(at.sam, "Yes, we try that").count(), 0, "nobody says yes for somebody else");
  await at.nia.goto(at.life);
  await reads(at.nia, TRIES.line, "You can also leave it.", TRIES.stop);
  await shot(at.nia, "person-agree", { from: heading(at.nia, "What we’re trying") });
  await go(at.nia, button(at.nia, "Yes, we try that"));
  await reads(at.nia, "You said yes");
  await at.sam.goto(at.life);
  await reads(at.sam, "Nia said yes");
}

export async function keeps() {
  await at.nia.goto(at.life);
  await go(at.nia, button(at.nia, "Look at how it went"));
  await at.nia.getByLabel("What happened?").fill(NIA.looked);
  await at.nia.getByRole("checkbox", { name: "This surprised us" }).check();
  await axe(at.nia);
  await shot(at.nia, "person-look-back");
  await go(at.nia, button(at.nia, "Save"));
  await reads(at.nia, NIA.looked, "A surprise");
  await at.sam.goto(at.life);
  await reads(at.sam, NIA.looked);
  await shot(at.sam, "worker-life", { from: heading(at.sam, "What we’re trying") });
  const tried = at.nia.url();
  await at.nia.goto(at.life);
  await axe(at.nia);
  await shot(at.nia, "person-page");
  await shot(at.nia, "person-page-dark", { dark: true });
  await at.nia.goto(tried);
  await go(at.nia, button(at.nia, "Keep, adapt or stop"));
  await at.nia.getByRole("radio", { name: "Keep it" }).check();
  await at.nia.getByLabel("Why?").fill(NIA.keeps);
  await axe(at.nia);
  await shot(at.nia, "person-keep");
  await go(at.nia, button(at.nia, "Save"));
  await reads(at.nia, "We keep it. You said so", NIA.keeps);
  await at.nia.goto(at.life);
  await reads(at.nia, "What we tried before");
  await axe(at.nia);
}

export async function triesWithOthers() {
  for (const [name, { line }] of Object.entries(OTHERS)) {
    if (!line) continue;
    await ways.trySomething(at.sam, `/lives/${facts().ids[`life ${name.toLowerCase()}`]}`, line);
    await go(at.sam, button(at.sam, "Start"));
    await reads(at.sam, line, `${name} has not said yes or no.`);
  }
}
