//! A conversation that goes on: one vote after another.

use opinions::{Ballot, Conversation, Id, Options, Vote};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{ids, record};

fn ballot(participant: i64, statement: i64, vote: Vote, at: Option<i64>) -> Ballot {
    Ballot { participant: participant.into(), statement: statement.into(), vote, at }
}

#[test]
fn the_latest_vote_counts_in_whatever_order_votes_come() {
    let mut conversation = Conversation::default();
    assert!(conversation.vote(&ballot(1, 1, Vote::Agree, Some(20))));
    assert!(!conversation.vote(&ballot(1, 1, Vote::Disagree, Some(10))), "it came too late");
    assert!(
        !conversation.vote(&ballot(1, 1, Vote::Disagree, None)),
        "without a moment it is older still"
    );
    assert_eq!(
        conversation.votes_of(&Id::from(1)).collect::<Vec<_>>(),
        [(&Id::from(1), Vote::Agree)]
    );
    assert!(conversation.vote(&ballot(1, 1, Vote::Disagree, Some(30))));
    assert_eq!(conversation.tallies()[0].disagree, 1);
    assert_eq!(conversation.tallies()[0].seen(), 1);
    assert!(
        conversation.vote(&ballot(1, 1, Vote::Agree, Some(30))),
        "nobody can say which was later"
    );
    assert_eq!(conversation.tallies()[0].pass, 1);
    let analysis = conversation.analyse(&Options::default()).unwrap();
    let said: Vec<String> = analysis.notes.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|note| note.contains("at the same moment count as a pass (pairs: 1)")),
        "{said:?}"
    );
}

#[test]
fn who_was_in_the_conversation_stays_and_groups_keep_their_names() {
    let mut rows = vec!["aaaaddddaa"; 10];
    rows.extend(["ddddaaaaaa"; 9]);
    let mut conversation = Conversation::new(&record(&rows));
    let before = conversation.analyse(&Options::default()).unwrap();
    assert_eq!(before.groups[0].members.len(), 10);
    // Two more of the smaller group, which is now the larger.
    for person in [100, 101] {
        for (statement, letter) in "ddddaaaaaa".chars().enumerate() {
            conversation.vote(&ballot(
                person,
                statement as i64,
                crate::vote(letter).unwrap(),
                Some(1),
            ));
        }
    }
    let after =
        conversation.analyse(&Options { before: Some(&before), ..Options::default() }).unwrap();
    assert_eq!(after.groups[0].members, before.groups[0].members, "the name stays");
    assert_eq!(after.groups[1].members.len(), 11);
    let anew = conversation.analyse(&Options::default()).unwrap();
    assert_eq!(anew.groups[0].members.len(), 11, "from nothing, the largest comes first");
    // Seven votes are few when there are many statements; but whoever was in stays in.
    let stay = ids(&[100]);
    let mut few = Conversation::new(&record(&["aaaaddddaa"; 20]));
    few.vote(&ballot(100, 1, Vote::Agree, None));
    let without = few.analyse(&Options::default()).unwrap();
    let with = few.analyse(&Options { stay: &stay, ..Options::default() }).unwrap();
    assert_eq!((without.in_conversation.len(), with.in_conversation.len()), (20, 21));
    let later = few.analyse(&Options { before: Some(&with), ..Options::default() }).unwrap();
    assert_eq!(later.in_conversation, with.in_conversation);
}

#[test]
fn groups_that_somebody_else_made_are_described() {
    let conversation = Conversation::new(&record(&["aaad", "aaad", "ddda", "ddda"]));
    let given = [ids(&[2, 3]), ids(&[0, 1, 2, 99])];
    let analysis = conversation.analyse(&Options { given: &given, ..Options::default() }).unwrap();
    let members: Vec<Vec<Id>> = analysis.groups.iter().map(|group| group.members.clone()).collect();
    assert_eq!(members, [ids(&[2, 3]), ids(&[0, 1])], "nobody twice, and only who has voted");
    assert!(analysis.inertia < 1e-20);
}

fn votes() -> impl Strategy<Value = Vec<Ballot>> {
    let vote = select(vec![Vote::Agree, Vote::Disagree, Vote::Pass]);
    let at = prop_oneof![4 => (0..30_i64).prop_map(Some), 1 => Just(None)];
    vec(
        (0..16_i64, 0..9_i64, vote, at)
            .prop_map(|(who, what, vote, at)| ballot(who, what, vote, at)),
        1..120,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn votes_one_by_one_are_the_same_as_all_at_once(ballots in votes()) {
        let whole = opinions::Record { ballots: ballots.clone(), ..Default::default() };
        let whole = Conversation::new(&whole);
        let mut live = Conversation::default();
        let mut back = Conversation::default();
        for (forth, late) in ballots.iter().zip(ballots.iter().rev()) {
            live.vote(forth);
            back.vote(late);
        }
        prop_assert_eq!(&live, &back);
        prop_assert_eq!(live.participants(), whole.participants());
        prop_assert_eq!(live.tallies(), whole.tallies());
        prop_assert_eq!(live.statements(), whole.statements());
        prop_assert!(live.participants().iter().all(|who| live.votes_of(who).eq(whole.votes_of(who))));
    }

    #[test]
    fn an_analysis_that_goes_on_is_as_good_as_one_from_nothing(ballots in votes(), seed in 0..9_u64) {
        let mut live = Conversation::default();
        let mut before = None;
        for (count, ballot) in ballots.iter().enumerate() {
            live.vote(ballot);
            if count % 10 == 9 || count + 1 == ballots.len() {
                let options = Options { seed, before: before.as_ref(), ..Options::default() };
                before = Some(live.analyse(&options).unwrap());
            }
        }
        let warm = before.unwrap();
        let options = Options { seed, stay: &warm.in_conversation, ..Options::default() };
        let cold = live.analyse(&options).unwrap();
        prop_assert_eq!(&warm.in_conversation, &cold.in_conversation);
        prop_assert_eq!(&warm.consensus, &cold.consensus);
        prop_assert_eq!(&warm.axes.mean, &cold.axes.mean);
        for (warm, cold) in warm.axes.variance.iter().zip(cold.axes.variance) {
            prop_assert!((warm - cold).abs() < 1e-9, "{} {}", warm, cold);
        }
        let [first, second, third] = cold.axes.variance;
        prop_assume!(first - second > 1e-3 * first && second - third > 1e-3 * first);
        for ((_, warm), (_, cold)) in warm.projection.iter().zip(&cold.projection) {
            let off = (warm[0] - cold[0]).hypot(warm[1] - cold[1]);
            // The sign follows the largest loading, and of two that differ by rounding either may be it.
            let turned = (warm[0].abs() - cold[0].abs()).hypot(warm[1].abs() - cold[1].abs());
            prop_assert!(off < 1e-9 || turned < 1e-9, "{:?} {:?}", warm, cold);
        }
        for ((_, warm), (_, cold)) in warm.priorities.iter().zip(&cold.priorities) {
            prop_assert!((warm - cold).abs() < 1e-7);
        }
        if warm.groups.len() == cold.groups.len() {
            prop_assert!(warm.inertia <= cold.inertia * (1.0 + 1e-9) + 1e-9);
        } else {
            prop_assert!(warm.silhouette >= cold.silhouette.map(|silhouette| silhouette - 0.2));
        }
    }
}
