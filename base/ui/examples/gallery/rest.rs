//! What is neither a field nor about people.

use ui::{
    Cell, Details, InsetText, NotificationBanner, Pagination, Part, RowAction, Scale, ScaleName,
    Sheet, Size, SummaryList, Table, WarningText,
};

pub(crate) struct Rest {
    pub(crate) banner: NotificationBanner,
    pub(crate) inset: InsetText,
    pub(crate) warning: WarningText,
    pub(crate) details: Details,
    pub(crate) open: Details,
    pub(crate) list: SummaryList,
    pub(crate) table: Table,
    pub(crate) pages: Pagination,
    pub(crate) pages_named: Pagination,
    pub(crate) scales: Vec<ScaleName>,
    pub(crate) sheet: Sheet,
}

pub(crate) fn rest() -> Rest {
    let list = SummaryList::new()
        .row("Alongside", "Sam, since January")
        .action(RowAction::new("Change", "#").about("who is alongside"))
        .row("Others", "Abdul, allotment. Dr Mensah, asked in about pain at night")
        .row("Our money", "£61.40 left of £100 until June")
        .action(RowAction::new("Spend some", "#"))
        .action(RowAction::new("See all", "#").about("spending"));
    let table = Table::new()
        .caption("What we spent")
        .size(Size::Medium)
        .head([Cell::new("What"), Cell::new("Day"), Cell::number("Amount")])
        .named_rows()
        .row([Cell::new("Bus fare"), Cell::new("19 March"), Cell::number("£8.60")])
        .row([Cell::new("Seed potatoes"), Cell::new("26 March"), Cell::number("£30.00")]);
    Rest {
        banner: NotificationBanner::new("Business as usual changed because of what you learnt."),
        inset: InsetText::new("Anybody who reads this page is written down, and you can see who."),
        warning: WarningText::new("Once the key is destroyed, nobody can bring this page back."),
        details: Details::new("Who can see this, and why", "You, Sam, and who you invite."),
        open: Details::new(
            "What can reach a private note",
            "An access request, a court, an inquest, a regulator.",
        )
        .open(true),
        list: list.clone(),
        table,
        pages: Pagination::new().previous("#").next("#").landmark("Earlier and later notes"),
        pages_named: Pagination::new().next_as("#", "Next", "What we tried in April"),
        scales: Scale::ALL.into_iter().map(|it| ScaleName::new(it).who("Ashwell")).collect(),
        sheet: Sheet::new(Part::of(list)).titled("Around Jo"),
    }
}
