//! A page with one thing to press: what will happen, and a way back.

use askama::Template;
use platform::{Filled, Page, Press};
use words::{Say, Text};

use crate::said;

/// One thing to press.
#[derive(Debug, Template)]
#[template(path = "press.html")]
pub(crate) struct PressPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) title: Say,
    pub(crate) about: Vec<Say>,
    pub(crate) button: Say,
    pub(crate) back: String,
}

impl Page for PressPage {
    fn title(&self) -> Text {
        self.title.clone().into()
    }
}

impl PressPage {
    fn actions(&self) -> ui::Actions {
        ui::Actions::new(ui::Button::new(self.button.clone()))
            .link(said::go_back(), self.back.as_str())
    }
}
