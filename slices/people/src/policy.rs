//! Who may do what with accounts, bodies and lives.

mod account;
mod alongside;
mod body;
mod life;

pub(crate) use account::{
    Invitation, Join, OwnAccount, OwnPage, ReadInvitation, SecondStep, SetUp, SignIn, SignOut,
};
pub(crate) use alongside::{EndAlongside, EndWithTeam, SeeWalks};
pub(crate) use body::{Arrange, ArrangeBody, EndMembership, Membership};
pub(crate) use life::{BeginLife, HandOver, Invite, StopWalking, TakeBack, WalkBeside};
