// However somebody holds it: with a keyboard alone, on a narrow screen, without JavaScript. And however they must leave.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { closeBrowser, desk, facts, fits, leave, phone, signIn } from "./harness.mjs";
import { enter, reach } from "./story/keys.mjs";
import * as ways from "./story/ways.mjs";

const { button, go, heading, link, main, reads } = ways;

/** Where "Exit this page" leads. The browser of these tests has no way there: that it sets out is what counts. */
const AWAY = "https://www.bbc.co.uk/weather";

/** Does what should lead away, and waits until the browser has set out and found no way. */
async function leaves(page, what) {
  const [request] = await Promise.all([
    page.waitForRequest(AWAY),
    page.waitForEvent("framenavigated", (frame) => frame.url().startsWith("chrome-error:")),
    what(),
  ]);
  assert.equal(request.method(), "GET");
}

/** A worker with somebody new beside them, in a team of which no other test takes notice. */
async function walking(called) {
  const page = await desk();
  await signIn(page, "other-worker");
  const life = await ways.beginPage(page, called);
  const code = await ways.invite(page, life, called);
  return { page, life, code };
}

after(closeBrowser);

describe("with a keyboard alone", () => {
  let sam;
  let ivy;
  let life;
  let name;
  before(async () => {
    const begun = await walking("Ivy");
    [sam, life, ivy] = [begun.page, begun.life, await desk()];
    name = await ways.takeUp(ivy, begun.code, "Ivy");
  });
  after(async () => {
    await leave(sam);
    await leave(ivy);
  });

  it("a worker adds a note", async () => {
    await sam.goto(life);
    await reach(sam, button(sam, "Add a note"));
    await enter(sam);
    await reach(sam, sam.getByLabel("What happened?"));
    await sam.keyboard.type("Ivy has planted beans on the balcony.");
    await reach(sam, sam.getByRole("radio", { name: "Just a note" }));
    await sam.keyboard.press("ArrowRight");
    assert.ok(await sam.getByRole("radio", { name: "Something we noticed" }).isChecked());
    await reach(sam, sam.getByText("When, who was there, what it belongs to"));
    await sam.keyboard.press("Enter");
    await reach(sam, sam.getByLabel("Who was there?"));
    await sam.keyboard.type("Ivy and her neighbour");
    await reach(sam, button(sam, "Save"));
    await enter(sam);
    await reads(sam, "Ivy has planted beans on the balcony.", "Also there: Ivy and her neighbour.");
  });

  it("a person reads what might be tried, and says yes", async () => {
    await ways.trySomething(sam, life, "Swap beans with the neighbours");
    await go(sam, button(sam, "Start"));
    await ivy.goto("/");
    await reach(ivy, button(ivy, "Go to your page"));
    await enter(ivy);
    await reads(ivy, "Swap beans with the neighbours");
    await reach(ivy, button(ivy, "Yes, we try that"));
    await enter(ivy);
    await reads(ivy, "You said yes");
  });

  it("Shift three times takes a person away, signs them out, and keeps what they had typed", async () => {
    await ivy.goto(`${life}/notes/new`);
    await reach(ivy, ivy.getByLabel("What happened?"));
    await ivy.keyboard.type("Nobody may read this over my shoulder.");
    await leaves(ivy, async () => {
      for (let press = 0; press < 3; press += 1) await ivy.keyboard.press("Shift");
    });
    await gone(ivy, life);
    await go(ivy, link(main(ivy), "Sign in"));
    await ivy.getByLabel("Your name for signing in").fill(name);
    await ivy.getByLabel("Password", { exact: true }).fill(facts().password);
    await ivy.keyboard.press("Enter");
    await heading(ivy, "What we noticed").waitFor();
    await ivy.goto(`${life}/notes/new`);
    assert.equal(
      await ivy.getByLabel("What happened?").inputValue(),
      "Nobody may read this over my shoulder.",
    );
  });

  it("letters in between are somebody writing capitals", async () => {
    await ivy.goto(`${life}/notes/new`);
    const words = ivy.getByLabel("What happened?");
    await words.fill("");
    await words.focus();
    for (const letter of "ABC") await ivy.keyboard.press(`Shift+${letter}`);
    assert.equal(await words.inputValue(), "ABC");
    assert.ok(await words.isVisible(), "the page is still there");
  });
});

