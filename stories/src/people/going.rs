//! What ends with a sitting, what is forgotten, and what an address has to wait for.

use seed::Client;

use crate::{Told, each};

const RIGHT: [(&str, &str); 2] = [("name", "sam"), ("password", seed::PASSWORD)];

/// A browser that sends this password, from wherever browsers of these stories are.
async fn tries(told: &Told, name: &str, password: &str) -> u16 {
    told.visitor().post("/sign-in", &[("name", name), ("password", password)]).await.status
}

#[tokio::test]
async fn a_success_clears_what_an_address_got_wrong() {
    for told in each().await {
        // Slips of several people who share an address, and sign in after all.
        for round in 0..3 {
            for name in ["bea", "ines", "tom", "mo"] {
                assert_eq!(tries(&told, name, "wrong one").await, 422, "{}: {round}", told.name);
            }
            assert_eq!(tries(&told, "sam", seed::PASSWORD).await, 303, "{}: {round}", told.name);
        }
    }
}

#[tokio::test]
async fn signing_out_ends_a_sitting_that_is_halfway_too() {
    for told in each().await {
        let house = told.opened_again(|opening| opening.second_step = true).await;
        for path in ["/sign-out", "/exit"] {
            let mut sam = Client::visitor(house.router.clone());
            sam.done("/sign-in", &RIGHT).await.unwrap();
            let mut kept = sam.clone();
            assert_eq!(kept.get("/sign-in/second-step").await.status, 200, "{}", told.name);
            sam.done(path, &[]).await.unwrap();
            let seen = kept.get("/sign-in/second-step").await;
            assert_eq!(seen.status, 401, "{}: {path}", told.name);
        }
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_a_sitting_that_is_halfway_too() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let house = told.opened_again(|opening| opening.second_step = true).await;
        let mut other = Client::visitor(house.router.clone());
        other.done("/sign-in", &RIGHT).await.unwrap();
        assert_eq!(other.get("/sign-in/second-step").await.status, 200, "{}", told.name);
        sam.done("/sign-out/everywhere", &[]).await.unwrap();
        assert_eq!(other.get("/sign-in/second-step").await.status, 401, "{}", told.name);
    }
}

#[tokio::test]
async fn sittings_that_ended_long_ago_are_forgotten() {
    for told in each().await {
        let before = told.store.count("session").await;
        let mut sam = told.signed_in("sam").await;
        sam.done("/sign-out", &[]).await.unwrap();
        told.pass_seconds(29 * 24 * 3600);
        told.state().forget_old_answers().await.unwrap();
        assert!(told.store.count("session").await > 0, "{}: {before}", told.name);
        told.signed_in("sam").await;
        told.pass_seconds(2 * 24 * 3600);
        told.state().forget_old_answers().await.unwrap();
        assert_eq!(told.store.count("session").await, 1, "{}: the fresh one", told.name);
    }
}
