//! What happens to a fact on its way into a record.

use crate::{chance::Chance, common, names::capital};

/// A date of birth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Born {
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl Born {
    /// Between the years, each day about as likely.
    pub(crate) fn draw(chance: &mut Chance, first: u32, last: u32) -> Self {
        let (year, month) = (chance.between(first, last), chance.between(1, 12));
        Self { year, month, day: chance.between(1, days(year, month)) }
    }

    fn is_day(self) -> bool {
        (1..=12).contains(&self.month) && (1..=days(self.year, self.month)).contains(&self.day)
    }

    /// Day and month in each other's place, where that is another day.
    pub(crate) fn swapped(self) -> Option<Self> {
        let swapped = Self { month: self.day, day: self.month, ..self };
        (swapped.is_day() && swapped != self).then_some(swapped)
    }

    /// With one wrong digit, and still a day.
    pub(crate) fn wrong_digit(self, chance: &mut Chance) -> Self {
        let another = |whole: u32, chance: &mut Chance| whole / 10 * 10 + chance.between(0, 9);
        let wrong = |chance: &mut Chance| match chance.below(4) {
            0 => Self { day: another(self.day, chance), ..self },
            1 => Self { month: another(self.month, chance), ..self },
            2 => Self { year: another(self.year, chance), ..self },
            _ => Self {
                year: self.year / 100 * 100 + chance.between(0, 9) * 10 + self.year % 10,
                ..self
            },
        };
        let tries = (0..100).map(|_| wrong(chance));
        let mut days = tries.filter(|it| it.is_day() && *it != self && it.year <= 2024);
        days.next().unwrap_or(self)
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A name with one slip of the pen: a letter lost, added, another, or two in each other's place. It is never the same name.
pub(crate) fn slip(name: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = name.to_lowercase().chars().collect();
    if letters.is_empty() {
        return String::new();
    }
    let slips = (0..100).map(|_| capital(&one_slip(&letters, chance)));
    let mut others = slips.filter(|it| it != name && !it.is_empty());
    others.next().unwrap_or_else(|| name.to_owned())
}

fn one_slip(letters: &[char], chance: &mut Chance) -> String {
    let mut letters = letters.to_vec();
    let place = chance.place(letters.len());
    let letter = char::from(chance.pick(b"abcdefghijklmnopqrstuvwxyz"));
    match chance.below(4) {
        0 if letters.len() > 2 => drop(letters.remove(place)),
        1 => letters.insert(place, letter),
        2 if place + 1 < letters.len() => letters.swap(place, place + 1),
        _ => drop(letters.splice(place..=place, [letter])),
    }
    letters.into_iter().collect()
}

/// What somebody of this name is called for short; a made name loses what follows its third letter.
pub(crate) fn short_form(name: &str, chance: &mut Chance) -> Option<String> {
    let known = common::short_forms(name);
    if !known.is_empty() {
        return Some(chance.pick(&known).to_owned());
    }
    let made = common::names().all(|common| common != name) && name.len() > 4;
    made.then(|| name.chars().take(3).collect())
}
