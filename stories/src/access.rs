//! Every route, as every kind of person: the table that an information governance officer reads.

mod things;

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use platform::{Route, RouteKind, db::Limits};
use seed::{Client, Seen, Size};

use crate::{Told, each_with};

pub(crate) use things::{fill, things};

/// The kinds of people, by whom they are in the story. Of tokens, one that may only read.
const WHO: [(&str, &str); 15] = [
    ("visitor", ""),
    ("person served", "jo"),
    ("phone beside", "beside"),
    ("supporter", "rosa"),
    ("ended supporter", "vic"),
    ("alongside", "sam"),
    ("same team", "bea"),
    ("other team", "mo"),
    ("ended alongside", "lee"),
    ("coordinator", "ines"),
    ("named lead", "tom"),
    ("steward", "priya"),
    ("governor", "gwen"),
    ("administrator", "alex"),
    ("reading token", "token"),
];

/// Somebody's browser, or a program, in a world that nobody has changed yet.
async fn client(told: &Told, who: &str) -> Client {
    match who {
        "" => told.visitor(),
        "beside" => {
            let mut phone = told.signed_in("sam").await;
            let path = format!("/lives/{}/beside", told.id("life jo"));
            phone.done(&path, &[]).await.unwrap();
            phone
        }
        "token" => {
            let account = &told.world.people["sam"].account;
            let token = app::commands::token::make(told.program(), account, "test", false).await;
            told.visitor().with_token(&token.unwrap())
        }
        who => told.signed_in(who).await,
    }
}

/// Sends the request of one route, as it would be sent.
async fn send(told: &Told, (who, client): (&str, &mut Client), route: &Route) -> Seen {
    let mut names = things();
    let verb = |it: &str| route.path == it || route.path == format!("{it}/new");
    for (_, part, name) in things::OTHER.iter().filter(|(path, ..)| verb(path)) {
        names.insert(part, name);
    }
    let path = fill(told, &route.path, &names);
    let form = "application/x-www-form-urlencoded";
    if route.method == "POST" {
        let body = things::body(told, route, who);
        return client.send(axum::http::Method::POST, &path, form, &body).await;
    }
    client.get(&path).await
}

/// Only what was really shown or done is a yes.
fn word(status: u16) -> &'static str {
    match status {
        200 | 201 | 303 => "yes",
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
        things::add(&mut told).await;
        tables.push((told.name, table(&told).await));
    }
    let (first, text) = &tables[0];
    for (name, other) in &tables {
        assert_eq!(text, other, "{first} and {name} differ");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/generated/access.txt");
    generated(&path, text);
}

/// A list of exceptions that names what is not there would hide what is.
#[test]
fn every_exception_of_the_walk_is_a_route() {
    let routes = app::routes();
    let changes = |path: &str| {
        routes.table().iter().any(|it| it.path == path && it.kind == RouteKind::Change)
    };
    let other = things::OTHER.iter().map(|(path, ..)| *path);
    for path in other.chain(things::FIELDS.iter().map(|(path, _)| *path)) {
        assert!(changes(path), "{path} is no change");
    }
}

const ABOUT: &str = "Who may do what. Each line is a route and its permission; each column a kind of person,\n\
     towards Jo's page and the Riverside team. Made by a test that sends every request, with a body\n\
     that can be done, in a world that no earlier one has changed: do not edit by hand. yes: it was\n\
     shown or done. no: may not, and is told. hidden: as if it were not there. Notes that are held\n\
     and wait for a second person stand in the lines of their own verbs.\n\n";

async fn table(told: &Told) -> String {
    let mut text = ABOUT.to_owned();
    write!(text, "{:<54}{:<26}", "route", "permission").unwrap();
    let name = |line: String, (name, _): &(&str, _)| line + &format!("{name:<17}");
    let names = WHO.iter().fold(String::new(), name);
    writeln!(text, "{}", names.trim_end()).unwrap();
    for (key, row) in rows(told).await {
        writeln!(text, "{}{}", key, row.trim_end()).unwrap();
    }
    text
}

async fn rows(told: &Told) -> BTreeMap<String, String> {
    let mut clients = Vec::new();
    for (_, who) in WHO {
        clients.push((who, client(told, who).await));
    }
    // From here on the told world lies still, and every change is made in a copy of it.
    told.state().close().await;
    let (mut rows, mut broken) = (BTreeMap::new(), Vec::new());
    let mut here = told.copy().await;
    for (who, client) in clients {
        here = column(told, here, (who, &client), (&mut rows, &mut broken)).await;
    }
    here.throw_away().await;
    assert!(broken.is_empty(), "{}: no valid request\n{}", told.name, broken.join("\n"));
    rows
}

/// Every route as one kind of person. After each change that was done, another copy of the world.
async fn column(
    told: &Told,
    mut here: Told,
    (who, client): (&str, &Client),
    (rows, broken): (&mut BTreeMap<String, String>, &mut Vec<String>),
) -> Told {
    for route in app::routes().table().iter().filter(|it| it.kind != RouteKind::Draft) {
        let mut client = client.clone().at(here.house.router.clone());
        let seen = send(&here, (who, &mut client), route).await;
        let name = format!("{} {}", route.method, route.path);
        let row = rows.entry(format!("{name:<54}{:<26}", route.action)).or_default();
        let said = word(seen.status);
        write!(row, "{said:<17}").unwrap();
        if said == "BROKEN" {
            broken.push(format!("{name} as {who}: {} {}", seen.status, problem(&seen)));
        }
        if route.method == "POST" && said == "yes" {
            here.throw_away().await;
            here = told.copy().await;
        }
    }
    here
}

/// What a page says is wrong.
fn problem(seen: &Seen) -> String {
    let said = seen.between("govuk-error-summary", "</ul>").unwrap_or_else(|| seen.body.clone());
    let words = said.split('<').filter_map(|it| it.split_once('>')).map(|(_, text)| text.trim());
    let words: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
    words.join(" ").chars().take(300).collect()
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
