//! The pages of this slice in the states that people meet.

use kernel::{Id, Moment};
use platform::{Filled, Form as _, Press, Problems, Sample};
use words::Say;

use crate::{
    Scale, Tie, begin_life, beside_phone, bodies, body_people, invitation, invite, join, said,
    second_step, set_second_step, set_up, sign_in, sign_out, walk_beside,
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
    all.extend(arranging());
    all.extend(walking());
    all
}

fn coming_and_going() -> Vec<Sample> {
    let blank = Filled::new("/sign-in", sign_in::SignInForm::default());
    let proof = |filled| set_second_step::ProofPage::new(filled);
    vec![
        Sample::page("people/sign-in/empty", sign_in::SignInPage { filled: blank }),
        Sample::page(
            "people/sign-in/wrong",
            sign_in::SignInPage { filled: wrong("/sign-in", "name", said::sign_in_wrong()) },
        ),
        Sample::page(
            "people/code/empty",
            second_step::CodePage { filled: Filled::new("/sign-in/code", Default::default()) },
        ),
        Sample::page(
            "people/code/wrong",
            second_step::CodePage { filled: wrong("/sign-in/code", "code", said::code_wrong()) },
        ),
        Sample::page("people/second-step/empty", proof(Filled::new("/x", Default::default()))),
        Sample::page("people/second-step/wrong", proof(wrong("/x", "code", said::code_wrong()))),
        Sample::page("people/sign-out/here", sign_out_page(false)),
        Sample::page("people/sign-out/everywhere", sign_out_page(true)),
        Sample::page(
            "people/join/empty",
            join::JoinPage { filled: Filled::new("/join", Default::default()) },
        ),
        Sample::page(
            "people/join/wrong",
            join::JoinPage { filled: wrong("/join", "code", said::join_code_wrong()) },
        ),
    ]
}

fn sign_out_page(everywhere: bool) -> sign_out::SignOutPage {
    sign_out::SignOutPage { filled: Filled::new("/sign-out", Press {}), everywhere }
}

fn arranging() -> Vec<Sample> {
    let line = |scale, name: &str| bodies::BodyLine { id: id(1), scale, name: name.to_owned() };
    let many = vec![line(Scale::Country, "Albion"), line(Scale::Place, LONG)];
    let people = |members| body_people::BodyPeoplePage {
        id: id(2),
        scale: Scale::Team,
        name: "Riverside team".to_owned(),
        members,
    };
    let sam = body_people::MemberLine {
        id: id(3),
        account: id(4),
        tie: Tie::Coordinator,
        name: "Sam".into(),
    };
    let body = "Riverside team".to_owned();
    vec![
        Sample::page(
            "people/set-up/empty",
            set_up::SetUpPage { filled: Filled::new("/setup", Default::default()) },
        ),
        Sample::page(
            "people/set-up/wrong",
            set_up::SetUpPage { filled: wrong("/setup", "code", said::set_up_code_wrong()) },
        ),
        Sample::view("people/bodies/empty", bodies::BodiesPage { bodies: Vec::new() }),
        Sample::view("people/bodies/many", bodies::BodiesPage { bodies: many.clone() }),
        Sample::page(
            "people/body-add/empty",
            bodies::BodyAddPage {
                filled: Filled::new("/setup/bodies", Default::default()),
                bodies: many.clone(),
            },
        ),
        Sample::page(
            "people/body-add/wrong",
            bodies::BodyAddPage {
                filled: wrong("/setup/bodies", "scale", said::choose_scale()),
                bodies: many,
            },
        ),
        Sample::view("people/body/empty", people(Vec::new())),
        Sample::view("people/body/one", people(vec![sam])),
        Sample::page(
            "people/person-add/empty",
            body_people::PersonAddPage {
                filled: Filled::new("/x", body_people::PersonForm::sample()),
                body: body.clone(),
            },
        ),
        Sample::page(
            "people/person-add/wrong",
            body_people::PersonAddPage {
                filled: wrong("/x", "ties", said::choose_tie()),
                body: body.clone(),
            },
        ),
        Sample::page(
            "people/membership-end",
            body_people::EndPage { filled: Filled::new("/x", Press {}), body },
        ),
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
    vec![
        Sample::page(
            "people/begin-life/empty",
            begin_life::BeginLifePage { filled: Filled::new("/x", Default::default()) },
        ),
        Sample::page(
            "people/walk/nobody",
            walk_beside::ColleaguePage {
                filled: Filled::new("/x", Default::default()),
                name: jo(),
                colleagues: Vec::new(),
            },
        ),
        Sample::page(
            "people/walk/wrong",
            walk_beside::ColleaguePage {
                filled: wrong("/x", "account", said::walk_choose()),
                name: jo(),
                colleagues: vec![(id(6), "Ines".into()), (id(7), "Tom".into())],
            },
        ),
        Sample::page("people/walk-end", walk_beside::EndPage { filled: press(), name: jo() }),
        Sample::page(
            "people/invite/empty",
            invite::InvitePage { filled: Filled::new("/x", Default::default()), name: jo() },
        ),
        Sample::page(
            "people/invite/wrong",
            invite::InvitePage { filled: wrong("/x", "who", said::invite_choose()), name: jo() },
        ),
        Sample::page("people/invitation/fresh", shown(Some("abcde23456"))),
        Sample::page("people/invitation/over", shown(None)),
        Sample::page(
            "people/hand-over",
            beside_phone::HandOverPage { filled: press(), name: jo() },
        ),
        Sample::page(
            "people/take-back/empty",
            beside_phone::TakeBackPage { filled: Filled::new("/beside/end", Default::default()) },
        ),
        Sample::page(
            "people/take-back/wrong",
            beside_phone::TakeBackPage {
                filled: wrong("/beside/end", "password", said::password_wrong()),
            },
        ),
    ]
}
