//! The questions that the program brings with it: version 1 of each scale, in our own words.

use people::Scale;
use words::Say;

use super::Question;
use crate::{Step, said};

/// A question, and the step it belongs to.
type Asks = (Step, fn() -> Say);

/// The questions of version 1. Answers name them by their key: never change one, add another.
pub(crate) fn built_in(scale: Scale) -> Vec<Question> {
    let all = match scale {
        Scale::Team => TEAM,
        Scale::Organisation => ORGANISATION,
        Scale::Place => PLACE,
        Scale::Country => COUNTRY,
    };
    let question = |(step, ask): &Asks| {
        let say = ask();
        Question { key: say.key().to_owned(), step: *step, text: None, said: say.into() }
    };
    all.iter().map(question).collect()
}

const TEAM: &[Asks] = &[
    (Step::Purpose, said::prompt_team_purpose_1),
    (Step::Purpose, said::prompt_team_purpose_2),
    (Step::Purpose, said::prompt_team_purpose_3),
    (Step::Understand, said::prompt_team_understand_1),
    (Step::Understand, said::prompt_team_understand_2),
    (Step::Understand, said::prompt_team_understand_3),
    (Step::Understand, said::prompt_team_understand_4),
    (Step::CoDesign, said::prompt_team_co_design_1),
    (Step::CoDesign, said::prompt_team_co_design_2),
    (Step::CoDesign, said::prompt_team_co_design_3),
    (Step::CoDesign, said::prompt_team_co_design_4),
    (Step::Explore, said::prompt_team_explore_1),
    (Step::Explore, said::prompt_team_explore_2),
    (Step::Explore, said::prompt_team_explore_3),
    (Step::Explore, said::prompt_team_explore_4),
    (Step::Embed, said::prompt_team_embed_1),
    (Step::Embed, said::prompt_team_embed_2),
    (Step::Embed, said::prompt_team_embed_3),
    (Step::Stewardship, said::prompt_team_stewardship_1),
    (Step::Stewardship, said::prompt_team_stewardship_2),
    (Step::Stewardship, said::prompt_team_stewardship_3),
];

const ORGANISATION: &[Asks] = &[
    (Step::Purpose, said::prompt_organisation_purpose_1),
    (Step::Purpose, said::prompt_organisation_purpose_2),
    (Step::Purpose, said::prompt_organisation_purpose_3),
    (Step::Understand, said::prompt_organisation_understand_1),
    (Step::Understand, said::prompt_organisation_understand_2),
    (Step::Understand, said::prompt_organisation_understand_3),
    (Step::Understand, said::prompt_organisation_understand_4),
    (Step::CoDesign, said::prompt_organisation_co_design_1),
    (Step::CoDesign, said::prompt_organisation_co_design_2),
    (Step::CoDesign, said::prompt_organisation_co_design_3),
    (Step::CoDesign, said::prompt_organisation_co_design_4),
    (Step::Explore, said::prompt_organisation_explore_1),
    (Step::Explore, said::prompt_organisation_explore_2),
    (Step::Explore, said::prompt_organisation_explore_3),
    (Step::Embed, said::prompt_organisation_embed_1),
    (Step::Embed, said::prompt_organisation_embed_2),
    (Step::Embed, said::prompt_organisation_embed_3),
    (Step::Stewardship, said::prompt_organisation_stewardship_1),
    (Step::Stewardship, said::prompt_organisation_stewardship_2),
    (Step::Stewardship, said::prompt_organisation_stewardship_3),
];

const PLACE: &[Asks] = &[
    (Step::Purpose, said::prompt_place_purpose_1),
    (Step::Purpose, said::prompt_place_purpose_2),
    (Step::Purpose, said::prompt_place_purpose_3),
    (Step::Understand, said::prompt_place_understand_1),
    (Step::Understand, said::prompt_place_understand_2),
    (Step::Understand, said::prompt_place_understand_3),
    (Step::Understand, said::prompt_place_understand_4),
    (Step::CoDesign, said::prompt_place_co_design_1),
    (Step::CoDesign, said::prompt_place_co_design_2),
    (Step::CoDesign, said::prompt_place_co_design_3),
    (Step::CoDesign, said::prompt_place_co_design_4),
    (Step::Explore, said::prompt_place_explore_1),
    (Step::Explore, said::prompt_place_explore_2),
    (Step::Explore, said::prompt_place_explore_3),
    (Step::Embed, said::prompt_place_embed_1),
    (Step::Embed, said::prompt_place_embed_2),
    (Step::Embed, said::prompt_place_embed_3),
    (Step::Stewardship, said::prompt_place_stewardship_1),
    (Step::Stewardship, said::prompt_place_stewardship_2),
    (Step::Stewardship, said::prompt_place_stewardship_3),
];

const COUNTRY: &[Asks] = &[
    (Step::Purpose, said::prompt_country_purpose_1),
    (Step::Purpose, said::prompt_country_purpose_2),
    (Step::Purpose, said::prompt_country_purpose_3),
    (Step::Understand, said::prompt_country_understand_1),
    (Step::Understand, said::prompt_country_understand_2),
    (Step::Understand, said::prompt_country_understand_3),
    (Step::CoDesign, said::prompt_country_co_design_1),
    (Step::CoDesign, said::prompt_country_co_design_2),
    (Step::CoDesign, said::prompt_country_co_design_3),
    (Step::CoDesign, said::prompt_country_co_design_4),
    (Step::Explore, said::prompt_country_explore_1),
    (Step::Explore, said::prompt_country_explore_2),
    (Step::Explore, said::prompt_country_explore_3),
    (Step::Embed, said::prompt_country_embed_1),
    (Step::Embed, said::prompt_country_embed_2),
    (Step::Embed, said::prompt_country_embed_3),
    (Step::Stewardship, said::prompt_country_stewardship_1),
    (Step::Stewardship, said::prompt_country_stewardship_2),
    (Step::Stewardship, said::prompt_country_stewardship_3),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_step_of_every_scale_has_a_few_questions_and_no_key_is_used_twice() {
        let mut keys = HashSet::new();
        for scale in Scale::ALL {
            let questions = built_in(scale);
            for step in Step::ALL {
                let of_step = questions.iter().filter(|it| it.step == step).count();
                assert!((2..=4).contains(&of_step), "{scale:?} {step:?}: {of_step}");
            }
            for question in questions {
                let begins = format!("prompt-{}-{}-", scale.name(), question.step.name());
                assert!(question.key.starts_with(&begins), "{}", question.key);
                assert!(keys.insert(question.key.clone()), "{} twice", question.key);
            }
        }
    }
}
