//! Several programs serve one installation, and one of them is lost.

use crate::program::Installation;

#[test]
fn when_one_program_is_killed_another_goes_on() {
    let Some(installation) = Installation::for_several() else { return };
    let mut one = installation.serve();
    let notes = one.life_of_a_team();
    let elsewhere = installation.elsewhere();
    let other = elsewhere.serve_again(&one);
    for number in 0..20 {
        assert!(one.client().note(&notes, &format!("through the one, {number}")));
        assert!(other.client().note(&notes, &format!("through the other, {number}")));
    }
    one.kill();
    assert!(other.client().note(&notes, "and afterwards"));
    let there = other.client().notes(&notes);
    assert_eq!(there.len(), 41, "{there:?}");
    drop(other);
    let verified = elsewhere.run(&["verify"]);
    assert!(verified.contains("The journal is whole"), "{verified}");
}

#[test]
fn a_program_with_another_master_key_does_not_begin() {
    let Some(installation) = Installation::for_several() else { return };
    let said = installation.elsewhere().refused(Installation::make_a_master_key);
    assert!(said.contains("master key that is not here"), "{said}");
}

#[test]
fn keys_are_not_kept_beside_the_data_they_open() {
    let Some(installation) = Installation::for_several() else { return };
    let said = installation.elsewhere().refused(Installation::keep_keys_with_the_data);
    assert!(said.contains("a database of their own"), "{said}");
}
