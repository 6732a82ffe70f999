# Learning that travels. The person reads the first of these in the list of who looked at their page.
act-pattern-name = looked across what people are trying, to name what they see
act-pattern-see = read something the team sees across what people are trying
act-pattern-reword = took out what could tell who something was learnt from
act-ground-ask = asked people whether what was learnt may be passed on
act-ground-answer = answered whether what was learnt may be passed on
act-became-see = read what became of what was learnt
act-relay-pass = passed learning on
act-response-give = said what learning means to them
act-relay-see = read learning that was passed on
act-patterns-see = read the patterns that a team or an organisation sees
act-relays-see = read what was passed on to a team or an organisation, or by it
act-grounds-see = read what learning stands on

quoted = “{ $text }”
day = { $at }
usual-question = What does this mean for you?
was = Was:
now = Now:
in-the-decision = In the decision: { $who }.
not-there = Not there: { $who }.
to-cycle = The learning of { $who }

# Naming a pattern.
name-link = Name a pattern
name-title = Name a pattern
name-intro = What do you see across what people are trying? One sentence is enough. Everything else can be left blank.
name-statement = What you see
name-statement-hint = For example: company, not distance, decides whether people go.
name-explorations = What it stands on: what people are trying
name-explorations-hint = Choose those in which you see it.
name-notes = What it stands on: notes brought to the team
name-notes-hint = Only notes of people you are beside.
name-agreed = Who sees it so
name-agreed-hint = Those who talked about it, the person served among them where they did.
name-counter = Where it was otherwise
name-counter-hint = Somebody for whom it did not hold teaches the most.
name-hit = Who is hit by it
name-hit-hint = Is it harder for some than for others?
name-save = Save what you see
name-not-yours = Choose only from the list: it may have changed meanwhile

# A pattern.
pattern-title = A pattern
pattern-caption = { $team }, { $at }
pattern-agreed = Who sees it so:
pattern-counter = Where it was otherwise:
pattern-hit = Who is hit by it:
pattern-grounds = What it stands on
pattern-no-grounds = Nothing is written down here. It stands on what you have seen and said.
pattern-leaving = What may leave these people
pattern-worded = In words that tell nobody who it is about
pattern-not-worded = It stays here until it is in words that tell nobody who it is about.
pattern-still-to-ask = Before these words leave, everybody they stand on is asked. These have not answered yet:
pattern-waits = These words leave once everybody they stand on has answered. These have not yet:
pattern-may-leave = Everybody it stands on has answered, so it can be passed on.
pattern-may-leave-some = Everybody it stands on has answered. The sentence can be passed on, without what somebody said no to.
pattern-came-back = Everybody it stands on has said no by now, so it goes no further. The sentence stays where it was passed on, and nothing of what was learnt with them.
pattern-asks-nobody = It stands on nobody’s life, so it can be passed on.
ground-somebody = Somebody
ground-agreed = agreed
ground-told = was told
ground-refused = said no: it stays here
ground-asked = is asked
ground-here = not asked yet
ground-again = answered other words, and is asked again
ground-words = Words to pass on: “{ $words }”
ground-answer-link = Talk about it with { $who }
relay-link = What became of it: { $to }

# Rewording.
reword-link = Put it in words that can leave
reword-again-link = Change the words
reword-title = Words that tell nobody who it is about
reword-intro = Read these as a neighbour would. Take out names, days and places, and anything that only one person is known for.
reword-statement = What you see
reword-ground = What it stands on
reword-ground-hint = Above each field stands what it is about, as it was written here: that does not go. Write one or two sentences, as they would be passed on. Left blank, nothing of it goes, only what you see across all of them. Either way, the person is asked before anything leaves.
reword-asks-again = Somebody has answered these words already. Change them, and everybody is asked again.
reword-ground-of = In words that do not tell it was { $who }
reword-nothing-found = No names, days or places were found. What nobody else could know is for you to find.
reword-read-again = We find names we know, days, and words with a capital. We do not find a story that everybody in the street knows.
reword-save = Keep these words
leaves-read-again = What you write here is read by those it is sent to and by all who gave. Before it goes, names we know, days, and words with a capital are pointed out, and you say which may stay.

# Asking.
ask-link = Ask those it stands on
ask-title = Ask those it stands on
ask-intro = Each of them sees this on their own page, with these words. Nothing leaves before all of them have answered. They can say no now or later, and then what was learnt with them does not leave.
ask-whom = Who is asked
ask-whom-hint = Under each name: the words that would go with it.
ask-no-words = No words of their own: only what you see.
ask-nobody = There is nobody to ask just now. Somebody can be asked once there are words for what was learnt with them.
ask-save = Ask them
ask-not-now = Choose only from the list: somebody may have answered meanwhile

