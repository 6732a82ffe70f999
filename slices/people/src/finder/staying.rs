//! What was pointed out in words that are about to leave a group: somebody says of each that it may
//! stay, or takes it out.

use platform::Problems;
use ui::{Checkboxes, Choice};
use words::{Say, Text};

use super::{Finding, Sort};
use crate::said;

/// The boxes that ask of each whether it may stay.
pub fn boxes(findings: &[Finding], stays: &[String], problem: Option<Text>) -> Checkboxes {
    let all = Checkboxes::new("stays", said::finder_found()).hint(said::finder_found_hint());
    let all = all.values(stays.to_vec()).problem(problem);
    findings.iter().fold(all, |all, it| {
        let sort = match it.sort {
            Sort::Name => said::finder_name(),
            Sort::Date => said::finder_date(),
            Sort::Place => said::finder_place(),
        };
        all.choice(Choice::new(it.text.clone(), said::finder_stays(it.text.as_str())).hint(sort))
    })
}

/// Whether somebody said of each that it may stay.
pub fn all_may_stay(findings: &[Finding], stays: &[String]) -> Result<(), Problems> {
    if findings.iter().all(|it| stays.contains(&it.text)) {
        return Ok(());
    }
    Err(Problems::one("stays", left()))
}

/// What is said where something was pointed out, and nobody said that it may stay.
pub fn left() -> Say {
    said::finder_left()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stay_is_said_of_each() {
        let finding = |text: &str| Finding { sort: Sort::Name, text: text.to_owned() };
        let found = [finding("Jo"), finding("Kit")];
        let stays = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert!(all_may_stay(&[], &[]).is_ok());
        assert!(all_may_stay(&found, &stays(&["Jo"])).unwrap_err().of("stays").is_some());
        assert!(all_may_stay(&found, &stays(&["Kit", "Jo", "Wen"])).is_ok());
    }
}
