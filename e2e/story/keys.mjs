// How somebody moves who has a keyboard and nothing else.
import assert from "node:assert/strict";

/** Tabs until something has the focus, and fails unless somebody can see that it has. */
export async function reach(page, what) {
  await what.waitFor();
  for (let stop = 0; stop < 80; stop += 1) {
    if (await what.evaluate((it) => (it.closest("summary") ?? it) === document.activeElement)) {
      assert.ok(await seen(page), "what has the focus is on the screen, and looks like it");
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`80 presses of the tab key do not reach ${what}`);
}

/** Whether what has the focus is on the screen, not under the bar of the way out, and is drawn otherwise than before. */
function seen(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    const shown = it.labels?.[0] && getComputedStyle(it).opacity === "0" ? it.labels[0] : it;
    const box = shown.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
    const top = document.elementFromPoint(x, y);
    const style = getComputedStyle(shown);
    const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
    return marked && box.height > 0 && (shown.contains(top) || it.contains(top) || top?.contains(it));
  });
}

/** Presses what has the focus, and waits for the page that it leads to. */
export async function enter(page) {
  const before = page.url();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== before);
}