# Answering.
answer-title = May this be passed on?
answer-pattern = The team sees something across what several people are trying:
answer-words-you = From what was learnt with you, these words would go with it:
answer-words = From what was learnt with { $who }, these words would go with it:
answer-only-pattern-you = Nothing more from your life would go with it.
answer-only-pattern = Nothing more from the life of { $who } would go with it.
answer-nobody-named = Nobody is named
answer-again = The words have changed since you were asked before. What was said then was about other words.
answer-other-words = The words changed while you read. Read them once more, then answer
answer-legend-you = May these words be passed on?
answer-legend = What did { $who } say?
answer-agree = Yes, pass them on
answer-agree-hint = You will see what becomes of it.
answer-refuse = No
answer-refuse-hint = The words do not leave. Nothing else changes.
answer-refuse-gone = From then on nobody reads these words here any more. Whoever has read them has read them, and the sentence of the team stays where it was passed on.
answer-told = I told { $who }, and they could have said no
answer-told-hint = If they can answer themselves, let them.
answer-said-no = { $who } said no
answer-how = How did you tell them, and what did they say?
answer-how-hint = Only they and those beside them read this.
answer-save = Save this answer
answer-before-agreed = These words may be passed on.
answer-before-told = Told, and not refused: these words may be passed on.
answer-before-refused = A no was said: these words do not leave.
taken-back-you = You said no, { $at }. Since then nobody reads what was learnt with you: nobody new, and no longer those who had it.
taken-back = { $who } said no, { $at }. Since then nobody reads what was learnt with them: nobody new, and no longer those who had it.
taken-back-had = Until then { $to } could read it, since { $at }. What they have read, they have read.
taken-back-stays-you = The sentence “{ $text }” stays with them, without what was learnt with you.
taken-back-stays = The sentence “{ $text }” stays with them, without what was learnt with { $who }.
taken-back-further = It can go further, since others it was learnt with said yes.
taken-back-no-further = It goes no further.
answer-choose = Choose an answer
answer-not-yours = Only the person can say yes after a no
answer-no-words = There are no words for this yet, so there is nothing to answer.
answer-change-link = Change this
answered-meanwhile = Somebody answered this meanwhile

# Passing on.
pass-link = Pass it on
pass-title = Pass it on
pass-words = The words that go
pass-to = Who could learn from this?
pass-choose = Choose
pass-choose-problem = Choose who could learn from this
pass-cycle = { $body }, { $scale }: { $system }
pass-question = Your question to them
pass-question-hint = Left blank, we ask: what does this mean for you?
pass-grounds = What it stands on goes with it only where the person agreed or was told, and is shown only where it comes from five lives or more.
pass-save = Pass it on
pass-has = { $who } has this since { $at }.
pass-named = { $who } named it.
pass-everywhere = Everybody it could be passed on to has it already.
pass-nowhere = There is no other cycle to pass it on to yet.
pass-not-worded = It can leave once it is in words that tell nobody who it is about.
pass-still-to-ask = Somebody it stands on has not answered these words yet. The page of the pattern says who, and there you can ask them.
pass-all-refused = Everybody it stands on said no, so it stays here. Nothing else changes for them.
pass-no-further = Somebody it was learnt with has taken back their word, so it goes no further.
pass-back = What it takes for this to leave
further-link = Pass it on further

# A relay.
relay-title = Learning passed on
relay-caption = Passed on by { $from } to { $to }
grounds-link = What it stands on
trail-link = What became of it
who-few = A few people
who-many = { $lives } people
did-notice = noticed it with those beside them. Nothing leaves without their word.
did-pass = passed it on to { $to } and asked:
did-make-sense = made sense of it:
did-explore = is trying something because of it:
did-change = changed something.
did-set-aside = set it aside, because:
streams-title = How it flowed
streams-about = A stream for those it was learnt with, joining those it was passed on to
gave-who = Those it was learnt with
gave-few = a few
gave-many = { $number } people
gave-joined = with all that came before

# Grounds.
grounds-title = What it stands on
grounds-from = From the lives of { $number } people.
grounds-agreed = Each agreed to these words or was told of them. Names, days and places are left out.
grounds-few = What this stands on is not shown.
grounds-few-why = Fewer than five people agreed to pass on what was learnt with them. With so few, somebody could tell who it was about.
back-to-trail = What became of it

# Responding.
respond-link = Say what it means here
respond-title = What it means here
respond-asked = The question:
respond-kind = What did you do with it?
respond-choose = Choose what you did with it
kind-made-sense = We made sense of it
kind-made-sense-hint = We talked about it, and this is what it means here.
kind-exploring = We are trying something
kind-exploring-hint = It begins in your own cycle.
kind-changed = We changed something
kind-changed-hint = How things are usually done here is different now.
kind-set-aside = We set it aside
kind-set-aside-hint = That is an answer too, with its reason.
respond-body = What it means here
respond-body-hint = When you made sense of it, this is your answer. Otherwise it can be left blank.
respond-elsewhere = You also wrote something under another answer. Choose that one, or take it out there: then nothing you wrote is lost
respond-line = What you are trying
respond-line-hint = One line is enough.
respond-was = How it was
respond-now = How it is now
respond-decided = Who was in the decision
respond-absent = Who was not there
respond-because = Why
respond-save = Send it back to those who gave

# What became of it.
became-title = What became of it
became-empty = Nothing has been passed on yet. When something is, this is where you follow it.
became-link = Follow it all the way
became-unworded = Something the team sees, still among those beside you
asked-you = You are asked: may these words be passed on?
asked-them = Waiting for their word: may these words be passed on?
asked-link = Answer
far-here = It is still with the team.
far-passed = Passed on to { $to }.
far-made-sense = { $to } made sense of it.
far-exploring = { $to } is trying something because of it.
far-changed = { $to } changed something because of it.
far-set-aside = { $to } set it aside, and said why.
back-to-life = Back to the page

# The learning of a cycle.
received-title = Passed on to us
received-about = Part of understanding: what others learnt, and what it means here.
received-in-step = Read it under “Understand”, where we make sense of it.
received-empty = Nothing was passed on to us yet.
received-from = { $from }, { $at }:
received-older = What was passed on to us earlier
patterns-older = Earlier patterns
passed-older = What we passed on earlier
relays-empty = Nothing was passed on.
understood-title = What came from others
understood-from = { $from }, { $at }
patterns-title = Patterns we see
patterns-empty = No pattern is named yet.
passed-title = Passed on by us
passed-to = To { $to }, { $at }
