//! The moment and the place of a request, by which days that people type and read are meant.

use jiff::{civil::Date, tz::TimeZone};
use kernel::Moment;

/// When it is, and by which clock.
#[derive(Clone, Debug)]
pub struct Here {
    now: Moment,
    zone: TimeZone,
}

impl Here {
    /// This moment, by the clock of this zone.
    pub const fn new(now: Moment, zone: TimeZone) -> Self {
        Self { now, zone }
    }

    /// The moment.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// The zone whose clock counts.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Whether two moments are of one day here.
    pub fn same_day(&self, one: Moment, other: Moment) -> bool {
        self.day(one) == self.day(other)
    }

    fn day(&self, moment: Moment) -> Date {
        moment.timestamp().to_zoned(self.zone.clone()).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_by_the_clock_of_the_place() {
        let at = |text| Moment::parse(text).unwrap();
        let (evening, night) = (at("2026-06-09T21:00:00Z"), at("2026-06-09T23:30:00Z"));
        assert!(Here::new(night, TimeZone::UTC).same_day(evening, night));
        let london = TimeZone::get("Europe/London").unwrap();
        assert!(!Here::new(night, london).same_day(evening, night));
    }
}
