//! Who reads what is written: the form says so before it is written, and it is so.

use super::steps::opened;
use crate::each;

const WENT: &str = "We did half of it, and I threw out the jars.";

#[tokio::test]
async fn whoever_writes_of_what_is_tried_is_told_that_the_team_reads_it() {
    for told in each().await {
        let (mut sam, mut jo) = (told.signed_in("sam").await, told.signed_in("jo").await);
        let life = format!("/lives/{}", told.id("life jo"));
        let form = [("line", "The cellar, a shelf a week")];
        let tried = sam.done(&format!("{life}/explorations"), &form).await.unwrap().id();
        let tried = format!("/explorations/{tried}");
        let forms = [
            format!("{life}/explorations/new"),
            format!("{tried}/looks/new"),
            format!("{tried}/end/new"),
        ];
        for form in &forms {
            let seen = jo.get(form).await;
            let yours = "Everybody who can see your page reads this, and so does everybody in";
            assert!(seen.body.contains(yours), "{}: {form} {}", told.name, seen.body);
            let seen = sam.get(form).await;
            let hers = "Everybody who can see the page of";
            assert!(seen.body.contains(hers), "{}: {form} {}", told.name, seen.body);
        }
        jo.done(&format!("{tried}/looks"), &[("text", WENT)]).await.unwrap();
        jo.done(&format!("{tried}/end"), &[("ending", "stop"), ("why", "My back.")]).await.unwrap();
        // Bea is of the team and not beside Jo.
        let seen = told.get("bea", &tried).await;
        for text in [WENT, "My back."] {
            assert!(seen.body.contains(text), "{}: {text} {}", told.name, seen.body);
        }
        for (who, page) in [("jo", "/privacy"), ("jo", &format!("{life}/who-can-see"))] {
            let seen = told.get(who, page).await;
            let truth = "how it went, what was decided about it and why, and in whose words";
            assert!(seen.body.contains(truth), "{}: {page} {}", told.name, seen.body);
        }
    }
}

#[tokio::test]
async fn whoever_writes_into_a_cycle_is_told_who_reads_it() {
    for told in each().await {
        let team = opened(&told, &mut told.signed_in("ines").await).await;
        let form = [("system", "Living well")];
        let mut all = vec![("ines", team, "works in the organisation or its teams reads this")];
        for (who, body, says) in [
            ("priya", "place", "Everybody who works in this place reads this"),
            ("nat", "country", "Every worker reads this"),
        ] {
            let path = format!("/bodies/{}/cycles", told.id(body));
            all.push((who, told.post(who, &path, &form).await.id(), says));
        }
        for (who, cycle, says) in all {
            for form in ["entries", "explorations"] {
                let seen = told.get(who, &format!("/cycles/{cycle}/{form}/new")).await;
                for text in [says, "Write of what you see, not of somebody."] {
                    assert!(seen.body.contains(text), "{}: {form} {}", told.name, seen.body);
                }
            }
        }
    }
}
