//! Names, words and identifiers.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Lower-case letters and digits, one blank between words. An apostrophe is dropped; other marks part words.
pub(super) fn words(raw: &str, out: &mut String) {
    let mut apart = false;
    each(raw, |sign| {
        if sign.is_alphanumeric() {
            if apart && !out.is_empty() {
                out.push(' ');
            }
            apart = false;
            out.push(sign);
        } else if !matches!(sign, '\'' | '`' | '\u{2019}' | '\u{2018}') {
            apart = true;
        }
    });
}

/// Lower-case letters and digits and nothing between.
pub(super) fn signs(raw: &str, out: &mut String) {
    each(raw, |sign| {
        if sign.is_alphanumeric() {
            out.push(sign);
        }
    });
}

/// As [`signs`], but nothing where it is one sign repeated, as in `0000000000`.
pub(super) fn identifier(raw: &str, out: &mut String) {
    signs(raw, out);
    let mut all = out.chars();
    let first = all.next();
    if out.len() > 1 && all.all(|sign| Some(sign) == first) {
        out.clear();
    }
}

/// Each sign in lower case and without its accent.
pub(super) fn each(raw: &str, mut take: impl FnMut(char)) {
    if raw.is_ascii() {
        raw.bytes().for_each(|byte| take(char::from(byte.to_ascii_lowercase())));
        return;
    }
    let bare = raw.nfkd().filter(|sign| !is_combining_mark(*sign));
    for sign in bare.flat_map(char::to_lowercase) {
        match sign {
            'ß' => "ss".chars().for_each(&mut take),
            'ø' => take('o'),
            'ł' => take('l'),
            'đ' | 'ð' => take('d'),
            'æ' => "ae".chars().for_each(&mut take),
            'œ' => "oe".chars().for_each(&mut take),
            'þ' => "th".chars().for_each(&mut take),
            _ => take(sign),
        }
    }
}
