//! Records of several agencies about the same people.

use std::{io, vec};

use crate::{
    chance::{Chance, Of},
    person::{Person, World},
    record::Record,
    slips,
};

const AGENCIES: [&str; 8] = [
    "Housing",
    "Adult social care",
    "Children's services",
    "GP",
    "Hospital",
    "Police",
    "Homelessness charity",
    "Jobcentre",
];
/// Agencies that write `Rd` for `Road`.
const SHORTEN: [&str; 2] = ["Police", "Hospital"];
/// Nobody has more records.
const MOST: u8 = 25;

/// So many records about so many people, decided by the seed. Everybody has one at least and 25 at most; a number of records
/// that this does not allow becomes the nearest that it does.
pub fn people(people: u32, records: u32, seed: u64) -> People {
    let mut chance = Chance::new(seed, Of::Owners, 0);
    let mut owners = owners(people, records, &mut chance);
    chance.shuffle(&mut owners);
    People { world: World::new(seed), owners: owners.into_iter(), given_out: 0 }
}

/// The records, in an order of chance. Holds the names and who each record is about, about 20 MB for a million, and no record.
pub struct People {
    world: World,
    owners: vec::IntoIter<u32>,
    given_out: u32,
}

impl People {
    /// Writes the records as a table, and who each is about as another (`record_id,person_id`), both CSV with a first line of names.
    ///
    /// # Errors
    /// Where one of them cannot be written.
    pub fn write(self, csv: &mut dyn io::Write, truth: &mut dyn io::Write) -> io::Result<()> {
        writeln!(csv, "{}", Record::COLUMNS)?;
        writeln!(truth, "record_id,person_id")?;
        for record in self {
            writeln!(csv, "{record}")?;
            writeln!(truth, "{},{}", record.record_id, record.person_id())?;
        }
        Ok(())
    }
}

impl Iterator for People {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let owner = self.owners.next()?;
        self.given_out += 1;
        let mut chance = Chance::new(self.world.seed, Of::Record, self.given_out.into());
        let mut record = written(&self.world.person(owner), &mut chance);
        record.person = owner;
        record.record_id = format!("R{:07}", self.given_out);
        Some(record)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.owners.size_hint()
    }
}

/// Who each record is about. Of 20 after everybody's first, 19 go to the owner of some record and one to anybody.
fn owners(people: u32, records: u32, chance: &mut Chance) -> Vec<u32> {
    let mut owners: Vec<u32> = (0..people).collect();
    let mut counts = vec![1_u8; owners.len()];
    let everybody = owners.len();
    let wanted = u64::from(records.max(people)).min(u64::from(people) * u64::from(MOST));
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    while owners.len() < wanted {
        let among = if chance.in_thousand(950) { owners.len() } else { everybody };
        let owner = owners.get(chance.place(among)).copied().unwrap_or_default();
        let count = usize::try_from(owner).ok().and_then(|it| counts.get_mut(it));
        if let Some(count) = count.filter(|count| **count < MOST) {
            *count += 1;
            owners.push(owner);
        }
    }
    owners
}

/// What an agency writes down about somebody.
fn written(person: &Person<'_>, chance: &mut Chance) -> Record {
    let agency = chance.pick(&AGENCIES);
    let (given_name, surname) = names(person, chance);
    let moved = person.later_home.as_ref().filter(|_| chance.in_thousand(500));
    let home = moved.unwrap_or(&person.home);
    let no_postcode = chance.in_thousand(120);
    let homeless = no_postcode && chance.in_thousand(167);
    let mut unless = |often: u64, fact: &str| {
        if chance.in_thousand(often) { String::new() } else { fact.to_owned() }
    };
    Record {
        agency,
        given_name,
        surname,
        city: home.city.to_owned(),
        postcode: if no_postcode { String::new() } else { home.postcode.clone() },
        phone: unless(600, &person.phone),
        email: unless(700, &person.email),
        nhs_number: unless(550, person.nhs_number.as_deref().unwrap_or_default()),
        address_1: if homeless {
            "No fixed abode".to_owned()
        } else {
            home.line(SHORTEN.contains(&agency))
        },
        date_of_birth: date_of_birth(person, chance),
        ..Record::default()
    }
}

fn names(person: &Person<'_>, chance: &mut Chance) -> (String, String) {
    let short = chance.in_thousand(50).then(|| slips::short_form(person.given, chance)).flatten();
    let given = short.unwrap_or_else(|| person.given.to_owned());
    let later = person.later_surname.as_ref().filter(|_| chance.in_thousand(500));
    let surname = later.unwrap_or(&person.surname).clone();
    let mut slipped =
        |name: String| if chance.in_thousand(60) { slips::slip(&name, chance) } else { name };
    let (given, surname) = (slipped(given), slipped(surname));
    if chance.in_thousand(10) { (surname, given) } else { (given, surname) }
}

