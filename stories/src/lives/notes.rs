use super::{WENT, bea_joins, jo, json, noted, notes, read};
use crate::each;

#[tokio::test]
async fn text_alone_is_a_note() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let form = sam.get(&format!("{}/notes/new", jo(&told))).await;
        assert_eq!(form.status, 200, "{}: {}", told.name, form.body);
        let (text, kind) = (form.body.find("<textarea"), form.body.find("type=\"radio\""));
        assert!(text < kind, "{}: the text comes first", told.name);
        let note = noted(&told, &mut sam, &[("text", WENT)]).await;
        let seen = read(&mut sam, &note).await;
        let note = &seen["note"];
        assert_eq!((&note["text"], &note["kind"]), (&WENT.into(), &serde_json::Value::Null));
        assert_eq!(note["happened_at"], "2026-06-10T12:00:00Z", "{}", told.name);
        let page = told.get("jo", &format!("{}/notes", jo(&told))).await;
        assert!(
            page.body.contains("Abdul was there") && page.body.contains("Sam"),
            "{}",
            page.body
        );
    }
}

#[tokio::test]
async fn everything_besides_the_text_is_a_suggestion_that_is_kept() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("{}/explorations", jo(&told));
        let tried = sam.done(&path, &[("line", "The 14 bus together")]).await.unwrap().id();
        for kind in
            ["noticed", "surprise", "mistake", "good-moment", "decision", "agreement", "question"]
        {
            let form = [
                ("text", WENT),
                ("kind", kind),
                ("present", "Abdul, Rosa"),
                ("exploration", tried.as_str()),
                ("on-day", "27"),
                ("on-month", "3"),
                ("on-year", "2026"),
            ];
            let note = noted(&told, &mut sam, &form).await;
            let seen = read(&mut sam, &note).await;
            let note = &seen["note"];
            assert_eq!((&note["kind"], &note["present"]), (&kind.into(), &"Abdul, Rosa".into()));
            assert_eq!(note["exploration"], tried.as_str(), "{}", told.name);
            assert_eq!(note["happened_at"], "2026-03-27T12:00:00Z", "{}", told.name);
        }
        let wrong = [("text", " "), ("on-day", "31"), ("on-month", "2"), ("present", "Abdul")];
        let again = sam.post(&format!("{}/notes", jo(&told)), &wrong).await;
        assert_eq!(again.status, 422, "{}", told.name);
        assert!(again.body.contains("Abdul") && again.body.contains(" open>"), "{}", again.body);
    }
}

#[tokio::test]
async fn a_correction_keeps_the_earlier_text() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT)]).await;
        let path = format!("/notes/{note}/corrections");
        sam.done(&path, &[("text", "Went once."), ("seen", "1")]).await.unwrap();
        for who in ["sam", "jo", "rosa"] {
            let page = told.get(who, &format!("/notes/{note}")).await;
            assert!(page.body.contains("Went once."), "{}: {who}", told.name);
            assert!(
                page.body.contains("Abdul was there"),
                "{}: {who} reads the earlier text",
                told.name
            );
        }
        assert_eq!(told.post("jo", &path, &[("text", "x"), ("seen", "2")]).await.status, 403);
        assert_eq!(told.post("mo", &path, &[("text", "x"), ("seen", "2")]).await.status, 404);
    }
}

#[tokio::test]
async fn a_stale_correction_shows_both_texts_and_loses_none() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT)]).await;
        let path = format!("/notes/{note}/corrections");
        sam.done(&path, &[("text", "On the phone at noon."), ("seen", "1")]).await.unwrap();
        let stale = [("text", "At the desk in the evening."), ("seen", "1")];
        let seen = sam.post(&path, &stale).await;
        assert_eq!(seen.status, 409, "{}", told.name);
        assert!(seen.body.contains("On the phone at noon."), "{}: theirs", told.name);
        assert!(seen.body.contains("At the desk in the evening."), "{}: mine", told.name);
        let kept = sam.get(&format!("{path}/new")).await;
        assert!(kept.body.contains("At the desk in the evening."), "{}: a draft", told.name);
        let now = seen.between("name=\"seen\" value=\"", "\"").unwrap();
        sam.done(&path, &[("text", "Both."), ("seen", &now)]).await.unwrap();
        assert_eq!(read(&mut sam, &note).await["note"]["text"], "Both.", "{}", told.name);
    }
}

