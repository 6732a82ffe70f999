//! The notes: in lists, one by one, and on their way.

use platform::{Filled, Form as _, Sample};
use words::Text;

use super::{LONG, LONG_NAME, NAME, WENT, alone, blank, day, here, holding_text, id, longer_than};
use crate::{
    model::{NoteKind, ReplyKind},
    notes::{
        NoteLine, NotesPanel, ReplyLine,
        add::{AddPage, Suggested, not_tried_here, not_yours_to_hold},
        correct::{CorrectForm, CorrectPage},
        list::NotesPage,
        new::{LONGEST, NoteForm},
        reply::{ReplyForm, ReplyPage, parse},
        show::{Earlier, NotePage, Way},
    },
    press::PressPage,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = lists();
    all.extend(one());
    all.extend(adding());
    all.extend(answering());
    all
}

/// What only whoever wrote a note does with it, and they are workers.
pub(super) fn of_workers() -> Vec<Sample> {
    let mut all = correcting();
    all.extend(bringing());
    all
}

fn reply(byte: u8, kind: ReplyKind, text: &str, mine: bool) -> ReplyLine {
    let who: Text = if mine { said::you().into() } else { NAME.into() };
    let text = text.to_owned();
    ReplyLine { id: id(byte), kind, text, by: None, own: true, at: day(1), who, mine }
}

/// A note without anything besides its text.
pub(super) fn note(byte: u8, text: &str) -> NoteLine {
    NoteLine {
        note: id(byte),
        text: text.to_owned(),
        kind: None,
        happened_at: day(-i64::from(byte)),
        made_at: day(0),
        by: Some("Sam".to_owned()),
        own: false,
        present: None,
        exploration: None,
        version: 1,
        held: false,
        brought: false,
        replies: Vec::new(),
        who: "Sam".into(),
    }
}

fn full(byte: u8) -> NoteLine {
    NoteLine {
        kind: Some(NoteKind::Surprise),
        present: Some("Abdul, Rosa".to_owned()),
        version: 2,
        brought: true,
        replies: vec![
            reply(1, ReplyKind::Disagrees, "It was Abdul, not the weather.", false),
            reply(2, ReplyKind::Adds, LONG, true),
            reply(3, ReplyKind::Adds, LONG, false),
            reply(4, ReplyKind::Disagrees, WENT, true),
        ],
        ..note(byte, LONG)
    }
}

fn many() -> Vec<NoteLine> {
    let held = NoteLine { held: true, kind: Some(NoteKind::Mistake), ..note(4, WENT) };
    let corrected = NoteLine { version: 3, ..note(5, WENT) };
    let mut all = vec![full(2), note(3, WENT), held, corrected];
    all.extend((6..25).map(|byte| note(byte, WENT)));
    all
}

fn lists() -> Vec<Sample> {
    let panel = |notes, own, next: Option<&str>| NotesPanel {
        notes,
        next: next.map(str::to_owned),
        life: id(1),
        writes: true,
        own,
    };
    let page = |notes, next: Option<&str>, later| NotesPage {
        notes,
        next: next.map(str::to_owned),
        life: id(1),
        name: LONG_NAME.to_owned(),
        later,
    };
    vec![
        alone("lives/notes/none", panel(Vec::new(), false, None)),
        alone("lives/notes/none-own", panel(Vec::new(), true, None)),
        alone("lives/notes/one", panel(vec![note(2, WENT)], true, None)),
        alone("lives/notes/many", panel(many(), false, Some("1.2"))),
        Sample::view("lives/notes-all/none", page(Vec::new(), None, false)),
        Sample::view("lives/notes-all/first", page(many(), Some("1.2"), false)),
        Sample::view("lives/notes-all/saved", page(many(), None, false)).after_saving(),
        Sample::view("lives/notes-all/done", page(vec![note(2, WENT)], None, false)).after_doing(),
        Sample::view("lives/notes-all/middle", page(many(), Some("1.2"), true)),
        Sample::view("lives/notes-all/last", page(vec![note(2, WENT)], None, true)),
    ]
}

fn one() -> Vec<Sample> {
    let page = |note, earlier, trying: Option<&str>, ways| NotePage {
        note,
        earlier,
        hold: None,
        trying: trying.map(str::to_owned),
        ways,
        back: "/lives/1".to_owned(),
    };
    let earlier = |version, text: &str| Earlier { version, text: text.to_owned(), at: day(0) };
    let worker = vec![Way::Reply, Way::Correct, Way::Talked, Way::TakeBack, Way::Hold];
    let own = NoteLine { own: true, by: None, who: said::you().into(), ..note(2, WENT) };
    let wordings = vec![earlier(2, WENT), earlier(1, LONG)];
    vec![
        Sample::view("lives/note/own", page(own, Vec::new(), None, vec![Way::Reply])),
        Sample::view("lives/note/plain", page(note(2, WENT), Vec::new(), None, Vec::new())),
        Sample::view("lives/note/person", page(note(2, WENT), Vec::new(), None, vec![Way::Reply])),
        Sample::view("lives/note/worker", page(full(2), wordings, Some(LONG), worker)),
    ]
}

