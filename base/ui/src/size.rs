/// How large a label, a legend or a caption stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As the text around it, but bold.
    Small,
    /// As a heading within a page.
    Medium,
    /// As the heading of a page.
    Large,
    /// As the heading of a page that has nothing else.
    ExtraLarge,
}

impl Size {
    /// The letter in the class names of govuk-frontend.
    pub(crate) const fn letter(self) -> &'static str {
        match self {
            Self::Small => "s",
            Self::Medium => "m",
            Self::Large => "l",
            Self::ExtraLarge => "xl",
        }
    }
}

/// How many letters a field has room for, where that helps to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Two letters.
    Two,
    /// Three letters.
    Three,
    /// Four letters.
    Four,
    /// Five letters.
    Five,
    /// Ten letters.
    Ten,
    /// Twenty letters.
    Twenty,
    /// Thirty letters.
    Thirty,
}

impl Width {
    pub(crate) const fn letters(self) -> u8 {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
            Self::Five => 5,
            Self::Ten => 10,
            Self::Twenty => 20,
            Self::Thirty => 30,
        }
    }
}