#[tokio::test]
async fn the_person_disagrees_beside_a_note() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT)]).await;
        let mut own = told.signed_in("jo").await;
        let form = [("kind", "disagrees"), ("text", "It was Abdul, not the weather.")];
        own.done(&format!("/notes/{note}/replies"), &form).await.unwrap();
        let page = sam.get(&format!("{}/notes", jo(&told))).await;
        assert!(page.body.contains("Jo, who sees it differently"), "{}: {}", told.name, page.body);
        let mine = own.get(&format!("{}/notes", jo(&told))).await;
        assert!(mine.body.contains("You see it differently"), "{}", told.name);
        assert_eq!(notes(&told, &mut sam).await[0]["replies"][0]["kind"], "disagrees");
        let rosa = told.post("rosa", &format!("/notes/{note}/replies"), &form).await;
        assert_eq!(rosa.status, 403, "{}: whom she trusts reads along", told.name);
    }
}

#[tokio::test]
async fn what_the_person_writes_is_theirs_on_whosever_phone() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        sam.done(&format!("{}/beside", jo(&told)), &[]).await.unwrap();
        let note = noted(&told, &mut sam, &[("text", "I like the shed.")]).await;
        sam.done("/beside/end", &[("password", seed::PASSWORD)]).await.unwrap();
        let seen = read(&mut sam, &note).await;
        assert_eq!((&seen["note"]["own"], &seen["note"]["by"]), (&true.into(), &"Jo".into()));
        let path = format!("/notes/{note}/corrections");
        let form = [("text", "She likes the shed."), ("seen", "1")];
        assert_eq!(sam.post(&path, &form).await.status, 403, "{}: not Sam's words", told.name);
        told.signed_in("jo").await.done(&path, &form).await.unwrap();
    }
}

#[tokio::test]
async fn notes_come_page_by_page_and_none_is_lost() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for number in 0..31 {
            let text = format!("Note {number}.");
            sam.done(&format!("{}/notes", jo(&told)), &[("text", &text)]).await.unwrap();
        }
        let path = format!("/api/v1{}/notes", jo(&told));
        let first = json(&sam.get(&path).await.body);
        let next = first["next"].as_str().unwrap();
        let second = json(&sam.get(&format!("{path}?after={next}")).await.body);
        let texts = |page: &serde_json::Value| -> Vec<String> {
            let notes = page["notes"].as_array().unwrap().iter();
            notes.map(|it| it["text"].as_str().unwrap().to_owned()).collect()
        };
        let all = [texts(&first), texts(&second)].concat();
        let expected: Vec<String> = (0..31).rev().map(|it| format!("Note {it}.")).collect();
        assert_eq!((all, &second["next"]), (expected, &serde_json::Value::Null), "{}", told.name);
        let page = sam.get(&format!("{}/notes?after=nonsense", jo(&told))).await;
        assert_eq!(page.status, 400, "{}: not taken for the first page", told.name);
    }
}

#[tokio::test]
async fn somebody_elses_ids_answer_like_absent_ones() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        bea_joins(&told, &mut sam).await;
        let note = noted(&told, &mut sam, &[("text", WENT)]).await;
        let absent = "0".repeat(32);
        for who in ["mo", "vic", "lee", "ines", "priya", "gwen", "alex"] {
            let mut client = told.signed_in(who).await;
            for verb in ["", "/corrections/new", "/replies/new", "/hold", "/bring", "/second"] {
                let there = client.get(&format!("/notes/{note}{verb}")).await;
                let not = client.get(&format!("/notes/{absent}{verb}")).await;
                let pages = (there.status, not.status, there.body.len() == not.body.len());
                assert_eq!(pages, (404, 404, true), "{}: {who} {verb}", told.name);
            }
            for part in ["notes", "matters", "looked", "who-can-see", "notes/new"] {
                let seen = client.get(&format!("{}/{part}", jo(&told))).await;
                assert_eq!(seen.status, 404, "{}: {who} {part}", told.name);
            }
        }
        for bad in ["7", "../lives", "zz"] {
            assert_eq!(sam.get(&format!("/notes/{bad}")).await.status, 404, "{}: {bad}", told.name);
        }
    }
}

#[tokio::test]
async fn nothing_in_a_note_turns_the_rest_of_the_line_around() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/notes", told.id("life jo"));
        for turning in ["abc\u{202e}def", "abc\u{2067}def", "abc\u{202b}d\u{206e}ef"] {
            sam.done(&path, &[("text", turning)]).await.unwrap();
        }
        sam.done(&path, &[("text", "می\u{200c}خواهم")]).await.unwrap();
        let list = sam.get(&path).await.body;
        assert_eq!(list.matches("abcdef").count(), 3, "{}: {list}", told.name);
        assert!(list.contains("می\u{200c}خواهم"), "{}: a language needs it", told.name);
    }
}
