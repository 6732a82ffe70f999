//! Parts of values: of dates, postcodes, e-mail addresses and names.

/// Year, month and day of a date as [`crate::Form::Date`] writes it.
pub(crate) fn date(text: &str) -> Option<(&str, &str, &str)> {
    Some((text.get(..4)?, text.get(4..6)?, text.get(6..8)?))
}

/// What stands before the @.
pub(crate) fn local(email: &str) -> &str {
    email.split_once('@').map_or("", |(local, _)| local)
}

/// All but the last two signs of a postcode with letters in it; of one of digits alone, all of it.
pub(crate) fn sector(postcode: &str) -> &str {
    without_last(postcode, 2)
}

/// All but the last three signs of a postcode with letters in it; of one of digits alone, all but the last.
pub(crate) fn district(postcode: &str) -> &str {
    if digits_alone(postcode) {
        front(postcode, postcode.len().saturating_sub(1))
    } else {
        without_last(postcode, 3)
    }
}

/// The letters at the front of a postcode; where there are none, its first two digits.
pub(crate) fn area(postcode: &str) -> &str {
    let letters = postcode.bytes().take_while(u8::is_ascii_alphabetic).count();
    front(postcode, if letters == 0 { 2 } else { letters })
}

fn without_last(postcode: &str, signs: usize) -> &str {
    if digits_alone(postcode) {
        return postcode;
    }
    front(postcode, postcode.len().saturating_sub(signs))
}

fn digits_alone(postcode: &str) -> bool {
    postcode.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first `signs` bytes, where they end between two letters.
pub(crate) fn front(text: &str, signs: usize) -> &str {
    text.get(..signs).unwrap_or_default()
}

/// How a name sounds: the four signs of Soundex (Russell 1918; Knuth 1973, 6), of its letters a to z.
pub(crate) fn sound(name: &str, out: &mut String) {
    let mut last = 0;
    for letter in name.bytes().filter(u8::is_ascii_lowercase) {
        let code = code(letter);
        if out.is_empty() {
            out.push(char::from(letter));
        } else if code != last && code > b'0' {
            out.push(char::from(code));
        }
        if !matches!(letter, b'h' | b'w') {
            last = code;
        }
        if out.len() == 4 {
            return;
        }
    }
}

fn code(letter: u8) -> u8 {
    match letter {
        b'b' | b'f' | b'p' | b'v' => b'1',
        b'c' | b'g' | b'j' | b'k' | b'q' | b's' | b'x' | b'z' => b'2',
        b'd' | b't' => b'3',
        b'l' => b'4',
        b'm' | b'n' => b'5',
        b'r' => b'6',
        _vowel => b'0',
    }
}
