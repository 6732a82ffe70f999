//! `tributary map diff` and `merge`.

use std::path::Path;

use serde_json::json;

use super::{DEBT, Folder, ask, asked};

#[test]
fn diff_says_what_is_on_one_map_only_and_what_is_not_alike() {
    let folder = Folder::new();
    let one = folder.put("one.csv", DEBT);
    let other = folder.put(
        "other.csv",
        &DEBT.replace("Worry,Sleep,-", "Worry,Sleep,+").replace("Advice", "Help"),
    );
    let found = asked(&["diff", &one, &other]);
    assert_eq!(found["factors"]["only_first"], json!(["Advice"]));
    assert_eq!(found["factors"]["only_second"], json!(["Help"]));
    assert_eq!(found["links"]["only_second"], json!(["Help -> Debt"]));
    let changed = &found["links"]["changed"][0];
    assert_eq!(changed["label"], "Worry -> Sleep");
    let fields = changed["fields"].as_array().unwrap();
    let sign = json!({"name": "sign", "first": "negative", "second": "positive"});
    assert!(fields.contains(&sign), "{fields:?}");
    let said = ask(&["diff", &one, &other]).unwrap();
    assert!(said.contains("sign: \"negative\", then \"positive\""), "{said}");
}

#[test]
fn a_merge_shows_first_and_writes_only_when_it_is_told_where() {
    let folder = Folder::new();
    let base = folder.put("base.csv", DEBT);
    let one = folder.put("one.csv", &format!("{DEBT}Debt,Rent,-\n"));
    let other = folder.put("other.csv", &DEBT.replace("Advice,Debt,-\n", ""));
    let said = ask(&["merge", &one, &other, "--base", &base]).unwrap();
    assert!(said.contains("This would be the map: 4 factors and 4 links"), "{said}");
    assert!(
        said.contains("taken away, as on one of the maps") && said.contains("Advice"),
        "{said}"
    );
    assert!(said.contains("Nothing was written."), "{said}");
    let to = folder.path("merged.json");
    let found = asked(&["merge", &one, &other, "--base", &base, "--out", &to]);
    assert_eq!((&found["written"], &found["to_decide"]), (&json!(to), &json!(0)));
    assert_eq!(asked(&["info", &to])["factors"], 4);
    // What is there is not written over without being asked.
    let why = ask(&["merge", &one, &other, "--out", &to]).unwrap_err();
    assert!(why.contains("--force"), "{why}");
    assert_eq!(asked(&["info", &to])["factors"], 4);
    ask(&["merge", &one, &other, "--out", &to, "--force"]).unwrap();
    assert_eq!(asked(&["info", &to])["factors"], 5);
}

#[test]
fn a_merge_marks_contradictions() {
    let folder = Folder::new();
    let one = folder.put("one.csv", DEBT);
    let other = folder.put("other.csv", &DEBT.replace("Worry,Sleep,-", "Worry,Sleep,+"));
    let said = ask(&["merge", &one, &other]).unwrap();
    assert!(said.contains("to decide: the maps contradict each other"), "{said}");
    assert!(
        said.contains("Worry -> Sleep: sign is \"negative\", on the second map \"positive\""),
        "{said}"
    );
    assert!(said.contains("that is known only with --base"), "{said}");
}

#[test]
fn a_merge_does_not_put_json_into_a_file_whose_name_says_something_else() {
    let folder = Folder::new();
    let one = folder.put("one.csv", DEBT);
    for name in ["merged.csv", "merged.xlsx"] {
        let to = folder.path(name);
        let why = ask(&["merge", &one, &one, "--out", &to]).unwrap_err();
        assert!(why.contains("Merge into .json, then convert that."), "{why}");
        assert!(!Path::new(&to).exists());
    }
    let plain = folder.path("merged");
    ask(&["merge", &one, &one, "--out", &plain]).unwrap();
    assert_eq!(asked(&["info", &plain])["format"], "tributary");
}

#[test]
fn diff_says_what_differs_in_the_title_and_in_declared_loops() {
    let folder = Folder::new();
    let map = r#"{"tributary_map":1,"title":"Before","factors":[{"id":"a","label":"A"}],
        "links":[{"id":"1","from":"a","to":"a"}],"loops":[{"id":"l","label":"More","links":["1"]}]}"#;
    let one = folder.put("one.json", map);
    let other = folder.put("other.json", &map.replace("Before", "After").replace("More", "Less"));
    let found = asked(&["diff", &one, &other]);
    assert_eq!(found["map"], json!([{"name": "title", "first": "Before", "second": "After"}]));
    assert_eq!(found["loops"]["only_first"], json!(["More"]));
    assert_eq!(found["loops"]["only_second"], json!(["Less"]));
    let said = ask(&["diff", &one, &other]).unwrap();
    assert!(said.contains("title: \"Before\", then \"After\""), "{said}");
    assert!(said.contains("1 declared loop only on the second map\n  Less"), "{said}");
    let same = asked(&["diff", &one, &one]);
    assert_eq!((&same["map"], &same["loops"]["alike"]), (&json!([]), &json!(1)));
}
