//! Who is asking.

use kernel::{Id, Moment};

use crate::vault::AnySubject;

/// Somebody who can sign in.
#[derive(Debug)]
pub enum Account {}

/// What kind of account it is. What somebody may do comes from their relationships, not from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody has signed in.
    Visitor,
    /// A person served, on their own page.
    Person,
    /// Somebody a person trusts to be beside them.
    Supporter,
    /// Somebody who works here.
    Worker,
    /// Sets up places, teams and accounts; sees nobody's page.
    Administrator,
    /// A person served, using the phone of the worker beside them.
    Beside,
    /// The program itself, at the command line.
    Program,
}

impl Kind {
    /// The kind an account row names.
    pub fn stored(name: &str) -> Option<Self> {
        match name {
            "person" => Some(Self::Person),
            "supporter" => Some(Self::Supporter),
            "worker" => Some(Self::Worker),
            "administrator" => Some(Self::Administrator),
            _ => None,
        }
    }

    /// As it is written in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Person => "person",
            Self::Supporter => "supporter",
            Self::Worker => "worker",
            Self::Administrator => "administrator",
            Self::Beside => "beside",
            Self::Program => "program",
        }
    }
}

/// How they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Not at all: nobody has signed in.
    Nobody,
    /// A browser.
    Session,
    /// The phone of the worker beside the person whose record this is.
    Beside(Id<AnySubject>),
    /// A program's token.
    Token {
        /// Whether it may change anything.
        writes: bool,
    },
    /// The command line of the machine it runs on.
    Program,
}

impl Via {
    /// As it is written in the journal.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Session => "session",
            Self::Beside(_) => "beside",
            Self::Token { .. } => "token",
            Self::Program => "program",
        }
    }
}

/// Who is asking. Made from a session, a token or the command line; never by a slice.
#[derive(Clone, Debug)]
pub struct Actor {
    account: Option<Id<Account>>,
    kind: Kind,
    via: Via,
    session: Option<String>,
    at: Moment,
}

impl Actor {
    pub(crate) const fn visitor() -> Self {
        Self {
            account: None,
            kind: Kind::Visitor,
            via: Via::Nobody,
            session: None,
            at: Moment::EPOCH,
        }
    }

    pub(crate) const fn signed_in(account: Id<Account>, kind: Kind, via: Via) -> Self {
        Self { account: Some(account), kind, via, session: None, at: Moment::EPOCH }
    }

    pub(crate) fn in_session(self, session: String) -> Self {
        Self { session: Some(session), ..self }
    }

    pub(crate) fn asking(self, at: Moment) -> Self {
        Self { at, ..self }
    }

    /// The program itself, started by somebody who may start it.
    pub(crate) const fn program() -> Self {
        Self {
            account: None,
            kind: Kind::Program,
            via: Via::Program,
            session: None,
            at: Moment::EPOCH,
        }
    }

    /// When they ask: what is found for them may depend on how long ago something was.
    pub const fn at(&self) -> Moment {
        self.at
    }

    /// Their account.
    pub const fn account(&self) -> Option<Id<Account>> {
        self.account
    }

    /// What kind of account it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How they came.
    pub const fn via(&self) -> Via {
        self.via
    }

    /// The record of the person beside whose worker they sit.
    pub const fn beside(&self) -> Option<Id<AnySubject>> {
        match self.via {
            Via::Beside(record) => Some(record),
            Via::Nobody | Via::Session | Via::Token { .. } | Via::Program => None,
        }
    }

    /// The hash that names their session, if they came by browser.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// True when nobody has signed in.
    pub const fn is_visitor(&self) -> bool {
        matches!(self.kind, Kind::Visitor)
    }

    /// False for a token that may only read.
    pub const fn may_change(&self) -> bool {
        !matches!(self.via, Via::Token { writes: false })
    }
}
