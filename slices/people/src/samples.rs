//! The pages of this slice in the states that people meet.

use kernel::{Id, Moment};
use platform::{Filled, Form as _, Press, Problems, Sample};
use words::Say;

use crate::{
    Scale, Tie, begin_life, beside_phone, bodies, body_people, end_membership, invitation, invite,
    join, said, second_step, set_second_step, set_up, sign_in, sign_out, stop_walking, team_walks,
    walk_beside,
};

const LONG: &str = "The North-Eastern Partnership for Neighbourhood Health, Housing, Work, Learning \
                    and Belonging in Greater Ashwell and the Fourteen Villages";

fn wrong<F: platform::Form>(path: &str, field: &'static str, what: Say) -> Filled<F> {
    Filled::new(path, F::default()).with_problems(Problems::one(field, what))
}

const fn id<T>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = coming_and_going();
    all.extend(own_second_step());
    all.extend(arranging());
    all.extend(walking());
    all.extend(ending());
    all
}

fn coming_and_going() -> Vec<Sample> {
    let blank = Filled::new("/sign-in", sign_in::SignInForm::default());
    vec![
        Sample::page("people/sign-in/empty", sign_in::SignInPage { filled: blank }),
        Sample::page(
            "people/sign-in/wrong",
            sign_in::SignInPage { filled: wrong("/sign-in", "name", said::sign_in_wrong()) },
        ),
        Sample::page(
            "people/code/empty",
            second_step::CodePage {
                filled: Filled::new("/sign-in/code", second_step::CodeForm::default()),
            },
        ),
        Sample::page(
            "people/code/wrong",
            second_step::CodePage { filled: wrong("/sign-in/code", "code", said::code_wrong()) },
        ),
        Sample::page("people/sign-out/here", sign_out_page(false)),
        Sample::page("people/sign-out/everywhere", sign_out_page(true)),
        Sample::page(
            "people/join/empty",
            join::JoinPage { filled: Filled::new("/join", join::JoinForm::default()) },
        ),
        Sample::page(
            "people/join/wrong",
            join::JoinPage { filled: wrong("/join", "code", said::join_code_wrong()) },
        ),
    ]
}

fn own_second_step() -> Vec<Sample> {
    let proof = set_second_step::ProofPage::new;
    vec![
        Sample::page(
            "people/second-step/empty",
            proof(Filled::new("/x", set_second_step::ProofForm::default()), false),
        ),
        Sample::page(
            "people/second-step/signed-in",
            proof(wrong("/x", "password", said::password_wrong()), true),
        ),
        Sample::page(
            "people/second-step/wrong",
            proof(wrong("/x", "code", said::code_wrong()), false),
        ),
    ]
}

fn sign_out_page(everywhere: bool) -> sign_out::SignOutPage {
    sign_out::SignOutPage { filled: Filled::new("/sign-out", Press {}), everywhere }
}

const TEAM: &str = "Riverside team";

fn arranging() -> Vec<Sample> {
    let line = |scale, name: &str| bodies::BodyLine { id: id(1), scale, name: name.to_owned() };
    let many = vec![line(Scale::Country, "Albion"), line(Scale::Place, LONG)];
    let set_up = |filled| set_up::SetUpPage { filled };
    let add = |filled| bodies::BodyAddPage { filled, bodies: many.clone() };
    let blank = Filled::new("/setup", set_up::SetUpForm::default());
    let broken = wrong("/setup", "code", said::set_up_code_wrong());
    let fresh = Filled::new("/setup/bodies", bodies::BodyForm::default());
    let scale = wrong("/setup/bodies", "scale", said::choose_scale());
    let mut all = vec![
        Sample::page("people/set-up/empty", set_up(blank)),
        Sample::page("people/set-up/wrong", set_up(broken)),
        Sample::view("people/bodies/empty", bodies::BodiesPage { bodies: Vec::new() }),
        Sample::page("people/body-add/empty", add(fresh)),
        Sample::page("people/body-add/wrong", add(scale)),
        Sample::view("people/bodies/many", bodies::BodiesPage { bodies: many.clone() }),
    ];
    all.extend(in_a_body());
    all
}

