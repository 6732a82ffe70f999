#![doc = include_str!("../README.md")]

use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::Index,
};

/// What may happen to a file on its way.
#[derive(Clone, Debug)]
enum Harm {
    /// The rest of it is lost.
    Cut(Index),
    /// One byte became another.
    Byte(Index, u8),
    /// A piece is lost.
    Lost(Index, Index),
    /// A piece stands there several times.
    Again(Index, Index, u8),
    /// Something stands there that does not belong there.
    Put(Index, Vec<u8>),
}

/// What upsets readers more than other bytes do: marks that open and close, ends of lines, numbers beyond measure.
const UPSETTING: &[&str] = &[
    "\0",
    "\"",
    "'",
    ",",
    ";",
    "\n",
    "\r\n",
    "\u{feff}",
    "<",
    ">",
    "</",
    "&",
    "&amp;",
    "]]>",
    "{",
    "}",
    "[",
    "]",
    "null",
    "-1",
    "1e999",
    "-0",
    "NaN",
    "99999999999999999999",
    "0x10",
    "\u{202e}",
    "\u{1F600}",
    "=1+1",
    "A & B <C>",
];

/// Files like one of the samples, harmed one to four times; and, one time in eight, noise.
///
/// # Panics
/// Where there is no sample.
pub fn mangled(samples: &[&[u8]]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let samples: Vec<Vec<u8>> = samples.iter().map(|sample| sample.to_vec()).collect();
    let harmed = (proptest::sample::select(samples), vec(harm(), 1..=4))
        .prop_map(|(sample, harms)| harms.into_iter().fold(sample, suffer));
    prop_oneof![7 => harmed, 1 => vec(any::<u8>(), 0..512)]
}

fn harm() -> impl Strategy<Value = Harm> {
    let put = prop_oneof![
        proptest::sample::select(UPSETTING).prop_map(|text| text.as_bytes().to_vec()),
        vec(any::<u8>(), 1..16),
    ];
    prop_oneof![
        any::<Index>().prop_map(Harm::Cut),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Harm::Lost(from, to)),
        (any::<Index>(), any::<Index>(), 1..20_u8)
            .prop_map(|(a, b, times)| Harm::Again(a, b, times)),
        (any::<Index>(), put).prop_map(|(at, bytes)| Harm::Put(at, bytes)),
    ]
}

fn suffer(mut file: Vec<u8>, harm: Harm) -> Vec<u8> {
    let at = |index: Index| index.index(file.len() + 1);
    let piece = |a: Index, b: Index| at(a).min(at(b))..at(a).max(at(b));
    match harm {
        Harm::Cut(from) => file.truncate(at(from)),
        Harm::Byte(place, byte) => {
            let place = at(place);
            file.splice(place..(place + 1).min(file.len()), [byte]);
        }
        Harm::Lost(a, b) => drop(file.drain(piece(a, b))),
        Harm::Again(a, b, times) => {
            let piece = piece(a, b);
            let again: Vec<u8> = file.get(piece.clone()).unwrap_or_default().repeat(times.into());
            file.splice(piece.end..piece.end, again);
        }
        Harm::Put(place, bytes) => {
            let place = at(place);
            file.splice(place..place, bytes);
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use proptest::{
        strategy::{Strategy as _, ValueTree as _},
        test_runner::TestRunner,
    };

    #[test]
    fn most_files_still_look_like_the_sample() {
        let sample = b"From,To\nrain,river\nriver,sea\n".repeat(20);
        let files = super::mangled(&[&sample]);
        let mut runner = TestRunner::deterministic();
        let mut alike = 0;
        let mut whole = 0;
        for _ in 0..200 {
            let file = files.new_tree(&mut runner).unwrap().current();
            whole += usize::from(file == sample);
            alike += usize::from(file.windows(10).any(|piece| piece == b"rain,river"));
        }
        assert!(alike > 100, "{alike}");
        assert!(whole < 20, "{whole}");
    }
}
