//! What is wrong in a form is said so that its field is found.

use crate::{Told, each};

/// Each of these stands twice on the page: first on it, and beside its field.
fn says(told: &Told, page: &str, lines: &[&str]) {
    for line in lines {
        assert_eq!(page.matches(line).count(), 2, "{}: {line}: {page}", told.name);
    }
}

#[tokio::test]
async fn a_problem_names_its_field_where_there_are_several() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/around", told.id("life jo"));
        let form = [("name", ""), ("role", &"x".repeat(300)), ("contact", "")];
        let page = sam.post(&path, &form).await;
        assert_eq!(page.status, 422, "{}", told.name);
        says(&told, &page.body, &["”: Write something first", "”: Make it shorter"]);
        assert!(page.body.contains("“What are they called?”"), "{}: {}", told.name, page.body);
        // Where there is one field alone, nothing has to be told apart.
        let path = super::lives(&told);
        let page = sam.post(&path, &[("called", "")]).await.body;
        says(&told, &page, &["Write something first"]);
        assert!(!page.contains("”:"), "{}: {page}", told.name);
    }
}

#[tokio::test]
async fn a_date_that_is_none_says_what_is_wrong_with_it() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        for ([day, month, year], line) in [
            (["31", "2", "2026"], "There is no day 31 in that month"),
            (["3", "2", "26"], "Write the year with all four numbers, such as 2026"),
            (["3", "", "2026"], "Write all three: the day, the month and the year"),
            (["3", "June", "2026"], "Write the date in numbers, such as 5 for May"),
            (["3", "13", "2026"], "There are twelve months"),
        ] {
            let look = [("look-day", day), ("look-month", month), ("look-year", year)];
            let page = sam.post(&path, &[&[("line", "Soup")], look.as_slice()].concat()).await;
            assert_eq!(page.status, 422, "{}: {line}: {}", told.name, page.body);
            says(&told, &page.body, &[line]);
        }
    }
}
