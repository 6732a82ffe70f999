//! A one-time code for an account that has been taken up before.

use platform::session::password;
use seed::Client;

use crate::{Told, each};

const ANEW: [(&str, &str); 2] = [("name", "anew"), ("password", "four rivers and a hill")];

/// A code for Jo's own account, as Sam reads it out.
async fn code_for_jo(told: &Told, sam: &mut Client) -> String {
    let path = format!("/lives/{}/invitations", told.id("life jo"));
    let made = sam.done(&path, &[("who", "person")]).await.unwrap();
    read_out(sam, &made.to.unwrap()).await
}

async fn read_out(maker: &mut Client, path: &str) -> String {
    let code = maker.get(path).await.between("id=\"code\"", "</p>").unwrap();
    code.rsplit('>').next().unwrap().to_owned()
}

/// A new code for an account, as whoever runs the program makes it.
async fn new_code(told: &Told, who: &str) -> String {
    let account = kernel::Id::parse(&told.world.people[who].account).unwrap();
    people::admin::new_code(told.program(), account).await.unwrap()
}

#[tokio::test]
async fn every_sitting_ends_when_an_account_is_taken_up_again() {
    for told in each().await {
        let (mut jo, mut sam) = (told.signed_in("jo").await, told.signed_in("sam").await);
        let code = code_for_jo(&told, &mut sam).await;
        let mut thief = told.visitor();
        let join = [("code", code.as_str()), ANEW[0], ANEW[1]];
        assert_eq!(thief.post("/join", &join).await.status, 303, "{}", told.name);
        assert_eq!(jo.get("/me").await.status, 401, "{}: Jo's sitting has ended", told.name);
        assert_eq!(thief.get("/me").await.status, 200, "{}", told.name);
    }
}

#[tokio::test]
async fn nobody_signed_in_as_the_person_makes_a_code_for_their_account() {
    for told in each().await {
        let mut own = told.signed_in("jo").await;
        let path = format!("/lives/{}/invitations", told.id("life jo"));
        let before = told.store.count("invitation").await;
        let page = own.get(&format!("{path}/new")).await.body;
        assert!(!page.contains("value=\"person\""), "{}: no such choice: {page}", told.name);
        for path in [path.clone(), format!("/api/v1{path}")] {
            let refused = own.post(&path, &[("who", "person")]).await;
            assert_eq!(refused.status, 409, "{}: {path}: {}", told.name, refused.body);
        }
        assert_eq!(told.store.count("invitation").await, before, "{}", told.name);
        let form = [("who", "supporter"), ("called", "Una")];
        own.done(&path, &form).await.unwrap();
    }
}

#[tokio::test]
async fn the_worker_reads_that_a_code_takes_the_place_of_a_way_in() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for (life, there) in [("life jo", true), ("life kit", false)] {
            let page = sam.get(&format!("/lives/{}/invitations/new", told.id(life))).await.body;
            let said = page.contains("own name and password stop working");
            assert_eq!(said, there, "{}: {life}: {page}", told.name);
        }
        // A code that nobody has used yet is no way in.
        let kit = format!("/lives/{}/invitations", told.id("life kit"));
        sam.done(&kit, &[("who", "person")]).await.unwrap();
        let page = sam.get(&format!("{kit}/new")).await.body;
        assert!(!page.contains("stop working"), "{}: {page}", told.name);
    }
}

#[tokio::test]
async fn the_person_reads_that_a_code_was_taken_up() {
    for told in each().await {
        let mut own = told.signed_in("jo").await;
        assert!(!own.get("/").await.body.contains("one-time code"), "{}: only once", told.name);
        let mut sam = told.signed_in("sam").await;
        let code = code_for_jo(&told, &mut sam).await;
        let join = [("code", code.as_str()), ANEW[0], ANEW[1]];
        told.visitor().done("/join", &join).await.unwrap();
        for _ in 0..2 {
            let mut own = told.visitor();
            own.done("/sign-in", &ANEW).await.unwrap();
            let first = own.get("/").await.body;
            assert!(first.contains("took up your account"), "{}: {first}", told.name);
            let looked = format!("/lives/{}/looked", told.id("life jo"));
            let looked = own.get(&looked).await.body;
            let line = "took up the account of this page with a one-time code.";
            assert_eq!(looked.matches(line).count(), 2, "{}: {looked}", told.name);
        }
        told.pass_seconds(31 * 24 * 3600);
        let mut own = told.visitor();
        own.done("/sign-in", &ANEW).await.unwrap();
        let first = own.get("/").await.body;
        assert!(!first.contains("took up your account"), "{}: a month later", told.name);
    }
}

