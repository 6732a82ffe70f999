//! People decide, and it binds.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

mod always;

use linkage::decisions::{
    Chain, Contradiction, DecisionError, Decisions, LIMIT, Named, Note, Record, Resolved, Unclear,
    Verdict, Wrong,
};

const HEAD: &str = "source_a,record_a,source_b,record_b,decision,who,when,reason\n";

fn read(rows: &str) -> Decisions {
    Decisions::read(format!("{HEAD}{rows}").as_bytes()).expect("these are decisions")
}

fn refused(file: &str) -> String {
    Decisions::read(file.as_bytes()).expect_err("this should not be read").to_string()
}

fn of_one<'a>(ids: &[&'a str]) -> Vec<Record<'a>> {
    ids.iter().map(|id| Record { source: "crm", id }).collect()
}

fn contradictions(rows: &str, ids: &[&str]) -> Vec<Contradiction> {
    read(rows).resolve(&of_one(ids)).expect_err("these contradict each other")
}

fn lines(chain: &Chain) -> (Vec<u64>, u64) {
    (chain.together.iter().map(|decision| decision.line).collect(), chain.apart.line)
}

#[test]
fn a_decision_says_who_when_and_why() {
    let decisions =
        read("crm,1,\"gp, north\",A & B <C>,together,Sam Ode,2026-02-01,\"same card, seen\"\n");
    let [one] = decisions.all() else { panic!("{decisions:?}") };
    assert_eq!((one.line, one.verdict, one.who.as_str()), (2, Verdict::Together, "Sam Ode"));
    assert_eq!(
        one.to_string(),
        "line 2 says that `1` of `crm` and `A & B <C>` of `gp, north` are always together \
         (Sam Ode, 2026-02-01: same card, seen)"
    );
}

#[test]
fn columns_stand_in_any_order_and_only_three_are_needed() {
    let file =
        "\u{feff}Decision , record_b,RECORD_A,ticket\r\n\r\n never together , 2 ,1,T-7\r\n,,,\r\n";
    let decisions = Decisions::read(file.as_bytes()).unwrap();
    assert_eq!(decisions.unread(), ["ticket"]);
    let [one] = decisions.all() else { panic!("{decisions:?}") };
    assert_eq!(
        (one.a.id.as_str(), one.b.id.as_str(), one.verdict, one.line),
        ("1", "2", Verdict::Apart, 3)
    );
    assert!(one.to_string().ends_with("never together (nobody is named, no day: no reason given)"));
}

#[test]
fn what_cannot_be_read_is_told_with_its_line_and_column() {
    let row = |rows: &str| refused(&format!("{HEAD}{rows}"));
    assert_eq!(
        row(",1,,2,together,,,\n\n,3,,4,Maybe,,,\n"),
        "line 4, column `decision`: `Maybe` is no decision: write `together` or `apart`"
    );
    assert_eq!(row(",1,,,apart,,,\n"), "line 2, column `record_b`: this may not be empty");
    assert_eq!(
        row(",1,,1,apart,,,\n"),
        "line 2, column `record_b`: both records are `1`: a decision is about two records"
    );
    assert_eq!(
        row(",1,,2,apart,Sam,today,a, b\n"),
        "line 2, there are 9 fields for 8 columns: put quotation marks around text that holds a comma"
    );
    let latin = Decisions::read(&[HEAD.as_bytes(), b",1,,2,apart,Zo\xeb,,\n"].concat());
    let wrong = DecisionError { line: Some(2), column: Some("who"), wrong: Wrong::NotText };
    assert_eq!(latin, Err(wrong));
}

#[test]
fn a_file_without_the_columns_is_refused_and_so_is_one_without_end() {
    assert_eq!(
        refused("record_a,record_b,who\n"),
        "line 1, column `decision`: there is no such column, and a decision needs it"
    );
    assert_eq!(
        refused("record_a,record_b,decision,who,Who\n"),
        "line 1, column `who`: there are two columns of this name: keep one"
    );
    assert!(refused("").starts_with("the file is empty"));
    assert!(refused("\n\r\n").starts_with("the file is empty"));
    let large = Decisions::read(&vec![b' '; LIMIT + 1]).unwrap_err();
    assert!(large.to_string().contains("split it"), "{large}");
}

/// A quotation mark that nobody closed would swallow the decisions after it.
#[test]
fn an_open_quotation_mark_swallows_nothing_in_silence() {
    let open = format!("{HEAD},1,,2,together,,,\"seen\n,2,,3,apart,,,\n");
    assert!(
        refused(&open).starts_with("line 2, column `reason`: the text goes on"),
        "{}",
        refused(&open)
    );
    let closed_again = format!("{HEAD},1,,2,together,,,\"seen\n,2,,3,apart,,,\"well\n");
    assert!(refused(&closed_again).starts_with("line 2, column `reason`: the text goes on"));
    let in_the_head = "record_a,record_b,decision,\"more\n1,2,apart,x\n";
    assert!(
        refused(in_the_head).starts_with("line 1, the text goes on"),
        "{}",
        refused(in_the_head)
    );
    let in_another = "record_a,record_b,decision,more\n1,2,apart,\"x\n1,3,apart,x\n";
    assert!(refused(in_another).starts_with("line 2, the text goes on"), "{}", refused(in_another));
}

