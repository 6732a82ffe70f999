//! LZ-string's compression to UTF-16 characters, in which PRSM keeps its files: a dictionary of pieces seen before (Lempel
//! and Ziv 1978), written as codes of growing width into characters of fifteen bits, each raised by 32.
//!
//! Every piece of the dictionary stands somewhere in what was unpacked before, so it is kept as a place and a length: memory
//! grows with the text and not with the square of it.

use std::collections::{HashMap, hash_map::Entry};

/// Characters below this one are not used.
const RAISED: u16 = 32;
/// How many bits each character holds.
const BITS: u32 = 15;
/// Codes below this one have a meaning of their own: a byte comes, a character comes, the end.
const FIRST_CODE: u32 = 3;

/// Why something cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packed {
    /// It is cut off, or was never packed in this way.
    Broken,
    /// It is longer than this many units of UTF-16.
    TooLarge,
}

struct Bits<I> {
    characters: I,
    current: u16,
    left: u32,
}

impl<I: Iterator<Item = u16>> Bits<I> {
    /// The next bits as a number, the lowest first.
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for place in 0..count {
            if self.left == 0 {
                self.current = self.characters.next()?.checked_sub(RAISED)?;
                self.left = BITS;
            }
            self.left -= 1;
            value |= u32::from(self.current >> self.left & 1) << place;
        }
        Some(value)
    }
}

/// Unpacks a text, as long as it does not become longer than `most` units of UTF-16.
pub(crate) fn unpack(packed: &str, most: usize) -> Result<String, Packed> {
    let mut bits = Bits { characters: packed.encode_utf16(), current: 0, left: 0 };
    let mut text: Vec<u16> = Vec::new();
    // The place and length of each piece; codes begin at FIRST_CODE.
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut width = 2;
    loop {
        let code = bits.take(width).ok_or(Packed::Broken)?;
        let at = text.len();
        let known = match code {
            0 | 1 => {
                let unit = bits.take(8 + 8 * code).ok_or(Packed::Broken)?;
                text.push(u16::try_from(unit).map_err(|_| Packed::Broken)?);
                pieces.push((at, 1));
                (at, 1)
            }
            2 => return String::from_utf16(&text).map_err(|_| Packed::Broken),
            _ => piece(&pieces, last, code).ok_or(Packed::Broken)?,
        };
        if code >= FIRST_CODE {
            if at + known.1 > most {
                return Err(Packed::TooLarge);
            }
            repeat(&mut text, known);
        }
        if let Some((place, length)) = last {
            pieces.push((place, length + 1));
        }
        last = Some((at, known.1));
        width = width_for(pieces.len());
    }
}

/// The piece that a code stands for: one that was seen, or the one that comes into being with this code.
fn piece(
    pieces: &[(usize, usize)],
    last: Option<(usize, usize)>,
    code: u32,
) -> Option<(usize, usize)> {
    let code = usize::try_from(code - FIRST_CODE).ok()?;
    if code == pieces.len() {
        return last.map(|(place, length)| (place, length + 1));
    }
    pieces.get(code).copied()
}

/// Puts a piece at the end; it may reach into itself.
fn repeat(text: &mut Vec<u16>, (place, length): (usize, usize)) {
    for at in place..place + length {
        if let Some(unit) = text.get(at).copied() {
            text.push(unit);
        }
    }
}

/// How wide a code is when this many pieces are known.
fn width_for(pieces: usize) -> u32 {
    let codes = u32::try_from(pieces).unwrap_or(u32::MAX).saturating_add(FIRST_CODE);
    (u32::BITS - codes.leading_zeros()).max(2)
}

struct Packer {
    packed: String,
    current: u16,
    filled: u32,
}

