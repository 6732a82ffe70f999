use super::{WENT, jo, json, noted};
use crate::each;

#[tokio::test]
async fn who_looked_is_told_in_sentences() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        noted(&told, &mut sam, &[("text", WENT)]).await;
        sam.get(&format!("{}/notes/new", jo(&told))).await;
        let mut own = told.signed_in("jo").await;
        let page = own.get(&format!("{}/looked", jo(&told))).await;
        for sentence in [
            "Sam read the notes.",
            "Sam wrote a note.",
            "Sam opened a form that shows something of this page.",
            ">today</h2>",
            "12:00",
        ] {
            assert!(page.body.contains(sentence), "{}: {sentence} {}", told.name, page.body);
        }
        assert!(!page.body.contains("Abdul"), "{}: what was read is not repeated", told.name);
        let again = own.get(&format!("{}/looked", jo(&told))).await;
        assert!(again.body.contains("Jo read who has looked."), "{}: {}", told.name, again.body);
        assert_eq!(told.get("bea", &format!("{}/looked", jo(&told))).await.status, 404);
    }
}

#[tokio::test]
async fn the_same_again_and_again_is_one_line_with_its_first_and_last_time() {
    for told in each().await {
        let notes = format!("{}/notes", jo(&told));
        let line = "Sam read the notes.";
        for _ in 0..4 {
            told.get("sam", &notes).await;
            told.pass_seconds(20 * 60);
        }
        let looked = format!("{}/looked", jo(&told));
        let page = told.get("jo", &looked).await.body;
        let before = page.split(line).next().unwrap();
        assert!(
            before.contains(">today</h2>") && before.contains("12:00 to 13:00"),
            "{}: {page}",
            told.name
        );
        assert_eq!(page.matches(line).count(), 1, "{}: one line, and no number", told.name);
        let api = told.get("jo", &format!("/api/v1{looked}")).await.body;
        assert_eq!(api.matches("\"note.list\"").count(), 4, "{}: nothing is lost", told.name);
        // On another day, and by somebody else, it stands by itself.
        told.pass_seconds(24 * 3600);
        told.get("sam", &notes).await;
        let page = told.get("jo", &looked).await.body;
        assert_eq!(page.matches(line).count(), 2, "{}: {page}", told.name);
        assert!(
            page.contains(">yesterday</h2>") && page.contains("12:00 to 13:00"),
            "{}: {page}",
            told.name
        );
    }
}

#[tokio::test]
async fn the_lines_go_back_page_by_page_to_the_first() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for _ in 0..60 {
            sam.get(&format!("{}/notes", jo(&told))).await;
        }
        let path = format!("/api/v1{}/looked", jo(&told));
        let mut client = told.signed_in("jo").await;
        let (mut after, mut lines) = (String::new(), 0);
        loop {
            let page = json(&client.get(&format!("{path}?after={after}")).await.body);
            lines += page["lines"].as_array().unwrap().len();
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert!(lines > 60, "{}: {lines}", told.name);
    }
}

#[tokio::test]
async fn who_can_see_it_is_said_with_names() {
    for told in each().await {
        let page = told.get("jo", &format!("{}/who-can-see", jo(&told))).await;
        for name in [
            "Sam, who walks alongside",
            "Rosa, who is trusted",
            "Riverside team",
            "Ashwell Together",
        ] {
            assert!(page.body.contains(name), "{}: {name} {}", told.name, page.body);
        }
        for name in ["Vic", "Lee", "Bea"] {
            assert!(!page.body.contains(name), "{}: {name}", told.name);
        }
    }
}

#[tokio::test]
async fn where_a_list_goes_on_is_read_or_refused_and_never_taken_for_the_beginning() {
    for told in each().await {
        let mut jo_herself = told.signed_in("jo").await;
        let lists = ["", "/notes", "/looked", "/matters"].map(|it| format!("{}{it}", jo(&told)));
        for list in lists {
            for after in ["soon", "1.x", "%00", "12."] {
                for root in ["", "/api/v1"] {
                    let seen = jo_herself.get(&format!("{root}{list}?after={after}")).await;
                    assert_eq!(seen.status, 400, "{}: {list} {after}", told.name);
                }
            }
        }
        let mut sam = told.signed_in("sam").await;
        assert_eq!(sam.get("/reflections?after=soon").await.status, 400, "{}", told.name);
        let hidden = told.get("mo", &format!("{}/notes?after=soon", jo(&told))).await;
        assert_eq!(hidden.status, 404, "{}: first, whether they may", told.name);
    }
}
