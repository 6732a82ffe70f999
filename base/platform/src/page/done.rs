use ui::NotificationBanner;

use crate::said;

/// What was done, for the page that follows to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Something typed was saved.
    Saved,
    /// Something else.
    Done,
}

impl What {
    /// Its name in the cookie.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Done => "done",
        }
    }

    /// Reads what the answer before left in the cookie.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Saved, Self::Done].into_iter().find(|it| it.name() == name)
    }

    pub(super) fn banner(self) -> NotificationBanner {
        let title = said::done_title();
        let banner = match self {
            Self::Saved => NotificationBanner::done(said::done_saved()),
            Self::Done => NotificationBanner::done(said::done_done()),
        };
        banner.title(title).title_id("done")
    }
}
