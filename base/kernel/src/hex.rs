//! Bytes as text that can be kept, read and typed.

/// The bytes as small hex digits, two for each.
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 0xf));
    }
    text
}

/// The bytes that were written as hex digits, small or large.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| {
        let [high, low] = pair else { return None };
        Some(nibble(*high)? << 4 | nibble(*low)?)
    };
    text.as_bytes().chunks(2).map(pair).collect()
}

pub(crate) fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

fn digit(nibble: u8) -> char {
    char::from(nibble + if nibble < 10 { b'0' } else { b'a' - 10 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes: Vec<u8>) {
            let text = hex(&bytes);
            prop_assert_eq!(unhex(&text.to_uppercase()), Some(bytes.clone()));
            prop_assert_eq!(unhex(&text), Some(bytes));
        }
    }

    #[test]
    fn nothing_else_is_hex() {
        for text in ["0", "000", "0g", "é", " 00"] {
            assert_eq!(unhex(text), None, "{text}");
        }
    }
}