fn in_a_body() -> Vec<Sample> {
    let people = |members| body_people::BodyPeoplePage {
        id: id(2),
        scale: Scale::Team,
        name: TEAM.to_owned(),
        members,
        coordinates: true,
    };
    let (tie, name) = (Tie::Coordinator, "Sam".into());
    let sam = body_people::MemberLine { id: id(3), account: id(4), tie, name };
    let add = |filled| body_people::PersonAddPage {
        filled,
        body: TEAM.to_owned(),
        ties: Scale::Team.ties().to_vec(),
    };
    let end = |team| end_membership::EndPage {
        filled: Filled::new("/x", Press {}),
        body: TEAM.to_owned(),
        team,
    };
    let typed = Filled::new("/x", body_people::PersonForm::sample());
    vec![
        Sample::view("people/body/empty", people(Vec::new())),
        Sample::view("people/body/one", people(vec![sam])),
        Sample::page("people/person-add/empty", add(typed)),
        Sample::page("people/person-add/wrong", add(wrong("/x", "ties", said::choose_tie()))),
        Sample::page("people/membership-end", end(false)),
        Sample::page("people/membership-end/team", end(true)),
    ]
}

fn walking() -> Vec<Sample> {
    let jo = || "Jo".to_owned();
    let shown = |code: Option<&str>| invitation::InvitationPage {
        id: id(5),
        code: code.map(str::to_owned),
        url: "https://learn.example/join".to_owned(),
        ends_at: Moment::from_micros(0),
    };
    let press = || Filled::new("/x", Press {});
    let walk = |filled, colleagues| walk_beside::ColleaguePage { filled, name: jo(), colleagues };
    let nobody = Filled::new("/x", walk_beside::ColleagueForm::default());
    let choose = wrong("/x", "account", said::walk_choose());
    let two = vec![(id(6), "Ines".into()), (id(7), "Tom".into())];
    let invite = |filled| invite::InvitePage { filled, name: jo() };
    let blank = Filled::new("/x", invite::InviteForm::default());
    let back = |filled| beside_phone::TakeBackPage { filled };
    let begin = Filled::new("/x", begin_life::LifeForm::default());
    vec![
        Sample::page("people/begin-life/empty", begin_life::BeginLifePage { filled: begin }),
        Sample::page("people/walk/nobody", walk(nobody, Vec::new())),
        Sample::page("people/walk/wrong", walk(choose, two)),
        Sample::page("people/walk-end", stop_walking::StopPage { filled: press(), name: jo() }),
        Sample::page("people/invite/empty", invite(blank)),
        Sample::page("people/invite/wrong", invite(wrong("/x", "who", said::invite_choose()))),
        Sample::page("people/invitation/fresh", shown(Some("abcde23456"))),
        Sample::page("people/invitation/over", shown(None)),
        Sample::page("people/hand-over", hand_over(press())),
        Sample::page("people/take-back/empty", back(Filled::new("/beside/end", take_back()))),
        Sample::page(
            "people/take-back/wrong",
            back(wrong("/beside/end", "password", said::password_wrong())),
        ),
    ]
}

fn hand_over(filled: Filled<Press>) -> beside_phone::HandOverPage {
    beside_phone::HandOverPage { filled, name: "Jo".to_owned() }
}

fn take_back() -> beside_phone::TakeBackForm {
    beside_phone::TakeBackForm::default()
}

fn ending() -> Vec<Sample> {
    let end = |name: &str, own| stop_walking::EndAlongsidePage {
        filled: Filled::new("/x", Press {}),
        name: name.to_owned(),
        who: "Sam".into(),
        own,
    };
    let walks = |walks| team_walks::TeamWalksPage { team: id(2), who: "Sam".into(), walks };
    let many = vec![(id(8), "Jo".to_owned()), (id(9), "Kit".to_owned()), (id(10), LONG.to_owned())];
    vec![
        Sample::page("people/alongside-end/own", end("Jo", true)),
        Sample::page("people/alongside-end/other", end("Jo", false)),
        Sample::page("people/alongside-end/long", end(LONG, false)),
        Sample::page("people/team-walks/none", walks(Vec::new())),
        Sample::page("people/team-walks/one", walks(vec![(id(8), "Jo".to_owned())])),
        Sample::page("people/team-walks/many", walks(many)),
    ]
}
