//! Everybody, and what is true of them.

use crate::{
    chance::{Chance, Of},
    names::Names,
    places::Home,
    slips::Born,
};

const FIRST_NAMES: usize = 32_295;
const SURNAMES: usize = 84_515;

/// What is true of somebody.
#[derive(Clone, Debug)]
pub(crate) struct Person<'world> {
    pub(crate) given: &'world str,
    pub(crate) surname: String,
    /// The surname after a change.
    pub(crate) later_surname: Option<String>,
    pub(crate) born: Born,
    pub(crate) home: Home,
    /// The home after a move.
    pub(crate) later_home: Option<Home>,
    pub(crate) phone: String,
    pub(crate) email: String,
    /// Nothing where there are more people than numbers.
    pub(crate) nhs_number: Option<String>,
}

/// Where everybody is worked out from, one at a time, so that they need no room.
pub(crate) struct World {
    pub(crate) seed: u64,
    given: Names,
    surnames: Names,
    /// The middle six digits of each NHS number that begins with 999, in an order of chance.
    numbers: Vec<u32>,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        let mut numbers: Vec<u32> =
            (0..1_000_000).filter(|middle| check_digit(*middle).is_some()).collect();
        Chance::new(seed, Of::Numbers, 0).shuffle(&mut numbers);
        Self {
            seed,
            given: Names::given(&mut Chance::new(seed, Of::Given, 0), FIRST_NAMES),
            surnames: Names::surnames(&mut Chance::new(seed, Of::Surnames, 0), SURNAMES),
            numbers,
        }
    }

    /// The person with this number. Each second one may have the one before as kin.
    pub(crate) fn person(&self, number: u32) -> Person<'_> {
        let (own, mut chance) = self.alone(number);
        if number.is_multiple_of(2) {
            return own;
        }
        // One in two may, so each of these is half as often among all.
        match chance.below(1000) {
            0..10 => self.twin(own, number - 1),
            10..30 => self.namesake(own, number - 1),
            30..430 => self.of_one_house(own, number - 1),
            _ => own,
        }
    }

    fn alone(&self, number: u32) -> (Person<'_>, Chance) {
        let mut chance = Chance::new(self.seed, Of::Person, number.into());
        let given = self.given.draw(&mut chance);
        let surname = self.surnames.draw(&mut chance).to_owned();
        let later_surname = chance.in_thousand(30).then(|| self.later(&surname, &mut chance));
        let home = Home::draw(self.seed, &mut chance);
        let later_home = chance.in_thousand(250).then(|| Home::draw(self.seed, &mut chance));
        let host = chance.pick(&["example.org", "example.com", "example.net"]);
        let tail = chance.between(1, 99);
        let middle = usize::try_from(number).ok().and_then(|it| self.numbers.get(it));
        let own = Person {
            email: format!("{given}.{surname}{tail}@{host}").to_lowercase(),
            given,
            surname,
            later_surname,
            born: Born::draw(&mut chance, 1930, 2018),
            home,
            later_home,
            phone: format!("07700 {}", chance.between(900_000, 999_999)),
            nhs_number: middle.and_then(|middle| nhs_number(*middle)),
        };
        (own, chance)
    }

    /// Another surname, or one more.
    fn later(&self, surname: &str, chance: &mut Chance) -> String {
        let other = self.surnames.draw(chance);
        if chance.in_thousand(300) { format!("{surname}-{other}") } else { other.to_owned() }
    }

    fn twin<'world>(&'world self, own: Person<'world>, of: u32) -> Person<'world> {
        let (elder, _) = self.alone(of);
        Person { given: own.given, email: own.email, nhs_number: own.nhs_number, ..elder }
    }

    /// Somebody who bears the name of a parent with whom they live, or of a child.
    fn namesake<'world>(&'world self, own: Person<'world>, of: u32) -> Person<'world> {
        let (other, _) = self.alone(of);
        let year = other.born.year;
        let apart = 22 + own.born.year % 14;
        let year = if year < 1980 { year + apart } else { year - apart };
        // Not every year has a last day of February.
        let born = Born { year, day: other.born.day.min(28), ..own.born };
        let Person { given, surname, later_surname, home, later_home, .. } = other;
        Person { given, surname, later_surname, born, home, later_home, ..own }
    }

    fn of_one_house<'world>(&'world self, own: Person<'world>, of: u32) -> Person<'world> {
        let (other, _) = self.alone(of);
        let Person { surname, home, later_home, .. } = other;
        Person { surname, home, later_home, ..own }
    }
}

/// The NHS number with these six digits after 999; one in eleven has no check digit and is not given out.
fn nhs_number(middle: u32) -> Option<String> {
    check_digit(middle).map(|check| format!("999{middle:06}{check}"))
}

/// NHS Data Dictionary, "NHS number": the digits with weights from 10 down to 2, and what their sum lacks to a multiple of 11.
fn check_digit(middle: u32) -> Option<u32> {
    let of_999 = 9 * (10 + 9 + 8);
    let (mut rest, mut sum) = (middle, of_999);
    for weight in 2..=7 {
        sum += rest % 10 * weight;
        rest /= 10;
    }
    let check = (11 - sum % 11) % 11;
    (check < 10).then_some(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_digit_is_right() {
        // 10 * 9 + 9 * 9 + 8 * 9 + 2 * 1 = 245 = 22 * 11 + 3, and 11 - 3 = 8.
        assert_eq!(nhs_number(1).as_deref(), Some("9990000018"));
        let given_out = (0..1_000_000).filter_map(check_digit).count();
        assert_eq!(given_out, 909_091);
    }

    #[test]
    fn some_people_are_easily_taken_for_one_another() {
        let world = World::new(7);
        let pairs: Vec<_> =
            (0..8_000).map(|pair| (world.person(2 * pair), world.person(2 * pair + 1))).collect();
        let count = |alike: fn(&Person<'_>, &Person<'_>) -> bool| {
            pairs.iter().filter(|(one, other)| alike(one, other)).count()
        };
        let twins = count(|a, b| a.born == b.born && a.surname == b.surname && a.phone == b.phone);
        assert!((50..120).contains(&twins), "{twins}");
        let namesakes = count(|a, b| {
            a.given == b.given && a.home == b.home && a.born.year.abs_diff(b.born.year) > 20
        });
        assert!((120..210).contains(&namesakes), "{namesakes}");
        let houses = count(|a, b| a.surname == b.surname && a.home == b.home);
        assert!((3_300..3_800).contains(&houses), "{houses}");
        assert!(pairs.iter().all(|(one, other)| one.nhs_number != other.nhs_number));
    }
}
