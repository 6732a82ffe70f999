//! Every route, as every kind of person: the table that an information governance officer reads.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use platform::{RouteKind, db::Limits};
use seed::{Client, Size};

use crate::{Told, each_with};

/// The kinds of people, by whom they are in the story. Of tokens, one that may only read.
const WHO: [(&str, &str); 13] = [
    ("visitor", ""),
    ("person served", "jo"),
    ("supporter", "rosa"),
    ("ended supporter", "vic"),
    ("alongside", "sam"),
    ("same team", "bea"),
    ("other team", "mo"),
    ("ended alongside", "lee"),
    ("coordinator", "ines"),
    ("steward", "priya"),
    ("governor", "gwen"),
    ("administrator", "alex"),
    ("reading token", "token"),
];

/// What a path's parts mean in the story.
pub(crate) fn fill(told: &Told, path: &str, names: &BTreeMap<&str, &str>) -> String {
    let mut filled = path.to_owned();
    for (part, name) in names {
        filled = filled.replace(&format!("{{{part}}}"), told.id(name));
    }
    filled
}

pub(crate) fn things() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("body", "team riverside"),
        ("life", "life jo"),
        ("alongside", "alongside"),
        ("membership", "membership"),
        ("invitation", "invitation"),
        ("cycle", "cycle team riverside"),
        ("purpose", "purpose"),
        ("exploration", "exploration jo"),
        ("around", "around"),
        ("note", "note jo"),
        ("reflection", "reflection"),
        ("pattern", "pattern"),
        ("ground", "ground"),
        ("relay", "relay place"),
    ])
}

async fn client(told: &Told, who: &str) -> Client {
    match who {
        "" => told.visitor(),
        "token" => {
            let account = &told.world.people["sam"].account;
            let token = app::commands::token::make(told.program(), account, "test", false).await;
            told.visitor().with_token(&token.unwrap())
        }
        who => told.signed_in(who).await,
    }
}

/// One route as one kind of person, in a world where nobody has done anything yet.
async fn status(told: &Told, client: &Client, route: &platform::Route) -> u16 {
    let path = fill(told, &route.path, &things());
    let mut client = client.clone();
    let form = "application/x-www-form-urlencoded";
    match (&route.sample, route.method) {
        (Some(body), "POST") => {
            client.send(axum::http::Method::POST, &path, form, body).await.status
        }
        _ => client.get(&path).await.status,
    }
}

fn word(status: u16) -> &'static str {
    match status {
        // The second row was let in, and then told what is wrong with a sample that cannot fit
        // every world.
        200 | 201 | 204 | 303 | 409 | 422 | 429 => "yes",
        401 => "sign in",
        403 => "no",
        404 => "hidden",
        _ => "BROKEN",
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_do_what_is_as_the_table_says() {
    let mut tables = Vec::new();
    for mut told in each_with(Size::Story, Limits::default()).await {
        add_things(&mut told).await;
        tables.push((told.name, table(&told).await));
    }
    let (first, text) = &tables[0];
    for (name, other) in &tables {
        assert_eq!(text, other, "{first} and {name} differ");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/generated/access.txt");
    generated(&path, text);
}

/// A membership and an invitation that Sam made: what some paths name.
async fn add_things(told: &mut Told) {
    let mut ines = told.signed_in("ines").await;
    let team = told.id("team riverside").to_owned();
    let page = ines.get(&format!("/setup/bodies/{team}")).await;
    let membership = page.between("/memberships/", "/end").unwrap();
    told.world.ids.insert("membership".to_owned(), membership);
    let mut sam = told.signed_in("sam").await;
    let path = format!("/lives/{}/invitations", told.id("life jo"));
    let made = sam.done(&path, &[("who", "person")]).await.unwrap();
    told.world.ids.insert("invitation".to_owned(), made.id());
    let (life, cycle) = (told.id("life jo").to_owned(), told.id("cycle team riverside"));
    let marks = [
        ("purpose", format!("/cycles/{cycle}/purposes"), "\"purpose\":\""),
        ("reflection", "/reflections".to_owned(), "\"id\":\""),
    ];
    for (name, path, mark) in marks {
        let seen = sam.get(&format!("/api/v1{path}")).await;
        let id = seen.between(mark, "\"").unwrap_or_else(|| panic!("{path}: {}", seen.body));
        told.world.ids.insert(name.to_owned(), id);
    }
    let around = sam.get(&format!("/lives/{life}")).await.between("\"/around/", "/end").unwrap();
    let seen = sam.get(&format!("/api/v1/patterns/{}", told.id("pattern"))).await;
    let grounds = seen.body.split("\"ground\":\"").skip(1);
    let jos = grounds.filter(|it| it.contains(&format!("\"life\":\"{}\"", told.id("life jo"))));
    let ground = jos.clone().find_map(|it| it.split('"').next()).unwrap().to_owned();
    told.world.ids.insert("ground".to_owned(), ground);
    told.world.ids.insert("around".to_owned(), around);
}

async fn table(told: &Told) -> String {
    let mut text = String::from(
        "Who may do what. Each line is a route and its permission; each column a kind of person,\n\
         towards Jo's page and the Riverside team. Made by a test that sends every request: do not\n\
         edit by hand. yes: may. no: may not, and is told. hidden: as if it were not there.\n\n",
    );
    write!(text, "{:<54}{:<26}", "route", "permission").unwrap();
    for (who, _) in WHO {
        write!(text, "{who:<17}").unwrap();
    }
    text.push('\n');
    let mut clients = Vec::new();
    for (_, who) in WHO {
        clients.push((who, client(told, who).await));
    }
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for (who, client) in clients {
        // Samples guess passwords and codes, and guessing has to wait.
        told.pass_seconds(60);
        column(told, who, &client, &mut rows).await;
    }
    for (key, row) in rows {
        writeln!(text, "{}{}", key, row.trim_end()).unwrap();
    }
    text
}

/// Every route as one kind of person.
async fn column(told: &Told, who: &str, client: &Client, rows: &mut BTreeMap<String, String>) {
    for route in app::routes().table().iter().filter(|it| it.kind != RouteKind::Draft) {
        let dangerous = ["/sign-out", "/exit", "/end", "/beside"];
        let ends = dangerous.iter().any(|it| route.path.contains(it));
        let answer = if route.method == "POST" && ends {
            asked(told, client, route).await
        } else {
            status(told, client, route).await
        };
        let name = format!("{} {}", route.method, route.path);
        let row = rows.entry(format!("{name:<54}{:<26}", route.action)).or_default();
        write!(row, "{:<17}", word(answer)).unwrap();
        assert_ne!(word(answer), "BROKEN", "{name} as {who}: {answer}");
    }
}

/// A change that would end what later lines need is asked for with a broken body: whoever is let in
/// hears of it before it is read, and nobody else does. The rule is the same as the form's.
async fn asked(told: &Told, client: &Client, route: &platform::Route) -> u16 {
    let table = app::routes();
    let form = table.table().iter().find(|it| {
        it.kind == RouteKind::Form && it.action == route.action && it.path.starts_with(&route.path)
    });
    status(told, client, form.expect("a change has a form")).await
}

/// Compares with what is written down, or writes it down when told to.
#[expect(clippy::disallowed_methods, reason = "a test is told by its surroundings to accept")]
pub(crate) fn generated(path: &Path, text: &str) {
    let text = text.trim_end().to_owned() + "\n";
    if std::env::var("TRIBUTARY_ACCEPT").is_ok() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &text).unwrap();
    }
    let known = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        known == text,
        "{} is stale: run `make accept` and read what changed\n{text}",
        path.display()
    );
}
