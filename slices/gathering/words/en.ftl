# The person reads the first of these in the list of who looked at their page.
act-home-see = opened their first page, which names you
act-life-see = read your page
act-meeting-see = saw what is being tried, for the team’s meeting
act-cycle-see = read a cycle
act-plain-read = read what is open to everybody

# Before signing in.
hello-title = Public service that learns
hello-what = People being served and the workers beside them try what helps, and notice what happens. What they learn joins what others learn, the way streams join: a person, a team, an organisation, a place, a country.
hello-how = Instead of targets and forms there are conversations that travel. Whoever gave something sees what became of it.
hello-no-real-people = No real people yet. Everybody you meet here is made up, until the work that makes it lawful and safe to hold real lives is done.
hello-sign-in = Sign in
hello-join = I was given a code
hello-streams = How learning flows
hello-streams-about = Streams of people join in teams, teams in a place, and places in a country
hello-people = People, and those beside them
hello-workers = A team
hello-all = All who work and live there
hello-places = Many places
hello-person = try something together, and notice
hello-team = sees what is alike, and what is not
hello-place = change how things are usually done
hello-country = change the rules that stood in the way

# The first page.
home-title = Your first page
home-yours = Hello
home-own = Go to your page
home-taken-up = Somebody took up your account with a new one-time code ({ $at }).
home-taken-up-next = If that was you, all is well. If it was not, tell somebody you trust, and not only whoever gave you the code.
home-taken-up-link = Who has looked
home-asked = You are asked something.
home-asked-link = Read it and answer
home-waits = Something was passed on to you, and waits for what you make of it.
home-waits-link = Read what was passed on to { $body }
home-agree = A colleague asks you whether a note stays back for longer.
home-agree-link = Read it, and the reason
home-lead = A note was kept back, and now you are asked about it.
home-lead-link = See what waits for you
life-asked-you = You are asked something: see what comes next
home-empty = You have no part in a team yet. Whoever sets up teams can add you.
changes-title = Something changed because of what you learnt
change-who = { $who }, { $at }
change-was = Was:
change-now = Now:
change-because = It began with: “{ $statement }”
change-link = Follow it all the way
drafts-title = What you have not saved yet
drafts-room = These wait for you until you save them. Once there are more than { $room }, those that you have not touched for { $lies } days make room.
draft-at = kept { $at }
draft-note = A note
draft-matter = What matters
draft-exploration = Something to try
draft-look = How it went
draft-reflection = A reflection
draft-pattern = A pattern
draft-response = What it means here
draft-entry = Something in a cycle
draft-beside = Something beside a note
draft-other = Something you were writing
lives-beside = Those you walk beside
lives-trusting = Those who trust you
lives-more = More of them
lives-none = Nobody just now.
life-news = said something since you last read this page
life-asked = asked for their word
teams-title = Your teams
meeting-link = The team’s meeting
cycle-link = What { $who } is learning
begin-life-link = Begin a page with somebody
bodies-title = Where you have a part
no-cycle = No cycle has begun here yet.
open-cycle-link = Begin a cycle of { $who }
yours-title = Only yours
reflections-link = Your reflections
setup-title = Setting up
setup-about = Places, organisations and teams, and who works in them. You see nobody’s page.
setup-link = Places and teams

# The page of a life.
life-title = Page
life-yours = Your page
next-title = What next
next-look = { $at }: we look at how it goes.
next-none = Nothing is set. That is fine.
next-none-you = Nothing is set. That is fine: you can say what comes next whenever you like.

# A team's meeting.
meeting-title = The team’s meeting
meeting-intro = What are we trying, what surprised us, and what do we see across it?
name-pattern = Name a pattern
meeting-trying = What is being tried
meeting-trying-none = Nothing is being tried that you may know of.
meeting-ended = Kept, adapted or stopped lately
meeting-day = { $at }
meeting-tried = What { $name } is trying. { $who }
meeting-open = See all of it
meeting-surprises = Surprises
meeting-surprises-none = No surprise is written down. Has anything been otherwise than you thought?
meeting-brought = Brought to this meeting
meeting-brought-none = No note was brought of somebody you walk beside.
trying-more = More of what is being tried
surprises-older = Earlier surprises
brought-more = More notes that were brought
meeting-reflections = Reflections that were shared
meeting-reflections-none = Nobody has shared a reflection with this team.
reflections-older = Earlier reflections

# A cycle.
cycle-title = A learning cycle
cycle-caption = { $body }, { $scale }

# What this is.
about-title = About Tributary
about-what = Tributary is for public service that is run as a learning system. A person and the worker beside them try something that may help, look at how it goes, and keep, adapt or stop it. What they learn can be passed on, in words that tell nobody who it was about, and only with their word.
about-instead = Whoever receives it says what it means to them, and what they changed. Everybody who gave sees that.
about-never-title = What it refuses
about-never-targets = No targets, no rankings of people, teams or places.
about-never-scores = No score of anybody’s risk or need.
about-never-gates = Nothing that must be filled in before somebody is helped.
about-never-impact = No single number that claims what a service achieved.
about-not-yet-title = Not yet
about-free = Tributary is free software. Anybody may use, read and change it.

# How it can be used.
accessibility-title = Accessibility
accessibility-what = Everybody should be able to use Tributary. You should be able to:
accessibility-keyboard = do everything with a keyboard, or by voice
accessibility-reader = listen to every page with a screen reader
accessibility-zoom = enlarge text four times without losing any of it
accessibility-script = use every page without JavaScript
accessibility-colour = understand everything without seeing colours
accessibility-time = take your time: what you type is kept
accessibility-standard = We work towards the Web Content Accessibility Guidelines, version 2.2, at level AA. Every page is tested against them by a program each time it changes. It has not yet been tested by people who use it every day with assistive technology.
accessibility-tell = If something stands in your way, tell whoever showed you Tributary. It is a mistake of ours, and we want to mend it.

# What happens to what is written.
privacy-title = Privacy
privacy-who-title = Who can see what is written about somebody
privacy-who = The person, those they trust, and those who walk beside them. Everybody in their team knows what is being tried, how it went, what was decided about it and why, and in whose words. The notes, and what matters, the team does not see.
privacy-looked = Every look at somebody’s page is written down, and they can read who it was.
privacy-kept-title = How it is kept
privacy-kept = What is written about somebody is sealed under a key of their own. When that key is destroyed, nobody can read it again. Copies of the keys themselves are kept for a short time only.
privacy-cookie = One cookie keeps you signed in. Another carries, for a moment, the word that something was saved. Nothing is asked of any other site.
privacy-passed-title = What is passed on
privacy-passed = Only words that tell nobody who they are about, and only where the person agreed or was told and did not say no. A no counts at any time.
privacy-exit-title = If somebody must not know
privacy-exit = “Exit this page” signs you out at once and opens another page in its place. Tributary keeps nothing on your device. Your browser may still list in its history that you were here, and its Back button leads to the page where one signs in. To leave no trace, open Tributary in a private window, and close it afterwards.

# The ways that are always open, and what can be done about who is there.
way-first = First page
way-reflections = Reflections
way-me = Your account
way-bodies = Places and teams
way-back = Give the phone back
way-sign-in = Sign in
beside-title = Change who is there
beside-hand = Hand the phone to { $name }
beside-colleague = Ask a colleague to walk beside them, too
beside-invite = Invite somebody to this page
beside-end-trust = Somebody is not trusted here any more
beside-stop = Stop walking beside them
meeting-people = Who works in this team
meeting-held = Notes that are not safe to show yet
