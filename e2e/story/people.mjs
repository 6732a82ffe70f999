// Who is in the story, each in a browser of their own, and what they have reached so far.
import { leave, noThirdParty } from "../harness.mjs";

/** Everybody's page by their name, and the places where the story goes on. */
export const at = {};

const pages = [];

/** Somebody with a screen, watched for anything that would tell on them. */
export async function somebody(open, options) {
  const page = await open();
  pages.push({ page, check: noThirdParty(page, options) });
  return page;
}

/** Fails if anybody's page asked anything of anybody else, and closes them all. */
export async function everybodyLeaves() {
  try {
    for (const { check } of pages) check();
  } finally {
    for (const { page } of pages.splice(0)) await leave(page);
  }
}
