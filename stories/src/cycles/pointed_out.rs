//! What may tell who it is about is pointed out before it stands in a cycle.

use super::steps::opened;
use crate::each;

const NAMED: &str = "They came with Jo Miller from Dock Street on Friday.";
const FOUND: [&str; 5] = ["Jo", "Miller", "Dock", "Street", "Friday"];

#[tokio::test]
async fn names_are_asked_about_before_a_whole_place_reads_them() {
    for told in each().await {
        let mut priya = told.signed_in("priya").await;
        let path = format!("/bodies/{}/cycles", told.id("place"));
        let cycle = priya.done(&path, &[("system", "Living well")]).await.unwrap().id();
        let cycle = format!("/cycles/{cycle}");
        let entry = [("step", "understand"), ("text", NAMED)];
        let all: [(&str, &[_]); 3] = [
            ("entries", &entry),
            ("explorations", &[("line", NAMED)]),
            ("explorations", &[("line", "Go along"), ("hunch", NAMED)]),
        ];
        for (list, form) in all {
            let path = format!("{cycle}/{list}");
            let seen = priya.post(&path, form).await;
            assert_eq!(seen.status, 422, "{}: {list} {}", told.name, seen.body);
            for found in FOUND {
                let asked = format!("“{found}” may stay");
                assert!(seen.body.contains(&asked), "{}: {found} {}", told.name, seen.body);
            }
            assert!(seen.body.contains(NAMED), "{}: nothing typed is lost", told.name);
            let sent = form.iter().map(|(name, text)| ((*name).to_owned(), (*text).into()));
            let sent: serde_json::Map<_, _> = sent.collect();
            let api = priya.post_json(&format!("/api/v1{path}"), &sent.into()).await;
            assert_eq!(api.status, 422, "{}: {}", told.name, api.body);
            let page = priya.get(&cycle).await;
            assert!(!page.body.contains("Dock Street"), "{}: not kept before", told.name);
        }
        let stays = FOUND.map(|it| ("stays", it));
        let agreed = [&entry[..], &stays[..]].concat();
        priya.done(&format!("{cycle}/entries"), &agreed).await.unwrap();
        assert!(priya.get(&cycle).await.body.contains("Dock Street"), "{}", told.name);
        let fact = [&entry[..], &[("source", "The Ashwell Post, 3 March")]].concat();
        priya.done(&format!("{cycle}/entries"), &fact).await.unwrap();
    }
}

/// Sam is a colleague: his name is known, and found also where it begins a sentence.
#[tokio::test]
async fn whoever_works_there_is_found_wherever_their_name_stands() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let form = [("step", "explore"), ("text", "Sam went along. Company helps.")];
        let seen = ines.post(&format!("/cycles/{cycle}/entries"), &form).await;
        assert_eq!(seen.status, 422, "{}: {}", told.name, seen.body);
        assert!(seen.body.contains("“Sam” may stay"), "{}: {}", told.name, seen.body);
        assert!(!seen.body.contains("“Company” may stay"), "{}", told.name);
        // What is tried in a life is of that life: nobody is asked about their own name.
        let tried = [("line", "The bus with Rosa, on Friday")];
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        told.signed_in("sam").await.done(&path, &tried).await.unwrap();
    }
}
