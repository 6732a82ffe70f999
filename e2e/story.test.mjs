// The whole story, as its people would play it: what a person and a worker learn together travels to a team, to another
// team and to the place, changes how things are usually done there, and comes back to them.
import { after, test } from "node:test";
import { closeBrowser } from "./harness.mjs";
import { changes, governs, niaReads, samReads } from "./story/back.mjs";
import { everybodyLeaves } from "./story/people.mjs";
import { opensCycle, setUp } from "./story/setting.mjs";
import { agreesToUse, asks, names, passes, words } from "./story/travel.mjs";
import { agrees, begins, keeps, notes, takesUp, triesWithOthers } from "./story/walk.mjs";

after(async () => {
  await everybodyLeaves().catch(() => {});
  await closeBrowser();
});

test("the whole story, from a kitchen table to a change in the place and back", async (story) => {
  let stopped = false;
  const step = (sentence, play) =>
    story.test(sentence, { skip: stopped && "the story stopped before this" }, async () => {
      try {
        await play();
      } catch (error) {
        stopped = true;
        throw error;
      }
    });
  await step("An administrator sets up a team in Millbrook, and brings Dee in to coordinate it", setUp);
  await step("Dee takes up her account, and opens the team's learning cycle", opensCycle);
  await step("Sam signs in on his phone, and begins a page with Nia", begins);
  await step("Nia takes up her page on her own phone, and says what matters to her", takesUp);
  await step("Sam notes a visit, and Nia answers it", notes);
  await step("Sam writes down something to try, and only Nia can say yes", agrees);
  await step("They look back together, and Nia says keep", keeps);
  await step("Sam tries the like with others", triesWithOthers);
  await step("Ines sees it in the team's meeting, and names a pattern", names);
  await step("Ines puts it in words that tell nobody who it is about", words);
  await step("Ines asks those it stands on", asks);
  await step("Nia agrees to these words on her phone, and Sam tells the others", agreesToUse);
  await step("Ines passes it on to another team, which makes sense of it and passes it on to the place", passes);
  await step("The place answers: we changed something", changes);
  await step("Nia reads on her phone what changed because of her, and who has looked", niaReads);
  await step("Sam reads on his phone what changed because of them", samReads);
  await step("A governor walks from the change to what it stands on, and cannot tell who it was", governs);
  await step("Nothing that anybody did was told to anybody else on the network", everybodyLeaves);
});
