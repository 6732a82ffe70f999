//! A person's page, a note, and what became of it.

use askama::Template;
use ui::{
    Actions, Button, Chips, KeepTyping, NoteItem, NoteList, OwnWords, Part, Scale, Step, Stream,
    Streams, Textarea, Title, Trail,
};

pub(crate) struct Life {
    pub(crate) title: Title,
    pub(crate) matters: OwnWords,
    pub(crate) trying: Actions,
    pub(crate) noticed: NoteList,
    pub(crate) welsh: OwnWords,
    pub(crate) decided: OwnWords,
}

pub(crate) struct Note {
    pub(crate) title: Title,
    pub(crate) what: Textarea,
    pub(crate) kind: Chips,
    pub(crate) who: Chips,
    pub(crate) actions: Actions,
}

pub(crate) struct Became {
    pub(crate) title: Title,
    pub(crate) trail: Trail,
    pub(crate) streams: Streams,
    pub(crate) two: Streams,
}

pub(crate) fn life() -> Life {
    let words =
        "I want to be able to go to the allotment again without planning it for three days.";
    Life {
        title: Title::new("Jo").caption("A page of a person. Fictional."),
        matters: OwnWords::new(words, "Jo’s own words, 12 March.").earlier("Earlier wordings (2)", "#"),
        trying: Actions::new(Button::link("Look at how it went", "#"))
            .or(Button::link("Add a note", "#")),
        noticed: NoteList::new([
            NoteItem::new("Today", "Went twice. Second time stayed an hour because Abdul was there.")
                .by("Sam")
                .kind("A surprise")
                .reply("Jo says:", "It was Abdul, not the weather."),
            NoteItem::new("26 March", "Bus driver waited. A good moment.")
                .by("Jo")
                .link("Say something to this", "#"),
        ]),
        welsh: OwnWords::new("Dw i eisiau cerdded i’r siop fy hun.\nA dod adre.", "Gwen’s own words, today.")
            .language("cy"),
        decided: OwnWords::new("To stay where her cat can stay.", "Written down by Sam as Mair said it, 2 May.")
            .basis("Decided for Mair by Priya, who holds power of attorney, in this one matter. Looked at again on 2 August."),
    }
}

pub(crate) fn note() -> Note {
    Note {
        title: Title::new("Add a note").caption("On a phone, in the car"),
        what: Textarea::new("what", "What happened?")
            .value("Went twice. Second time stayed an hour because Abdul was there."),
        kind: Chips::one("kind", "What is it?")
            .chip("noticed", "Something we noticed", true)
            .chip("surprise", "A surprise", false)
            .chip("mistake", "A mistake", false)
            .chip("mine", "Only for me", false),
        who: Chips::many("also", "And").named("unsafe", "Not safe to show yet", false).named(
            "meeting",
            "Bring to our meeting",
            true,
        ),
        actions: Actions::new(Button::new("Save")).keeping(KeepTyping::new("/drafts/note")),
    }
}

#[derive(Template)]
#[template(
    source = "changed: <strong>was</strong> bus passes for appointments; <strong>now</strong> a fund for going somewhere with somebody. In the decision: Priya, Tom, Ines, Jo. Not there: the bus company.",
    ext = "html"
)]
struct Changed;

pub(crate) fn became() -> Became {
    let trail = Trail::new()
        .step(
            Step::new(
                Scale::Person,
                "Jo and Sam",
                "noticed it, with four others. Jo agreed to pass it on.",
            )
            .when("9 April"),
        )
        .step(
            Step::new(
                Scale::Team,
                "Riverside team",
                "named the pattern and asked the place: what does this mean for you?",
            )
            .when("22 April"),
        )
        .step(
            Step::new(Scale::Place, "Ashwell place partnership", Part::of(Changed)).when("3 June"),
        )
        .step(
            Step::new(
                Scale::Country,
                "National learning",
                "is making sense of it with six other places.",
            )
            .when("now")
            .now(),
        );
    Became {
        title: Title::new("“Company, not distance, decides whether people go”")
            .caption("What became of what Jo and Sam learnt"),
        trail,
        streams: joining(),
        two: first(),
    }
}

fn joining() -> Streams {
    Streams::new("joining", "Where it joined others", "Six people at person scale join one team, then a place that another team joins, then the country.")
        .stream(Stream::new(Scale::Person, "Jo, Sam and four others", "six people gave").many(6).flows_into(1))
        .stream(Stream::new(Scale::Team, "Riverside team", "named it").flows_into(3))
        .stream(Stream::new(Scale::Team, "Hillside team", "fewer than five gave").many(3).flows_into(3))
        .stream(Stream::new(Scale::Place, "Ashwell place partnership", "with both teams").flows_into(4))
        .stream(Stream::new(Scale::Country, "National learning", "with six other places").many(40))
}

fn first() -> Streams {
    Streams::new("one", "The first of it", "Two people, and one organisation that listened.")
        .stream(Stream::new(Scale::Person, "Two people", "two gave").many(2).flows_into(1))
        .stream(Stream::new(
            Scale::Organisation,
            "Llywodraethwyr Ysbyty Cymunedol Llanfairpwllgwyngyll",
            "nobody more yet",
        ))
}
