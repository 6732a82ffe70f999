// What the people of the story say and write, all of them invented. A picture of a page shows these words, and a page
// that loses one of them fails.

export const NIA = {
  matters: "I want to be needed somewhere again, not only looked after.",
  adds: "I bake when I cannot sleep. It is the best part of the day.",
  looked: "I stayed for the whole lunch. Somebody asked me for the recipe.",
  keeps: "I slept the night before. I want to go on.",
};

export const VISIT =
  "Nia had baked before I came: three loaves, for one person. She asked me who might eat them.";

export const TRIES = {
  line: "Bake the bread for the Tuesday lunch, twice",
  why: "Being asked to give may do more than being asked to come.",
  stop: "Baking turns into a duty",
};

/** Others whom Sam walks beside: what they try now, and what goes on from it, told so that it could be anybody. */
export const OTHERS = {
  Kit: {
    line: "Pour the tea after chapel",
    words: "Pours the tea now, and is missed when somebody else has to.",
  },
  Ade: {
    line: "Keep the time for the swimmers",
    words: "Goes every week, from the day on which others counted on it.",
  },
  Lou: { words: "Came only to listen, was asked to play, and has not missed an evening." },
  Max: { words: "Repaired something for somebody else, and forgot the time." },
};

export const PATTERN = {
  sees: "People come back where they have something to give.",
  agreed: "Ines, Sam and Nia",
  counter: "Somebody gave too much, and stopped.",
  hit: "Whoever is always thanked for coming, and never asked for anything.",
  nia: "Baked for a shared meal, and stayed to the end for the first time.",
};

export const TOLD = "At the kitchen table, with the words read out.";

export const MILLBROOK = {
  system: "How people in Millbrook come to give",
  asked: "Where do people with you have something to give?",
  sense: "Two of our lunch clubs serve. The third one asks, and it is full.",
};

export const CHANGE = {
  was: "Lunch clubs are paid for each meal that they serve",
  now: "Lunch clubs are paid to ask each newcomer what they would like to give",
  decided: "Priya, Dee, and the cooks of three lunch clubs",
  absent: "Those who never came back",
};

/** Everybody whose life is in the demo or in this story: none of these names may leave those beside them. */
export const LIVES = ["Jo", "Kit", "Ade", "Wen", "Lou", "Max", "Nia"];
