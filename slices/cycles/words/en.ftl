# What people read about what they did and what was done, in the journal.
act-exploration-start = wrote down something to try
act-exploration-start-in-cycle = wrote down something to try in a cycle
act-exploration-read = read something you are trying
act-explorations-read = read what you are trying
act-explorations-read-in-cycle = read what is tried in a cycle
act-entries-read = read what was written into a cycle
act-exploration-agree = said yes to trying something
act-exploration-look-back = wrote how something you are trying went
act-exploration-end = said whether to keep, adapt or stop something
act-cycle-open = opened a cycle
act-cycle-write = wrote into a cycle
act-purpose-read = read what a cycle is for
act-purpose-word = worded what a cycle is for
act-purpose-dissent = saw the purpose of a cycle otherwise
act-prompts-read = read the questions of the steps
act-prompts-edit = worded the questions of the steps anew

# Steps.
step-purpose = Purpose
step-understand = Understand
step-co-design = Co-design
step-explore = Explore
step-embed = Embed and influence
step-stewardship = Stewardship
step-purpose-about = What this is for, and who says so.
step-understand-about = Who and what is part of it, and how it hangs together.
step-co-design-about = Thinking up together what could be tried.
step-explore-about = Trying, noticing, making sense of it.
step-embed-about = What becomes the way we work, and what we ask of others.
step-stewardship-about = Looking after the learning itself, all the way through.

# How something that was tried ended.
ended-keep = We keep it
ended-adapt = We adapt it
ended-stop = We stop it

# Who and when.
somebody = somebody
save = Save
written-down = Written down by { $who }, { $day }.
own-idea = { $who }’s own idea, { $day }.
own-idea-you = Your own idea, { $day }.
said-yes = { $who } said yes, { $day }.
said-yes-you = You said yes, { $day }.
waiting-for = { $who } has not said yes or no.
waiting-for-you = Say yes if you want to try it. You can also leave it.
we-look = We’ll look: { $day }.
ended-by = { $ending }. { $who } said so, { $day }.
ended-by-you = { $ending }. You said so, { $day }.
stop-when-is = When we’d stop: { $when }
looked-back = Looked back { $day }
a-surprise = A surprise

# Who reads what is about to be written.
readers-life-you = Everybody who can see your page reads this, and so does everybody in { $team }.
readers-life = Everybody who can see the page of { $who } reads this, and so does everybody in { $team }.
readers-organisation = Everybody who works in the organisation or its teams reads this, and whoever stewards or governs it or its place. Write of what you see, not of somebody.
readers-place = Everybody who works in this place reads this, and whoever stewards or governs it. Write of what you see, not of somebody.
readers-country = Every worker reads this, in every place of the country. Write of what you see, not of somebody.

# What we're trying.
trying-title = What we’re trying
trying-none = Nothing just now.
tried-before = What we tried before
tried-more = More of what is and was tried
trying-list = What is and was tried
start-link = Try something
look-back-link = Look at how it went
end-link = Keep, adapt or stop
agree-button = Yes, we try that

# Begin to try something.
start-title = Try something
start-line = What will we try?
start-line-hint = One line is enough. You can start today and leave the rest.
start-more = Say more, if it helps
start-hunch = Why might it help?
start-decided = Who decided?
start-absent = Who was not there when it was decided?
start-absent-hint = Somebody it touches, who may see it otherwise.
start-cost = What does it cost?
start-cost-hint = In your own words, such as “the bus fare”.
start-noticing = What do we want to notice?
start-noticing-hint = Small things count.
start-stop-when = When would we stop?
start-stop-when-hint = What would tell us that it does harm, or is too much.
start-look = When will we look at how it went?
start-look-hint = For example, 27 3 2026. No date is fine, too.
start-button = Start

# Say yes.
agree-title = Shall we try this?
agreed-already = This was said yes to before, or it has ended

# Look back.
look-title = How did it go?
look-noticing = What we wanted to notice: { $what }
look-text = What happened?
look-text-hint = Hoped for or not.
look-surprise = Was it what you thought?
look-surprise-yes = This surprised us

# Keep, adapt or stop.
end-title = Keep, adapt or stop?
end-keep = Keep it
end-keep-hint = It helps. We go on, and need not watch it any more.
end-adapt = Adapt it
end-adapt-hint = There is something in it. We try it another way.
end-stop = Stop it
end-stop-hint = It does not help, or not now. That is worth knowing, too.
end-next = What will we try next?
end-next-hint = One line starts it. Leave it blank if you do not know yet.
end-next-only-adapt = You also wrote what you will try next. Choose that you adapt it, or take that line out
end-why = Why?
end-why-hint = Only if you want to say.
choose-ending = Choose keep, adapt or stop
ended-already = Somebody said keep, adapt or stop before you

