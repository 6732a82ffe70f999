//! Fixtures' options as our components that have no field in them.

use ui::{
    BackLink, Button, Cell, Details, ErrorMessage, ErrorSummary, Fieldset, Hint, InsetText, Label,
    Legend, NotificationBanner, Pagination, RowAction, Size, SkipLink, SummaryList, Table,
    WarningText,
};

use crate::{english, options::Options};

pub(crate) fn size(options: &Options<'_>, class: &str) -> Option<Size> {
    let sizes =
        [(Size::Small, "s"), (Size::Medium, "m"), (Size::Large, "l"), (Size::ExtraLarge, "xl")];
    let mut sizes = sizes.into_iter();
    sizes.find(|(_, it)| options.is("classes", &format!("{class}--{it}"))).map(|(it, _)| it)
}

pub(crate) fn legend(options: &Options<'_>) -> Legend {
    let mut legend = Legend::new(options.text("text").unwrap_or_default());
    if let Some(size) = size(options, "govuk-fieldset__legend") {
        legend = legend.size(size);
    }
    if options.truth("isPageHeading") == Some(true) {
        legend = legend.heading();
    }
    legend
}

pub(crate) fn back_link(o: &Options<'_>) -> String {
    let mut it = BackLink::new(o.text("href").unwrap_or_else(|| "#".to_owned()));
    if let Some(text) = o.text("text").filter(|it| !it.is_empty()) {
        it = it.text(text);
    }
    english(&it)
}

pub(crate) fn button(o: &Options<'_>) -> String {
    let text = o.text("text").unwrap_or_default();
    let mut it = match o.text("href") {
        Some(href) => Button::link(text, href),
        None => Button::new(text),
    };
    if o.is("classes", "govuk-button--secondary") {
        it = it.secondary();
    } else if o.is("classes", "govuk-button--warning") {
        it = it.warning();
    }
    if let Some(name) = o.text("name") {
        it = it.name(name);
    }
    if let Some(value) = o.text("value") {
        it = it.value(value);
    }
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    if o.is("type", "button") {
        it = it.plain();
    }
    if o.truth("disabled") == Some(true) {
        it = it.disabled();
    }
    if let Some(once) = o.truth("preventDoubleClick") {
        it = it.once(once);
    }
    english(&it)
}

pub(crate) fn details(o: &Options<'_>) -> String {
    let mut it = Details::new(o.text("summaryText").unwrap_or_default(), o.part());
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    english(&it.open(o.truth("open").unwrap_or_default()))
}

pub(crate) fn error_message(o: &Options<'_>) -> String {
    let mut it = ErrorMessage::new(o.text("text").unwrap_or_default());
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    if let Some(word) = o.text("visuallyHiddenText") {
        it = it.before(word);
    } else if o.truth("visuallyHiddenText") == Some(false) {
        it = it.before("");
    }
    english(&it)
}

pub(crate) fn error_summary(o: &Options<'_>) -> String {
    let mut it = ErrorSummary::new().title(o.text("titleText").unwrap_or_default());
    if let Some(about) = o.text("descriptionText") {
        it = it.about(about);
    }
    for problem in o.each("errorList") {
        let text = problem.text("text").unwrap_or_default();
        it = match problem.text("href") {
            Some(href) => it.link(href, text),
            None => it.problem(text),
        };
    }
    if let Some(still) = o.truth("disableAutoFocus") {
        it = it.still(still);
    }
    english(&it)
}

/// Ours is a form, not a link.
pub(crate) fn exit_this_page(o: &Options<'_>) -> String {
    o.refuse("link")
}

pub(crate) fn fieldset(o: &Options<'_>) -> String {
    let mut it = Fieldset::new(o.at("legend").map_or_else(|| Legend::new(""), |it| legend(&it)));
    if let Some(ids) = o.text("describedBy") {
        it = it.described_by(ids);
    }
    if o.is("role", "group") {
        it = it.group();
    }
    if o.has("html") {
        it = it.fields(o.part());
    }
    english(&it)
}

