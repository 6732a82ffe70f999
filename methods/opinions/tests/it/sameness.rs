//! What has to hold whatever people vote, and in whatever order their votes come.

use opinions::{Conversation, Id, Options};
use proptest::{collection::vec, prelude::*};

use crate::{analysed, record};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in vec("[adp-]{9}", 2..24), seed: u64, order in any::<u64>(),
    ) {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let plain = record(&rows);
        let mut mixed = plain.clone();
        let key = |a: &Id, b: &Id| format!("{a}-{b}").bytes().fold(order, |sum, byte| {
            sum.rotate_left(9).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(byte)
        });
        mixed.ballots.sort_by_key(|one| key(&one.participant, &one.statement));
        mixed.statements.reverse();
        let options = Options { seed, ..Options::default() };
        let [plain, mixed] = [&plain, &mixed].map(|record| Conversation::new(record).analyse(&options));
        prop_assert_eq!(plain, mixed);
    }

    #[test]
    fn other_names_lead_to_the_same_groups(rows in vec("[adp]{9}", 8..24)) {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let plain = record(&rows);
        let mut other = plain.clone();
        // 0 becomes 100, 1 becomes 99 ...
        let turned = |id: &Id| Id::from(100 - id.to_string().parse::<i64>().unwrap());
        for ballot in &mut other.ballots {
            ballot.participant = turned(&ballot.participant);
        }
        let [plain, other] = [&plain, &other].map(analysed);
        prop_assume!(!plain.axes.alike && plain.axes.variance[1] - plain.axes.variance[2] > 1e-3);
        prop_assert!((plain.inertia - other.inertia).abs() < 1e-6 * (1.0 + plain.inertia));
        for (id, at) in &plain.projection {
            let there = other.projection.iter().find(|(other, _)| *other == turned(id)).unwrap().1;
            prop_assert!((at[0] - there[0]).abs() < 1e-6 && (at[1] - there[1]).abs() < 1e-6);
        }
    }

    #[test]
    fn everybody_in_the_conversation_is_in_one_group_and_centres_are_means(rows in vec("[adp-]{9}", 1..30)) {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let analysis = analysed(&record(&rows));
        let mut members: Vec<Id> = analysis.groups.iter().flat_map(|one| one.members.clone()).collect();
        members.sort();
        prop_assert_eq!(&members, &analysis.in_conversation);
        let mut inertia = 0.0;
        for group in &analysis.groups {
            prop_assert!(!group.members.is_empty());
            let at = |id: &Id| analysis.projection.iter().find(|(other, _)| other == id).unwrap().1;
            for of in [0, 1] {
                let mean = group.members.iter().map(|id| at(id)[of]).sum::<f64>() / group.members.len() as f64;
                prop_assert!((mean - group.center[of]).abs() < 1e-9);
                inertia += group.members.iter().map(|id| (at(id)[of] - mean).powi(2)).sum::<f64>();
            }
        }
        prop_assert!((inertia - analysis.inertia).abs() < 1e-9 * (1.0 + inertia), "below 100 everybody counts alone");
        prop_assert!(analysis.silhouette.is_none_or(|silhouette| (-1.0..=1.0).contains(&silhouette)));
    }

    #[test]
    fn directions_are_at_right_angles_and_the_largest_loading_is_positive(rows in vec("[adp-]{9}", 2..30)) {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let axes = analysed(&record(&rows)).axes;
        let dot = |a: usize, b: usize| axes.loadings.iter().map(|pair| pair[a] * pair[b]).sum::<f64>();
        prop_assert!(dot(0, 1).abs() < 1e-9);
        for of in 0..axes.directions() {
            prop_assert!((dot(of, of) - 1.0).abs() < 1e-12);
            let largest = axes.loadings.iter().map(|pair| pair[of]).max_by(|a, b| a.abs().total_cmp(&b.abs()));
            prop_assert!(largest > Some(0.0) || axes.loadings.iter().any(|pair| pair[of] >= -largest.unwrap() * 0.999_999));
        }
        prop_assert!(axes.variance[0] + 1e-12 >= axes.variance[1] && axes.variance[1] + 1e-12 >= axes.variance[2]);
    }
}
