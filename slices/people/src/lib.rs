//! People and where they work: accounts, teams, who walks beside whom.
//!
//! Roles come from relationships. What somebody is to a life is read from one published view
//! ([`Standing`]), what they are in a team, organisation, place or country from another ([`Part`]).

pub mod admin;
mod arrived;
mod begin_life;
mod belonging;
mod beside_phone;
mod bodies;
mod body_people;
mod bring_in;
mod code_anew;
mod code_back;
mod codes;
mod colleagues;
mod end_membership;
mod end_trust;
pub mod finder;
mod giving;
mod invitation;
mod invite;
mod join;
mod me;
mod me_name;
mod me_password;
mod model;
mod name_lines;
mod names;
mod own_password;
mod policy;
mod said;
mod samples;
mod second_step;
mod set_second_step;
mod set_up;
mod sign_in;
mod sign_out;
mod standing;
mod stop_walking;
mod store;
mod team_walks;
mod token;
mod walk_beside;

use platform::{Press, Routes};

pub use admin::FirstBodies;
pub use arrived::taken_up_again;
pub use belonging::{BodyOn, Part, all_bodies, bodies_of, body_of, body_on, part_in};
pub use model::{Alongside, Body, Called, Life, Scale, Tie};
pub use names::{
    Beside, beside, called, called_each, lives_of, lives_of_team, name_of, names_of, own_accounts,
};
pub use samples::samples;
pub use standing::{LifeOn, LifeTie, Standing, life_on, towards};
pub use token::{KeptToken, NewToken, Token, end_token, make_token, tokens};

/// The pages of this slice.
pub fn routes() -> Routes {
    arranging(coming_and_going(unrouted(Routes::of(said::WORDS))))
        .verb("/teams/{body}/lives", "/new", begin_life::form, begin_life::submit)
        .verb("/lives/{life}/alongside", "/new", walk_beside::form, walk_beside::submit)
        .verb("/lives/{life}/alongside/end", "/ask", stop_walking::form, stop_walking::submit)
        .verb("/alongside/{alongside}/end", "", stop_walking::end_form, stop_walking::end)
        .verb("/lives/{life}/supporters/end", "/ask", end_trust::form, end_trust::submit)
        .verb("/lives/{life}/invitations", "/new", invite::form, invite::submit)
        .page("/invitations/{invitation}", invitation::show)
        .verb("/lives/{life}/beside", "/ask", beside_phone::form, beside_phone::submit)
        .verb("/beside/end", "", beside_phone::back_form, beside_phone::back)
}

/// What no path leads to: done along with something else, or from the command line.
fn unrouted(routes: Routes) -> Routes {
    routes
        .told_of::<policy::BringIn>()
        .told_of::<policy::EndWithTeam>()
        .told_of::<policy::TakeUp>()
        .told_of::<policy::MakeAccount>()
        .told_of::<policy::NewCode>()
        .told_of::<policy::EndWithAccount>()
        .told_of::<policy::ForgetSecondStep>()
        .told_of::<policy::CloseAccount>()
        .told_of::<token::MakeToken>()
        .told_of::<token::ListTokens>()
        .told_of::<token::EndToken>()
}

fn coming_and_going(routes: Routes) -> Routes {
    routes
        .verb("/sign-in", "", sign_in::form, sign_in::submit)
        .verb("/sign-in/code", "", second_step::form, second_step::submit)
        .verb("/sign-in/second-step", "", set_second_step::form, set_second_step::submit)
        .verb("/sign-out", "", sign_out::form, sign_out::submit)
        .verb("/exit", "", sign_out::form, sign_out::exit)
        .verb::<_, Press, _, _, _, _, _>(
            "/sign-out/everywhere",
            "",
            sign_out::everywhere_form,
            sign_out::everywhere,
        )
        .show("/me", me::show)
        .verb("/me/password", "", me_password::form, me_password::submit)
        .verb("/me/name", "", me_name::form, me_name::submit)
        .verb("/join", "", join::form, join::submit)
        .verb("/setup", "", set_up::form, set_up::submit)
}

fn arranging(routes: Routes) -> Routes {
    routes
        .show("/setup/bodies", bodies::list)
        .verb("/setup/bodies", "/new", bodies::form, bodies::submit)
        .show("/setup/bodies/{body}", body_people::show)
        .verb("/setup/bodies/{body}/people", "/new", bring_in::form, bring_in::submit)
        .show("/setup/bodies/{body}/codes", codes::show)
        .verb("/invitations/{invitation}/anew", "", code_anew::form, code_anew::submit)
        .verb("/invitations/{invitation}/take-back", "", code_back::form, code_back::submit)
        .verb("/memberships/{membership}/end", "", end_membership::form, end_membership::submit)
        .page("/memberships/{membership}/alongside", team_walks::show)
}