pub(crate) fn hint(o: &Options<'_>) -> String {
    let mut it = Hint::new(o.part());
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    english(&it)
}

pub(crate) fn inset_text(o: &Options<'_>) -> String {
    let mut it = InsetText::new(o.part());
    if let Some(id) = o.text("id") {
        it = it.id(id);
    }
    english(&it)
}

pub(crate) fn label(o: &Options<'_>) -> String {
    let Some(text) = o.text("text") else { return String::new() };
    let mut it = Label::new(text);
    if let Some(id) = o.text("for") {
        it = it.of(id);
    }
    if let Some(size) = size(o, "govuk-label") {
        it = it.size(size);
    }
    if o.truth("isPageHeading") == Some(true) {
        it = it.heading();
    }
    english(&it)
}

pub(crate) fn notification_banner(o: &Options<'_>) -> String {
    let done = o.is("type", "success");
    let body = o.part();
    let mut it = if done { NotificationBanner::done(body) } else { NotificationBanner::new(body) };
    if let Some(title) = o.text("titleText") {
        it = it.title(title);
    }
    if let Some(id) = o.text("titleId") {
        it = it.title_id(id);
    }
    if let Some(still) = o.truth("disableAutoFocus") {
        it = it.still(still);
    }
    english(&it)
}

pub(crate) fn pagination(o: &Options<'_>) -> String {
    if o.has("items") {
        return o.refuse("numbers");
    }
    let mut it = Pagination::new();
    if let Some(way) = o.at("previous") {
        let href = way.text("href").unwrap();
        it = match (way.text("text"), way.text("labelText")) {
            (Some(text), Some(label)) => it.previous_as(href, text, label),
            _ => it.previous(href),
        };
    }
    if let Some(way) = o.at("next") {
        let href = way.text("href").unwrap();
        it = match (way.text("text"), way.text("labelText")) {
            (Some(text), Some(label)) => it.next_as(href, text, label),
            _ => it.next(href),
        };
    }
    english(&it)
}

pub(crate) fn skip_link(o: &Options<'_>) -> String {
    let href = o.text("href").unwrap_or_else(|| "#content".to_owned());
    english(&SkipLink::new(o.text("text").unwrap_or_default(), href))
}

pub(crate) fn summary_list(o: &Options<'_>) -> String {
    if o.has("card") {
        return o.refuse("card");
    }
    let mut it = SummaryList::new();
    for row in o.each("rows") {
        let part = |key| row.at(key).map_or_else(|| "".into(), |it| it.part());
        it = it.row(part("key"), part("value"));
        let actions = row.at("actions");
        for action in actions.iter().flat_map(|it| it.each("items")) {
            let text = action.text("text").unwrap_or_default();
            let mut link = RowAction::new(text, action.text("href").unwrap_or_default());
            if let Some(about) = action.text("visuallyHiddenText") {
                link = link.about(about);
            }
            it = it.action(link);
        }
    }
    english(&it)
}

pub(crate) fn table(o: &Options<'_>) -> String {
    let cell = |it: &Options<'_>| {
        if it.is("format", "numeric") { Cell::number(it.part()) } else { Cell::new(it.part()) }
    };
    let mut it = Table::new().head(o.each("head").iter().map(cell));
    for row in o.rows("rows") {
        it = it.row(row.iter().map(cell));
    }
    if let Some(caption) = o.text("caption") {
        it = it.caption(caption);
    }
    for (size, letter) in [(Size::Small, "s"), (Size::Medium, "m"), (Size::Large, "l")] {
        if o.is("captionClasses", &format!("govuk-table__caption--{letter}")) {
            it = it.size(size);
        }
    }
    if o.truth("firstCellIsHeader") == Some(true) {
        it = it.named_rows();
    }
    english(&it)
}

pub(crate) fn warning_text(o: &Options<'_>) -> String {
    let mut it = WarningText::new(o.part());
    if let Some(word) = o.text("iconFallbackText") {
        it = it.before(word);
    }
    english(&it)
}
