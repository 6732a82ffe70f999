//! Fixtures' options as our groups of fields with a legend.
#![expect(clippy::cognitive_complexity, reason = "one question an option, and nothing else")]

use ui::{Checkboxes, Choice, DateInput, DatePart, Legend, Radios};

use crate::{components::legend, english, options::Options};

/// Reads what every group has. `$it` is any of our groups.
macro_rules! about {
    ($it:ident, $o:ident, $id:literal) => {
        if let Some(id) = $o.text($id) {
            $it = $it.id(id);
        }
        if let Some(text) = $o.at("hint").and_then(|it| it.text("text")) {
            $it = $it.hint(text);
        }
        if let Some(text) = $o.at("errorMessage").and_then(|it| it.text("text")) {
            $it = $it.problem(words::Text::from(text));
        }
        if let Some(ids) = $o.at("fieldset").and_then(|it| it.text("describedBy")) {
            $it = $it.described_by(ids);
        }
    };
}

fn legend_of(o: &Options<'_>) -> Option<Legend> {
    let fieldset = o.at("fieldset")?;
    fieldset.at("legend").map(|it| legend(&it))
}

fn choice(o: &Options<'_>) -> Choice {
    let text = o.text("text").unwrap_or_default();
    let mut it = Choice::new(o.text("value").unwrap_or_default(), text);
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    if let Some(hint) = o.at("hint").and_then(|it| it.text("text")) {
        it = it.hint(hint);
    }
    if let Some(chosen) = o.truth("checked") {
        it = it.chosen(chosen);
    }
    if o.truth("disabled") == Some(true) {
        it = it.disabled();
    }
    if let Some(conditional) = o.at("conditional") {
        let none = conditional.truth("html") == Some(false) || conditional.is("html", "");
        if !none && conditional.has("html") {
            it = it.reveals(conditional.part());
        }
    }
    it
}

pub(crate) fn radios(o: &Options<'_>) -> String {
    let name = o.text("name").unwrap_or_default();
    let mut it = match legend_of(o) {
        Some(legend) => Radios::new(name, legend),
        None => return o.refuse("no legend"),
    };
    about!(it, o, "idPrefix");
    if o.is("classes", "govuk-radios--inline") {
        it = it.inline();
    }
    if let Some(value) = o.text("value") {
        it = it.value(value);
    }
    for item in o.each("items") {
        it = match item.text("divider") {
            Some(text) => it.divider(text),
            None => it.choice(choice(&item)),
        };
    }
    english(&it)
}

pub(crate) fn checkboxes(o: &Options<'_>) -> String {
    let name = o.text("name").unwrap_or_default();
    let mut it = match legend_of(o) {
        Some(legend) => Checkboxes::new(name, legend),
        None => Checkboxes::bare(name),
    };
    about!(it, o, "idPrefix");
    if let Some(ids) = o.text("describedBy") {
        it = it.described_by(ids);
    }
    if o.has_gaps("items") {
        return o.refuse("gaps");
    }
    if o.has("values") {
        it = it.values(o.texts("values"));
    }
    for item in o.each("items") {
        if let Some(text) = item.text("divider") {
            it = it.divider(text);
            continue;
        }
        let mut one = choice(&item);
        if let Some(name) = item.text("name") {
            one = one.name(name);
        }
        if item.is("behaviour", "exclusive") {
            one = one.alone();
        }
        it = it.choice(one);
    }
    english(&it)
}

pub(crate) fn date_input(o: &Options<'_>) -> String {
    let Some(legend) = legend_of(o) else { return o.refuse("no legend") };
    if o.has("items") {
        return o.refuse("items");
    }
    let prefix = o.text("namePrefix");
    let mut it = DateInput::new(prefix.clone().unwrap_or_default(), legend);
    about!(it, o, "id");
    if prefix.is_none() {
        it = it.short_names();
    }
    for (part, name) in PARTS {
        let prefixed = prefix.as_ref().map_or_else(|| name.to_owned(), |it| format!("{it}-{name}"));
        if let Some(value) = o.at("values").and_then(|it| it.text(&prefixed)) {
            it = it.value(part, value);
        }
        if o.truth(name) == Some(false) {
            it = it.without(part);
        }
        it = date_part(it, part, name, o);
    }
    english(&it)
}

const PARTS: [(DatePart, &str); 3] =
    [(DatePart::Day, "day"), (DatePart::Month, "month"), (DatePart::Year, "year")];

fn date_part(mut it: DateInput, part: DatePart, name: &str, o: &Options<'_>) -> DateInput {
    let Some(options) = o.at(name) else { return it };
    if let Some(label) = options.text("label") {
        it = it.label(part, label);
    }
    if let Some(value) = options.text("value") {
        it = it.value(part, value);
    }
    if options.yes("error") {
        it = it.wrong(part);
    }
    // That the others are well needs no word once one is wrong.
    if PARTS.iter().filter_map(|(_, it)| o.at(it)).any(|it| it.yes("error")) {
        options.read("error");
    }
    it
}