fn typed() -> NoteForm {
    NoteForm {
        text: LONG.to_owned(),
        kind: NoteKind::Surprise.name().to_owned(),
        hold: "yes".to_owned(),
        bring: "yes".to_owned(),
        when: "yesterday".to_owned(),
        on_day: "31".to_owned(),
        on_month: "2".to_owned(),
        present: LONG_NAME.to_owned(),
        ..NoteForm::default()
    }
}

fn adding() -> Vec<Sample> {
    let page = |filled, own, suggested| AddPage {
        filled,
        life: id(1),
        name: NAME.to_owned(),
        own,
        suggested,
    };
    let some = || Suggested {
        names: vec!["Abdul".to_owned(), "Dr Mensah".to_owned()],
        trying: vec![(id(3), "The 14 bus together".to_owned()), (id(4), LONG.to_owned())],
    };
    let none = Suggested::default;
    let add = |name, filled, own, suggested| Sample::page(name, page(filled, own, suggested));
    let filled: Filled<NoteForm> = holding_text(typed()).with_kept(day(0));
    let read = |form: NoteForm| holding_text(form).read_by(|it| it.parse(&here()));
    let on = |year: &str| NoteForm { on_year: year.to_owned(), ..typed() };
    let on = |year| NoteForm { on_day: "1".to_owned(), ..on(year) };
    let gone = |what| holding_text(NoteForm::sample()).with_problems(what);
    let other = || "other".to_owned();
    let chosen = NoteForm { kind: other(), when: other(), exploration: other(), ..blank().form };
    let (text, present) = (longer_than(LONGEST), longer_than(300));
    let long = NoteForm { text, present, ..NoteForm::default() };
    vec![
        add("lives/note-add/empty", blank(), false, none()),
        add("lives/note-add/empty-own", blank(), true, none()),
        add("lives/note-add/suggesting", holding_text(NoteForm::sample()), false, some()),
        add("lives/note-add/kept", filled, false, some()),
        add("lives/note-add/wrong", read(chosen), false, some()),
        add("lives/note-add/no-such-day", read(typed()), false, some()),
        add("lives/note-add/too-early", read(on("1900")), false, some()),
        add("lives/note-add/to-come", read(on("2030")), false, some()),
        add("lives/note-add/not-yours-to-hold", gone(not_yours_to_hold()), false, some()),
        add("lives/note-add/not-tried", gone(not_tried_here()), false, some()),
        add("lives/note-add/too-long", read(long), true, some()),
    ]
}

fn correcting() -> Vec<Sample> {
    let correct = |filled, now: &str| CorrectPage {
        filled,
        note: id(2),
        now: now.to_owned(),
        seen: "1".to_owned(),
    };
    let long = CorrectForm { text: LONG.to_owned(), seen: "1".to_owned() };
    let too_long = CorrectForm { text: longer_than(LONGEST), seen: "1".to_owned() };
    let stale = holding_text(long).with_theirs(WENT.to_owned());
    vec![
        Sample::page("lives/note-correct/fresh", correct(blank(), WENT)),
        Sample::page("lives/note-correct/stale", correct(stale, WENT)),
        Sample::page(
            "lives/note-correct/wrong",
            correct(blank().read_by(CorrectForm::parse), WENT),
        ),
        Sample::page(
            "lives/note-correct/too-long",
            correct(holding_text(too_long).read_by(CorrectForm::parse), LONG),
        ),
    ]
}

fn answering() -> Vec<Sample> {
    let reply = |filled, text: &str| ReplyPage { filled, note: id(2), about: note(2, text).item() };
    let long = ReplyForm { kind: "adds".to_owned(), text: longer_than(4_000) };
    vec![
        Sample::page("lives/note-reply/empty", reply(blank(), WENT)),
        Sample::page("lives/note-reply/typed", reply(holding_text(ReplyForm::sample()), LONG)),
        Sample::page("lives/note-reply/wrong", reply(blank().read_by(parse), WENT)),
        Sample::page("lives/note-reply/too-long", reply(holding_text(long).read_by(parse), LONG)),
    ]
}

fn bringing() -> Vec<Sample> {
    let press = |name, title, about, button| {
        let back = "/notes/1".to_owned();
        Sample::page(name, PressPage { filled: blank(), title, about: vec![about], button, back })
    };
    let (title, button) = (said::bring_title(), said::bring_button());
    vec![
        press("lives/note-bring/ask", title, said::bring_about(), button),
        press(
            "lives/note-take-back/ask",
            said::take_back_title(),
            said::take_back_about(),
            said::take_back_button(),
        ),
        press(
            "lives/note-talked/ask",
            said::talked_title(),
            said::talked_about(),
            said::talked_button(),
        ),
    ]
}
