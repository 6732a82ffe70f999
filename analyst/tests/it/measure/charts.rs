//! `--svg`: a file for each series.

use std::{fs, path::Path};

use super::{Folder, VISITS, run};

#[test]
fn a_chart_is_drawn_for_each_series() {
    let folder = Folder::new("svg");
    let file = folder.file("v.csv", VISITS);
    let svg = folder.path("chart.svg");
    let words =
        ["xmr", &file, "--date", "month", "--value", "visits", "--by", "team", "--svg", &svg];
    let table = run(&words).expect("this command works");
    assert!(table.contains("Drawn: 2 charts"), "{table}");
    for (name, title) in [
        ("chart-a-b-c.svg", "visits, team A &amp; B &lt;C&gt;"),
        ("chart-riverside.svg", "visits, team Riverside"),
    ] {
        let chart = fs::read_to_string(folder.path(name)).expect(name);
        assert!(chart.contains(title) && chart.contains("Rule set nhsr-0.2"), "{chart}");
    }
    let one = folder.file("one.csv", "month,visits\n2024-01,2\n");
    run(&["xmr", &one, "--date", "month", "--value", "visits", "--svg", &svg])
        .expect("this command works");
    assert!(Path::new(&svg).exists());
}

#[test]
fn names_that_become_the_same_keep_files_of_their_own() {
    let folder = Folder::new("slugs");
    let file = folder.file(
        "v.csv",
        "d,by,v\n2024-01,A b,1\n2024-01,a-B,1\n2024-01,a b 2,1\n2024-01,,1\n2024-01,../x,1\n",
    );
    run(&[
        "xmr",
        &file,
        "--date",
        "d",
        "--value",
        "v",
        "--by",
        "by",
        "--svg",
        &folder.path("c.svg"),
    ])
    .expect("this command works");
    let mut names: Vec<String> = fs::read_dir(&folder.0)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("c-"))
        .collect();
    names.sort();
    assert_eq!(names, ["c-a-b-2.svg", "c-a-b-3.svg", "c-a-b.svg", "c-none.svg", "c-x.svg"]);
}