fn date_of_birth(person: &Person<'_>, chance: &mut Chance) -> String {
    if chance.in_thousand(50) {
        return String::new();
    }
    // Of 365 birthdays 132 are another day when day and month change places: 83 in 1,000 of these are 30 of all.
    let swapped = person.born.swapped().filter(|_| chance.in_thousand(83));
    let mut born = swapped.unwrap_or(person.born);
    if chance.in_thousand(30) {
        born = born.wrong_digit(chance);
    }
    format!("{:04}-{:02}-{:02}", born.year, born.month, born.day)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::LazyLock};

    use super::*;

    const RECORDS: u32 = 20_000;

    /// Made once, for all that is asked of it.
    static MADE: LazyLock<(World, Vec<Record>)> =
        LazyLock::new(|| (World::new(7), people(8_000, RECORDS, 7).collect()));

    /// The share of records of which this holds, in a thousand.
    fn share(holds: impl Fn(&World, &Record) -> bool) -> u32 {
        let (world, records) = &*MADE;
        let held = records.iter().filter(|record| holds(world, record)).count();
        u32::try_from(held).unwrap() * 1000 / RECORDS
    }

    fn about(share: u32, wanted: u32) {
        let most = 4 + wanted / 20;
        assert!(share.abs_diff(wanted) <= most, "{share} in a thousand, and not {wanted}");
    }

    #[test]
    fn blanks_are_as_many_as_promised() {
        about(share(|_, it| it.nhs_number.is_empty()), 550);
        about(share(|_, it| it.phone.is_empty()), 600);
        about(share(|_, it| it.email.is_empty()), 700);
        about(share(|_, it| it.postcode.is_empty()), 120);
        about(share(|_, it| it.date_of_birth.is_empty()), 50);
        about(share(|_, it| it.address_1 == "No fixed abode"), 20);
        assert_eq!(share(|_, it| it.given_name.is_empty() || it.surname.is_empty()), 0);
    }

    #[test]
    fn slips_are_as_many_as_promised() {
        let surnames =
            |person: &Person<'_>| [Some(person.surname.clone()), person.later_surname.clone()];
        about(share(|world, it| world.person(it.person).given == it.surname), 10);
        let short = |world: &World, it: &Record| {
            let given = world.person(it.person).given;
            let known = crate::common::short_forms(given).contains(&it.given_name.as_str());
            known
                || (it.given_name.len() == 3
                    && given.len() > 4
                    && given.starts_with(&it.given_name))
        };
        // Not everybody's name has a short form.
        let short = share(short);
        assert!((35..50).contains(&short), "{short}");
        let slipped = |world: &World, it: &Record| {
            let known = surnames(&world.person(it.person));
            !known.contains(&Some(it.surname.clone()))
        };
        about(share(slipped), 70);
        let changed = |world: &World, it: &Record| {
            world.person(it.person).later_surname.as_ref() == Some(&it.surname)
        };
        about(share(changed), 14);
    }

    #[test]
    fn dates_of_birth_go_wrong_as_often_as_promised() {
        let differs = |world: &World, it: &Record, swapped: bool| {
            let born = world.person(it.person).born;
            let say =
                |it: super::slips::Born| format!("{:04}-{:02}-{:02}", it.year, it.month, it.day);
            let is_swapped = born.swapped().is_some_and(|other| say(other) == it.date_of_birth);
            let wrong = !it.date_of_birth.is_empty() && say(born) != it.date_of_birth;
            wrong && is_swapped == swapped
        };
        about(share(|world, it| differs(world, it, true)), 28);
        about(share(|world, it| differs(world, it, false)), 29);
    }

    #[test]
    fn a_quarter_of_the_people_moved() {
        let moved = |world: &World, it: &Record| {
            let later = world.person(it.person).later_home;
            later.is_some_and(|home| home.city == it.city && it.address_1.starts_with(&home.door))
        };
        about(share(moved), 123);
    }

    #[test]
    fn everybody_has_a_record_and_nobody_too_many() {
        let owners = |people, records| owners(people, records, &mut Chance::new(7, Of::Owners, 0));
        let mut counts = BTreeMap::new();
        for owner in owners(3_000, 60_000) {
            *counts.entry(owner).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 3_000);
        assert_eq!(counts.values().max(), Some(&25));
        assert_eq!(counts.values().sum::<u32>(), 60_000);
        assert_eq!(owners(10, 3).len(), 10);
        assert_eq!(owners(10, 1_000).len(), 250);
        assert_eq!(owners(0, 1_000).len(), 0);
    }
}
