//! Fixtures' options as our fields with a label.
#![expect(clippy::cognitive_complexity, reason = "one question an option, and nothing else")]

use ui::{Input, InputKind, PasswordInput, Select, Textarea, Width};

use crate::{components::size, english, options::Options};

/// Reads what every field has. `$it` is any of our fields.
macro_rules! about {
    ($it:ident, $o:ident) => {
        if let Some(id) = $o.text("id") {
            $it = $it.id(id);
        }
        if let Some(text) = $o.at("hint").and_then(|it| it.text("text")) {
            $it = $it.hint(text);
        }
        if let Some(text) = $o.at("errorMessage").and_then(|it| it.text("text")) {
            $it = $it.problem(words::Text::from(text));
        }
        if let Some(ids) = $o.text("describedBy") {
            $it = $it.described_by(ids);
        }
    };
}

macro_rules! label {
    ($it:ident, $o:ident) => {
        if let Some(label) = $o.at("label") {
            if let Some(size) = size(&label, "govuk-label") {
                $it = $it.size(size);
            }
            if label.truth("isPageHeading") == Some(true) {
                $it = $it.heading();
            }
        }
    };
}

fn name(o: &Options<'_>) -> (String, String) {
    let label = o.at("label").and_then(|it| it.text("text"));
    (o.text("name").unwrap_or_default(), label.unwrap_or_default())
}

fn width(o: &Options<'_>) -> Option<Width> {
    let widths = [
        (Width::Two, 2),
        (Width::Three, 3),
        (Width::Four, 4),
        (Width::Five, 5),
        (Width::Ten, 10),
        (Width::Twenty, 20),
        (Width::Thirty, 30),
    ];
    let mut widths = widths.into_iter();
    widths.find(|(_, it)| o.is("classes", &format!("govuk-input--width-{it}"))).map(|(it, _)| it)
}

fn kind(o: &Options<'_>) -> InputKind {
    let kinds = [
        (InputKind::Email, "email"),
        (InputKind::Telephone, "tel"),
        (InputKind::Address, "url"),
        (InputKind::Search, "search"),
    ];
    let keys = [(InputKind::Digits, "numeric"), (InputKind::Decimal, "decimal")];
    let kind = kinds.into_iter().find(|(_, it)| o.is("type", it));
    let key = keys.into_iter().find(|(_, it)| o.is("inputmode", it));
    let _text = o.is("type", "text");
    kind.or(key).map_or(InputKind::Text, |(it, _)| it)
}

pub(crate) fn input(o: &Options<'_>) -> String {
    let (name, label) = name(o);
    let mut it = Input::new(name, label).kind(kind(o));
    about!(it, o);
    label!(it, o);
    if let Some(width) = width(o) {
        it = it.width(width);
    }
    let code = ["govuk-input--width-30 govuk-input--extra-letter-spacing"];
    if let Some(_both) = code.iter().find(|it| o.is("classes", it)) {
        it = it.width(Width::Thirty).code();
    }
    if let Some(value) = o.text("value") {
        it = it.value(value);
    }
    if let Some(on) = o.truth("spellcheck") {
        it = it.spelling(on);
    }
    if o.is("autocomplete", "postal-code") {
        it = it.autocomplete("postal-code");
    }
    if o.is("autocapitalize", "none") {
        it = it.capitals("none");
    }
    if let Some(text) = o.at("prefix").and_then(|it| it.text("text")) {
        it = it.before(text);
    }
    if let Some(text) = o.at("suffix").and_then(|it| it.text("text")) {
        it = it.after(text);
    }
    if o.truth("disabled") == Some(true) {
        it = it.disabled();
    }
    english(&it)
}

pub(crate) fn textarea(o: &Options<'_>) -> String {
    let (name, label) = name(o);
    let mut it = Textarea::new(name, label).value(o.text("value").unwrap_or_default());
    about!(it, o);
    label!(it, o);
    if let Some(rows) = o.text("rows") {
        it = it.rows(rows.parse().unwrap());
    }
    if let Some(on) = o.truth("spellcheck") {
        it = it.spelling(on);
    }
    if o.is("autocomplete", "street-address") {
        it = it.autocomplete("street-address");
    }
    english(&it)
}

pub(crate) fn password_input(o: &Options<'_>) -> String {
    let (name, label) = name(o);
    let mut it = PasswordInput::new(name, label);
    about!(it, o);
    label!(it, o);
    if let Some(width) = width(o) {
        it = it.width(width);
    }
    if o.is("autocomplete", "new-password") {
        it = it.fresh();
    }
    english(&it)
}

pub(crate) fn select(o: &Options<'_>) -> String {
    let (name, label) = name(o);
    let mut it = Select::new(name, label);
    about!(it, o);
    label!(it, o);
    if let Some(value) = o.text("value") {
        it = it.value(value);
    }
    for option in o.each("items") {
        let Some(value) = option.text("value") else { continue };
        let text = option.text("text").unwrap_or_default();
        if option.yes("selected") {
            it = it.value(&*value);
        }
        let closed = option.truth("disabled") == Some(true);
        it = if closed { it.closed(value, text) } else { it.option(value, text) };
    }
    english(&it)
}
