//! A record: what one agency wrote down about somebody.

use std::fmt;

/// One line of the table. A blank is an empty text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Who it is about, from 0: the truth, which is not part of the line.
    pub person: u32,
    /// `R` and the place of the line, from 1.
    pub record_id: String,
    /// The agency that wrote it.
    pub agency: &'static str,
    /// First name, perhaps a short form of it, or with a slip.
    pub given_name: String,
    /// Surname.
    pub surname: String,
    /// Year, month, day: `1984-03-09`.
    pub date_of_birth: String,
    /// Door and street. It may hold a comma.
    pub address_1: String,
    /// Town.
    pub city: String,
    /// Postcode, with its blank.
    pub postcode: String,
    /// Eleven digits with a blank after the fifth.
    pub phone: String,
    /// Email.
    pub email: String,
    /// Ten digits, the last of which checks the others.
    pub nhs_number: String,
}

impl Record {
    /// The names of the columns, as the first line has them.
    pub const COLUMNS: &str = "record_id,agency,given_name,surname,date_of_birth,address_1,city,postcode,phone,email,nhs_number";

    /// The person's name in the truth.
    pub fn person_id(&self) -> String {
        format!("P{:07}", self.person + 1)
    }
}

/// The line, without its end (RFC 4180).
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { record_id, agency, given_name, surname, date_of_birth, .. } = self;
        let Self { address_1, city, postcode, phone, email, nhs_number, .. } = self;
        let quote = if address_1.contains(',') { "\"" } else { "" };
        write!(f, "{record_id},{agency},{given_name},{surname},{date_of_birth},")?;
        write!(f, "{quote}{address_1}{quote},{city},{postcode},{phone},{email},{nhs_number}")
    }
}