impl Packer {
    fn put(&mut self, value: u32, count: u32) {
        for place in 0..count {
            self.current = self.current << 1 | u16::from(value >> place & 1 == 1);
            self.filled += 1;
            if self.filled == BITS {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        let unit = u32::from(self.current) + u32::from(RAISED);
        self.packed.push(char::from_u32(unit).unwrap_or_default());
        (self.current, self.filled) = (0, 0);
    }
}

/// Packs a text.
pub(crate) fn pack(text: &str) -> String {
    let mut packer = Packer { packed: String::new(), current: 0, filled: 0 };
    let mut codes: HashMap<(Option<u32>, u16), u32> = HashMap::new();
    // What has a code but was not written yet.
    let mut fresh: HashMap<u32, u16> = HashMap::new();
    let mut growth = Growth { width: 2, left: 2 };
    let mut next = FIRST_CODE;
    let mut current: Option<u32> = None;
    for unit in text.encode_utf16() {
        if let Entry::Vacant(new) = codes.entry((None, unit)) {
            new.insert(next);
            fresh.insert(next, unit);
            next += 1;
        }
        if let Some(longer) = codes.get(&(current, unit)) {
            current = Some(*longer);
            continue;
        }
        write(&mut packer, &mut fresh, &mut growth, current);
        growth.step();
        codes.insert((current, unit), next);
        next += 1;
        current = codes.get(&(None, unit)).copied();
    }
    if current.is_some() {
        write(&mut packer, &mut fresh, &mut growth, current);
        growth.step();
    }
    packer.put(2, growth.width);
    packer.packed_to_the_end()
}

/// How wide codes are, and how many more fit before they become wider.
struct Growth {
    width: u32,
    left: u32,
}

impl Growth {
    fn step(&mut self) {
        self.left -= 1;
        if self.left == 0 {
            self.left = 1 << self.width;
            self.width += 1;
        }
    }
}

fn write(
    packer: &mut Packer,
    fresh: &mut HashMap<u32, u16>,
    growth: &mut Growth,
    code: Option<u32>,
) {
    let Some(code) = code else { return };
    match fresh.remove(&code) {
        Some(unit) => {
            let wide = u32::from(unit >= 256);
            packer.put(wide, growth.width);
            packer.put(u32::from(unit), 8 + 8 * wide);
            growth.step();
        }
        None => packer.put(code, growth.width),
    }
}

impl Packer {
    /// The last character is always written, and a blank stands at the end, as LZ-string does it.
    fn packed_to_the_end(mut self) -> String {
        self.flush_rest();
        self.packed.push(' ');
        self.packed
    }

    fn flush_rest(&mut self) {
        self.current <<= BITS - self.filled;
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, pack, unpack};

    /// Made with `compressToUTF16` of lz-string 1.5.0 from npm.
    const KNOWN: &[(&str, &str)] = &[
        ("", "\u{2020} "),
        ("a", "\u{10e8} "),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "\u{10e6}\u{5f3a}\u{2020} "),
        ("A & B <C>", "\u{1060}\u{839}\u{428}\u{2223}\u{6081}\u{118}\u{4020} "),
        (
            "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f600}",
            "\u{5314}\u{897}\u{20b5}\u{3a28}\u{5df0}2\u{17a3}\u{3820}\u{3dc0} ",
        ),
        ("abcabcabcabcabdabd", "\u{10e1}\u{c51}\u{545d}\u{1a22}\u{33c0} "),
        ("\0\u{ff}\u{100}", "#\u{7f20}\u{1028} "),
    ];

    #[test]
    fn it_packs_and_unpacks_as_lz_string_does() {
        for (text, packed) in KNOWN {
            assert_eq!(pack(text), *packed, "{text:?}");
            assert_eq!(unpack(packed, 1000).unwrap(), *text);
        }
    }

    #[test]
    fn what_is_cut_off_is_broken() {
        assert_eq!(unpack("\u{10e1}\u{c51}", 1000), Err(Packed::Broken));
        assert_eq!(unpack("", 1000), Err(Packed::Broken));
        assert_eq!(unpack("\u{10}", 1000), Err(Packed::Broken));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = pack(&"a".repeat(3_000_000));
        assert!(bomb.chars().count() < 10_000, "it grows by the square");
        assert_eq!(unpack(&bomb, 1_000_000), Err(Packed::TooLarge));
        assert_eq!(unpack(&bomb, 3_000_000).unwrap().len(), 3_000_000);
    }
}
