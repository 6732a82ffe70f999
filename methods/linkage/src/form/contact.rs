//! Telephone numbers and addresses for electronic mail.

/// The fewest digits by which a telephone can be called.
const FEWEST: usize = 6;

/// Digits; a number from Britain with its leading 0, however its country was written.
pub(super) fn phone(raw: &str, out: &mut String) {
    let abroad = raw.starts_with('+');
    out.extend(raw.chars().filter(char::is_ascii_digit));
    if out.starts_with("00") {
        out.drain(..2);
    } else if !(abroad || out.starts_with("44") && out.len() == 12) {
        return keep_if_long(out);
    }
    if let Some(rest) = out.strip_prefix("44") {
        let rest = rest.trim_start_matches('0');
        *out = format!("0{rest}");
    }
    keep_if_long(out);
}

fn keep_if_long(out: &mut String) {
    if out.len() < FEWEST {
        out.clear();
    }
}

/// Lower case and without blanks.
pub(super) fn email(raw: &str, out: &mut String) {
    let raw = raw
        .get(..7)
        .filter(|start| start.eq_ignore_ascii_case("mailto:"))
        .map_or(raw, |_| raw.split_at(7).1);
    super::words::each(raw, |sign| {
        if !sign.is_whitespace() {
            out.push(sign);
        }
    });
}
