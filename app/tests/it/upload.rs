//! Somebody sends a thousand megabytes where a note is expected.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpStream,
    thread::JoinHandle,
};

use crate::program::{Installation, Serving};

const PIECE: usize = 64 * 1024;
const GIGABYTE: usize = 1 << 30;
/// What the operating system may take in on the way before it says that nobody reads.
const ON_THE_WAY: usize = 64 << 20;

/// Sends it in pieces, its length unsaid, and gives up when nobody takes them any more. Answers how
/// much was taken, and the first line of what was said.
fn pour(serving: &Serving, path: &str) -> JoinHandle<(usize, String)> {
    let head = serving.head_of_a_note(path, "Transfer-Encoding: chunked");
    let mut stream = TcpStream::connect(&serving.address).unwrap();
    std::thread::spawn(move || {
        stream.write_all(head.as_bytes()).unwrap();
        let mut said = BufReader::new(stream.try_clone().unwrap());
        let answer = std::thread::spawn(move || {
            let mut line = String::new();
            said.read_line(&mut line).map(|_| line).unwrap_or_default()
        });
        let mut piece = format!("{PIECE:x}\r\n").into_bytes();
        piece.extend(std::iter::repeat_n(b'a', PIECE));
        piece.extend(b"\r\n");
        let mut taken = 0;
        while taken < GIGABYTE && stream.write_all(&piece).is_ok() {
            taken += PIECE;
        }
        (taken, answer.join().unwrap())
    })
}

#[test]
fn a_thousand_megabytes_are_refused_and_delay_nobody() {
    for installation in Installation::each() {
        let serving = installation.serve();
        let path = serving.life_of_a_team();
        let before = serving.most_memory();
        let pouring: Vec<_> = (0..4).map(|_| pour(&serving, &path)).collect();
        for number in 0..20 {
            assert!(serving.client().note(&path, &format!("meanwhile, {number}")));
        }
        for (taken, said) in pouring.into_iter().map(|it| it.join().unwrap()) {
            assert!(taken < ON_THE_WAY, "{taken} bytes were taken");
            assert!(said.starts_with("HTTP/1.1 413"), "{said}");
        }
        let grown = serving.most_memory() - before;
        assert!(grown < ON_THE_WAY, "nothing of it is held: {grown} bytes more");
        assert_eq!(serving.client().notes(&path).len(), 20);
    }
}

#[test]
fn a_body_that_says_it_is_too_long_is_not_read() {
    for installation in Installation::each() {
        let serving = installation.serve();
        let path = serving.life_of_a_team();
        let head = serving.head_of_a_note(&path, &format!("Content-Length: {GIGABYTE}"));
        let mut stream = TcpStream::connect(&serving.address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).unwrap();
        assert!(line.starts_with("HTTP/1.1 413"), "{line}");
        assert!(serving.client().notes(&path).is_empty());
    }
}