# One thing that was tried.
exploration-details = What we wrote down
exploration-looks = How it went
exploration-looks-none = Nobody has looked back yet. There is no hurry.
exploration-around = Before and after
exploration-before = What we tried before this
exploration-after = What we try instead

# Open a cycle.
open-title = Open a learning cycle
open-about = A cycle is one pass of learning about a system: you can begin in any step, and leave any of them blank.
open-system = Which system will you learn about?
open-system-hint = The people and things that belong together around a purpose, such as “Living well in Riverside”. No names of people.
open-button = Open the cycle

# A cycle's steps.
steps-never-block = Begin anywhere, and come back as often as you like. No step waits for another, and none has to be filled in.
step-questions = Questions that may help
step-earlier = Earlier here
entries-title = What was written
entries-older = What was written before
entries-none = Nothing was written here yet.
write-link = Write something in “{ $step }”
prompts-link = About these questions
published-fact = Published fact
source-and-who = Source: { $source }. Written down by { $who }.
written = Written { $day }

# Write into a step.
write-title = Write something
write-text = What you wrote
write-step = Which step does it belong to?
write-fact = It is a published fact
write-source = Where was it published?
write-source-hint = Who published it, when, and where it can be read.
choose-step = Choose the step it belongs to
unknown-question = We do not know this question. Choose one from the page of the cycle

# What a cycle is for.
purpose-none = Nobody has put it into words yet.
purpose-words-of = In the words of { $whose }. Written down by { $who }, { $day }.
purpose-earlier = Earlier wordings
purposes-title = What it was and is for
word-link = Put it into other words
word-title = What is this for?
word-text = What it is for
word-text-hint = In words that the people it is for would use. Earlier wordings are kept.
word-whose = Whose words are they?
word-whose-hint = A group or an occasion, such as “people at the Tuesday lunch”. Leave it blank if you do not know.
dissent-link = I see it otherwise
dissent-title = How do you see it?
dissent-text = In your own words
dissent-text-hint = It will stand beside the purpose, with your name. The purpose stays as it is.
dissented = Sees it otherwise, { $day }

# The questions of the steps.
prompts-title = Questions of the steps
prompts-about = Questions help to think. They never have to be answered. Each scale has its own, and whoever stewards a system can word them anew.
prompts-built-in = As they come with Tributary.
prompts-worded = Worded here by { $who }, { $day }.
prompts-earlier = Earlier: { $came }
prompts-of-team = For a team
prompts-of-organisation = For an organisation
prompts-of-place = For a place
prompts-of-country = For a country
prompts-edit-link = Word these questions anew
prompts-edit-title = Word the questions anew
prompts-edit-about = One question on each line. A step without questions is fine. Earlier questions are kept, with what was answered to them.
choose-scale = Choose a scale
too-many-questions = Write { $limit } questions or fewer
question-too-long = Make question { $which } shorter: { $limit } characters or fewer

# The questions that the program brings with it, our own: scale, step, number.

## Team.
prompt-team-purpose-1 = What are we here to make possible, and in whose words do we say it?
prompt-team-purpose-2 = Would the people we walk beside put it like this?
prompt-team-purpose-3 = What would make us want to say it differently?
prompt-team-understand-1 = What do we keep meeting, in one life after another?
prompt-team-understand-2 = Who makes this easier, who makes it harder, and whom have we never asked?
prompt-team-understand-3 = What do we believe is behind it, and how would we know if we were wrong?
prompt-team-understand-4 = Where do we, in this team, see it differently from each other?
prompt-team-co-design-1 = What small thing could we do differently from next week on?
prompt-team-co-design-2 = What do we think will happen, and what would astonish us?
prompt-team-co-design-3 = What will we keep an eye on, and who does the noticing?
prompt-team-co-design-4 = Whom could this hurt, and what would make us stop at once?
prompt-team-explore-1 = What happened, hoped for or not?
prompt-team-explore-2 = What did we not see coming?
prompt-team-explore-3 = How does it look to somebody who was not in the room?
prompt-team-explore-4 = What do we make of it today, knowing we may change our minds?
prompt-team-embed-1 = What do we want to go on doing, and what will we let go of to make room?
prompt-team-embed-2 = What stands in the way that is not ours to change, and whose is it?
prompt-team-embed-3 = Whom do we want to ask: what does this mean for you?
prompt-team-stewardship-1 = Did everybody have the time, the say and the calm to learn?
prompt-team-stewardship-2 = Who was missing from the table, and how do we reach them?
prompt-team-stewardship-3 = How are we ourselves doing with all this?

