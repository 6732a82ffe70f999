use std::collections::BTreeSet;

use crate::hash;

#[test]
fn the_same_seed_makes_the_same_log() {
    let log = made::journeys(3_000, 7).to_string();
    assert_eq!(made::journeys(3_000, 7).to_string(), log);
    assert_ne!(made::journeys(3_000, 8).to_string(), log);
    assert_eq!(hash(log), "15953f19910be1c5d0bbf4b24f8d207d276fcedf3202f6a3570c51199be79f33");
}

#[test]
fn a_log_has_as_many_events_as_were_wanted() {
    for events in [0, 1, 2, 500] {
        let log = made::journeys(events, 7).to_string();
        assert_eq!(log.matches("<event>").count(), events);
        assert_eq!(log.matches("<trace>").count(), log.matches("</trace>").count());
        assert!(log.ends_with("</log>\n"));
    }
}

/// The values of one key, in their order.
fn values<'log>(log: &'log str, key: &str) -> Vec<&'log str> {
    let before = format!("key=\"{key}\" value=\"");
    let mut found = Vec::new();
    for rest in log.split(&before).skip(1) {
        found.push(rest.split('"').next().unwrap());
    }
    found
}

#[test]
fn a_long_log_is_like_a_real_one() {
    let log = made::journeys(20_000, 7).to_string();
    let cases = log.matches("<trace>").count();
    assert!((1_600..2_000).contains(&cases), "{cases}");
    let events = log.split_once("<trace>").unwrap().1;
    let activities: BTreeSet<_> =
        values(events, "concept:name").into_iter().filter(|it| !it.starts_with('J')).collect();
    assert!((20..=24).contains(&activities.len()), "{activities:?}");
    // Some of it is in summer.
    let times = values(events, "time:timestamp");
    assert!(
        times.iter().any(|it| it.ends_with("+01:00"))
            && times.iter().any(|it| it.ends_with("+00:00"))
    );
    assert!(
        values(events, "cost:total").iter().all(|it| it.parse::<f64>().is_ok_and(|it| it > 0.0))
    );
    assert!(activities.contains("A&amp;E attendance") && !log.contains("& "), "marks are escaped");
}

#[test]
fn what_happens_in_a_case_happens_in_order() {
    let log = made::journeys(2_000, 7).to_string();
    for case in log.split("<trace>").skip(1) {
        let times: Vec<jiff::Timestamp> =
            values(case, "time:timestamp").iter().map(|it| it.parse().unwrap()).collect();
        assert!(!times.is_empty() && times.is_sorted(), "{case}");
        assert!(case.contains("value=\"Contact received\""), "{case}");
    }
}
