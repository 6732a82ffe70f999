//! Notes that are not safe to show yet, as their few see them.

use platform::{Form as _, Sample};
use ui::OwnWords;

use super::{LONG, LONG_NAME, WENT, blank, day, here, holding_text, id, longer_than, notes::note};
use crate::{
    holding::{
        held::{HeldLine, HeldPage},
        hold_on::{ReasonForm, ReasonPage},
        second::SecondPage,
        state::HoldLine,
    },
    notes::{
        NoteLine,
        show::{NotePage, Way},
    },
    press::PressPage,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = asking();
    all.extend(reasons());
    all.extend(held());
    all.extend(seen());
    all
}

fn asking() -> Vec<Sample> {
    let press = |name, title, about, button| {
        let back = "/notes/1".to_owned();
        Sample::page(name, PressPage { filled: blank(), title, about, button, back })
    };
    let first = vec![said::hold_about(), said::hold_after()];
    let again = vec![said::hold_about_again(), said::hold_after()];
    let (title, button) = (said::release_title(), said::release_button());
    vec![
        press("lives/note-hold/first", said::hold_title(), first, said::hold_button()),
        press("lives/note-hold/again", said::hold_title(), again, said::hold_button()),
        press("lives/note-release/ask", title, vec![said::release_about()], button),
    ]
}

fn reasons() -> Vec<Sample> {
    let colleagues = || vec![(id(5), "Bea".into()), (id(6), LONG_NAME.into())];
    let page = |filled, colleagues| ReasonPage { filled, note: id(2), colleagues };
    let due = |(day, month, year): (&str, &str, &str)| {
        let [review_day, review_month, review_year] = [day, month, year].map(str::to_owned);
        let form = ReasonForm { review_day, review_month, review_year, ..ReasonForm::sample() };
        holding_text(form).read_by(|it| it.parse(&here()))
    };
    let long = ReasonForm { reason: longer_than(4_000), ..ReasonForm::sample() };
    let second = |name, reason| {
        let about = note(2, WENT).item();
        Sample::page(name, SecondPage { filled: blank(), note: id(2), about, reason })
    };
    vec![
        Sample::page("lives/note-hold-on/empty", page(blank(), colleagues())),
        Sample::page("lives/note-hold-on/nobody", page(blank(), Vec::new())),
        Sample::page(
            "lives/note-hold-on/wrong",
            page(blank().read_by(|it: &ReasonForm| it.parse(&here())), colleagues()),
        ),
        Sample::page(
            "lives/note-hold-on/too-long",
            page(holding_text(long).read_by(|it| it.parse(&here())), colleagues()),
        ),
        Sample::page("lives/note-hold-on/past", page(due(("1", "5", "2020")), colleagues())),
        Sample::page(
            "lives/note-hold-on/no-such-day",
            page(due(("31", "2", "2026")), colleagues()),
        ),
        Sample::page("lives/note-hold-on/far", page(due(("1", "5", "2040")), colleagues())),
        Sample::page(
            "lives/note-hold-on/typed",
            page(holding_text(ReasonForm::sample()), colleagues()),
        ),
        second("lives/note-second/ask", Some(OwnWords::new(LONG, "Sam"))),
        second("lives/note-second/not-now", None),
    ]
}

fn held() -> Vec<Sample> {
    let line = |byte, who: &str| HeldLine {
        note: id(byte),
        by: Some(who.to_owned()),
        since: day(-9),
        who: who.into(),
    };
    let page = |held| HeldPage { held, team: "Riverside team".to_owned() };
    vec![
        Sample::view("lives/held/none", page(Vec::new())),
        Sample::view("lives/held/one", page(vec![line(2, "Sam")])),
        Sample::view("lives/held/many", page(vec![line(2, "Sam"), line(3, LONG_NAME)])),
    ]
}

fn seen() -> Vec<Sample> {
    let hold = |said, reason: Option<&str>| HoldLine {
        since: day(-9),
        free_until: day(-2),
        reason: reason.map(str::to_owned),
        review_at: None,
        agreed_at: None,
        asks_lead: false,
        said,
    };
    let page = |name, hold, ways| {
        let note = NoteLine { held: true, ..note(2, WENT) };
        let (back, earlier, hold) = ("/lives/1".to_owned(), Vec::new(), Some(hold));
        Sample::view(name, NotePage { note, earlier, hold, trying: None, ways, back })
    };
    let free = hold(said::holding_free(day(3), "Sam"), None);
    let asks = hold(said::holding_asks_second("Bea", "Sam"), Some("It says where she hides."));
    let agreed = hold(said::holding_agreed(day(30), "Bea", LONG_NAME), Some(LONG));
    let lead = hold(said::holding_asks_lead(day(-9), "Sam"), None);
    let author = || vec![Way::Reply, Way::Correct, Way::Bring, Way::Release, Way::Reason];
    vec![
        page("lives/note-held/free", free, author()),
        page("lives/note-held/asks-second", asks, vec![Way::Second, Way::Reply, Way::Reason]),
        page("lives/note-held/agreed", agreed, author()),
        page("lives/note-held/asks-lead", lead, vec![Way::Release, Way::Reason]),
    ]
}