## Organisation.
prompt-organisation-purpose-1 = What should become possible in people’s lives because this organisation is here?
prompt-organisation-purpose-2 = Who had a hand in these words, and who should have had one?
prompt-organisation-purpose-3 = When did what we say we are for last surprise somebody who works here?
prompt-organisation-understand-1 = What are our teams telling us, in their own words?
prompt-organisation-understand-2 = Which of our own rules and habits keep turning up in their stories?
prompt-organisation-understand-3 = What do people work around, and what does that cost them?
prompt-organisation-understand-4 = Where do we disagree about why things are as they are?
prompt-organisation-co-design-1 = Which one habit of ours could we lift for a while, and for whom?
prompt-organisation-co-design-2 = What would a team need from us so that it can try this safely?
prompt-organisation-co-design-3 = What do we expect, and what would tell us that we were mistaken?
prompt-organisation-co-design-4 = Who decides as it goes along, and who is not in the room?
prompt-organisation-explore-1 = What changed for the people who work with people, and what did not?
prompt-organisation-explore-2 = What happened that nobody had planned?
prompt-organisation-explore-3 = How do those whom this touched tell the story?
prompt-organisation-embed-1 = What becomes the way we work from here on: in policy, in money, in how we bring people in?
prompt-organisation-embed-2 = Which barrier is ours alone to take away, and who will take it away?
prompt-organisation-embed-3 = Which other organisation could use this, and what would we ask them?
prompt-organisation-stewardship-1 = Is there time for learning that nothing urgent can eat?
prompt-organisation-stewardship-2 = Is it safe here to say that something went wrong?
prompt-organisation-stewardship-3 = Who carries more than their share, and who notices?

## Place.
prompt-place-purpose-1 = What do people who live here want life here to make possible?
prompt-place-purpose-2 = How did we ask them, and who was easy to miss?
prompt-place-purpose-3 = In which words would every one of us around this table say it?
prompt-place-understand-1 = Who and what makes a difference to this here, whether we pay for it or not?
prompt-place-understand-2 = How much do we trust one another today, and what would help it grow?
prompt-place-understand-3 = What have people’s own stories taught us that our numbers had not?
prompt-place-understand-4 = What does each of us leave out when we draw how this place works?
prompt-place-co-design-1 = What could we only try together?
prompt-place-co-design-2 = What would each of us have to let go of for a while: a form, a fund, a rule?
prompt-place-co-design-3 = How will we see what happens, and who gets to say what it means?
prompt-place-co-design-4 = Who could be worse off, and how would we hear of it early?
prompt-place-explore-1 = What happened between us, as well as for the people who live here?
prompt-place-explore-2 = What does it look like from a kitchen table, a front desk and a board room?
prompt-place-explore-3 = What surprised us enough to change our picture?
prompt-place-embed-1 = What changes in how we buy, fund and share things in this place?
prompt-place-embed-2 = What do we ask of those above us, and who carries the question to them?
prompt-place-embed-3 = Which other place would we like to learn this with?
prompt-place-stewardship-1 = Who brings us together, and do the rest of us want them to?
prompt-place-stewardship-2 = Whose voice counts for more than it should, and whose for less?
prompt-place-stewardship-3 = What holds us together when somebody leaves?

## Country.
prompt-country-purpose-1 = What do we hope that places can make possible, each in its own way?
prompt-country-purpose-2 = Which of our own words would nobody use at a bus stop?
prompt-country-purpose-3 = Who agreed to this purpose, and whom does it bind?
prompt-country-understand-1 = What do places keep telling us, and where do they differ?
prompt-country-understand-2 = Which law, fund or inspection of ours shows up again and again in what they learn?
prompt-country-understand-3 = What do we think we know that no place has confirmed?
prompt-country-co-design-1 = Which rule could we set aside in a few places, lawfully and for a time?
prompt-country-co-design-2 = Which places want to try this, and what do they need from us so that they can?
prompt-country-co-design-3 = How will we learn from them without making them report to us?
prompt-country-co-design-4 = What might go wrong for people, and who would call a halt?
prompt-country-explore-1 = What did places do with the room they had?
prompt-country-explore-2 = What happened in one place and not in another, and what do both make of it?
prompt-country-explore-3 = What did we ourselves have to learn?
prompt-country-embed-1 = Which law, fund or way of inspecting changes because of this?
prompt-country-embed-2 = How do we help places to learn from each other, and not only from us?
prompt-country-embed-3 = What will we stop asking for?
prompt-country-stewardship-1 = Do we listen as well as we announce?
prompt-country-stewardship-2 = Which places never reach this table, and why?
prompt-country-stewardship-3 = What gives people the courage to tell us what did not work?
