//! Every field, with and without a problem.

use ui::{
    Actions, BackLink, Button, Checkboxes, Chips, Choice, DateInput, DatePart, ErrorSummary, Input,
    InputKind, Legend, Part, PasswordInput, Radios, Select, Size, Textarea, Width,
};
use words::Text;

pub(crate) struct Fields {
    pub(crate) back: BackLink,
    pub(crate) summary: ErrorSummary,
    pub(crate) name: Input,
    pub(crate) email: Input,
    pub(crate) code: Input,
    pub(crate) money: Input,
    pub(crate) password: PasswordInput,
    pub(crate) date: DateInput,
    pub(crate) team: Select,
    pub(crate) contact: Radios,
    pub(crate) yes: Radios,
    pub(crate) needs: Checkboxes,
    pub(crate) agree: Checkboxes,
    pub(crate) story: Textarea,
    pub(crate) surprise: Chips,
    pub(crate) buttons: Actions,
    pub(crate) warning: Button,
}

pub(crate) fn wrong(text: &str) -> Text {
    text.into()
}

pub(crate) fn fields() -> Fields {
    Fields {
        back: BackLink::new("#"),
        summary: summary(),
        name: name(),
        email: Input::new("email", "Email address")
            .kind(InputKind::Email)
            .autocomplete("email")
            .value("jo@example.org"),
        code: Input::new("code", "The code we sent")
            .kind(InputKind::Digits)
            .code()
            .width(Width::Ten),
        money: money(),
        password: PasswordInput::new("password", "Password"),
        date: born(),
        team: Select::new("team", "Which team?")
            .option("", "Choose one")
            .option("riverside", "Riverside")
            .option("hillside", "Hillside")
            .value("hillside"),
        contact: contact(),
        yes: together(),
        needs: needs(),
        agree: Checkboxes::bare("agree")
            .choice(Choice::new("yes", "Pass this on, without my name")),
        story: Textarea::new("story", "What would you tell somebody else?")
            .rows(3)
            .hint("Write it as you would say it. Nobody marks it."),
        surprise: surprise(),
        buttons: buttons(),
        warning: Button::new("Erase this page").warning(),
    }
}

pub(crate) fn contact() -> Radios {
    Radios::new("contact", Legend::new("How may we reach you?").size(Size::Medium))
        .hint("Choose what is safe for you.")
        .choice(Choice::new("text", "A text message").reveals(Part::of(
            Input::new("phone", "Mobile number").kind(InputKind::Telephone).width(Width::Twenty),
        )))
        .choice(Choice::new("letter", "A letter").hint("In a plain envelope."))
        .divider("or")
        .choice(Choice::new("none", "Not at all"))
        .value("text")
}

pub(crate) fn needs() -> Checkboxes {
    Checkboxes::new("needs", Legend::new("What would help at a meeting?").size(Size::Medium))
        .choice(Choice::new("quiet", "Somewhere quiet"))
        .choice(Choice::new("voice", "Somebody who speaks my language").hint("Or signs it."))
        .divider("or")
        .choice(Choice::new("none", "None of these").alone())
        .values(["quiet"])
}

fn summary() -> ErrorSummary {
    ErrorSummary::new()
        .field("name", "Write the name you go by")
        .field("born-day", "The day has to be between 1 and 31")
        .still(true)
}

fn name() -> Input {
    Input::new("name", "What do you go by?")
        .hint("It need not be the name on your papers.")
        .problem(wrong("Write the name you go by"))
}

fn money() -> Input {
    Input::new("money", "How much, in pounds")
        .kind(InputKind::Decimal)
        .before("£")
        .width(Width::Five)
        .value("61.40")
}

fn born() -> DateInput {
    DateInput::new("born", "When were you born?")
        .hint("For example, 31 3 1980")
        .value(DatePart::Day, "41")
        .problem(wrong("The day has to be between 1 and 31"))
        .wrong(DatePart::Day)
}

fn surprise() -> Chips {
    Chips::one("surprised", "How was it?")
        .problem(wrong("Choose one, or leave the page as it is"))
        .chip("as", "As we thought", false)
        .chip("other", "Quite different, and worth telling others about", false)
}

fn buttons() -> Actions {
    Actions::new(Button::new("Save and go on"))
        .or(Button::new("Save for later").named("then", "later"))
        .link("Leave it", "#")
}

fn together() -> Radios {
    Radios::new("together", "Did you do it together?")
        .inline()
        .choice(Choice::new("yes", "Yes"))
        .choice(Choice::new("no", "No"))
        .value("yes")
}
