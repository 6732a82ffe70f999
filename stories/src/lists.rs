//! Lists that go on: from the page on which they begin, to their end.

use seed::Client;
use serde_json::Value;

/// What stands in a list of the API, and where it goes on.
pub(crate) fn listed(
    page: &Value,
    list: &str,
    id: &str,
    next: &str,
) -> (Vec<String>, Option<String>) {
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let ids = page[list].as_array().unwrap().iter().map(|it| text(&it[id])).collect();
    (ids, page[next].as_str().map(str::to_owned))
}

/// Follows a list from the page it begins on to its end, on pages and through the API, and answers
/// everything that stood in it.
pub(crate) async fn followed(
    client: &mut Client,
    (begins, goes_on): (&str, &str),
    begun: (Vec<String>, Option<String>),
    (list, id): (&str, &str),
) -> Vec<String> {
    let (mut all, mut next) = begun;
    let mut page = client.get(begins).await;
    while let Some(after) = next {
        let at = format!("{goes_on}?after={after}");
        assert!(page.body.contains(&format!("href=\"{at}\"")), "{at}: {}", page.body);
        let api: Value =
            serde_json::from_str(&client.get(&format!("/api/v1{at}")).await.body).unwrap();
        page = client.get(&at).await;
        let (more, on) = listed(&api, list, id, "next");
        for id in &more {
            assert!(page.body.contains(&format!("/{id}\"")), "{at}: {id}");
        }
        all.extend(more);
        next = on;
    }
    all
}
