//! Numbers as people read them.

/// How exactly to write the numbers of one series: as many digits after the point as its spread deserves, and commas between
/// thousands. Very large and very small numbers are written with a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    decimals: usize,
    powers: bool,
}

impl Figures {
    /// For numbers that lie among these.
    pub fn of(values: &[f64]) -> Self {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let most = finite().fold(f64::NEG_INFINITY, f64::max);
        let least = finite().fold(f64::INFINITY, f64::min);
        let size = most.abs().max(least.abs());
        let spread = if most > least { most - least } else { size };
        Self::with_spread(spread, size)
    }

    /// For numbers that differ by about `spread` and are no larger than about `size`.
    pub(crate) fn with_spread(spread: f64, size: f64) -> Self {
        if !(spread.is_finite() && spread > 0.0) {
            return Self { decimals: 0, powers: false };
        }
        let digits = libm::floor(libm::log10(spread));
        let wanted = (0..=9_u8).find(|decimals| f64::from(*decimals) + digits >= 2.0);
        Self { decimals: wanted.unwrap_or(9).into(), powers: digits < -6.0 || size >= 1e15 }
    }

    /// The number, as text.
    pub fn say(self, value: f64) -> String {
        if self.powers {
            return format!("{value:.3e}");
        }
        let text = format!("{:.*}", self.decimals, value.abs());
        let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
        let nothing = text.bytes().all(|byte| byte == b'0' || byte == b'.');
        let mut said = String::from(if value < 0.0 && !nothing { "−" } else { "" });
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                said.push(',');
            }
            said.push(digit);
        }
        said.push_str(rest);
        said
    }

    /// The number as text, without noughts at the end of a fraction: for values as they were given.
    pub fn say_briefly(self, value: f64) -> String {
        let said = self.say(value);
        if self.powers || !said.contains('.') {
            return said;
        }
        said.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn numbers_are_written_as_exactly_as_their_spread_deserves() {
        assert_eq!(Figures::of(&[20_000.0, 31_000.0]).say(21_289.4), "21,289");
        assert_eq!(Figures::of(&[0.1, 0.35]).say(0.123_45), "0.123");
        assert_eq!(Figures::of(&[-5.0, 5.0]).say(-0.06), "−0.1");
        assert_eq!(Figures::of(&[-5.0, 5.0]).say(-0.01), "0.0");
        assert_eq!(Figures::of(&[1_234_567.0]).say(1_234_567.0), "1,234,567");
        assert_eq!(Figures::of(&[5.0, 9.0]).say_briefly(7.0), "7");
        assert_eq!(Figures::of(&[1e200]).say(1e200), "1.000e200");
        assert_eq!(Figures::of(&[]).say(0.0), "0");
    }
}
