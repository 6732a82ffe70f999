//! What holds whatever people decided.

#![expect(clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use linkage::decisions::{Contradiction, Decisions, Record, Verdict};
use proptest::prelude::*;

use super::read;

/// Decisions on a few records: pairs, and whether they are together.
fn decided() -> impl Strategy<Value = Vec<(u8, u8, bool)>> {
    let pair = (0..9_u8, 1..9_u8, prop::bool::weighted(0.7));
    let pair = pair.prop_map(|(a, by, together)| (a, (a + by) % 9, together));
    prop::collection::vec(pair, 0..12)
}

/// What decisions come to, by trying again until nothing is new: 1 together, 2 apart, 3 both.
fn closed(decided: &[(u8, u8, bool)]) -> [[u8; 9]; 9] {
    let mut said = [[0_u8; 9]; 9];
    for (record, row) in said.iter_mut().enumerate() {
        row[record] = 1;
    }
    for (a, b, together) in decided {
        let (a, b) = (usize::from(*a), usize::from(*b));
        let bit = if *together { 1 } else { 2 };
        said[a][b] |= bit;
        said[b][a] |= bit;
    }
    loop {
        let before = said;
        for (a, row) in before.iter().enumerate() {
            for through in (0..9).filter(|through| row[*through] & 1 == 1) {
                for b in 0..9 {
                    said[a][b] |= before[through][b];
                    said[b][a] |= said[a][b];
                }
            }
        }
        if said == before {
            return said;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_binds_is_what_follows_and_contradictions_are_found_exactly_when_there_are_some(said in decided()) {
        let names: Vec<String> = (0..9).map(|record| format!("r{record}")).collect();
        let records: Vec<Record<'_>> = names.iter().map(|id| Record { source: "crm", id }).collect();
        let word = |together| if together { "together" } else { "apart" };
        let rows: Vec<String> =
            said.iter().map(|(a, b, together)| format!(",r{a},,r{b},{},,,", word(*together))).collect();
        let closed = closed(&said);
        let both = closed.iter().flatten().any(|said| *said == 3);
        match read(&rows.join("\n")).resolve(&records) {
            Ok(resolved) => {
                prop_assert!(!both);
                for a in 0..9_u8 {
                    for b in (0..9_u8).filter(|b| *b != a) {
                        let expected = match closed[usize::from(a)][usize::from(b)] {
                            1 => Some(Verdict::Together),
                            2 => Some(Verdict::Apart),
                            _ => None,
                        };
                        prop_assert_eq!(resolved.verdict(a.into(), b.into()), expected);
                    }
                }
            }
            Err(found) => {
                prop_assert!(both);
                for contradiction in found {
                    let Contradiction::Among(chain) = contradiction else { panic!("{contradiction}") };
                    let mut here = chain.apart.a.clone();
                    for step in &chain.together {
                        prop_assert_eq!(step.verdict, Verdict::Together);
                        prop_assert!(step.a == here || step.b == here);
                        here = if step.a == here { step.b.clone() } else { step.a.clone() };
                    }
                    prop_assert_eq!(here, chain.apart.b);
                }
            }
        }
    }

    #[test]
    fn what_went_wrong_on_its_way_is_read_or_refused(
        bytes in mangled::mangled(&[
            b"source_a,record_a,source_b,record_b,decision,who,when,reason\ncrm,1,gp,2,together,Sam,2026-01-02,\"seen, both\"\ncrm,1,crm,3,apart,Ida,2026-01-03,A & B <C>\n",
            b"record_a,record_b,decision\r\n1,2,together\r\n2,3,together\r\n1,3,apart\r\n",
        ])
    ) {
        match Decisions::read(&bytes) {
            Ok(decisions) => {
                let lines = bytes.split(|byte| *byte == b'\n').count() as u64;
                prop_assert!(decisions.all().iter().all(|decision| decision.line <= lines));
                let records = [Record { source: "crm", id: "1" }, Record { source: "gp", id: "2" }];
                for told in decisions.resolve(&records).err().into_iter().flatten() {
                    prop_assert!(!told.to_string().is_empty());
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