#[test]
fn together_reaches_through_a_third_record() {
    let records = of_one(&["c", "b", "a", "d"]);
    let resolved = read(",a,,b,together,,,\n,b,,c,together,,,\n").resolve(&records).unwrap();
    assert_eq!(resolved.verdict(2, 0), Some(Verdict::Together));
    assert_eq!(resolved.verdict(2, 3), None);
    assert_eq!(resolved.verdict(2, 2), None);
    assert_eq!(resolved.together(), [[2, 1, 0]], "by name, not by place in the list");
}

#[test]
fn never_together_binds_through_what_is_together() {
    let records = of_one(&["a", "b", "c", "d"]);
    let resolved =
        read(",a,,b,together,,,\n,b,,c,apart,,,\n,d,,c,together,,,\n").resolve(&records).unwrap();
    for (a, b) in [(0, 2), (0, 3), (1, 3), (3, 0)] {
        assert_eq!(resolved.verdict(a, b), Some(Verdict::Apart), "{a} {b}");
    }
    assert_eq!(resolved.apart(), [(0, 2)]);
}

/// Records come and go, and what was decided outlives them.
#[test]
fn a_record_that_is_gone_still_ties_others_together_and_is_named() {
    let records = of_one(&["a", "c", "d"]);
    let rows =
        ",a,,gone,together,,,\n,gone,,c,together,,,\n,gone,,d,apart,,,\n,c,,gone,together,,,\n";
    let resolved = read(rows).resolve(&records).unwrap();
    assert_eq!(resolved.verdict(0, 1), Some(Verdict::Together));
    assert_eq!(resolved.verdict(1, 2), Some(Verdict::Apart));
    let told: Vec<String> = resolved.notes().iter().map(ToString::to_string).collect();
    assert_eq!(
        told[0],
        "line 2, column `record_b`: there is no record `gone`; is the name right? What it ties together stays together"
    );
    assert_eq!(resolved.notes()[4], Note::Again { line: 5, first: 3 });
    assert_eq!(told.len(), 5, "{told:#?}");
}

#[test]
fn a_contradiction_is_refused_with_its_shortest_chain() {
    let rows = ",a,,b,together,Sam,2026-01-02,same card\n,c,,b,together,Ida,2026-01-03,same mother\n\
                ,a,,x,together,,,\n,x,,y,together,,,\n,y,,c,together,,,\n\
                ,c,,a,apart,Uma,2026-02-01,met both\n";
    let found = contradictions(rows, &["a", "b", "c", "x", "y"]);
    let [Contradiction::Among(chain)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(lines(chain), (vec![3, 2], 7));
    assert_eq!(
        found[0].to_string(),
        "these cannot all be true: line 3 says that `c` and `b` are always together (Ida, 2026-01-03: same mother); \
         line 2 says that `a` and `b` are always together (Sam, 2026-01-02: same card); \
         but line 7 says that `c` and `a` are never together (Uma, 2026-02-01: met both). \
         Ask whoever decided, and change or remove one of them"
    );
}

#[test]
fn one_record_under_two_names_is_not_apart_from_itself() {
    let found = contradictions("crm,a,,a,apart,Sam,,typo\n", &["a"]);
    let [Contradiction::Among(chain)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(lines(chain), (vec![], 2));
    assert!(
        found[0].to_string().starts_with("a record cannot be apart from itself: line 2 says"),
        "{}",
        found[0]
    );
}

#[test]
fn many_contradictions_are_not_told_one_by_one() {
    let apart = ",a,,b,apart,,,\n".repeat(30);
    let found = contradictions(&format!(",a,,b,together,,,\n{apart}"), &["a", "b"]);
    assert_eq!(found.len(), 21);
    assert_eq!(found[20].to_string(), "and 10 more contradictions like these");
}

#[test]
fn a_decision_that_could_mean_several_records_is_refused() {
    let named = |id: &str| Named { source: String::new(), id: id.to_owned() };
    let records = [Record { source: "crm", id: "1" }, Record { source: "gp", id: "2" }];
    let unclear =
        |column, id, why| Contradiction::Unclear { line: 2, column, record: named(id), why };
    assert_eq!(
        read(",1,gp,2,together,,,\n").resolve(&records).unwrap_err(),
        [unclear("record_a", "1", Unclear::Source)]
    );
    let twice = of_one(&["1", "2", "2"]);
    let found = read(",1,,2,together,,,\n").resolve(&twice).unwrap_err();
    assert_eq!(found, [unclear("record_b", "2", Unclear::Several)]);
    assert!(found[0].to_string().contains("give each record a name of its own"));
}

#[test]
fn records_are_ordered_by_source_and_name_whatever_their_place() {
    let long = ["a-very-long-name-9", "a-very-long-name-10", "a", "a\0", ""];
    let mut records = of_one(&long);
    records.push(Record { source: "a", id: "z" });
    let resolved = Decisions::default().resolve(&records).unwrap();
    let ranks: Vec<u32> = (0..6).map(|record| resolved.rank(record)).collect();
    assert_eq!(ranks, [5, 4, 2, 3, 1, 0]);
    assert_eq!(Resolved::default().rank(7), 7);
    assert!(read("").resolve(&[]).unwrap().together().is_empty());
    assert_eq!(read(",a,,b,together,,,\n").resolve(&[]).unwrap().notes().len(), 2);
}
