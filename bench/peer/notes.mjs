// The notes that the peer is filled with: the columns of Tributary's note and its newest wording in one flat table, which
// spares the peer a join, and the same index. Only fictional people.

const LIVES = 41; // one whose notes are asked for, and forty around it
const NOTES_OF_THE_LIFE = 1000;
const NOTES_OF_OTHERS = 4000;
const AT_ONCE = 250;
const START = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

const named = (kind, number) => `${kind}-${String(number).padStart(26, "0")}`; // as long as ours
export const THE_LIFE = named("life", 0);

export const INDEX = "create index note_life on note (life, happened_at, id)";

const column = (field, type, schema = {}, meta = {}) => ({ field, type, schema, meta });
const required = { is_nullable: false };
export const COLLECTION = {
  collection: "note",
  schema: {},
  meta: {}, // its default `accountability`: a row of activity and one of revisions for each new note, none for a look
  fields: [
    column("id", "uuid", { is_primary_key: true, is_nullable: false }, { special: ["uuid"] }),
    column("life", "string", required),
    column("author", "string", required),
    column("own", "boolean", required, { special: ["cast-boolean"] }),
    column("kind", "string"),
    column("present", "text"),
    column("exploration", "string"),
    column("happened_at", "bigInteger", required),
    column("made_at", "bigInteger", required),
    column("body", "text", required),
  ],
};

const SENTENCES = [
  "We walked to the market and back, and Noor chose the longer way herself.",
  "The kitchen was quiet after lunch.",
  "She told Joris about the garden, and he wrote down the names of the roses for her.",
  "Rain all morning, so we stayed in and looked through the old photographs again.",
  "He asked twice when his sister would come.",
  "There was music next door; it helped for a while, then it was too loud.",
  "A good hour: bread, tea and the crossword, nearly all of it finished.",
  "Ana noticed that the stairs are easier with the light on.",
];
const KINDS = [null, "moment", null, "question"];

// 200 to 400 characters, always the same for the same number.
function body(number) {
  const wanted = 200 + ((number * 37) % 130);
  let text = "";
  for (let i = number; text.length < wanted; i += 3) text += (text && " ") + SENTENCES[i % SENTENCES.length];
  return text;
}

function note(number, life) {
  const at = START + number * 7 * MINUTE;
  return {
    life,
    author: named("account", number % 12),
    own: number % 5 === 0,
    kind: KINDS[number % KINDS.length],
    present: number % 3 === 0 ? "Noor, Joris" : null,
    exploration: number % 10 === 0 ? named("exploration", number % 7) : null,
    happened_at: at,
    made_at: at + 20 * MINUTE,
    body: body(number),
  };
}

export const newNote = () => note(NOTES_OF_THE_LIFE + NOTES_OF_OTHERS, THE_LIFE);

// Every fifth note is the life's, so that its rows lie among those of the others, as they would.
export function* notes() {
  const all = NOTES_OF_THE_LIFE + NOTES_OF_OTHERS;
  const every = all / NOTES_OF_THE_LIFE;
  for (let from = 0; from < all; from += AT_ONCE) {
    yield Array.from({ length: Math.min(AT_ONCE, all - from) }, (_, i) => {
      const number = from + i;
      return note(number, number % every === 0 ? THE_LIFE : named("life", 1 + (Math.floor(number / every * (every - 1)) % (LIVES - 1))));
    });
  }
}
