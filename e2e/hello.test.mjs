// The front page: whoever comes, on whatever they hold, finds a page that works and tells nobody.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { axe, closeBrowser, desk, fits, leave, noThirdParty, phone } from "./harness.mjs";

after(closeBrowser);

for (const [screen, open] of Object.entries({ phone, desk })) {
  for (const dark of [false, true]) {
    const light = dark ? "dark" : "light";
    it(`renders on a ${screen} in ${light}, and axe finds nothing`, async () => {
      const page = await open({ dark });
      const check = noThirdParty(page);
      const answer = await page.goto("/");
      assert.equal(answer.status(), 200);
      assert.ok((await page.title()).length > 0, "the page has a title");
      assert.equal(await page.locator("h1").count(), 1, "the page has one main heading");
      await fits(page);
      await axe(page);
      check();
      await leave(page);
    });
  }
}

describe("the front page", () => {
  it("lets a keyboard skip to its content first", async () => {
    const page = await desk();
    await page.goto("/");
    await page.keyboard.press("Tab");
    const first = page.locator(":focus");
    const target = await first.getAttribute("href");
    assert.match(target ?? "", /^#./, "the first stop of Tab is a link within the page");
    assert.ok(await first.isVisible(), "the skip link is seen when it has focus");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(`${target}`).count(), 1, "the skip link leads somewhere");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(
      (id) => document.querySelector(id).contains(document.activeElement),
      target,
    );
    const after = await page.evaluate(
      (id) =>
        document.querySelector(id).compareDocumentPosition(document.activeElement) &
        Node.DOCUMENT_POSITION_FOLLOWING,
      target,
    );
    assert.ok(inside || after, "the next stop is in the content, or after it where the content has none");
    await leave(page);
  });

  it("works without JavaScript", async () => {
    const page = await phone({ javaScript: false });
    const check = noThirdParty(page);
    const answer = await page.goto("/");
    assert.equal(answer.status(), 200);
    assert.ok(await page.locator("h1").isVisible(), "the main heading is seen");
    check();
    await leave(page);
  });

  it("can be read at 320 pixels, which is a phone zoomed in", async () => {
    const page = await phone();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto("/");
    await fits(page);
    await leave(page);
  });
});
