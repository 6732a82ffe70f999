//! Coming in and going out.

use platform::{Filled, Kind, Sample, session::password::SHORTEST};

use super::{LONG, blank, one_wrong, press, read_by, wrong};
use crate::{
    join::{JoinForm, JoinPage},
    said,
    second_step::{CodeForm, CodePage},
    set_second_step::{ProofForm, ProofPage},
    set_up::{Beginning, SetUpForm, SetUpPage},
    sign_in::{SignInForm, SignInPage},
    sign_out::SignOutPage,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = signing_in();
    all.extend(joining());
    all.extend(setting_up());
    let mut all = read_by(all, &[Kind::Visitor]);
    all.extend(signing_out());
    all.extend(second_step());
    all
}

fn signing_in() -> Vec<Sample> {
    let sign_in = |filled: Filled<SignInForm>| SignInPage { filled, signed_in: false };
    let code = |filled: Filled<CodeForm>| CodePage { filled };
    vec![
        Sample::page("people/sign-in/empty", sign_in(blank())),
        Sample::page("people/sign-in/wrong", sign_in(one_wrong("name", said::sign_in_wrong()))),
        Sample::page("people/code/empty", code(blank())),
        Sample::page("people/code/wrong", code(one_wrong("code", said::code_wrong()))),
    ]
}

fn signing_out() -> Vec<Sample> {
    let out = |everywhere| SignOutPage { filled: press(), everywhere };
    let again = SignInPage { filled: blank(), signed_in: true };
    let all = vec![
        Sample::page("people/sign-in/signed-in", again),
        Sample::page("people/sign-out/here", out(false)),
        Sample::page("people/sign-out/everywhere", out(true)),
    ];
    read_by(all, &[Kind::Worker, Kind::Person, Kind::Supporter])
}

fn joining() -> Vec<Sample> {
    let join = |filled: Filled<JoinForm>| JoinPage { filled };
    let long = JoinForm { code: "abcd".to_owned(), name: LONG.to_owned(), ..JoinForm::default() };
    let both = [("name", said::name_taken()), ("password", said::password_short(SHORTEST))];
    vec![
        Sample::page("people/join/empty", join(blank())),
        Sample::page("people/join/wrong", join(one_wrong("code", said::join_code_wrong()))),
        Sample::page("people/join/taken", join(wrong(long, both))),
        Sample::page("people/join/long", join(one_wrong("password", said::password_long()))),
    ]
}

fn second_step() -> Vec<Sample> {
    let proof = |filled: Filled<ProofForm>, signed_in| ProofPage::new(filled, signed_in, false);
    let own = ProofPage::new(blank(), true, true);
    let password = one_wrong("password", said::password_wrong());
    vec![
        Sample::page("people/second-step/empty", proof(blank(), false)).read_by(&[Kind::Visitor]),
        Sample::page("people/second-step/signed-in", proof(blank(), true)),
        Sample::page("people/second-step/chosen", own).read_by(&[Kind::Person, Kind::Supporter]),
        Sample::page("people/second-step/password", proof(password, true)),
        Sample::page(
            "people/second-step/wrong",
            proof(one_wrong("code", said::code_wrong()), false),
        )
        .read_by(&[Kind::Visitor]),
    ]
}

fn setting_up() -> Vec<Sample> {
    let set_up = |filled: Filled<SetUpForm>| SetUpPage { filled };
    let long =
        SetUpForm { called: LONG.to_owned(), place: LONG.to_owned(), ..SetUpForm::default() };
    let problems = Beginning::parse(&long).err().unwrap_or_default();
    let long = Filled::new("/sample", long).with_problems(problems);
    vec![
        Sample::page("people/set-up/empty", set_up(blank())),
        Sample::page("people/set-up/wrong", set_up(one_wrong("code", said::set_up_code_wrong()))),
        Sample::page("people/set-up/long", set_up(long)),
    ]
}
