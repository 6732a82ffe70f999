//! Somebody connects and says nothing, or never comes to an end of saying who they are.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use crate::program::Installation;

/// Longer than anybody is waited for: only against hanging for ever.
const GUARD: Duration = Duration::from_mins(1);

#[test]
fn whoever_says_nothing_is_not_waited_for() {
    let installation = Installation::each().remove(0);
    let serving = installation.serve();
    let path = serving.life_of_a_team();
    let beginnings =
        ["", "GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"];
    let waiting: Vec<TcpStream> = beginnings
        .into_iter()
        .map(|beginning| {
            let mut stream = TcpStream::connect(&serving.address).unwrap();
            stream.set_read_timeout(Some(GUARD)).unwrap();
            stream.write_all(beginning.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert!(serving.client().note(&path, "meanwhile"));
    for (mut stream, beginning) in waiting.into_iter().zip(beginnings) {
        let mut said = Vec::new();
        let ended = stream.read_to_end(&mut said);
        assert!(ended.is_ok(), "after {beginning:?}: {ended:?}");
        let said = String::from_utf8_lossy(&said);
        assert!(!said.contains(" 200 "), "after {beginning:?}: {said}");
    }
    assert!(serving.client().note(&path, "and afterwards"));
}
