//! Who may do what with accounts, bodies and lives.

mod account;
mod alongside;
mod body;
mod invitation;
mod life;
mod program;
mod waiting;

pub(crate) use account::{
    ChangePassword, ChangeSignIn, Join, OwnAccount, OwnPage, SecondStep, SetUp, SignIn, SignOut,
};
pub(crate) use alongside::{EndAlongside, EndWithTeam, SeeWalks};
pub(crate) use body::{Arrange, ArrangeBody, BringIn, EndMembership, Membership};
pub(crate) use invitation::{Invitation, ReadInvitation, TakeUp, Whose};
pub(crate) use life::{BeginLife, HandOver, Invite, StopWalking, TakeBack, WalkBeside};
pub(crate) use program::{CloseAccount, EndWithAccount, ForgetSecondStep, MakeAccount, NewCode};
pub(crate) use waiting::{CodeAnew, ReadCodes, TakeCodeBack, WaitingOn, may_let_in};