describe("at 320 pixels, which is a phone zoomed in", () => {
  for (const [kind, pages] of Object.entries(narrow())) {
    it(`nobody moves a page sideways: ${kind}`, async () => {
      const page = await phone();
      await page.setViewportSize({ width: 320, height: 640 });
      await signIn(page, kind);
      await fits(page);
      for (const path of pages) {
        const answer = await page.goto(path);
        assert.equal(answer.status(), 200, path);
        for (const more of await page.locator("summary").all()) await more.click();
        await fits(page);
      }
      await leave(page);
    });
  }
});

/** The pages that people use most, by who uses them. */
function narrow() {
  const at = (name) => facts().ids[name];
  const jo = `/lives/${at("life jo")}`;
  const tried = `/explorations/${at("exploration jo")}`;
  const [pattern, relay] = [`/patterns/${at("pattern")}`, `/relays/${at("relay place")}`];
  const team = `/cycles/${at("cycle team riverside")}`;
  return {
    worker: [jo, `${jo}/notes/new`, `${jo}/explorations/new`, `${jo}/became`, tried, `/notes/${at("note jo")}`],
    person: [jo, `${jo}/notes/new`, `${jo}/matters/new`, `${jo}/became`, `${jo}/looked`, `${jo}/who-can-see`],
    coordinator: [
      `/teams/${at("team riverside")}/meeting`,
      `${team}/patterns/new`,
      team,
      pattern,
      `${pattern}/wordings/new`,
      `${pattern}/relays/new`,
      `/setup/bodies/${at("team riverside")}`,
    ],
    steward: [`/cycles/${at("cycle place")}`, `${relay}/responses/new`, relay],
    governor: [relay, `${relay}/grounds`],
    administrator: ["/setup/bodies", "/setup/bodies/new", `/setup/bodies/${at("team riverside")}/people/new`],
  };
}

describe("without JavaScript", () => {
  let mo;
  let uma;
  let life;
  before(async () => {
    const begun = await walking("Uma");
    await leave(begun.page);
    [mo, uma] = [await phone({ javaScript: false }), await phone({ javaScript: false })];
    await signIn(mo, "other-worker");
    await ways.takeUp(uma, begun.code, "Uma");
    life = begun.life;
  });
  after(async () => {
    await leave(mo);
    await leave(uma);
  });

  it("a worker signs in, and adds a note", async () => {
    await mo.goto(life);
    await go(mo, button(mo, "Add a note"));
    await mo.getByLabel("What happened?").fill("Uma laughed on the stairs.");
    await mo.getByRole("radio", { name: "A good moment" }).check();
    await mo.getByText("When, who was there, what it belongs to").click();
    await mo.getByRole("radio", { name: "Yesterday" }).check();
    await go(mo, button(mo, "Save"));
    await reads(mo, "Uma laughed on the stairs.", "A good moment");
  });

  it("a person agrees to what is tried, looks back, and keeps it", async () => {
    await ways.trySomething(mo, life, "Up the stairs once a day", { "Why might it help?": "The view." });
    await go(mo, button(mo, "Start"));
    await uma.goto("/");
    await go(uma, button(uma, "Go to your page"));
    await go(uma, button(uma, "Yes, we try that"));
    await go(uma, button(uma, "Look at how it went"));
    await uma.getByLabel("What happened?").fill("Twice, on Sunday.");
    await go(uma, button(uma, "Save"));
    await go(uma, button(uma, "Keep, adapt or stop"));
    await uma.getByRole("radio", { name: "Keep it" }).check();
    await go(uma, button(uma, "Save"));
    await reads(uma, "Up the stairs once a day", "Twice, on Sunday.", "We keep it.");
  });

  it("a form that lacks something says so, with what was typed still in it", async () => {
    await mo.goto(`${life}/around/new`);
    await mo.getByLabel("Who are they?").fill("lives next door");
    await button(mo, "Save").click();
    await heading(mo, "There is a problem").waitFor();
    assert.equal(await mo.getByLabel("Who are they?").inputValue(), "lives next door");
  });

  it("“Exit this page” signs a person out, and leads away", async () => {
    await uma.goto(life);
    await leaves(uma, () => uma.getByRole("button", { name: "Exit this page" }).click());
    await gone(uma, life);
  });
});

/** Fails if the page can be read again: by going back, or by its address. */
async function gone(page, life) {
  const back = await page.goBack().catch(() => null);
  if (back) assert.doesNotMatch(await page.locator("body").innerText(), /What we noticed|What matters/);
  const answer = await page.goto(life);
  assert.equal(answer.status(), 401);
  await heading(page, "Sign in to go on").waitFor();
  const { cookies } = await page.context().storageState();
  assert.deepEqual(cookies.map((it) => it.name), [], "nothing stays on the device");
}
