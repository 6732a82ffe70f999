// Where the story plays: what is set up before it begins.
import assert from "node:assert/strict";
import { axe, desk, shot, signIn } from "../harness.mjs";
import { at, somebody } from "./people.mjs";
import * as ways from "./ways.mjs";
import { LIVES, MILLBROOK } from "./words.mjs";

const { button, go, heading, main } = ways;

export async function setUp() {
  at.alex = await somebody(desk);
  await signIn(at.alex, "administrator");
  await go(at.alex, button(at.alex, "Places and teams"));
  await go(at.alex, button(at.alex, "Add a place, an organisation or a team"));
  await at.alex.getByRole("radio", { name: "team", exact: true }).check();
  await at.alex.getByLabel("What is it called?").fill("Millbrook team");
  await at.alex.getByLabel("What does it belong to?").selectOption({ label: "Ashwell Together" });
  await at.alex.getByLabel("Where does the team work?").selectOption({ label: "Ashwell" });
  await axe(at.alex);
  await shot(at.alex, "administrator-team", { from: main(at.alex), column: true });
  await go(at.alex, button(at.alex, "Save"));
  await go(at.alex, button(at.alex, "Bring somebody in"));
  await at.alex.getByLabel("Who is new here?").fill("Dee");
  for (const tie of ["works here", "coordinates"])
    await at.alex.getByRole("checkbox", { name: tie }).check();
  await axe(at.alex);
  await shot(at.alex, "administrator-bring-in", { from: main(at.alex), column: true });
  await go(at.alex, button(at.alex, "Bring them in"));
  at.codeOfDee = await ways.readCode(at.alex);
  await at.alex.goto("/");
  for (const name of LIVES) assert.equal(await main(at.alex).getByText(name, { exact: true }).count(), 0);
}

export async function opensCycle() {
  at.dee = await somebody(desk);
  await ways.takeUp(at.dee, at.codeOfDee, "Dee");
  await go(at.dee, button(at.dee, "The team’s meeting"));
  await axe(at.dee);
  await go(at.dee, button(at.dee, "Begin a cycle of Millbrook team"));
  await at.dee.getByLabel("Which system will you learn about?").fill(MILLBROOK.system);
  await go(at.dee, button(at.dee, "Open the cycle"));
  await heading(at.dee, MILLBROOK.system).waitFor();
  for (const name of ["Understand", "Co-design", "Explore", "Embed and influence", "Stewardship"])
    await heading(at.dee, name).waitFor();
  at.millbrook = new URL(at.dee.url()).pathname;
  await axe(at.dee);
}
