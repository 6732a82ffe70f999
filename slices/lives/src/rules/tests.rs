use kernel::{Id, Moment, SpanOf};
use people::Standing;
use proptest::prelude::*;

use super::*;
use crate::model::Hold;

fn moment() -> impl Strategy<Value = Moment> {
    (0..4_000_000_000_000_000i64).prop_map(Moment::from_micros)
}

fn hold(at: Moment) -> Hold {
    let until = free_until(false, at);
    let (by, reason_by, review_at) = (Id::from_bytes([1; 16]), None, None);
    Hold { by, at, until, reason_by, review_at, second_by: None, second_at: None }
}

fn with_reason(hold: &Hold, review_at: Moment) -> Hold {
    let (reason_by, second_by) = (Some(hold.by), Some(Id::from_bytes([2; 16])));
    Hold { reason_by, review_at: Some(review_at), second_by, ..hold.clone() }
}

fn agreed(hold: &Hold, at: Moment) -> Hold {
    Hold { second_at: Some(at), ..hold.clone() }
}

proptest! {
    #[test]
    fn seven_days_need_no_reason_and_not_a_moment_more(at in moment(), after in 0..30 * SpanOf::DAY) {
        let holding = holding(Some(&hold(at)), at.plus(after));
        let expected =
            if after < 7 * SpanOf::DAY { Holding::Free } else { Holding::AsksLead };
        prop_assert_eq!(holding, expected);
    }

    #[test]
    fn a_reason_alone_never_outlasts_the_seven_days(
        at in moment(), after in 0..400 * SpanOf::DAY, review in 0..400 * SpanOf::DAY,
    ) {
        let hold = with_reason(&hold(at), at.plus(review));
        let holding = holding(Some(&hold), at.plus(after));
        let expected =
            if after < 7 * SpanOf::DAY { Holding::AsksSecond } else { Holding::AsksLead };
        prop_assert_eq!(holding, expected);
    }

    #[test]
    fn a_reason_and_a_second_person_hold_until_the_review(
        at in moment(), after in 0..400 * SpanOf::DAY, review in 1..366 * SpanOf::DAY,
    ) {
        let hold = agreed(&with_reason(&hold(at), at.plus(review)), at);
        let holding = holding(Some(&hold), at.plus(after));
        let expected = if after < review { Holding::Agreed } else { Holding::AsksLead };
        prop_assert_eq!(holding, expected);
    }

    #[test]
    fn a_note_held_again_asks_for_a_reason_at_once(at in moment(), after in 0..30 * SpanOf::DAY) {
        let again = Hold { until: free_until(true, at), ..hold(at) };
        prop_assert_eq!(holding(Some(&again), at.plus(after)), Holding::AsksLead);
    }

    #[test]
    fn time_alone_never_shows_a_held_note(
        at in moment(), after in 0..9_000 * SpanOf::DAY, review in 0..400 * SpanOf::DAY, second: bool,
    ) {
        let reasoned = with_reason(&hold(at), at.plus(review));
        let hold = if second { agreed(&reasoned, at) } else { reasoned };
        prop_assert_ne!(holding(Some(&hold), at.plus(after)), Holding::Shown);
    }

    #[test]
    fn a_held_note_is_seen_by_its_few_alone(bits in 0..512u32) {
        let on = |bit: u32| bits & 1 << bit != 0;
        let standing = Standing {
            own: on(0), supporter: on(1), alongside: on(2), lead: on(3), team: on(4),
            ..Standing::default()
        };
        let towards = Towards { standing, author: on(5), holder: on(6), second: on(7), asks_lead: on(8) };
        let few = on(3) && (on(7) || on(8)) || on(2) && (on(5) || on(6) || on(7));
        prop_assert_eq!(towards.reads(true), few);
        prop_assert_eq!(towards.reads(false), on(0) || on(1) || on(2));
    }
}

#[test]
fn the_person_and_whom_they_trust_never_see_a_held_note_nor_does_a_lead_who_is_not_asked() {
    for standing in [
        Standing { own: true, ..Standing::default() },
        Standing { own: true, beside: true, ..Standing::default() },
        Standing { supporter: true, ..Standing::default() },
        Standing { alongside: true, ..Standing::default() },
        Standing { team: true, coordinator: true, ..Standing::default() },
        Standing { team: true, lead: true, ..Standing::default() },
    ] {
        let towards = Towards { standing, ..Towards::default() };
        assert!(!towards.reads(true), "{standing:?}");
    }
}
