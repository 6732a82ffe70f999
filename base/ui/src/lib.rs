//! How Tributary looks: typed components with their template beside them, the layout of a page,
//! and the files that a browser needs.
//!
//! A component is a value: a page makes it with its builder methods and writes `{{ component }}`
//! in its template. Labels are [`words::Text`], so that they come out in the reader's language;
//! what is longer than a text is a [`Part`]. Pages compose components and never restyle them.

pub mod assets;
mod said;

mod actions;
mod back_link;
mod button;
mod checkboxes;
mod chips;
mod choice;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod exit_this_page;
mod field;
mod fieldset;
mod hint;
mod input;
mod inset_text;
mod keep_typing;
mod label;
mod layout;
mod note_item;
mod notification_banner;
mod own_words;
mod pagination;
mod part;
mod password_input;
mod radios;
mod scale;
mod select;
mod sheet;
mod size;
mod skip_link;
mod streams;
mod summary_list;
mod table;
mod textarea;
mod title;
mod trail;
mod warning_text;

pub use actions::Actions;
pub use back_link::BackLink;
pub use button::Button;
pub use checkboxes::Checkboxes;
pub use chips::Chips;
pub use choice::Choice;
pub use date_input::{DateInput, DatePart};
pub use details::Details;
pub use error_message::ErrorMessage;
pub use error_summary::ErrorSummary;
pub use exit_this_page::{EXIT_TO, ExitThisPage};
pub use fieldset::{Fieldset, Legend};
pub use hint::Hint;
pub use input::{Input, InputKind};
pub use inset_text::InsetText;
pub use keep_typing::KeepTyping;
pub use label::Label;
pub use layout::{Layout, NavLink, SignedIn};
pub use note_item::{NoteItem, NoteList};
pub use notification_banner::NotificationBanner;
pub use own_words::OwnWords;
pub use pagination::Pagination;
pub use part::Part;
pub use password_input::PasswordInput;
pub use radios::Radios;
/// What components and the layout say by themselves.
pub const WORDS: words::Sentences = said::WORDS;
pub use scale::{Scale, ScaleName};
pub use select::Select;
pub use sheet::Sheet;
pub use size::{Size, Width};
pub use skip_link::SkipLink;
pub use streams::{Stream, Streams};
pub use summary_list::{RowAction, SummaryList};
pub use table::{Cell, Table};
pub use textarea::Textarea;
pub use title::Title;
pub use trail::{Step, Trail};
pub use warning_text::WarningText;