#[tokio::test]
async fn a_code_made_at_the_command_line_stands_in_the_persons_list() {
    for told in each().await {
        new_code(&told, "jo").await;
        let looked = format!("/lives/{}/looked", told.id("life jo"));
        let page = told.get("jo", &looked).await.body;
        let line = "Tributary itself: made a new one-time code";
        assert!(page.contains(line), "{}: {page}", told.name);
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

fn digits(told: &Told, key: &str) -> String {
    password::totp_code(&unhex(key), kernel::Clock::now(&*told.clock)).unwrap()
}

/// Somebody sets a second step up, on the way in. Answers its key.
async fn set_up(told: &Told, who: &mut Client) -> String {
    let page = who.get("/sign-in/second-step").await;
    let key = page.between("name=\"key\" value=\"", "\"").unwrap();
    let code = digits(told, &key);
    let proof = [("key", key.as_str()), ("code", code.as_str())];
    who.done("/sign-in/second-step", &proof).await.unwrap();
    key
}

#[tokio::test]
async fn whoever_has_a_second_step_passes_it_with_a_one_time_code_too() {
    for told in each().await {
        let house = told.opened_again(|opening| opening.second_step = true).await;
        let mut sam = Client::visitor(house.router.clone());
        sam.post("/sign-in", &[("name", "sam"), ("password", seed::PASSWORD)]).await;
        let key = set_up(&told, &mut sam).await;
        let code = new_code(&told, "sam").await;
        // Also where workers need none: whoever has one is asked for it.
        let mut again = told.visitor();
        let join = [("code", code.as_str()), ANEW[0], ANEW[1]];
        let led = again.done("/join", &join).await.unwrap();
        assert_eq!(led.to.as_deref(), Some("/sign-in/code?next=/"), "{}", told.name);
        assert_eq!(again.get("/me").await.status, 401, "{}: halfway", told.name);
        assert_eq!(again.get("/sign-in/second-step").await.status, 401, "{}", told.name);
        told.pass_seconds(60);
        let code = digits(&told, &key);
        again.done("/sign-in/code", &[("code", &code)]).await.unwrap();
        assert_eq!(again.get("/me").await.status, 200, "{}", told.name);
    }
}

#[tokio::test]
async fn a_second_step_that_was_lost_is_taken_away_at_the_command_line() {
    for told in each().await {
        let house = told.opened_again(|opening| opening.second_step = true).await;
        let mut sam = Client::visitor(house.router.clone());
        let right = [("name", "sam"), ("password", seed::PASSWORD)];
        sam.post("/sign-in", &right).await;
        set_up(&told, &mut sam).await;
        let account = kernel::Id::parse(&told.world.people["sam"].account).unwrap();
        people::admin::forget_second_step(told.program(), account).await.unwrap();
        assert_eq!(sam.get("/me").await.status, 401, "{}: sittings end", told.name);
        let written = "journal where via = 'program' and action = 'account.forget-second-step'";
        let thing = format!("{written} and thing = '{}'", told.world.people["sam"].account);
        assert_eq!(told.store.count(&thing).await, 1, "{}", told.name);
        assert_eq!(told.store.count("recovery_code").await, 0, "{}", told.name);
        let led = sam.post("/sign-in", &right).await;
        assert_eq!(led.to.as_deref(), Some("/sign-in/second-step"), "{}", told.name);
        set_up(&told, &mut sam).await;
        let again = people::admin::forget_second_step(told.program(), account).await;
        assert!(again.is_ok(), "{}: {again:?}", told.name);
    }
}

#[tokio::test]
async fn a_code_says_for_whom_it_is_and_can_be_read_out() {
    for told in each().await {
        let path = format!("/lives/{}/invitations", told.id("life jo"));
        let (mut sam, mut ines) = (told.signed_in("sam").await, told.signed_in("ines").await);
        let una = [("who", "supporter"), ("called", "Una")];
        for (form, said) in [
            ([("who", "person"), ("called", "")], "It is for Jo: with it they sign in"),
            (una, "It is for Una: with it they read along"),
        ] {
            let to = sam.done(&path, &form).await.unwrap().to.unwrap();
            let page = sam.get(&to).await.body;
            assert!(page.contains(said), "{}: {page}", told.name);
            let code = read_out(&mut sam, &to).await;
            let halves: Vec<usize> = code.split(' ').map(str::len).collect();
            assert_eq!(halves, [5, 5], "{}: {code}", told.name);
        }
        let team = format!("/setup/bodies/{}/people", told.id("team riverside"));
        let made = ines.done(&team, &[("called", "Max"), ("ties", "member")]).await.unwrap();
        let page = ines.get(&made.to.unwrap()).await.body;
        assert!(page.contains("It is for Max: with it they begin in"), "{}: {page}", told.name);
        // Jo reads that the name of her account was shown with a code.
        let looked = format!("/lives/{}/looked", told.id("life jo"));
        let looked = told.get("jo", &looked).await.body;
        assert!(looked.contains("read out the one-time code"), "{}: {looked}", told.name);
    }
}

#[tokio::test]
async fn whoever_was_invited_and_has_not_come_yet_is_not_said_to_read_along() {
    for told in each().await {
        let jo = format!("/lives/{}", told.id("life jo"));
        let mut own = told.signed_in("jo").await;
        let form = [("who", "supporter"), ("called", "Una")];
        let to = own.done(&format!("{jo}/invitations"), &form).await.unwrap().to.unwrap();
        let page = own.get(&format!("{jo}/who-can-see")).await.body;
        let waits = "Una, who was invited (today) and has not come yet";
        assert!(page.contains(waits), "{}: {page}", told.name);
        let code = read_out(&mut own, &to).await;
        told.visitor().done("/join", &[("code", code.as_str()), ANEW[0], ANEW[1]]).await.unwrap();
        let page = own.get(&format!("{jo}/who-can-see")).await.body;
        assert!(!page.contains(waits), "{}: {page}", told.name);
        assert!(page.contains("Una, who is trusted to be there"), "{}: {page}", told.name);
    }
}
