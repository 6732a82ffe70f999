//! Who is told that a pattern was looked at: those it stands on, and nobody else.

use super::story::{everybody_agreed, named, passed_on};
use crate::{Told, each};

async fn lines(told: &Told, life: &str) -> String {
    let path = format!("/lives/{}/looked", told.id(life));
    told.get("sam", &path).await.body
}

#[tokio::test]
async fn a_look_at_a_pattern_stands_on_the_pages_of_those_it_stands_on_alone() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let path = format!("/lives/{}/explorations", told.id("life kit"));
        story.sam.done(&path, &[("line", "Something else")]).await.unwrap();
        story.ines.get(&format!("/patterns/{}", story.pattern)).await;
        everybody_agreed(&told, &mut story).await;
        passed_on(&mut story).await;
        told.pass_seconds(5);
        let acts = [
            "read something the team sees across",
            "took out what could tell",
            "asked people whether what was learnt",
        ];
        let (jo, kit) = (lines(&told, "life jo").await, lines(&told, "life kit").await);
        for act in acts {
            assert!(jo.contains(act), "{}: {act} {jo}", told.name);
            assert!(!kit.contains(act), "{}: {act} {kit}", told.name);
        }
    }
}

/// Beside the record of somebody, the journal names no pattern: the two would tell what it stands on.
#[tokio::test]
async fn the_journal_does_not_say_which_pattern_stands_on_whom() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        everybody_agreed(&told, &mut story).await;
        passed_on(&mut story).await;
        told.pass_seconds(5);
        let both = format!(
            "select action from journal where thing = '{}' and record is not null \
             and action <> 'pattern.name'",
            story.pattern
        );
        assert!(told.store.rows(&both).await.is_empty(), "{}", told.name);
    }
}
