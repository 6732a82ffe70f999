//! Who may.

mod grounds;
mod patterns;
mod relays;

pub(crate) use grounds::{Answering, GroundOn, SeeBecame};
pub(crate) use patterns::{AskThem, NamePattern, PatternOn, Reword, SeePattern};
pub(crate) use relays::{
    GiveResponse, PassFurther, PassOn, SeeGrounds, SeePassed, SeePatterns, SeeReceived, SeeRelay,
};
